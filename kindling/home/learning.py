"""What one student's page says about their learning, in one statement, and where each thing is."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from django.db.models import Exists, F, OuterRef, QuerySet, Subquery, Sum
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from kindling.evidence.rules import visible_tallies
from kindling.exhibitions.models import Exhibition
from kindling.exhibitions.rules import visible_exhibitions
from kindling.kit.addresses import url
from kindling.people.matters import Matter
from kindling.people.models import Student
from kindling.people.rules import own_advisees, students_in_full, visible_students
from kindling.plans.models import Plan
from kindling.plans.rules import visible_plans
from kindling.schools.ready import ready
from kindling.schools.roles import Role
from kindling.schools.viewer import Viewer
from kindling.ui.format import short_day


@dataclass(frozen=True, slots=True)
class Door:
    """A tile: what it is called, where it leads, and the one fact worth a look."""

    title: str
    url: str
    detail: str
    icon: str
    hue: int


@ready
def _standing(viewer: Viewer, student: int) -> QuerySet[Any]:
    """The student with this term's plan, how many pieces there are, and the last real talk."""
    today = viewer.school.today()
    now = {"term__starts_on__lte": today, "term__ends_on__gte": today}
    plan = visible_plans(viewer).filter(student=OuterRef("pk"), **now).order_by("pk")
    pieces = visible_tallies(viewer).filter(student=OuterRef("pk"), **now).order_by()
    shows = visible_exhibitions(viewer).filter(student=OuterRef("pk"))
    shows = shows.filter(state__in=Exhibition.DATED, on__gte=today).order_by("on", "pk")
    found = visible_students(viewer).filter(pk=student)
    return (
        found.annotate(
            plan_id=Subquery(plan.values("public_id")[:1]),
            plan_state=Subquery(plan.values("state")[:1]),
            plan_items=Subquery(plan.values("item_count")[:1]),
            pieces=Subquery(pieces.values("student").annotate(n=Sum("count")).values("n")[:1]),
            shows_on=Subquery(shows.values("on")[:1]),
            talked_on=F("last_talk__last_on"),
            in_full=Exists(students_in_full(viewer).filter(pk=OuterRef("pk"))),
            is_advised=Exists(own_advisees(viewer).filter(student=OuterRef("pk"))),
        )
        .select_related(None)
        .only("public_id")
    )


def learning_doors(viewer: Viewer, student: Student, matters: frozenset[Matter]) -> list[Door]:
    """What one may open of a student's learning, of the matters one is let into. One statement."""
    found = _standing(viewer, student.pk)
    if not found:
        return []
    row, key = found[0], student.public_id
    is_own = student.person_id == viewer.person_id
    doors = _of_plan(row, key) if Matter.PLAN in matters else []
    if row.in_full and Matter.WORK in matters:
        count = _pieces(row.pieces or 0)
        doors.append(Door(_("Evidence"), url("evidence:student", key), count, "images", 5))
        shows, day = f"{url('exhibitions:exhibitions')}?student={key}", row.shows_on
        told = _("On %(day)s") % {"day": short_day(day)} if day else ""
        doors.append(Door(_("Exhibitions"), shows, told, "mic-vocal", 1))
        doors.append(Door(_("Gateways"), url("gateways:student", key), "", "flag", 1))
    if row.in_full and Matter.WORDS in matters:
        doors.append(Door(_("Narratives"), url("narratives:of", key), "", "book-open-text", 7))
        doors.append(Door(_("Credentials"), url("credentials:for", key), "", "award", 4))
        doors.append(Door(_("Transcripts"), url("transcripts:for", key), "", "scroll-text", 6))
        if is_own or viewer.is_a(Role.GUARDIAN, Role.REGISTRAR, Role.PRINCIPAL):
            doors.append(Door(_("Record and rights"), url("rights:of", key), "", "folder-open", 2))
    if Matter.PLAN in matters:
        doors.append(Door(_("Courses and tests"), url("courses:student", key), "", "school", 6))
    return [*doors, *_between(viewer, row, student, matters)]


def _of_plan(row: Any, key: str) -> list[Door]:
    doors = [
        Door(_("Plan"), _plan_url(row), _plan_words(row), "map", 4),
        Door(_("Projects"), f"{url('projects:projects')}?student={key}", "", "hammer", 2),
    ]
    if row.in_full:
        doors.append(Door(_("Goals"), url("goals:for", key), "", "target", 3))
    return doors


def _between(viewer: Viewer, row: Any, student: Student, matters: frozenset[Matter]) -> list[Door]:
    """What is between a student and their own advisor, and what of it a family may read."""
    is_own = student.person_id == viewer.person_id
    if not (is_own or row.is_advised):
        if not viewer.is_a(Role.GUARDIAN) or Matter.WORK not in matters:
            return []
        shared = _("What is shared with you")
        return [Door(_("Journal"), url("journals:shared"), shared, "notebook-pen", 8)]
    key, last = student.public_id, row.talked_on
    told = _("Last on %(day)s") % {"day": short_day(last)} if last else _("None yet")
    journal = url("journals:journals") if is_own else url("journals:of", key)
    return [
        Door(_("Talks"), url("talks:with", key), told, "messages-square", 7),
        Door(_("Journal"), journal, "", "notebook-pen", 8),
    ]


def _plan_url(row: Any) -> str:
    return url("plans:plan", row.plan_id) if row.plan_id else url("plans:plans")


def _plan_words(row: Any) -> str:
    if not row.plan_id:
        return _("None for this term yet")
    items = ngettext("%(num)s item", "%(num)s items", row.plan_items) % {"num": row.plan_items}
    return f"{Plan.State(row.plan_state).label} · {items}"


def _pieces(count: int) -> str:
    return ngettext("%(num)s piece this term", "%(num)s pieces this term", count) % {"num": count}
