"""The internship day: what the student says, what the mentor says, what staff settle."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from typing import Any, ClassVar

from django.db import models, transaction
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from kindling.attendance.expected import Expected
from kindling.kit.http import Refused
from kindling.kit.peers import PeersQuerySet
from kindling.people.models import Student
from kindling.placements.models import Placement
from kindling.schools.models import Person, SchoolOwned, Term


class DayQuerySet(PeersQuerySet["Day"]):
    def for_list(self) -> DayQuerySet:
        """What a list of days reads, and no more."""
        related = ("student__person", "placement__site", "placement__mentor")
        return self.select_related(*related).order_by("-on", "-pk")

    def row_for(
        self, placement: Placement, expected: Expected, term_id: int | None, **said: Any
    ) -> tuple[Day, bool]:
        """Return the row of this day and whether it was made now, with `said`. Two statements.

        Two at once make one row: the database keeps the first.
        """
        fresh = Day(
            school_id=placement.school_id, placement=placement, student_id=placement.student_id,
            term_id=term_id, on=expected.on, planned_starts_at=expected.starts_at,
            planned_ends_at=expected.ends_at, **said,
        )  # fmt: skip
        self.bulk_create([fresh], ignore_conflicts=True)
        day: Day = self.get(placement=placement, on=expected.on)
        day.placement, day.student = placement, placement.student
        return day, day.public_id == fresh.public_id

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

    placement = models.ForeignKey(Placement, models.PROTECT, related_name="days")
    student = models.ForeignKey(Student, models.PROTECT, related_name="days")
    term = models.ForeignKey(Term, models.PROTECT, null=True, related_name="+")
    on = models.DateField()
    planned_starts_at = models.TimeField(null=True)
    planned_ends_at = models.TimeField(null=True)
    state = models.CharField(max_length=12, choices=State, default=State.EXPECTED)
    standing = models.CharField(max_length=10, choices=Standing, default=Standing.NONE)
    minutes = models.PositiveSmallIntegerField(default=0)

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
        ]

    def __str__(self) -> str:
        return f"{self.student} · {self.on}"

    def get_absolute_url(self) -> str:
        return reverse("attendance:day", args=[self.public_id])

    @property
    def sums(self) -> Counter[str]:
        """What this day adds to its hours: standing → minutes."""
        return Counter({self.standing: self.minutes} if self.standing in Hours.PARTS else {})

    def added_since(self, before: Counter[str]) -> Counter[str]:
        """What a change added to the hours since `sums` was `before`; may be negative."""
        change = self.sums
        change.subtract(before)
        return change


class Entry(SchoolOwned):
    """One thing somebody said about a day. Never changed: a correction is another entry."""

    class Voice(models.TextChoices):
        STUDENT = "student", _("Student")
        MENTOR = "mentor", _("Mentor")
        STAFF = "staff", _("Staff")

    class Kind(models.TextChoices):
        CHECK_IN = "check_in", _("Checked in")
        CHECK_OUT = "check_out", _("Checked out")
        CONFIRM = "confirm", _("Confirmed")
        CORRECT = "correct", _("Corrected the times")
        ABSENT = "absent", _("Was not there")
        NOTE = "note", _("Wrote a note")
        SETTLE = "settle", _("Settled")

    day = models.ForeignKey(Day, models.CASCADE, related_name="entries")
    voice = models.CharField(max_length=10, choices=Voice)
    kind = models.CharField(max_length=10, choices=Kind)
    by = models.ForeignKey(Person, models.PROTECT, null=True, related_name="+")
    at = models.DateTimeField()  # when it was said
    in_at = models.DateTimeField(null=True)
    out_at = models.DateTimeField(null=True)
    minutes = models.PositiveSmallIntegerField(null=True)
    text = models.TextField(max_length=2000, default="", blank=True)
    tap = models.CharField(max_length=40, null=True, blank=True)  # noqa: DJ001 (unique: a double tap)

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["school", "tap"], name="one_entry_per_tap"),
        ]


class HoursQuerySet(PeersQuerySet["Hours"]):
    def move(self, changes: Mapping[Sum, Counter[str]]) -> None:
        """Add minutes (or take them away) by placement and term. One statement as a rule.

        The first minutes of a placement in a term make its row, with three statements more.
        """
        moved = {key: change for key, change in changes.items() if any(change.values())}
        if moved and not self._add(moved):
            self._make_rows(moved)
            self._add(moved)

    def _add(self, moved: Mapping[Sum, Counter[str]]) -> bool:
        """Add to all rows, or to none when one is missing."""
        with transaction.atomic():
            if self.filter(_any_of(moved)).update(**_added(moved)) == len(moved):
                return True
            transaction.set_rollback(True)
        return False

    def _make_rows(self, sums: Iterable[Sum]) -> None:
        """Make the rows that are missing; where two make one at once, the database keeps one."""
        there = set(self.filter(_any_of(sums)).values_list("placement_id", "term_id"))
        missing = [
            Hours(
                school_id=placement.school_id,
                placement=placement,
                student_id=placement.student_id,
                term_id=term_id,
            )
            for placement, term_id in sums
            if (placement.pk, term_id) not in there
        ]
        self.bulk_create(missing, ignore_conflicts=True)


type Sum = tuple[Placement, int | None]  # the term's key; None between terms


def _any_of(sums: Iterable[Sum]) -> models.Q:
    """The rows of these sums, together by term."""
    by_term: dict[int | None, list[int]] = {}
    for placement, term_id in sums:
        by_term.setdefault(term_id, []).append(placement.pk)
    wanted = models.Q()
    for term_id, placements in by_term.items():
        term = {"term__isnull": True} if term_id is None else {"term_id": term_id}
        wanted |= models.Q(placement_id__in=placements, **term)
    return wanted


def _added(moved: Mapping[Sum, Counter[str]]) -> dict[str, Any]:
    """Each part that changes plus what is added to it, rows with the same change together."""
    added: dict[str, Any] = {}
    for part in Hours.PARTS:
        same: dict[int, list[Sum]] = {}
        for key, change in moved.items():
            same.setdefault(change[part], []).append(key)
        if set(same) == {0}:
            continue
        whens = (models.When(_any_of(keys), then=n) for n, keys in same.items() if n)
        only = next(iter(same)) if len(same) == 1 else None
        added[part] = models.F(part) + (only or models.Case(*whens, default=0))
    return added


class Hours(SchoolOwned):
    """Minutes of one placement in one term, kept up on every write; never added up on a page."""

    PARTS: ClassVar = ("confirmed", "waiting", "disputed")

    placement = models.ForeignKey(Placement, models.CASCADE, related_name="hours")
    student = models.ForeignKey(Student, models.CASCADE, related_name="hours")
    term = models.ForeignKey(Term, models.PROTECT, null=True, related_name="+")
    confirmed = models.IntegerField(default=0)
    waiting = models.IntegerField(default=0)
    disputed = models.IntegerField(default=0)

    objects = HoursQuerySet.as_manager()  # type: ignore[misc]

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["placement", "term"], name="one_sum_of_hours"),
            models.UniqueConstraint(
                fields=["placement"],
                condition=models.Q(term__isnull=True),
                name="one_sum_of_hours_between_terms",
            ),
        ]
        indexes: ClassVar = [models.Index(fields=["student", "term"])]

    @property
    def total(self) -> int:
        return self.confirmed + self.waiting + self.disputed
