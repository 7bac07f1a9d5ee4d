"""From where somebody looks. What is chosen here is used for one answer and kept nowhere."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from kindling.schools.viewer import Viewer
from kindling.sites.queries.setting_out import stops_called
from kindling.travel.rules import visible_starts
from kindling.travel.walking import Point

MINUTES = (15, 30, 45, 60, 90)


class SettingOutForm(forms.Form):
    """One of: a ZIP code or part of town, a stop, a point. And at most so many minutes."""

    start = forms.ChoiceField(label=gettext_lazy("ZIP code or part of town"), required=False)
    stop = forms.CharField(
        label=gettext_lazy("Stop or station"),
        help_text=gettext_lazy("As it is called on the sign, or a part of it."),
        max_length=100,
        required=False,
    )
    latitude = forms.FloatField(
        label=gettext_lazy("Latitude"), min_value=-90, max_value=90, required=False
    )
    longitude = forms.FloatField(
        label=gettext_lazy("Longitude"), min_value=-180, max_value=180, required=False
    )
    minutes = forms.ChoiceField(label=gettext_lazy("At most"), required=False)

    def __init__(self, *args: Any, viewer: Viewer, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.viewer = viewer
        self.starts = {row.public_id: row for row in visible_starts(viewer)}
        starts = [("", _("None of these")), *((key, row.name) for key, row in self.starts.items())]
        self.fields["start"].choices = starts  # type: ignore[attr-defined]
        within = [(str(n), _("%(n)s min or less") % {"n": n}) for n in MINUTES]
        self.fields["minutes"].choices = [("", _("Any")), *within]  # type: ignore[attr-defined]
        for name in ("latitude", "longitude"):
            self.fields[name].widget.attrs["step"] = "any"
        if not self.starts:
            del self.fields["start"]
        if viewer.school.timetable_until is None:
            del self.fields["stop"]

    def clean(self) -> dict[str, Any]:
        """Find the point. A name that several stops share asks again, with their whole names."""
        told = super().clean() or {}
        if not self.errors:
            told["point"] = self._start(told) or self._stop(told) or self._spot(told)
            if told["point"] is None and not self.errors:
                raise forms.ValidationError(_("Choose from where, in one of these ways."))
        return told

    def _start(self, told: dict[str, Any]) -> Point | None:
        start = self.starts.get(told.get("start", ""))
        return (start.latitude, start.longitude) if start else None

    def _stop(self, told: dict[str, Any]) -> Point | None:
        name = told.get("stop", "")
        if not name:
            return None
        found = stops_called(self.viewer.school, name)
        if len(found) == 1:
            return next(iter(found.values()))
        several = _("Which one? Write it whole: %(names)s.") % {"names": " · ".join(found)}
        nothing = _("No stop is called like this. Try one word of its name.")
        self.add_error("stop", several if found else nothing)
        return None

    def _spot(self, told: dict[str, Any]) -> Point | None:
        latitude, longitude = told.get("latitude"), told.get("longitude")
        if (latitude is None) != (longitude is None):
            blank = "latitude" if latitude is None else "longitude"
            self.add_error(blank, _("Enter both numbers of the position, or neither."))
        if latitude is None or longitude is None:
            return None
        return (latitude, longitude)
