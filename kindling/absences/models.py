"""Who comes late or not at all, who said so and why, and whom a school tells."""

from __future__ import annotations

from datetime import date
from typing import ClassVar

from django.db import models
from django.db.models import F, Q
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from kindling.attendance.models import Method
from kindling.history.steps import Step
from kindling.people.models import Student
from kindling.schools.models import Person, School, SchoolOwned
from kindling.schools.roles import Role


class Kind(models.TextChoices):
    LATE = "late", _("Late")
    ABSENT = "absent", _("Absent")


class Voice(models.TextChoices):
    """Whose word it is."""

    STUDENT = "student", _("Student")
    GUARDIAN = "guardian", _("Family")
    STAFF = "staff", _("School")


# What a new school begins with: code → kind, word, excused, the SIS's code, for students, families.
SEEDED: dict[str, tuple[str, object, bool, str, bool, bool]] = {
    "sick": (Kind.ABSENT, _("Sick"), True, "EX", True, True),
    "appointment": (Kind.ABSENT, _("Doctor or other appointment"), True, "EX", True, True),
    "family": (Kind.ABSENT, _("Family"), True, "EX", True, True),
    "transport": (Kind.ABSENT, _("No way to get there"), False, "UX", True, True),
    "religious": (Kind.ABSENT, _("Religious holiday"), True, "EX", False, True),
    "suspended": (Kind.ABSENT, _("Suspended"), True, "SU", False, False),
    "other": (Kind.ABSENT, _("Something else"), False, "UX", True, True),
    "late_transport": (Kind.LATE, _("Bus or train"), False, "TD", True, True),
    "late_appointment": (Kind.LATE, _("Doctor or other appointment"), True, "TE", True, True),
    "late_other": (Kind.LATE, _("Something else"), False, "TD", True, True),
}


class Reason(SchoolOwned):
    """Why somebody is late or absent, in the school's words and with the SIS's code."""

    code = models.SlugField(max_length=40)
    kind = models.CharField(max_length=6, choices=Kind)
    label = models.CharField(max_length=80, default="", blank=True)  # empty: the word we know
    is_excused = models.BooleanField(default=True)
    sis_code = models.CharField(max_length=20, default="", blank=True)
    for_students = models.BooleanField(default=True)
    for_families = models.BooleanField(default=True)
    place = models.PositiveSmallIntegerField(default=100)  # in lists
    retired_on = models.DateField(null=True, blank=True)

    class Meta:
        ordering: ClassVar = ["place", "pk"]
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["school", "code"], name="one_reason_per_code"),
        ]

    def __str__(self) -> str:
        return self.name

    @property
    def name(self) -> str:
        """The school's own word, or ours in the reader's language."""
        return self.label or (str(SEEDED[self.code][1]) if self.code in SEEDED else self.code)

    @classmethod
    def seeds(cls, school_id: int) -> list[Reason]:
        """Return what a new school begins with, not saved."""
        return [
            cls(
                school_id=school_id, code=code, kind=kind, is_excused=excused, sis_code=sis,
                for_students=students, for_families=families, place=number * 10,
            )
            for number, (code, (kind, _word, excused, sis, students, families)) in enumerate(
                SEEDED.items(), 1
            )
        ]  # fmt: skip


class Desk(SchoolOwned):
    """Which hats take word of absences and alarms at this school. No row: DEFAULT."""

    DEFAULT: ClassVar = (Role.COORDINATOR.value, Role.REGISTRAR.value)
    CHOICES: ClassVar = (
        Role.COORDINATOR, Role.REGISTRAR, Role.STAFF, Role.PRINCIPAL, Role.ADMINISTRATOR,
    )  # fmt: skip

    roles = models.JSONField(default=list)

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["school"], name="one_desk_per_school"),
        ]


class Report(SchoolOwned):
    """One word about one student for a day, or for days: comes late, does not come.

    Never changed: another word about the same days takes its place, and the earlier one stays.
    """

    class State(models.TextChoices):
        REPORTED = "reported", _("Reported")
        CLEARED = "cleared", _("Cleared")
        UNEXCUSED = "unexcused", _("Not excused")
        REPLACED = "replaced", _("Said differently later")
        TAKEN_BACK = "taken_back", _("Taken back")

    LIVE: ClassVar = (State.REPORTED, State.CLEARED, State.UNEXCUSED)
    STEPS: ClassVar = {
        "clear": Step((State.REPORTED, State.UNEXCUSED), State.CLEARED),
        "refuse": Step((State.REPORTED, State.CLEARED), State.UNEXCUSED),
        "replace": Step(LIVE, State.REPLACED),
        "take_back": Step(LIVE, State.TAKEN_BACK),
    }

    student = models.ForeignKey(Student, models.CASCADE, related_name="reports")
    kind = models.CharField(max_length=6, choices=Kind)
    since_on = models.DateField()
    until_on = models.DateField()  # the last day counts
    minutes = models.PositiveSmallIntegerField(null=True)  # late: by how many
    due_at = models.DateTimeField(null=True)  # late: when they mean to be there
    reason = models.ForeignKey(Reason, models.PROTECT, null=True, related_name="+")
    note = models.CharField(max_length=500, default="", blank=True)  # never for the mentor
    voice = models.CharField(max_length=10, choices=Voice)
    by = models.ForeignKey(Person, models.PROTECT, null=True, related_name="+")
    method = models.CharField(max_length=10, choices=Method, default=Method.PAGE)
    at = models.DateTimeField()
    state = models.CharField(max_length=10, choices=State, default=State.REPORTED)
    decided_by = models.ForeignKey(Person, models.PROTECT, null=True, related_name="+")
    decided_at = models.DateTimeField(null=True)
    decided_note = models.CharField(max_length=500, default="", blank=True)
    replaces = models.OneToOneField(
        "self", models.PROTECT, null=True, blank=True, related_name="replaced_by"
    )
    tap = models.CharField(max_length=40, null=True, blank=True)  # noqa: DJ001 (unique: a double tap)

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["student", "since_on"],
                condition=Q(state__in=["reported", "cleared", "unexcused"]),
                name="one_live_report_per_student_and_day",
            ),
            models.UniqueConstraint(fields=["school", "tap"], name="one_report_per_tap"),
            models.CheckConstraint(
                condition=Q(until_on__gte=F("since_on")), name="report_ends_after_it_starts"
            ),
        ]
        indexes: ClassVar = [
            models.Index(fields=["school", "until_on"]),
            models.Index(fields=["student", "until_on"]),
        ]

    def __str__(self) -> str:
        return f"{self.student} · {self.since_on}"

    def get_absolute_url(self) -> str:
        return reverse("absences:report", args=[self.public_id])

    @classmethod
    def holding(cls, school: School, first: date, last: date) -> models.QuerySet[Report]:
        """Return those that hold on one of these days, both counted."""
        span = {"since_on__lte": last, "until_on__gte": first}
        return cls.objects.filter(school=school, state__in=cls.LIVE, **span)

    @property
    def is_late(self) -> bool:
        return self.kind == Kind.LATE

    @property
    def is_excused(self) -> bool:
        """Cleared, for a reason that excuses (or for none)."""
        excuses = self.reason is None or self.reason.is_excused
        return self.state == self.State.CLEARED and excuses

    @property
    def reason_name(self) -> str:
        return self.reason.name if self.reason else ""

    def holds_on(self, day: date) -> bool:
        return self.state in self.LIVE and self.since_on <= day <= self.until_on
