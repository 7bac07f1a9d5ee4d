"""What the sign-in pages ask. Nothing is saved here."""

from __future__ import annotations

from typing import Any

from allauth.account.forms import ResetPasswordForm
from django import forms
from django.http import HttpRequest
from django.utils import translation
from django.utils.translation import gettext_lazy as _

from kindling.accounts.mail import mail_reset


class EmailForm(forms.Form):
    """Where a link to sign in should go."""

    email = forms.EmailField(
        label=_("Your e-mail address"),
        widget=forms.EmailInput(attrs={"autocomplete": "email"}),
        error_messages={"invalid": _("This is not an e-mail address. It needs an @ and a dot.")},
    )

    def clean_email(self) -> str:
        return str(self.cleaned_data["email"]).lower()


class AskForResetForm(ResetPasswordForm):  # type: ignore[misc]
    """allauth's form; the worker looks the address up and writes, so all answers are alike."""

    def save(self, request: HttpRequest, **kwargs: Any) -> str:  # noqa: ARG002
        email = str(self.cleaned_data["email"])
        mail_reset.enqueue(email, translation.get_language() or "en")
        return email
