"""What waits in support: an answer of the family, a review, something promised, a look."""

from __future__ import annotations

from datetime import date, datetime, time

from django.db.models import Q, QuerySet
from django.utils.translation import gettext as _

from kindling.kit.addresses import url
from kindling.kit.waits import HoldsUp, Wait
from kindling.schools.ready import ready
from kindling.schools.roles import Role
from kindling.schools.viewer import Viewer
from kindling.support import rules
from kindling.support.models import Concern, ConcernWord, SupportTravel

MOST = 50


def waits(viewer: Viewer) -> list[Wait]:
    """For families a yes; for staff what they promised and whom they carry. Two statements."""
    if viewer.purpose:
        return []
    if viewer.is_staff:
        return [*_promised(viewer), *_to_look(viewer)]
    return _to_allow(viewer) if viewer.is_a(Role.GUARDIAN, Role.STUDENT) else []


def _moment(viewer: Viewer, day: date | None) -> datetime:
    return datetime.combine(day or viewer.school.today(), time(), viewer.school.zone)


def _promised(viewer: Viewer) -> list[Wait]:
    return [
        Wait(
            key=f"concern.action:{one.public_id}", url=one.concern.get_absolute_url(),
            say=_("You said you would do something for %(name)s.")
            % {"name": one.concern.student.first},
            holds_up=HoldsUp.STUDENT, since=_moment(viewer, one.due_on),
            who=one.concern.student.name, icon="hand-heart",
        )
        for one in _due(viewer)
    ]  # fmt: skip


@ready
def _due(viewer: Viewer) -> QuerySet[ConcernWord]:
    mine = rules.visible_actions(viewer).filter(owner=viewer.person_id, done_at__isnull=True)
    return mine.filter(due_on__lte=viewer.school.today()).order_by("due_on", "pk")[:MOST]


def _to_look(viewer: Viewer) -> list[Wait]:
    return [
        Wait(
            key=f"concern.look:{one.public_id}", url=one.get_absolute_url(),
            say=_("Look again how %(name)s is.") % {"name": one.student.first}
            if one.state == Concern.State.IN_HAND
            else _("You carry something for %(name)s. Take it in hand.")
            % {"name": one.student.first},
            holds_up=HoldsUp.STUDENT, who=one.student.name, icon="hand-heart",
            since=min(one.created_at, _moment(viewer, one.look_on))
            if one.state == Concern.State.OPEN else _moment(viewer, one.look_on),
        )
        for one in _carried(viewer)
    ]  # fmt: skip


@ready
def _carried(viewer: Viewer) -> QuerySet[Concern]:
    open_ones = Q(state__in=[Concern.State.OPEN, Concern.State.IN_HAND])
    rows = rules.visible_concerns(viewer).filter(open_ones, owner=viewer.person_id)
    rows = rows.filter(Q(look_on__lte=viewer.school.today()) | Q(state=Concern.State.OPEN))
    return rows.order_by("look_on", "pk")[:MOST]


def _to_allow(viewer: Viewer) -> list[Wait]:
    return [
        Wait(
            key=f"support.travel:{one.public_id}", url=url("support:goal", one.goal.public_id),
            say=_("Say what a mentor may know about what helps %(name)s.")
            % {"name": one.student.first},
            holds_up=HoldsUp.STUDENT, since=one.created_at, who=one.student.name, icon="shield",
        )
        for one in _asked(viewer)
        if rules.may_decide_travel(viewer, one)
    ]  # fmt: skip


@ready
def _asked(viewer: Viewer) -> QuerySet[SupportTravel]:
    rows = rules.visible_travels(viewer).filter(state=SupportTravel.State.ASKED)
    return rows.order_by("created_at", "pk")[:MOST]
