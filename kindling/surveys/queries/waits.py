"""What waits in surveys: for a family a decision, for a student the questions."""

from __future__ import annotations

from django.db.models import Q, QuerySet
from django.utils.translation import gettext as _

from kindling.kit.addresses import url
from kindling.kit.waits import MOST, HoldsUp, Wait, since_day
from kindling.schools.ready import ready
from kindling.schools.roles import Role
from kindling.schools.viewer import Viewer
from kindling.surveys import rules
from kindling.surveys.models import Invitation


def waits(viewer: Viewer) -> list[Wait]:
    """One statement for each hat."""
    if viewer.purpose:
        return []
    found = _to_decide(viewer) if viewer.is_a(Role.GUARDIAN) else []
    return found + (_to_take(viewer) if viewer.is_a(Role.STUDENT) else [])


def _to_decide(viewer: Viewer) -> list[Wait]:
    return [
        Wait(
            key=f"surveys.decide:{one.public_id}",
            say=_("Say whether %(name)s takes part in a survey.") % {"name": one.student.first},
            url=one.get_absolute_url(), holds_up=HoldsUp.STUDENT, since=one.created_at,
            who=one.student.name, icon="list-checks",
        )
        for one in _undecided(viewer)
    ]  # fmt: skip


@ready
def _undecided(viewer: Viewer) -> QuerySet[Invitation]:
    rows = rules.invitations_to_decide(viewer).filter(says="")
    told = Q(survey__needs_yes=True) | Q(survey__questions__topic__gt="")
    return rows.filter(told).distinct()[:MOST]


def _to_take(viewer: Viewer) -> list[Wait]:
    return [
        Wait(
            key=f"surveys.take:{one.public_id}",
            say=_("Answer a few questions: %(title)s.") % {"title": one.survey.title},
            url=url("surveys:take", one.public_id), holds_up=HoldsUp.NOBODY,
            since=since_day(one.survey.opens_on, viewer.school.zone), icon="list-checks",
        )
        for one in _open(viewer)
    ]  # fmt: skip


@ready
def _open(viewer: Viewer) -> QuerySet[Invitation]:
    return rules.invitations_to_take(viewer)[:MOST]
