"""Who turned eighteen, and nobody has said yet whose the rights are."""

from __future__ import annotations

from datetime import date

from django.utils.translation import gettext as _

from kindling.kit.addresses import url
from kindling.kit.waits import MOST, HoldsUp, Wait, since_day
from kindling.people import rules
from kindling.people.models import Student
from kindling.schools.viewer import Viewer


def waits(viewer: Viewer) -> list[Wait]:
    """For the registrar and the principal. One statement for them, none for others."""
    if not rules.may_keep_limits(viewer):
        return []
    return [_one(viewer, student) for student in rules.to_transfer(viewer)[:MOST]]


def _one(viewer: Viewer, student: Student) -> Wait:
    return Wait(
        key=f"transfer.confirm:{student.public_id}", icon="cake", who=student.name,
        say=_("%(name)s is 18. Say who holds the rights now.") % {"name": student.first},
        url=url("contacts:age", student.public_id), holds_up=HoldsUp.STUDENT,
        since=since_day(_birthday(student), viewer.school.zone),
    )  # fmt: skip


def _birthday(student: Student) -> date:
    """The day on which they turned eighteen."""
    born = student.birth_on
    assert born is not None  # noqa: S101  `to_transfer` asks for it
    if (born.month, born.day) == (2, 29):
        return date(born.year + rules.OF_AGE, 3, 1)
    return born.replace(year=born.year + rules.OF_AGE)
