"""The adults of a family and what each is let into, for staff and for the student."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from kindling.people import rules
from kindling.people.matters import Matter
from kindling.people.models import Connection, Limit, Student, Transfer
from kindling.schools.viewer import Viewer


@dataclass(frozen=True)
class Guardian:
    """One of the family: what they are let into and what not, and every limit there ever was."""

    tie: Connection
    limits: tuple[Limit, ...] = ()
    decides: bool = True  # False from eighteen on

    @property
    def given(self) -> list[Matter]:
        return [m for m in Matter if getattr(self.tie, m.column) and not self._is_over(m)]

    @property
    def withheld(self) -> list[Matter]:
        given = self.given
        return [matter for matter in Matter if matter not in given]

    @property
    def open_limits(self) -> list[Limit]:
        return [one for one in self.limits if one.ended_at is None]

    @property
    def ended_limits(self) -> list[Limit]:
        return [one for one in self.limits if one.ended_at is not None]

    def _is_over(self, matter: Matter) -> bool:
        return matter == Matter.DECIDE and not self.decides


@dataclass(frozen=True)
class FamilyPage:
    """A student's family with their rights."""

    student: Student
    guardians: list[Guardian]
    transfers: list[Transfer]
    is_of_age: bool
    may_keep: bool

    @property
    def standing(self) -> Transfer | None:
        return next((one for one in self.transfers if one.ended_at is None), None)


def family_page(viewer: Viewer, student: Student) -> FamilyPage:
    """Gather the page. Three statements, however many guardians; ask only for a student in charge."""
    is_of_age = rules.is_of_age(student)
    ties = rules.visible_family(viewer).filter(student=student)
    limits = list(rules.visible_limits(viewer).filter(student=student))
    return FamilyPage(
        student=student,
        guardians=_guardians(ties, limits, decides=not is_of_age),
        transfers=list(rules.visible_transfers(viewer).filter(student=student)),
        is_of_age=is_of_age,
        may_keep=rules.may_keep_limits(viewer),
    )


def own_page(viewer: Viewer, student: Student) -> FamilyPage:
    """What the student reads of it: who sees what, and no reasons."""
    is_of_age = rules.is_of_age(student)
    return FamilyPage(
        student=student,
        guardians=_guardians(rules.own_family(viewer), [], decides=not is_of_age),
        transfers=[],
        is_of_age=is_of_age,
        may_keep=False,
    )


def _guardians(ties: Iterable[Connection], limits: list[Limit], *, decides: bool) -> list[Guardian]:
    return [
        Guardian(tie, tuple(one for one in limits if one.adult_id == tie.adult_id), decides)
        for tie in ties
    ]
