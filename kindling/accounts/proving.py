"""Does what somebody shows prove that it is they? Each try is counted; too many are refused."""

from __future__ import annotations

from allauth.account.adapter import get_adapter
from allauth.core import context, ratelimit
from allauth.mfa.base.forms import ReauthenticateForm
from allauth.mfa.webauthn.forms import ReauthenticateWebAuthnForm
from django.core.exceptions import ValidationError

from kindling.accounts.models import User


def prove_by_password(user: User, password: str) -> None:
    """Raise ValidationError unless this is the user's password."""
    if not ratelimit.consume(context.request, action="reauthenticate", user=user):
        raise get_adapter().validation_error("too_many_login_attempts")
    if not user.has_usable_password() or not user.check_password(password):
        raise ValidationError(get_adapter().error_messages["enter_current_password"])


def prove_by_step(user: User, code: str, credential: str) -> None:
    """Raise ValidationError unless the passkey, or else the code, is the user's."""
    kind = ReauthenticateWebAuthnForm if credential else ReauthenticateForm
    asked = kind(user=user, data={"code": code, "credential": credential})
    if not asked.is_valid():
        raise ValidationError([e for errors in asked.errors.as_data().values() for e in errors])
    asked.save()  # a code is spent, and the session keeps how it was proved
