"""What waits about places: a yes, a start, an answer to a seat, an internship that shall end."""

from __future__ import annotations

from datetime import timedelta

from django.db.models import Q, QuerySet
from django.utils.translation import gettext as _

from kindling.kit.waits import MOST, HoldsUp, Wait
from kindling.people.rules import own_advisees, students_in_hand
from kindling.placements.models import Placement, Pursuit
from kindling.placements.rules import visible_placements, visible_pursuits
from kindling.schools.ready import ready
from kindling.schools.roles import Role
from kindling.schools.viewer import Viewer

SOON = timedelta(days=3)  # before a permission runs out
State = Pursuit.State


def waits(viewer: Viewer) -> list[Wait]:
    """Who waits for this person's yes, and what a student has to answer. At most two statements."""
    if viewer.is_a(Role.ADVISOR, Role.COORDINATOR, Role.PRINCIPAL):
        return [*map(_asked, _to_answer(viewer)), *map(_to_end, _ending(viewer))]
    if viewer.is_a(Role.GUARDIAN, Role.STUDENT) and not viewer.purpose:
        return _at_home(viewer)
    return []


@ready
def _to_answer(viewer: Viewer) -> QuerySet[Pursuit]:
    """Requests and starts whose next word is this viewer's."""
    mine = Q(pk__in=[])
    if viewer.is_a(Role.COORDINATOR):
        mine |= Q(holder=Role.COORDINATOR) | Q(holder="", state=State.REQUESTED)
        mine |= Q(holder="", state=State.START_REQUESTED)
    if viewer.is_a(Role.ADVISOR):
        own = Q(student__in=own_advisees(viewer))  # no substitute says yes
        mine |= own & (Q(holder=Role.ADVISOR) | Q(holder="", state=State.START_REQUESTED))
    rows = visible_pursuits(viewer).filter(mine, state__in=[State.REQUESTED, State.START_REQUESTED])
    return rows.for_list().order_by("created_at", "pk")[:MOST]


def _asked(pursuit: Pursuit) -> Wait:
    say = _("%(name)s asks to go after %(site)s.")
    if pursuit.state == State.START_REQUESTED:
        say = _("%(name)s and %(site)s agree and want to start.")
    facts = {"name": pursuit.student.first, "site": pursuit.opportunity.site.name}
    return Wait(
        key=f"pursuit.answer:{pursuit.public_id}", say=say % facts, icon="hand",
        url=pursuit.get_absolute_url(), holds_up=HoldsUp.STUDENT, who=pursuit.student.name,
        since=pursuit.created_at,
    )  # fmt: skip


@ready
def _ending(viewer: Viewer) -> QuerySet[Placement]:
    rows = visible_placements(viewer).filter(
        state=Placement.State.ENDING, student__in=students_in_hand(viewer).values("pk")
    )
    return rows.select_related("student__person", "site").order_by("pk")[:MOST]


def _to_end(one: Placement) -> Wait:
    return Wait(
        key=f"placement.end:{one.public_id}", icon="flag", url=one.get_absolute_url(),
        say=_("Somebody asks to end the internship of %(name)s at %(site)s.")
        % {"name": one.student.first, "site": one.site.name},
        holds_up=HoldsUp.STUDENT, who=one.student.name, since=one.created_at,
    )  # fmt: skip


def _at_home(viewer: Viewer) -> list[Wait]:
    """A student's own answers; a family's yes where the school asks for it. One statement."""
    rows = visible_pursuits(viewer)
    if viewer.is_a(Role.STUDENT):
        soon = viewer.school.today() + SOON
        ends = Q(state=State.APPROVED, until_on__lte=soon)
        rows = rows.filter(Q(state=State.OFFERED) | ends, student__person=viewer.person_id)
        return [_own(one) for one in rows.for_list()[:MOST]]
    rows = rows.filter(holder=Role.GUARDIAN, state__in=[State.REQUESTED, State.START_REQUESTED])
    return [_asked(one) for one in rows.for_list()[:MOST]]


def _own(pursuit: Pursuit) -> Wait:
    say = _("Your time to go after %(site)s runs out soon. Say how it stands.")
    if pursuit.state == State.OFFERED:
        say = _("A seat is free for you at %(site)s. Say yes or no.")
    return Wait(
        key=f"pursuit.own:{pursuit.public_id}", icon="route", url=pursuit.get_absolute_url(),
        say=say % {"site": pursuit.opportunity.site.name}, holds_up=HoldsUp.NOBODY,
        since=pursuit.created_at,
    )  # fmt: skip
