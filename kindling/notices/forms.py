"""How a person wants to be reached. Nothing is saved here."""

from __future__ import annotations

import base64
import binascii
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from kindling.notices.models import Channel
from kindling.notices.reaching import Contact

POINT, SECRET = 65, 16  # bytes of a browser's public key, and of what it shares with us


USUAL = "usual"


def channel_of(way: str) -> str:
    return "" if way == USUAL else way


class ReachForm(forms.Form):
    """Which way for which messages, and when none should come."""

    safety = forms.TypedChoiceField(
        label=_("When it is about safety"), widget=forms.RadioSelect, coerce=channel_of,
        help_text=_("These come at night too."),
    )  # fmt: skip
    daily = forms.TypedChoiceField(
        label=_("About the day: who is there, who is late, please confirm"),
        widget=forms.RadioSelect, coerce=channel_of,
    )  # fmt: skip
    other = forms.TypedChoiceField(
        label=_("Everything else"), widget=forms.RadioSelect, coerce=channel_of
    )
    quiet_from = forms.TimeField(
        label=_("Quiet from"), required=False, widget=forms.TimeInput(attrs={"type": "time"})
    )
    quiet_until = forms.TimeField(
        label=_("Quiet until"), required=False, widget=forms.TimeInput(attrs={"type": "time"})
    )

    def __init__(self, *args: Any, contact: Contact, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        ways = [(one.value, one.label) for one in Channel if contact.can(one)]
        for name in ("safety", "daily", "other"):
            picked = self.fields[name]
            assert isinstance(picked, forms.ChoiceField)  # noqa: S101  for the type checker
            picked.choices = [(USUAL, _("As usual")), *ways]

    def clean(self) -> dict[str, Any]:
        data = self.cleaned_data
        if (data.get("quiet_from") is None) != (data.get("quiet_until") is None):
            self.add_error("quiet_until", _("Quiet hours need both times, or none."))
        return data

    @classmethod
    def first_answers(cls, contact: Contact) -> dict[str, Any]:
        """Return what was chosen, as far as it is possible still."""
        reach = contact.reach
        ways = {name: getattr(reach, name) for name in ("safety", "daily", "other")}
        chosen = {n: way if way and contact.can(way) else USUAL for n, way in ways.items()}
        return {**chosen, "quiet_from": reach.quiet_from, "quiet_until": reach.quiet_until}


class DeviceForm(forms.Form):
    """What a browser tells when it subscribes."""

    endpoint = forms.CharField(max_length=500)
    p256dh = forms.CharField(max_length=120)
    auth = forms.CharField(max_length=60)

    def clean_p256dh(self) -> str:
        return self._of_length("p256dh", POINT)

    def clean_auth(self) -> str:
        return self._of_length("auth", SECRET)

    def _of_length(self, name: str, length: int) -> str:
        """Return the key if it has so many bytes; one that has not would fail at every notice."""
        told = str(self.cleaned_data[name]).rstrip("=")
        try:
            raw = base64.urlsafe_b64decode(told + "=" * (-len(told) % 4))
        except (binascii.Error, ValueError):
            raw = b""
        if len(raw) != length:
            raise forms.ValidationError(_("This is not a browser's key."))
        return told
