"""A tap as a phone sends it, perhaps long after it was made."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import Any

from django import forms

from kindling.attendance.how import AT_ONCE, How
from kindling.attendance.models import Day, Method


class TapForm(forms.Form):
    """One tap. `tapped_at` and `sent_at` are milliseconds of the phone's own clock.

    Only the time between the two is believed: a phone whose clock is wrong still says rightly
    how long ago the tap was.
    """

    IN, OUT = "check_in", "check_out"

    tap = forms.CharField(max_length=40)
    person = forms.SlugField(max_length=40)
    placement = forms.SlugField(max_length=40)
    kind = forms.ChoiceField(choices=[(IN, IN), (OUT, OUT)])
    tapped_at = forms.IntegerField(min_value=0, max_value=10**15)
    sent_at = forms.IntegerField(min_value=0, max_value=10**15)
    code = forms.CharField(required=False, max_length=20)
    text = forms.CharField(required=False, max_length=2000)
    mode = forms.ChoiceField(choices=Day.Mode.choices, required=False)
    at_site = forms.ChoiceField(choices=Day.AtSite.choices, required=False)

    @property
    def along(self) -> dict[str, str]:
        """What was asked along, by the name of its field: texts, and not too many."""
        sent = self.data.get("along")
        pairs = sent.items() if isinstance(sent, dict) else ()
        return {str(key)[:40]: text for key, text in [*pairs][:20] if isinstance(text, str)}

    def how(self, now: datetime) -> How:
        """When it was tapped, by our clock; a clock turned back meanwhile means now."""
        sent: dict[str, Any] = self.cleaned_data
        age = timedelta(milliseconds=max(0, sent["sent_at"] - sent["tapped_at"]))
        kept = age > AT_ONCE
        return How(
            method=Method.OFFLINE if kept else Method.PAGE,
            at=now - age if kept else None,
            at_site=sent["at_site"] or Day.AtSite.UNKNOWN,
            mode=sent["mode"],
        )
