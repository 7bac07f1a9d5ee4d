"""What waits: for a student the question and an answer, for an adult what they promised."""

from __future__ import annotations

from django.db.models import Q, QuerySet
from django.utils.translation import gettext as _

from kindling.kit.addresses import url
from kindling.kit.waits import MOST, HoldsUp, Wait
from kindling.moods import rules
from kindling.moods.models import Mood, MoodPromise
from kindling.schools.ready import ready
from kindling.schools.roles import Role
from kindling.schools.viewer import Viewer


def waits(viewer: Viewer) -> list[Wait]:
    """One statement for a student, two for staff."""
    if viewer.purpose:
        return []
    found = _of_staff(viewer) if viewer.is_staff else []
    return found + (_of_student(viewer) if viewer.is_a(Role.STUDENT) else [])


def _of_staff(viewer: Viewer) -> list[Wait]:
    """Whom it is about stands on the page only: an inbox is seen over a shoulder."""
    to_answer = [
        Wait(
            key=f"moods.answer:{one.public_id}", say=_("Answer how a student is."),
            url=one.get_absolute_url(), holds_up=HoldsUp.STUDENT, since=one.said_at,
            icon="heart-pulse",
        )
        for one in _waiting(viewer)
    ]  # fmt: skip
    to_promise = [
        Wait(
            key=f"moods.promise:{one.public_id}",
            say=_("Say whether you will answer how students are."),
            url=url("moods:moods"), holds_up=HoldsUp.STAFF, since=one.created_at,
            icon="heart-pulse",
        )
        for one in _asked(viewer)
    ]  # fmt: skip
    return to_answer + to_promise


def _of_student(viewer: Viewer) -> list[Wait]:
    return [
        Wait(
            key=f"moods.seen:{one.public_id}",
            say=_("%(name)s answered you.") % {"name": one.answered_by.first},
            url=one.get_absolute_url(), holds_up=HoldsUp.NOBODY, since=one.answered_at,
            icon="heart-pulse",
        )
        for one in _answered(viewer)
    ]  # fmt: skip


@ready
def _waiting(viewer: Viewer) -> QuerySet[Mood]:
    return rules.visible_moods(viewer).filter(state="said")[:MOST]


@ready
def _asked(viewer: Viewer) -> QuerySet[MoodPromise]:
    mine = Q(person=viewer.person_id, state="asked")
    return rules.visible_promises(viewer).filter(mine)[:MOST]


@ready
def _answered(viewer: Viewer) -> QuerySet[Mood]:
    return rules.own_moods(viewer).filter(state="answered", seen_at__isnull=True)[:MOST]
