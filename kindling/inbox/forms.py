"""Until when something is put aside."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext as _


class AsideForm(forms.Form):
    """The thing, and the day on which it is back."""

    key = forms.CharField(max_length=120)
    until_on = forms.DateField(required=False)  # of the button
    on = forms.DateField(required=False)  # of the calendar

    def clean(self) -> dict[str, Any]:
        """The button's day, or the one chosen."""
        sent = super().clean() or {}
        day = sent.get("until_on") or sent.get("on")
        if day is None:
            raise forms.ValidationError(_("Choose a day."))
        return {"key": sent.get("key", ""), "until_on": day}
