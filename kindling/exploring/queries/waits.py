"""What waits in exploring: a word of staff, or something that a student was given."""

from __future__ import annotations

from datetime import datetime
from typing import Any, NamedTuple

from django.db.models import CharField, F, QuerySet, Value
from django.db.models.functions import Coalesce
from django.utils.translation import gettext as _

from kindling.exploring import rules
from kindling.exploring.models import Assignment, Experience, Interview, Rehearsal, ShadowDay
from kindling.kit.addresses import url
from kindling.kit.waits import MOST, HoldsUp, Wait
from kindling.people.rules import students_in_hand
from kindling.schools.ready import ready
from kindling.schools.roles import Role
from kindling.schools.viewer import Viewer

# Of each kind: icon, whose page it is, and whether that page is found by its own id.
STAFF = {
    "assignment": ("sparkles", "exploring:assignment"),
    "practice": ("phone-call", "exploring:rehearsal"),
    "shadow": ("footprints", "exploring:shadow_day"),
    "verify": ("badge-check", "exploring:student"),
}
OWN = {
    "todo": ("sparkles", "exploring:assignment"),
    "held": ("message-circle", "exploring:interview"),
    "answer": ("footprints", "exploring:shadow_day"),
}


class Row(NamedTuple):
    """What every kind is read as."""

    kind: str
    key: str
    page: str
    given: str
    preferred: str
    name: str
    at: datetime


def waits(viewer: Viewer) -> list[Wait]:
    """All kinds in one statement: a page asks many apps."""
    if viewer.is_a(Role.ADVISOR, Role.COORDINATOR):
        return [_staff(Row(*row)) for row in _for_staff(viewer)]
    if viewer.is_a(Role.STUDENT) and not viewer.purpose:
        return [_own(Row(*row)) for row in _for_student(viewer)]
    return []


def _row(rows: QuerySet[Any], kind: str, since: str, ident: str = "public_id") -> QuerySet[Any]:
    """Kind, ids, the student's two names and since when, so that kinds can be put together."""
    rows = rows.select_related(None).order_by()
    what = {
        "of_kind": Value(kind, CharField()),
        "page": F(ident),
        "waits_at": Coalesce(since, "created_at"),
    }
    found: QuerySet[Any] = rows.annotate(**what).values_list(
        "of_kind", "public_id", "page", "student__person__given_name",
        "student__person__preferred_given_name", "student__person__name", "waits_at",
    )  # fmt: skip
    return found


@ready
def _for_staff(viewer: Viewer) -> QuerySet[Any]:
    mine = {"student__in": students_in_hand(viewer).values("pk")}
    handed = rules.visible_assignments(viewer).filter(state=Assignment.State.HANDED_IN, **mine)
    practice = rules.visible_rehearsals(viewer).filter(state=Rehearsal.State.HANDED_IN, **mine)
    asked = rules.visible_shadow_days(viewer).filter(state=ShadowDay.State.ASKED, **mine)
    entered = rules.visible_experiences(viewer).filter(state=Experience.State.ENTERED, **mine)
    return _row(handed, "assignment", "handed_in_at").union(
        _row(practice, "practice", "created_at"), _row(asked, "shadow", "created_at"),
        _row(entered, "verify", "created_at", "student__public_id"), all=True,
    ).order_by("waits_at")[:MOST]  # fmt: skip


@ready
def _for_student(viewer: Viewer) -> QuerySet[Any]:
    mine, today = {"student__person": viewer.person_id}, viewer.school.today()
    given = rules.visible_assignments(viewer).filter(state__in=Assignment.OPEN, **mine)
    talks = rules.visible_interviews(viewer).filter(
        state=Interview.State.PLANNED, on__lt=today, **mine
    )
    days = rules.visible_shadow_days(viewer).filter(
        state=ShadowDay.State.HELD, student_answer="", **mine
    )
    return _row(given, "todo", "created_at").union(
        _row(talks, "held", "created_at"), _row(days, "answer", "created_at"), all=True
    ).order_by("waits_at")[:MOST]  # fmt: skip


def _staff(row: Row) -> Wait:
    says = {
        "assignment": _("Read what %(name)s found out."),
        "practice": _("Look at the practice of %(name)s."),
        "shadow": _("%(name)s would like to plan a shadow day."),
        "verify": _("Verify a shadow day or an interview of %(name)s."),
    }
    icon, address = STAFF[row.kind]
    return Wait(
        key=f"exploring.{row.kind}:{row.key}", icon=icon, url=url(address, row.page),
        say=says[row.kind] % {"name": row.preferred or row.given},
        holds_up=HoldsUp.STUDENT, who=row.name, since=row.at,
    )  # fmt: skip


def _own(row: Row) -> Wait:
    says = {
        "todo": _("Go on with what you were given to find out."),
        "held": _("Say how your interview went."),
        "answer": _("Say whether you would like to go on after your shadow day."),
    }
    icon, address = OWN[row.kind]
    return Wait(
        key=f"exploring.{row.kind}:{row.key}", icon=icon, url=url(address, row.page),
        say=says[row.kind], holds_up=HoldsUp.NOBODY, since=row.at,
    )  # fmt: skip
