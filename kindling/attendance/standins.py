"""What staff fill in when they speak for a student, or say how a day is spent."""

from __future__ import annotations

from datetime import date, datetime
from typing import Any

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from kindling.attendance.expected import moment_of
from kindling.attendance.how import AHEAD_OF_US, How, needs_line
from kindling.attendance.models import Day, Method
from kindling.attendance.queries.desk import next_word
from kindling.attendance.waiting import Spoken
from kindling.ui.format import clock


class BehalfForm(forms.Form):
    """Here, or leaving, said by staff for a student. Without a time it means now."""

    at = forms.TimeField(
        label=gettext_lazy("At what time?"),
        required=False,
        help_text=gettext_lazy("Leave it empty for now."),
    )
    mode = forms.ChoiceField(
        label=gettext_lazy("How is the day spent?"), choices=Day.Mode.choices, required=False
    )
    text = forms.CharField(
        label=gettext_lazy("What the student says about the day"), max_length=2000, required=False
    )
    tap = forms.CharField(max_length=40, required=False, widget=forms.HiddenInput)

    def __init__(self, *args: Any, one: Spoken, now: datetime, **kwargs: Any) -> None:
        first = {"mode": one.day.mode if one.day else Day.Mode.ON_SITE}
        super().__init__(*args, **{"initial": first, **kwargs})
        self.one, self.now = one, now
        self.leaves = next_word(one) == "out"

    def clean_at(self) -> datetime | None:
        """The moment on the school's clock, today."""
        at = self.cleaned_data["at"]
        if at is None:
            return None
        moment = moment_of(self.one.on, at, self.one.placement.school.zone)
        if moment > self.now + AHEAD_OF_US:
            raise forms.ValidationError(_("Enter a time that has passed."))
        came = self.one.day.student_in_at if self.leaves and self.one.day else None
        if came and moment <= came:
            zone = self.one.placement.school.zone
            sentence = _("Enter a time after %(time)s.")
            raise forms.ValidationError(sentence % {"time": clock(came.astimezone(zone).time())})
        return moment

    def clean(self) -> dict[str, Any]:
        sent = self.cleaned_data
        if self.leaves and needs_line(sent.get("mode", "")) and not sent.get("text"):
            self.add_error("text", _("Say in a line what was done on this day."))
        return sent

    @property
    def how(self) -> How:
        sent = self.cleaned_data
        return How(method=Method.STAFF, at=sent["at"], mode=sent["mode"])


class ModeForm(forms.Form):
    """How several students spend one day: a field trip, a day from home."""

    on = forms.DateField(label=gettext_lazy("Which day?"))
    mode = forms.ChoiceField(label=gettext_lazy("How is it spent?"), choices=Day.Mode.choices)
    text = forms.CharField(
        label=gettext_lazy("Where to, or what for"), max_length=300, required=False
    )
    chosen = forms.MultipleChoiceField(
        label=gettext_lazy("Who?"),
        widget=forms.CheckboxSelectMultiple,
        error_messages={"required": gettext_lazy("Choose at least one student.")},
    )

    def __init__(self, *args: Any, spoken: list[Spoken], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        named = [(one.placement.public_id, one.placement.student.name) for one in spoken]
        self.spoken = {one.placement.public_id: one for one in spoken}
        self.fields["chosen"].choices = named  # type: ignore[attr-defined]

    @property
    def those(self) -> list[Spoken]:
        return [self.spoken[key] for key in self.cleaned_data["chosen"]]


class DayChoice(forms.Form):
    """Which day a list is about, from a week back to a term ahead. Today when it is none."""

    on = forms.DateField(required=False)

    def or_today(self, today: date) -> date:
        asked: date | None = self.cleaned_data.get("on") if self.is_valid() else None
        near = asked is not None and -7 <= (asked - today).days <= 120  # noqa: PLR2004
        return asked if asked is not None and near else today
