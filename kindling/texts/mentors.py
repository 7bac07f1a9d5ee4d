"""A mentor's yes, to the days they were asked about."""

from __future__ import annotations

from django.utils import timezone

from kindling.attendance.absent import but_absent
from kindling.attendance.actions import confirm_days
from kindling.attendance.queries.mentor import fortnight
from kindling.attendance.waiting import Spoken, unconfirmed
from kindling.passes.models import Pass
from kindling.placements.rules import CONFIRM_DAYS
from kindling.schools.models import Person
from kindling.schools.roles import Role
from kindling.schools.viewer import Viewer
from kindling.texts import replies
from kindling.texts.callers import Answer, Caller, Told, chosen
from kindling.texts.models import Text

Outcome = Text.Outcome


def links_held(person: Person) -> list[Pass]:
    """Return the mentor's links that work, the newest first."""
    works = Pass.objects.filter(bearer=person, purpose=CONFIRM_DAYS, revoked_at=None)
    return list(works.filter(expires_at__gt=timezone.now()).order_by("-pk"))


def link_of(told: Told) -> str:
    """Return the id of the only mentor's newest link, "" for none. It goes to them alone."""
    mentors = [caller.person for caller in told.callers if caller.viewer.is_a(Role.MENTOR)]
    held = links_held(mentors[0]) if len(mentors) == len(told.callers) == 1 else []
    return held[0].public_id if held else ""


def mentors_asked(told: Told) -> dict[int, list[Spoken]]:
    """Return the days that wait for a word, by the key of the mentor who has this number."""
    mentors = [caller for caller in told.callers if caller.viewer.is_a(Role.MENTOR)]
    return {c.person.pk: days for c in mentors if (days := waiting_for(c))}


def mentors_yes(told: Told, waiting: dict[int, list[Spoken]]) -> Answer:
    """Confirm every day that waits and on which the student said something.

    A day on which the student was silent is no matter for a yes: the link shows it.
    """
    mentors = [c for c in told.callers if c.person.pk in waiting]
    if not mentors:
        return Answer(replies.nothing_waits(), Outcome.REFUSED, told.callers[0])
    meant, others = chosen(told, [caller.person for caller in mentors])
    if others:
        return Answer(replies.only_yes(), Outcome.HELPED, mentors[0])
    if len(meant) > 1:
        keys = [person.pk for person in meant]
        return Answer(replies.which_school(meant), Outcome.ASKED, choices=keys)
    caller = next(caller for caller in mentors if caller.person == meant[0])
    with caller.reads():
        return confirm(caller, waiting[caller.person.pk])


def confirm(caller: Caller, spoken: list[Spoken]) -> Answer:
    said = [one for one in spoken if one.day is not None and one.day.student_in_at is not None]
    silent = [one for one in spoken if one not in said]
    confirm_days(said, by=as_bearer(caller))
    link_id = links_held(caller.person)[0].public_id if silent else ""
    outcome = Outcome.DONE if said else Outcome.REFUSED
    return Answer(replies.confirmed(said, silent), outcome, caller, link_id=link_id)


def mentors_no(told: Told) -> Answer:
    """What was different is said on the page behind the link."""
    link_id = link_of(told)
    reply = replies.open_link() if link_id else replies.nothing_waits()
    outcome = Outcome.HELPED if link_id else Outcome.REFUSED
    return Answer(reply, outcome, told.callers[0], link_id=link_id)


def as_bearer(caller: Caller) -> Viewer:
    """The mentor with every link in hand that works: what they may confirm, and nothing else."""
    named = {one for held in links_held(caller.person) for one in held.subjects}
    return Viewer(caller.person, caller.viewer.school, frozenset(), CONFIRM_DAYS, frozenset(named))


def waiting_for(caller: Caller) -> list[Spoken]:
    """The days of two weeks that are over and have no word of the mentor's yet.

    Those of which the school knows that the student did not come are nobody's question.
    """
    bearer = as_bearer(caller)
    if not bearer.subjects:
        return []
    school = caller.viewer.school
    return but_absent(school, unconfirmed(fortnight(bearer), school.now()))
