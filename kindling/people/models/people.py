"""Students and the adults who work with them."""

from __future__ import annotations

from datetime import date
from typing import ClassVar

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from kindling.kit.addresses import url
from kindling.people.matters import COLUMNS
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
    # The family said no to directory information: no public page names this student.
    is_unlisted = models.BooleanField(default=False)
    # Came of age, and the registrar said so: family reads what the student shares. Kept by
    # people.actions from the Transfer that stands.
    holds_rights = models.BooleanField(default=False)
    # A statement is attached to part of the record (disclosures): pages ask for it only then.
    has_statement = models.BooleanField(default=False)

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
    # Stands in for the advisor for some days: sees the day, not what is private.
    is_substitute = models.BooleanField(default=False)
    since_on = models.DateField()
    until_on = models.DateField(null=True, blank=True)  # the last day counts
    # Phone and e-mail of this one are for leaders and the student's own advisor alone.
    is_protected = models.BooleanField(default=False)
    # What the family is let into today, see `Matter`. Kept by people.actions; nobody else writes.
    has_days = models.BooleanField(default=True)
    has_plan = models.BooleanField(default=True)
    has_work = models.BooleanField(default=True)
    has_words = models.BooleanField(default=True)
    has_care = models.BooleanField(default=True)
    has_decide = models.BooleanField(default=True)
    has_told = models.BooleanField(default=True)

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
            models.CheckConstraint(
                condition=Q(is_substitute=False) | Q(until_on__isnull=False),
                name="substitute_has_a_last_day",
            ),
            # Staff and mentors are bound by their roles; matters are a family's.
            models.CheckConstraint(
                condition=Q(role=Role.GUARDIAN) | Q(**dict.fromkeys(COLUMNS, True)),
                name="only_family_is_limited",
            ),
        ]
        indexes: ClassVar = [models.Index(fields=["school", "adult", "until_on"])]

    def __str__(self) -> str:
        return f"{self.adult} · {self.student}"
