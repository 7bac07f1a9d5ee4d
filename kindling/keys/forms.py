"""What the pages of keys ask. Nothing is saved here."""

from __future__ import annotations

from typing import Any

from allauth.account.forms import ResetPasswordForm
from django import forms
from django.http import HttpRequest
from django.utils import translation
from django.utils.translation import gettext_lazy as _

from kindling.accounts.models import Token
from kindling.keys.actions.letters import mail_reset
from kindling.keys.pins import is_too_plain

PIN_HINT = _("Six digits that nobody guesses. You type them each time you scan the sheet.")


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


class PinField(forms.RegexField):
    """Six digits, typed on a number pad and not shown."""

    def __init__(self, label: Any, **options: Any) -> None:
        attrs = {"inputmode": "numeric", "maxlength": 6, "autocomplete": "off"}
        wrong = {"invalid": _("A PIN is six digits, such as 402718.")}
        super().__init__(
            r"^[0-9]{6}$",
            label=label,
            widget=forms.PasswordInput(attrs=attrs),
            error_messages=wrong,
            **options,
        )


class PinForm(forms.Form):
    """The PIN of a sheet."""

    pin = PinField(_("Your PIN"))


class SetPinForm(forms.Form):
    """A new PIN, twice."""

    pin = PinField(_("Choose a PIN"), help_text=PIN_HINT)
    again = PinField(_("The same PIN again"))

    def clean_pin(self) -> str:
        pin = str(self.cleaned_data["pin"])
        if is_too_plain(pin):
            raise forms.ValidationError(_("This PIN is guessed first. Mix the digits more."))
        return pin

    def clean(self) -> dict[str, Any]:
        data = self.cleaned_data
        if "pin" in data and "again" in data and data["pin"] != data["again"]:
            self.add_error("again", _("The two PINs are not the same. Type the second again."))
        return data


class SecondStepForm(forms.Form):
    """From when on colleagues sign in with a second step."""

    since = forms.DateField(
        label=_("From which day?"),
        required=False,
        help_text=_("Leave it empty, and everybody chooses for themselves."),
        widget=forms.DateInput(attrs={"type": "date"}),
    )


class TokenForm(forms.Form):
    """A key to the API: what for, what it may, how long."""

    name = forms.CharField(
        label=_("What is it for?"), max_length=100, help_text=_("For example: attendance display")
    )
    scope = forms.ChoiceField(
        label=_("What may it do?"),
        choices=[(Token.Scope.READ, _("Read")), (Token.Scope.WRITE, _("Read and change"))],
        initial=Token.Scope.READ,
        widget=forms.RadioSelect,
    )
    days = forms.TypedChoiceField(
        label=_("How long should it work?"),
        choices=[(30, _("30 days")), (90, _("90 days")), (365, _("One year"))],
        coerce=int,
        initial=90,
        widget=forms.RadioSelect,
    )
