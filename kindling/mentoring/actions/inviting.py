"""Invite somebody, or let an alum come forward; take down what they offer."""

from __future__ import annotations

from typing import Any

from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.utils.translation import gettext as _

from kindling.consents.kinds import Kind
from kindling.consents.rules import lets
from kindling.history.steps import record, take_step
from kindling.kit.http import Refused, require
from kindling.mentoring import rules
from kindling.mentoring.models import MentorPath
from kindling.notices.actions import notify, notify_many
from kindling.notices.asking import refuse_left_alone
from kindling.passes.actions import make_pass
from kindling.passes.models import Pass
from kindling.placements.audience import coordinators_of
from kindling.placements.rules import GUIDE
from kindling.schools.inside import inside
from kindling.schools.models import Membership, Person
from kindling.schools.roles import Role
from kindling.schools.viewer import Viewer
from kindling.sites.models import Site

DAYS = 365  # a mentor's own link
State = MentorPath.State


@transaction.atomic
def invite_mentor(
    person: Person | None = None, *, site: Site | None = None, by: Viewer, **facts: Any
) -> MentorPath:
    """Ask an adult to become a mentor, by their own link. `facts`: of somebody new (Person's own).

    Nobody wears the hat before the yes. Refused for a student, and for who is on the way already.
    """
    require(rules.may_name(by))
    require(all(one is None or one.school_id == by.school.pk for one in (person, site)))
    person = person or _known(by, facts.get("email", "")) or _new(by, facts)
    _refuse_if_unfit(person, by)
    path, made = MentorPath.objects.get_or_create(person=person, defaults={"school": by.school})
    if made:
        record("mentorpath.invite", path, by=by)
    else:
        take_step(path, "invite", by=by)
    path.site, path.invited_by, path.invited_on = site, by.person, by.school.today()
    path.is_alum = _is_alum(person)
    path.save(update_fields=["site", "invited_by", "invited_on", "is_alum"])
    send_own_page(person, "invited", by=by)
    return path


def _refuse_if_unfit(person: Person, by: Viewer) -> None:
    name = {"name": person.name}
    if hasattr(person, "student") and not _is_alum(person):
        raise Refused(_("%(name)s is a student here, so not a mentor.") % name)
    _refuse_without_yes(person, by)
    if not person.email and not person.phone:
        raise Refused(_("Add an e-mail or a phone number first, so that the link can be sent."))
    refuse_left_alone(person, by.school)
    if person.suspended_at is not None:
        raise Refused(_("%(name)s works with no students for now. No letter leaves.") % name)


def _refuse_without_yes(person: Person, by: Viewer) -> None:
    """Who left school is written to only where staying in touch is allowed, or Refused.

    Whoever comes forward themselves (`offer_oneself`) needs no yes to be answered.
    """
    student = getattr(person, "student", None)
    if student is not None and not lets(student, Kind.ALUMNI, by.school.today()):
        raise Refused(
            _("%(name)s has not said yes to staying in touch after school. They can say it on their own page, or come forward there themselves.")
            % {"name": person.name}
        )  # fmt: skip


def _known(by: Viewer, email: str) -> Person | None:
    return rules.adults_with(by, email).first() if email else None


def _new(by: Viewer, facts: dict[str, Any]) -> Person:
    person = Person(school=by.school, **facts).compose()
    person.save()
    record("person.add", person, by=by, role="")
    return person


def _is_alum(person: Person) -> bool:
    return Membership.objects.filter(person=person, role=Role.ALUM).exists()


@transaction.atomic
def apply_to_mentor(
    path: MentorPath, *, work: str, offers: str, times: str = "", by: Viewer
) -> None:
    """The invited adult says what they do and what a student would see."""
    require(rules.speaks_for(by, path.person))
    if path.state != State.INVITED:
        raise Refused(_("The school has what you wrote already."))
    said = _said(work, offers, times)
    take_step(path, "apply", by=by, applied_on=by.school.today(), **said)
    _tell_keepers(path, by)


@transaction.atomic
def offer_oneself(*, work: str, offers: str, times: str = "", by: Viewer) -> MentorPath:
    """An alum comes forward. They are checked like everybody else."""
    require(rules.may_offer_self(by))
    if by.person is None:
        raise PermissionDenied
    path, _made = MentorPath.objects.get_or_create(
        person=by.person, defaults={"school": by.school, "is_alum": True}
    )
    said = _said(work, offers, times)
    take_step(path, "apply", by=by, applied_on=by.school.today(), **said)
    _tell_keepers(path, by)
    return path


def _said(work: str, offers: str, times: str) -> dict[str, Any]:
    return {
        "work": work.strip()[:200], "offers": offers.strip()[:2000], "times": times.strip()[:300],
    }  # fmt: skip


def _tell_keepers(path: MentorPath, by: Viewer) -> None:
    with inside(by.school):
        url = path.get_absolute_url()
    readers = list(coordinators_of(by.school, by.school.today()))
    notify_many(readers, "mentoring/applied", {"who": path.person.name}, by=by, url=url)


@transaction.atomic
def send_page(person: Person, *, by: Viewer) -> Pass:
    """Send a mentor the link to their own page, because somebody talked with them."""
    require(rules.may_keep(by) and person.school_id == by.school.pk)
    refuse_left_alone(person, by.school)
    if person.suspended_at is not None:
        told = {"name": person.name}
        raise Refused(_("%(name)s works with no students for now. No letter leaves.") % told)
    held = send_own_page(person, "page", by=by)
    record("mentor.send_page", person, by=by)
    return held


def send_own_page(person: Person, what: str, *, by: Viewer) -> Pass:
    """Send the own link. what: a branch of email/page.txt."""
    person.school = by.school
    held = make_pass(person, GUIDE, [person.public_id], by=by, days=DAYS, needs_code=True)
    notify(person, "mentoring/page", {"what": what}, by=by, link_id=held.public_id)
    return held
