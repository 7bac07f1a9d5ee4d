"""The school's yes or no, and the end."""

from __future__ import annotations

from typing import Any

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.translation import gettext as _

from kindling.history.steps import record, take_step
from kindling.kit.http import Refused, require
from kindling.mentoring import rules
from kindling.mentoring.actions.inviting import send_page
from kindling.mentoring.models import MentorPath
from kindling.notices.actions import notify
from kindling.passes.actions import end_passes_to
from kindling.people.actions import end_role, give_role
from kindling.placements.rules import GUIDE
from kindling.schools.models import Membership, Person
from kindling.schools.roles import Role
from kindling.schools.viewer import Viewer
from kindling.sites.actions import add_mentor, end_mentor
from kindling.sites.models import Site, SiteMentor


@transaction.atomic
def accept_mentor(path: MentorPath, *, site: Site | None = None, by: Viewer) -> None:
    """Give the hat. No student starts before the check that the school asks for is good."""
    require(rules.may_name(by) and path.school_id == by.school.pk)
    today = by.school.today()
    take_step(path, "accept", by=by, answered_by=by.person, answered_on=today)
    person, where = path.person, site or path.site
    give_role(person, Role.MENTOR, by=by)
    here = SiteMentor.objects.filter(person=person, site=where, until_on__isnull=True)
    if where is not None and not here.exists():
        add_mentor(where, person, by=by, title=path.work[:120])
    send_page(person, by=by)


@transaction.atomic
def decline_mentor(path: MentorPath, answer: str, *, by: Viewer) -> None:
    """Say no, kindly; why is kept for staff. Their link ends."""
    require(rules.may_name(by) and path.school_id == by.school.pk)
    if not answer.strip():
        raise ValidationError({"answer": _("Say why. Only staff read it.")})
    had_applied = path.state == MentorPath.State.APPLIED
    facts: dict[str, Any] = {"answered_by": by.person, "answered_on": by.school.today()}
    take_step(path, "decline", by=by, answer=answer.strip()[:500], **facts)
    end_passes_to(path.person.public_id, GUIDE, by=by)
    if had_applied and path.person.suspended_at is None:
        path.person.school = by.school
        notify(path.person, "mentoring/declined", {}, by=by)


@transaction.atomic
def retire_mentor(person: Person, *, by: Viewer) -> None:
    """They guide nobody any more: places and hat end today, what they gave stays theirs to read."""
    require(rules.may_name(by) and person.school_id == by.school.pk)
    if rules.running_with([person.pk]).exists():
        raise Refused(
            _("Students still learn with %(name)s. Choose another mentor for them first.")
            % {"name": person.name}
        )
    path, _made = MentorPath.objects.get_or_create(
        person=person, defaults={"school": by.school, "state": MentorPath.State.ACCEPTED}
    )
    take_step(path, "retire", by=by)
    for row in SiteMentor.objects.filter(person=person, until_on__isnull=True):
        end_mentor(row, by=by)
    if Membership.objects.filter(person=person, role=Role.MENTOR, until_on=None).exists():
        end_role(person, Role.MENTOR, by=by)
    record("mentor.retire", person, by=by)
