"""What Kindling does differently from allauth's defaults."""

# ruff: noqa: ARG002  allauth calls with arguments we don't want

from __future__ import annotations

from typing import Any, ClassVar

from allauth.account.adapter import DefaultAccountAdapter
from allauth.core import context
from django.contrib import messages
from django.http import HttpRequest
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from kindling.accounts import actions
from kindling.accounts.devices import device_of
from kindling.accounts.models import User

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
        """Keep with the session what kind of device it is."""
        super().login(request, user)
        device = device_of(request.headers.get("User-Agent", ""))
        request.session["device"] = device
        actions.note_sign_in(user, device)

    def set_password(self, user: User, password: str) -> None:
        actions.set_password(user, password, keep=context.request.session.session_key)

    def get_password_change_redirect_url(self, request: HttpRequest) -> str:
        return "/you/"

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
