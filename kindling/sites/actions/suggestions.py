"""A place somebody knows of: suggested, then added, recognised or declined with a reason."""

from __future__ import annotations

from typing import Any

from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.urls import reverse
from django.utils.translation import gettext as _

from kindling.history.steps import record, take_step
from kindling.kit.http import Refused, require
from kindling.notices.actions import notify, notify_many
from kindling.people.matters import Matter
from kindling.people.models import Student
from kindling.people.rules import visible_students
from kindling.schools.inside import inside
from kindling.schools.viewer import Viewer
from kindling.sites import rules
from kindling.sites.actions.places import NewPlace, add_place
from kindling.sites.models import Opportunity, Suggestion


@transaction.atomic
def suggest_place(
    *, by: Viewer, name: str, student: Student | None = None, **facts: Any
) -> Suggestion:
    """Tell the coordinator of a place. `facts`: what, address, contact, area.

    `student` is for whom; a student suggests for themselves, a guardian for a child they see.
    """
    require(rules.may_suggest(by))
    person = by.person
    if person is None:
        raise PermissionDenied
    student = rules.own_student(by) or student
    require(student is None or visible_students(by, Matter.PLAN).filter(pk=student.pk).exists())
    suggestion: Suggestion = Suggestion.objects.create(
        school=by.school, by_person=person, student=student, name=name, **facts
    )
    record("suggestion.add", suggestion, by=by, name=name)
    url = _url_of(suggestion)
    notify_many(rules.keepers(by), "sites/suggested", {"suggestion": suggestion}, by=by, url=url)
    return suggestion


@transaction.atomic
def accept_suggestion(suggestion: Suggestion, opportunity: Opportunity, *, by: Viewer) -> None:
    """The place was added; the suggestion leads to it."""
    require(rules.may_decide(by) and opportunity.school_id == by.school.pk)
    take_step(suggestion, "accept", by=by, opportunity=opportunity)
    _tell_suggester(suggestion, opportunity, by=by)


@transaction.atomic
def add_suggested_place(suggestion: Suggestion, place: NewPlace, *, by: Viewer) -> Opportunity:
    """Add the place that was suggested and accept the suggestion, both or neither."""
    opportunity = add_place(place, by=by)
    accept_suggestion(suggestion, opportunity, by=by)
    return opportunity


@transaction.atomic
def merge_suggestion(suggestion: Suggestion, opportunity: Opportunity, *, by: Viewer) -> None:
    """The school knows the place already; the suggestion leads to it."""
    require(rules.may_decide(by) and opportunity.school_id == by.school.pk)
    take_step(suggestion, "merge", by=by, opportunity=opportunity)
    _tell_suggester(suggestion, opportunity, by=by)


@transaction.atomic
def decline_suggestion(suggestion: Suggestion, reason: str, *, by: Viewer) -> None:
    """Not now, for a reason that the suggester reads. Raises Refused without one."""
    require(rules.may_decide(by))
    if not reason.strip():
        raise Refused(_("Write why. Whoever suggested the place reads it."))
    take_step(suggestion, "decline", by=by, reason=reason.strip())
    _tell_suggester(suggestion, None, by=by)


def _tell_suggester(suggestion: Suggestion, place: Opportunity | None, *, by: Viewer) -> None:
    """Tell whoever made it what became of it; the template is named like the state."""
    context = {"suggestion": suggestion, "place": place}
    url = _url_of(place or suggestion)
    notify(suggestion.by_person, f"sites/{suggestion.state}", context, by=by, url=url)


def _url_of(thing: Opportunity | Suggestion) -> str:
    name = "sites:place" if isinstance(thing, Opportunity) else "sites:suggestion"
    with inside(thing.school):
        return reverse(name, args=[thing.public_id])
