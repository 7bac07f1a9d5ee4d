"""The date, and why there is none."""

from __future__ import annotations

from datetime import datetime, time
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from kindling.exhibitions.models import Exhibition
from kindling.schools.models import School


class DateForm(forms.Form):
    """Day, time, length and room."""

    on = forms.DateField(label=_("Which day?"))
    at = forms.TimeField(label=_("At what time?"))
    minutes = forms.IntegerField(label=_("How many minutes?"), min_value=5, max_value=480)
    room = forms.CharField(label=_("Which room?"), max_length=120, required=False)
    video = forms.URLField(label=_("Link for video"), max_length=500, required=False)
    anyway = forms.BooleanField(label=_("Set it all the same"), required=False)

    def __init__(self, *args: Any, school: School, exhibition: Exhibition, **kwargs: Any) -> None:
        starts = exhibition.starts_at.astimezone(school.zone) if exhibition.starts_at else None
        kwargs["initial"] = {
            "on": starts.date() if starts else None, "at": starts.time() if starts else time(15),
            "minutes": exhibition.minutes, "room": exhibition.room, "video": exhibition.video,
        }  # fmt: skip
        super().__init__(*args, **kwargs)
        self.school = school

    @property
    def starts_at(self) -> datetime:
        sent = self.cleaned_data
        return datetime.combine(sent["on"], sent["at"], self.school.zone)

    @property
    def facts(self) -> dict[str, Any]:
        sent = self.cleaned_data
        return {"starts_at": self.starts_at, **{n: sent[n] for n in ("minutes", "room", "video")}}


class ReasonForm(forms.Form):
    """Why it is put off or called off."""

    reason = forms.CharField(
        label=_("Why?"), max_length=300, help_text=_("Everybody invited reads it.")
    )
