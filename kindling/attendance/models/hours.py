"""Minutes by placement and term."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from typing import Any, ClassVar

from django.db import models, transaction

from kindling.kit.peers import PeersQuerySet
from kindling.people.models import Student
from kindling.placements.models import Placement
from kindling.schools.models import SchoolOwned, Term


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

    # The indexes of Meta begin with these two.
    placement = models.ForeignKey(Placement, models.CASCADE, related_name="hours", db_index=False)
    student = models.ForeignKey(Student, models.CASCADE, related_name="hours", db_index=False)
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
