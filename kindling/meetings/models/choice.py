"""What a school chose about meetings, and its own agendas."""

from __future__ import annotations

from typing import ClassVar

from django.db import models

from kindling.meetings.models.meeting import Kind
from kindling.schools.models import School, SchoolOwned


class MeetingChoice(SchoolOwned):
    """One row per school at most; without it the defaults hold."""

    led_from_grade = models.CharField(max_length=10, default="101", blank=True)  # "": no grade

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["school"], name="one_meeting_choice_per_school"),
        ]

    @classmethod
    def of(cls, school: School) -> MeetingChoice:
        """Return what holds at the school. One statement."""
        return cls.objects.filter(school=school).first() or cls(school=school)

    def is_led_by(self, grade: str) -> bool:
        """Say whether a student of this grade leads their own meetings."""
        first = _number(self.led_from_grade)
        own = _number(grade)
        return first is not None and own is not None and own >= first


class AgendaText(SchoolOwned):
    """The agenda with which a kind of meeting begins here, a line for each point."""

    kind = models.CharField(max_length=10, choices=Kind)
    text = models.TextField(max_length=4000)

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["school", "kind"], name="one_agenda_per_kind"),
        ]

    def __str__(self) -> str:
        return self.text


def _number(grade: str) -> int | None:
    """The number in a grade: "201" → 201, "Grade 9" → 9; None where there is none."""
    digits = "".join(sign for sign in grade if sign.isdecimal())
    return int(digits) if digits else None
