"""What Kindling does differently from allauth's defaults."""

# ruff: noqa: ARG002  allauth calls with arguments we don't want

from __future__ import annotations

import logging
from typing import Any, ClassVar

from allauth.account.adapter import DefaultAccountAdapter
from allauth.core import context
from django.conf import settings
from django.contrib import messages
from django.http import HttpRequest
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from kindling.accounts import actions
from kindling.accounts.devices import device_of
from kindling.accounts.doors import STRICT
from kindling.accounts.models import User
from kindling.kit.signing import fingerprint

log = logging.getLogger(__name__)

MISMATCH = gettext_lazy(
    "These two do not fit together. Check the spelling, or have a link sent to you instead."
)


class AccountAdapter(DefaultAccountAdapter):  # type: ignore[misc]
    """Nobody signs up: a school invites, and everyone else acts by pass."""

    error_messages: ClassVar = {
        **DefaultAccountAdapter.error_messages,
        "email_password_mismatch": MISMATCH,
        "username_password_mismatch": MISMATCH,
        "too_many_login_attempts": gettext_lazy(
            "That was wrong too often. Wait five minutes, then try again."
        ),
        "enter_current_password": gettext_lazy("This is not the password you use now."),
    }

    def is_open_for_signup(self, request: HttpRequest) -> bool:
        return False

    def login(self, request: HttpRequest, user: User) -> None:
        """Keep with the session what kind of device it is, and when it ends."""
        super().login(request, user)
        device = device_of(request.headers.get("User-Agent", ""))
        request.session["device"] = device
        is_strict = any(asks(user) for asks in STRICT)
        _idle, whole = settings.SESSION_LIMITS["strict" if is_strict else "usual"]
        request.session["is_strict"] = is_strict
        request.session["ends_at"] = (timezone.now() + whole).timestamp()
        actions.note_sign_in(user, device)

    def authentication_failed(self, request: HttpRequest, **credentials: Any) -> None:
        """Write down that somebody tried: whose name it was only as a mark, so tries can be told apart."""
        super().authentication_failed(request, **credentials)
        name = next((credentials[one] for one in ("email", "username") if one in credentials), "")
        mark = fingerprint(str(name).lower())[:12]
        log.warning("A password was wrong for %s", mark, extra={"request": request})

    def set_password(self, user: User, password: str) -> None:
        actions.set_password(user, password, keep=context.request.session.session_key)

    def get_password_change_redirect_url(self, request: HttpRequest) -> str:
        return "/you/"

    def is_reauthentication_required(self, *, app: str, **kwargs: Any) -> bool:
        """Our own views ask for the proof (views.proof), before allauth is asked."""
        return False

    def get_logout_redirect_url(self, request: HttpRequest) -> str:
        return "/sign-in/"

    def add_message(
        self,
        request: HttpRequest,
        level: int,
        message_template: str | None = None,
        *args: Any,
        **kwargs: Any,
    ) -> None:
        """Say what people want to know; that they are signed in, they see."""
        if message_template and "password" in message_template:
            messages.success(
                request, _("Your new password works now. All your other devices are signed out.")
            )
