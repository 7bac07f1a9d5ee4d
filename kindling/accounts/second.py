"""The second step as allauth asks for it: our words, our QR code, secrets never in the clear."""

# ruff: noqa: ARG002  allauth calls with arguments we don't want

from __future__ import annotations

import base64
from typing import Any, ClassVar

import segno
from allauth.mfa.adapter import DefaultMFAAdapter
from cryptography.fernet import Fernet, InvalidToken, MultiFernet
from django.conf import settings
from django.utils.crypto import salted_hmac
from django.utils.safestring import mark_safe
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from kindling.accounts.models import User

SALT = "kindling.second_step"


class SecondStepAdapter(DefaultMFAAdapter):  # type: ignore[misc]
    """What Kindling does differently from allauth's defaults."""

    error_messages: ClassVar = {
        **DefaultMFAAdapter.error_messages,
        "incorrect_code": gettext_lazy("This did not fit. Wait for the next code and type that."),
    }

    def encrypt(self, text: str) -> str:
        """A stolen copy of the database makes no codes."""
        return _box().encrypt(text.encode()).decode()

    def decrypt(self, encrypted_text: str) -> str:
        try:
            return _box().decrypt(encrypted_text.encode()).decode()
        except InvalidToken:  # SECRET_KEY was replaced: no code fits any more
            return ""

    def build_totp_svg(self, url: str) -> str:
        drawn = segno.make(url, error="m").svg_inline(scale=5, border=4, light="#fff")
        return mark_safe(drawn)  # noqa: S308  (black and white squares)

    def generate_authenticator_name(self, user: User, type: str) -> str:
        return _("Passkey")

    def _get_site_name(self) -> str:
        return "Kindling"


def _box() -> MultiFernet:
    """The key of all second steps, from SECRET_KEY and the keys before it."""
    secrets = [settings.SECRET_KEY, *settings.SECRET_KEY_FALLBACKS]
    return MultiFernet([Fernet(_key(secret)) for secret in secrets])


def _key(secret: Any) -> bytes:
    digest = salted_hmac(SALT, "", secret=secret, algorithm="sha256").digest()
    return base64.urlsafe_b64encode(digest)
