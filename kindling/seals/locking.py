"""Keep a private key so that a copy of the database alone opens none of them.

The lock follows from SECRET_KEY, which stands outside the database. SECRET_KEY_FALLBACKS open, too.
"""

from __future__ import annotations

import os
from base64 import b64decode, b64encode
from functools import lru_cache

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.ciphers.aead import ChaCha20Poly1305
from cryptography.hazmat.primitives.kdf.hkdf import HKDF
from django.conf import settings

from kindling.schools.models import School
from kindling.seals.models import SealKey

NONCE = 12


class Locked(Exception):
    """No secret key of this installation opens it."""


def lock(secret: bytes, whose: str) -> str:
    """Lock for one owner: what is moved to another row opens there no more."""
    nonce = os.urandom(NONCE)
    locked = _cipher(settings.SECRET_KEY).encrypt(nonce, secret, whose.encode())
    return b64encode(nonce + locked).decode()


def unlock(locked: str, whose: str) -> bytes:
    """Return what was locked. Raises Locked after the secret key has changed, and for a key that
    came from another installation: its private half stayed there.
    """
    raw = b64decode(locked)
    if len(raw) <= NONCE:
        raise Locked(whose)
    for key in [settings.SECRET_KEY, *settings.SECRET_KEY_FALLBACKS]:
        try:
            return _cipher(str(key)).decrypt(raw[:NONCE], raw[NONCE:], whose.encode())
        except InvalidTag:
            continue
    raise Locked(whose)


def whose(school: School, number: int) -> str:
    """What a locked key is bound to."""
    return f"{school.public_id}#{number}"


def secret_of(key: SealKey) -> bytes:
    """Return the private half (PKCS8, DER). Raises Locked after the secret key changed."""
    return unlock(key.secret, whose(key.school, key.number))


@lru_cache(maxsize=4)
def _cipher(secret_key: str) -> ChaCha20Poly1305:
    spread = HKDF(algorithm=hashes.SHA256(), length=32, salt=None, info=b"kindling.seals")
    return ChaCha20Poly1305(spread.derive(secret_key.encode()))
