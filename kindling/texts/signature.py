"""Whether a message really came from the gateway (Twilio's documented way). Pure."""

from __future__ import annotations

import base64
import hmac
from collections.abc import Mapping, Sequence
from hashlib import sha1


def signature_of(url: str, form: Mapping[str, Sequence[str]], token: str) -> str:
    """Return the signature of a form sent to this address, as X-Twilio-Signature carries it.

    HMAC-SHA1, keyed with the account's token, over the whole address and then every field's name
    and value, by name and without anything between.
    """
    fields = (f"{name}{value}" for name in sorted(form) for value in sorted(set(form[name])))
    digest = hmac.new(token.encode(), (url + "".join(fields)).encode(), sha1).digest()
    return base64.b64encode(digest).decode()


def is_signed(url: str, form: Mapping[str, Sequence[str]], token: str, given: str) -> bool:
    """Say whether the signature is right. Without a token nothing is."""
    wanted = signature_of(url, form, token)
    return bool(token) and hmac.compare_digest(wanted.encode(), given.encode())
