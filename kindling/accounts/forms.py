"""What the pages of accounts ask. Nothing is saved here."""

from __future__ import annotations

from typing import Any

from allauth.mfa.webauthn.forms import AddWebAuthnForm
from django import forms
from django.utils.translation import gettext_lazy as _

from kindling.accounts.models import User
from kindling.accounts.proving import prove_by_password, prove_by_step


class PasskeyForm(AddWebAuthnForm):  # type: ignore[misc]
    """A new passkey: what to call it; the device adds the rest."""

    name = forms.CharField(label=_("What do you call it?"), max_length=60, required=False)
    passwordless = forms.BooleanField(required=False, widget=forms.HiddenInput)


class ProofForm(forms.Form):
    """Show again that it is you: by what you have, a passkey or a code; else by your password.

    Where there is a second step, the password is not enough.
    """

    password = forms.CharField(label=_("Your password"), widget=forms.PasswordInput)
    code = forms.CharField(label=_("Code from your app, or a recovery code"), required=False)
    credential = forms.CharField(required=False, widget=forms.HiddenInput)

    prefix = "proof"

    def __init__(self, *args: Any, user: User, **options: Any) -> None:
        super().__init__(*args, **options)
        self.user = user
        left = ("code", "credential") if user.has_second_step else ("password",)
        for name in [name for name in self.fields if name not in left]:
            del self.fields[name]
        if "code" in self.fields:
            self.fields["code"].required = not self.data.get("proof-credential")
            self.fields["code"].widget.attrs = {"autocomplete": "one-time-code"}
        else:
            self.fields["password"].widget.attrs = {"autocomplete": "current-password"}

    def clean(self) -> dict[str, Any]:
        data = self.cleaned_data
        if not self.errors and "password" in self.fields:
            prove_by_password(self.user, data["password"])
        elif not self.errors:
            prove_by_step(self.user, data["code"], data["credential"])
        return data
