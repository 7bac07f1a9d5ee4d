"""One student's day at one site."""

from __future__ import annotations

from collections import Counter
from typing import Any, ClassVar

from django.db import models
from django.utils.translation import gettext_lazy as _

from kindling.attendance.expected import Expected
from kindling.kit.addresses import url
from kindling.kit.http import Refused
from kindling.kit.ids import new_public_id
from kindling.kit.inserting import insert_if_new
from kindling.kit.peers import PeersQuerySet
from kindling.people.models import Student
from kindling.placements.models import Placement
from kindling.schools.models import Person, School, SchoolOwned, Term


class DayQuerySet(PeersQuerySet["Day"]):
    def for_list(self) -> DayQuerySet:
        """What a list of days reads, and no more."""
        related = ("student__person", "placement__site", "placement__mentor")
        return self.select_related(*related).order_by("-on", "-pk")

    def row_for(
        self, placement: Placement, expected: Expected, term_id: int | None, **said: Any
    ) -> tuple[Day, bool]:
        """Return the row of this day and whether it was made now, with `said`.

        One statement; two when it is there. Two at once make one row: the database keeps the first.
        """
        facts = {
            "school_id": placement.school_id, "placement_id": placement.pk,
            "student_id": placement.student_id, "term_id": term_id, "on": expected.on,
            "planned_starts_at": expected.starts_at, "planned_ends_at": expected.ends_at,
            "public_id": new_public_id(), **said,
        }  # fmt: skip
        made = insert_if_new(Day, facts)
        day: Day = Day(pk=made, **facts) if made else self.get(placement=placement, on=expected.on)
        day.placement, day.student = placement, placement.student
        return day, made is not None

    def change(self, day: Day, **changes: Any) -> None:
        """Write to the day unless somebody else did since it was read. One statement.

        Raises Refused for the one who comes second.
        """
        as_read = {"state": day.state, "standing": day.standing, "minutes": day.minutes}
        if not self.filter(pk=day.pk, **as_read).update(**changes):
            raise Refused(
                _("Someone said something about this day just now. Look again before you go on.")
            )
        for name, value in changes.items():
            setattr(day, name, value)


class Day(SchoolOwned):
    """One student's day at one site, from the moment anybody says something about it.

    Days on which nobody has said a word follow from placement, calendar and closures
    (attendance.expected). Three voices stand side by side; `minutes` is what counts.
    """

    class State(models.TextChoices):
        EXPECTED = "expected", _("Expected")
        CHECKED_IN = "checked_in", _("Checked in")
        CHECKED_OUT = "checked_out", _("Checked out")
        CONFIRMED = "confirmed", _("Confirmed")
        DISPUTED = "disputed", _("The times differ")
        SETTLED = "settled", _("Settled")
        ABSENT = "absent", _("Was not there")

    class Standing(models.TextChoices):
        """How the day's minutes count."""

        NONE = "none", _("Nothing to count yet")
        WAITING = "waiting", _("Waiting for the mentor")
        CONFIRMED = "confirmed", _("Confirmed")
        DISPUTED = "disputed", _("To be settled")

    class Mode(models.TextChoices):
        """How the day is spent. Every mode counts hours; remote and family need a line."""

        ON_SITE = "on_site", _("At the place")
        REMOTE = "remote", _("From home, for the place")
        FAMILY = "family", _("With a family member as mentor")
        TRIP = "trip", _("On a field trip with the school")

    class AtSite(models.TextChoices):
        """Whether the student was seen to be at the site. Never where else they were."""

        YES = "yes", _("At the site")
        NO = "no", _("Not at the site")
        UNKNOWN = "unknown", _("Not known")

    # The indexes of Meta begin with these three: a second one each would only cost.
    school = models.ForeignKey(School, models.PROTECT, related_name="+", db_index=False)
    placement = models.ForeignKey(Placement, models.PROTECT, related_name="days", db_index=False)
    student = models.ForeignKey(Student, models.PROTECT, related_name="days", db_index=False)
    term = models.ForeignKey(Term, models.PROTECT, null=True, related_name="+")
    on = models.DateField()
    planned_starts_at = models.TimeField(null=True)
    planned_ends_at = models.TimeField(null=True)
    state = models.CharField(max_length=12, choices=State, default=State.EXPECTED)
    standing = models.CharField(max_length=10, choices=Standing, default=Standing.NONE)
    minutes = models.PositiveSmallIntegerField(default=0)

    mode = models.CharField(max_length=8, choices=Mode, default=Mode.ON_SITE)
    at_site = models.CharField(max_length=8, choices=AtSite, default=AtSite.UNKNOWN)
    goal = models.CharField(max_length=300, default="", blank=True)
    line = models.TextField(max_length=2000, default="", blank=True)  # the student's, at check-out
    student_in_at = models.DateTimeField(null=True)
    student_out_at = models.DateTimeField(null=True)

    mentor_in_at = models.DateTimeField(null=True)
    mentor_out_at = models.DateTimeField(null=True)
    mentor_said_at = models.DateTimeField(null=True)
    mentor_note = models.TextField(max_length=2000, default="", blank=True)
    mentor_note_is_shared = models.BooleanField(default=False)  # the student reads it too

    settled_minutes = models.PositiveSmallIntegerField(null=True)
    settled_by = models.ForeignKey(Person, models.PROTECT, null=True, related_name="+")
    settled_reason = models.CharField(max_length=500, default="", blank=True)

    objects = DayQuerySet.as_manager()  # type: ignore[misc]

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["placement", "on"], name="one_day_per_placement"),
        ]
        indexes: ClassVar = [
            models.Index(fields=["school", "on"]),
            models.Index(fields=["student", "on"]),
            models.Index(fields=["school", "standing", "on"]),
            models.Index(fields=["student", "standing", "on"]),
        ]

    def __str__(self) -> str:
        return f"{self.student} · {self.on}"

    def get_absolute_url(self) -> str:
        return url("attendance:day", self.public_id)

    COUNTED: ClassVar = (Standing.CONFIRMED, Standing.WAITING, Standing.DISPUTED)

    @property
    def sums(self) -> Counter[str]:
        """What this day adds to its hours: standing → minutes."""
        return Counter({self.standing: self.minutes} if self.standing in self.COUNTED else {})

    def added_since(self, before: Counter[str]) -> Counter[str]:
        """What a change added to the hours since `sums` was `before`; may be negative."""
        change = self.sums
        change.subtract(before)
        return change
