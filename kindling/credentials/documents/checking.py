"""Read a credential that somebody hands in: JSON, a VC-JWT, or a picture with one inside."""

from __future__ import annotations

import json
from base64 import urlsafe_b64decode
from dataclasses import dataclass
from typing import Any

from openbadgeslib.ob3 import IdentityObject

from kindling.credentials.documents.pictures import is_picture, unbaked

LARGEST = 512 * 1024
DEEPEST = 40
PARTS = 3  # of a token


class Unreadable(ValueError):
    """It is no credential, or nothing can be made of it."""


@dataclass(frozen=True)
class Given:
    """What was handed in. `token`: it came as a VC-JWT; then `document` is what it claims."""

    document: dict[str, Any]
    token: str = ""

    @property
    def urn(self) -> str:
        return str(self.document.get("id", ""))

    @property
    def issuer(self) -> str:
        """The DID of who signed it, as it says; "" when it does not."""
        told = self.document.get("issuer")
        return str(told.get("id", "") if isinstance(told, dict) else told or "")

    def is_same(self, document: str, token: str) -> bool:
        """Say whether this is, to the letter of its meaning, what the school signed."""
        if self.token:
            return self.token == token
        return bool(self.document == json.loads(document or "null"))


def read(data: bytes) -> Given:
    """Return what it holds; raises Unreadable. Nothing in it is followed or fetched."""
    if len(data) > LARGEST:
        raise Unreadable
    try:
        text = unbaked(data) if is_picture(data) else data.decode("utf-8-sig")
        text = (text or "").strip()
        if text.startswith("{"):
            return Given(_object(text))
        parts = text.split(".")
        if len(parts) != PARTS:
            raise Unreadable
        claims = parts[1] + "=" * (-len(parts[1]) % 4)
        return Given(_object(urlsafe_b64decode(claims).decode()), text)
    except (ValueError, RecursionError) as wrong:
        raise Unreadable from wrong


def _object(text: str) -> dict[str, Any]:
    found = json.loads(text)
    if not isinstance(found, dict):
        raise Unreadable
    return found


def is_about(document: dict[str, Any], who: str) -> bool:
    """Say whether a name or an e-mail is the one that was hashed into it."""
    subject = document.get("credentialSubject", {})
    for one in subject.get("identifier", []):
        told = IdentityObject.create(who.strip().lower(), salt=one["salt"])
        if told.identity_hash == one["identityHash"]:
            return True
    return False
