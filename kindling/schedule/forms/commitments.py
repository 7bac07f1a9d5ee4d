"""When a student is elsewhere, as an advisor types it."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.dates import WEEKDAYS
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from kindling.schedule.models import Commitment


class CommitmentForm(forms.Form):
    """A doctor on a date, a college class each Thursday."""

    kind = forms.ChoiceField(label=gettext_lazy("What is it?"), choices=Commitment.Kind.choices)
    label = forms.CharField(
        label=gettext_lazy("Your words for it"), max_length=120, required=False,
        help_text=gettext_lazy("The student, family and staff read it; mentors do not."),
    )  # fmt: skip
    weekday = forms.TypedChoiceField(
        label=gettext_lazy("Each week on"), coerce=int, empty_value=None, required=False,
        choices=[("", gettext_lazy("Not each week")),
                 *((str(day), name) for day, name in WEEKDAYS.items())],
    )  # fmt: skip
    since_on = forms.DateField(label=gettext_lazy("First day"))
    until_on = forms.DateField(
        label=gettext_lazy("Last day"), required=False,
        help_text=gettext_lazy("Empty: one day only, or each week from then on."),
    )  # fmt: skip
    starts_at = forms.TimeField(
        label=gettext_lazy("From"), required=False, help_text=gettext_lazy("Empty: all day.")
    )
    ends_at = forms.TimeField(label=gettext_lazy("Until"), required=False)

    def clean(self) -> dict[str, Any]:
        data = super().clean() or {}
        first, last = data.get("since_on"), data.get("until_on")
        if first and last and last < first:
            self.add_error("until_on", _("Choose a last day on or after the first day."))
        begin, end = data.get("starts_at"), data.get("ends_at")
        if self.errors.keys() & {"starts_at", "ends_at"}:
            return data
        if (begin is None) != (end is None):
            missing = "starts_at" if begin is None else "ends_at"
            self.add_error(missing, _("Say from when until when, or leave both empty."))
        elif begin and end and end <= begin:
            self.add_error("ends_at", _("Choose an end later than the beginning."))
        return data
