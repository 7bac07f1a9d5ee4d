"""Secrets in links and keys: random when made, hashed when kept."""

import hashlib
import secrets


def new_token() -> str:
    """Return a secret of 32 random bytes for a URL."""
    return secrets.token_urlsafe(32)


def hash_of(token: str) -> str:
    """Return what is kept of a secret. It is long and random, so a plain hash is enough."""
    return hashlib.sha256(token.encode()).hexdigest()
