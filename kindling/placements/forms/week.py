"""The days and times of an internship on one screen."""

from __future__ import annotations

from collections.abc import Container, Iterable
from datetime import time
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.forms.boundfield import BoundField
from django.utils.dates import WEEKDAYS
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from kindling.placements import rules
from kindling.placements.forms.steps import long_text, works_out
from kindling.placements.models import Placement, Pursuit
from kindling.placements.timetable import (
    Slot,
    check_first_day,
    check_last_day,
    checked_schedule,
    next_weekday,
)
from kindling.schedule.models import LETTERS
from kindling.schedule.plan import Slot as Block
from kindling.schedule.queries.plans import internship_slots
from kindling.schedule.rules import has_letters
from kindling.schools.models import School
from kindling.schools.viewer import Viewer
from kindling.sites.models import Opportunity
from kindling.ui.format import clock

NINE, TWO = time(9), time(14)


class WeekForm(forms.Form):
    """Seven rows: a weekday, from, to, and where weeks alternate in which. Subclasses add dates."""

    def __init__(
        self, *args: Any, viewer: Viewer, slots: Iterable[Slot], out: Container[int], **kwargs: Any
    ) -> None:
        super().__init__(*args, **kwargs)
        self.out, found = out, {slot.weekday: slot for slot in slots}
        usual = next(iter(found.values()), Slot(0, NINE, TWO))
        self.viewer, self.alternates = viewer, has_letters(viewer.school)
        for weekday, name in WEEKDAYS.items():
            slot = found.get(weekday, usual._replace(letter=""))
            self._add_row(weekday, str(name), weekday in found, slot)

    def _add_row(self, weekday: int, name: str, on: bool, slot: Slot) -> None:
        if self.alternates:
            self.fields[f"weeks_{weekday}"] = forms.ChoiceField(
                label=_("%(day)s: in which weeks") % {"day": name}, choices=LETTERS,
                initial=slot.letter, required=False,
            )  # fmt: skip
        off = weekday not in self.out
        hint = _("Not an internship day here") if off else ""
        self.fields[f"day_{weekday}"] = forms.BooleanField(
            label=name, initial=on, required=False, help_text=hint
        )
        self.fields[f"from_{weekday}"] = forms.TimeField(
            label=_("%(day)s from") % {"day": name}, initial=slot.starts_at, required=False
        )
        self.fields[f"to_{weekday}"] = forms.TimeField(
            label=_("%(day)s until") % {"day": name}, initial=slot.ends_at, required=False
        )

    @property
    def week(self) -> list[tuple[BoundField, ...]]:
        """The rows as the page draws them; the fourth, in which weeks, only where they alternate."""
        parts = ("day", "from", "to", "weeks") if self.alternates else ("day", "from", "to")
        return [tuple(self[f"{part}_{n}"] for part in parts) for n in WEEKDAYS]

    def clean(self) -> dict[str, Any]:
        """Leave the checked slots under "schedule"."""
        cleaned = super().clean() or {}
        slots = [slot for n in WEEKDAYS if cleaned.get(f"day_{n}") and (slot := self._slot(n))]
        if self.errors:
            return cleaned
        try:
            cleaned["schedule"] = checked_schedule(slots)
        except ValidationError as error:
            self.add_error(None, error.messages[0])
        return cleaned

    def _slot(self, n: int) -> Slot | None:
        starts_at, ends_at = self.cleaned_data.get(f"from_{n}"), self.cleaned_data.get(f"to_{n}")
        if f"from_{n}" in self.errors or f"to_{n}" in self.errors:
            return None
        if not (starts_at and ends_at):
            self.add_error(f"to_{n}" if starts_at else f"from_{n}", _("Say from when until when."))
            return None
        if ends_at <= starts_at:
            later = _("Choose a time after %(time)s.") % {"time": clock(starts_at)}
            self.add_error(f"to_{n}", later)
            return None
        return Slot(n, starts_at, ends_at, self.cleaned_data.get(f"weeks_{n}") or "")


class StartForm(WeekForm):
    """Everything an internship needs, on one screen."""

    mentor: Any = forms.ModelChoiceField(
        None,
        to_field_name="public_id",
        label=gettext_lazy("Mentor"),
        empty_label=None,
        error_messages={
            "required": gettext_lazy("Choose a mentor."),
            "invalid_choice": gettext_lazy("Choose a mentor who works at this site."),
        },
    )
    starts_on = forms.DateField(label=gettext_lazy("First day"))
    ends_on = forms.DateField(
        label=gettext_lazy("Last day"),
        required=False,
        help_text=gettext_lazy("Leave it empty when nobody knows yet."),
    )
    goals = long_text(gettext_lazy("Goals"), most=4000, required=False)

    def __init__(self, *args: Any, pursuit: Pursuit, viewer: Viewer, **kwargs: Any) -> None:
        place, today = pursuit.opportunity, viewer.school.today()
        week = internship_slots(pursuit.student, viewer.school, today)
        slots = offered_slots(place, week, viewer.school)
        days = frozenset(slot.weekday for slot in slots)
        out = {day for _letter, day in week} or viewer.school.weekdays
        super().__init__(*args, viewer=viewer, slots=slots, out=out, **kwargs)
        mentors = rules.mentors_at(place.site, today)
        choice: Any = self.fields["mentor"]
        choice.queryset = mentors
        self.fields["starts_on"].initial = next_weekday(days, today)
        self.fields["goals"].initial = pursuit.start_note

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean()
        if starts_on := cleaned.get("starts_on"):
            today, ends_on = self.viewer.school.today(), cleaned.get("ends_on")
            works_out(self, lambda: check_first_day(starts_on, ends_on, today=today))
        return cleaned


def offered_slots(
    place: Opportunity, week: dict[tuple[str, int], Block], school: School
) -> list[Slot]:
    """The internship days of the student's week on which the place is open, at its hours.

    A school without a week has the weekdays it named. Where no day fits, the school's days.
    """
    planned = [
        Slot(day, place.starts_at or block.starts_at, place.ends_at or block.ends_at, letter)
        for (letter, day), block in week.items()
    ] or [
        Slot(day, place.starts_at or NINE, place.ends_at or TWO) for day in sorted(school.weekdays)
    ]
    return [slot for slot in planned if slot.weekday in place.weekdays] or planned


class RescheduleForm(WeekForm):
    """Other days from a day on, and the last day."""

    since_on = forms.DateField(
        label=gettext_lazy("From"), help_text=gettext_lazy("Days before it stay as they are.")
    )
    ends_on = forms.DateField(label=gettext_lazy("Last day"), required=False)

    def __init__(self, *args: Any, placement: Placement, viewer: Viewer, **kwargs: Any) -> None:
        first = max(viewer.school.today(), placement.starts_on)
        rows = placement.planned_days.all()
        current = [
            Slot(r.weekday, r.starts_at, r.ends_at, r.letter)
            for r in rows
            if r.until_on is None or r.until_on >= first
        ]
        week = internship_slots(placement.student, viewer.school, first)
        out = {day for _letter, day in week} or viewer.school.weekdays
        super().__init__(*args, viewer=viewer, slots=current, out=out, **kwargs)
        self.fields["since_on"].initial = first
        self.fields["ends_on"].initial = placement.ends_on

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean()
        if since_on := cleaned.get("since_on"):
            works_out(self, lambda: check_last_day(since_on, cleaned.get("ends_on")))
        return cleaned
