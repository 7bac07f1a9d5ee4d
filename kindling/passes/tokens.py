"""The address of a pass. The database keeps its hash only; the address is computed again."""

from __future__ import annotations

from kindling.kit.signing import address_of_id, fingerprint, token_of_id
from kindling.passes.models import Pass


def token_of(held: Pass) -> str:
    """Return the secret part of the address, for a letter or a printed code."""
    return token_of_id(held.public_id)


def address_of(public_id: str) -> str:
    """Return the whole address of a pass: https://host/p/TOKEN/."""
    return address_of_id(public_id)


def hash_of(token: str) -> str:
    """Return what the database keeps of a token."""
    return fingerprint(token)
