"""Students and the adults who work with them."""

from __future__ import annotations

from datetime import date
from typing import ClassVar

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from kindling.kit.addresses import url
from kindling.schools.models import Person, SchoolOwned
from kindling.schools.roles import Role


class Student(SchoolOwned):
    """A person who learns here. Names stand in the person."""

    class State(models.TextChoices):
        ENROLLED = "enrolled", _("Enrolled")
        WITHDRAWN = "withdrawn", _("Withdrawn")
        GRADUATED = "graduated", _("Graduated")

    person = models.OneToOneField(Person, models.PROTECT, related_name="student")
    number = models.CharField(max_length=60, default="", blank=True)  # the school's own
    grade = models.CharField(max_length=10, default="", blank=True)
    birth_on = models.DateField(null=True, blank=True)
    state = models.CharField(max_length=10, choices=State, default=State.ENROLLED)
    enrolled_on = models.DateField()
    left_on = models.DateField(null=True, blank=True)  # the last day, counted

    class Meta:
        indexes: ClassVar = [models.Index(fields=["school", "state", "grade"])]

    def __str__(self) -> str:
        return self.person.name

    def get_absolute_url(self) -> str:
        return url("people:student", self.public_id)

    @property
    def name(self) -> str:
        return self.person.name

    @property
    def first(self) -> str:
        return self.person.first

    def age_on(self, day: date) -> int | None:
        """Whole years on that day; None when the birthday is not known."""
        if self.birth_on is None:
            return None
        had = (day.month, day.day) >= (self.birth_on.month, self.birth_on.day)
        return day.year - self.birth_on.year - (0 if had else 1)


class Connection(SchoolOwned):
    """This adult works with this student, as this role, from one day until another.

    Access follows these rows: an adult sees a student while one of them is current.
    """

    student = models.ForeignKey(Student, models.CASCADE, related_name="connections")
    adult = models.ForeignKey(Person, models.CASCADE, related_name="connections")
    role = models.CharField(
        max_length=20,
        choices=[(r.value, r.label) for r in (Role.ADVISOR, Role.GUARDIAN, Role.MENTOR)],
    )
    relation = models.CharField(max_length=60, default="", blank=True)  # mother, uncle …
    is_primary = models.BooleanField(default=False)
    since_on = models.DateField()
    until_on = models.DateField(null=True, blank=True)  # the last day counts

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["student", "adult", "role"],
                condition=Q(until_on__isnull=True),
                name="one_open_connection",
            ),
            models.CheckConstraint(
                condition=Q(until_on__isnull=True) | Q(until_on__gte=F("since_on")),
                name="connection_ends_after_it_starts",
            ),
        ]
        indexes: ClassVar = [models.Index(fields=["school", "adult", "until_on"])]

    def __str__(self) -> str:
        return f"{self.adult} · {self.student}"


class CareNote(SchoolOwned):
    """What a family lets be known for an emergency: an allergy, a medicine, whom to call.

    Nobody writes it without somebody who allowed it, and it ends by itself.
    """

    student = models.ForeignKey(Student, models.CASCADE, related_name="care_notes")
    text = models.CharField(max_length=500)
    allowed_by = models.ForeignKey(Person, models.PROTECT, related_name="+")
    written_by = models.ForeignKey(Person, models.PROTECT, null=True, related_name="+")
    since_on = models.DateField()
    until_on = models.DateField()  # the last day counts
    ended_at = models.DateTimeField(null=True)  # taken back before that day

    class Meta:
        constraints: ClassVar = [
            models.CheckConstraint(
                condition=Q(until_on__gte=F("since_on")), name="care_note_ends_after_it_starts"
            ),
        ]
        indexes: ClassVar = [models.Index(fields=["student", "until_on"])]

    def __str__(self) -> str:
        return self.text

    def get_absolute_url(self) -> str:
        return url("care:notes", self.student.public_id)
