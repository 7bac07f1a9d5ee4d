"""Ask to have a record put right; agree, refuse, hear, attach what they say."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from django.db import transaction
from django.utils.translation import gettext as _

from kindling.disclosures.actions import attach_statement
from kindling.history.steps import record, take_step
from kindling.kit.http import Refused, require
from kindling.notices.actions import notify, notify_many
from kindling.people.models import Student
from kindling.rights import rules
from kindling.rights.models import Amendment, RecordsRequest
from kindling.schools.models import Person
from kindling.schools.viewer import Viewer

Way = RecordsRequest.Way


@transaction.atomic
def ask_amendment(
    student: Student, *, wrong: str, wanted: str, about: str = "", by: Viewer
) -> Amendment:
    """Ask the school to put something right. about: the row ("plans.Plan:ab12…"), where one is named."""
    require(rules.may_amend(by, student) and by.person is not None)
    part = rules.part_of_record(student, about) if about else None
    if about and part is None:
        raise Refused(_("This is no part of the record that one can ask to change here."))
    Student.objects.select_for_update().get(pk=student.pk)  # two taps at once
    said = {"student": student, "asked_by": by.person, "wrong": wrong, "wanted": wanted}
    if twin := Amendment.objects.filter(state=Amendment.State.ASKED, **said).first():
        return twin
    made: Amendment = Amendment.objects.create(
        school=by.school, **said, **_named(part), asker=by.person.name if by.person else "",
        way=Way.LINK if by.purpose else Way.PAGE, asked_at=by.school.now(),
    )  # fmt: skip
    record("amendment.ask", made, by=by)
    context = {"asker": made.asker, "student": student.name}
    people = rules.keepers(by.school)
    notify_many(people, "rights/amendment", context, by=by, url=made.get_absolute_url())
    return made


def _named(part: Any) -> dict[str, str]:
    if part is None:
        return {}
    kind = part._meta.label  # noqa: SLF001 (Django's documented name)
    return {"kind": kind, "key": part.public_id, "title": str(part)[:300]}


@transaction.atomic
def agree_to_amend(asked: Amendment, what: str, *, by: Viewer) -> None:
    """Say what was put right; the record itself is changed on its own page."""
    require(rules.may_answer_amendment(by, asked))
    answer_amendment(asked, "agree", what, by=by)


@transaction.atomic
def refuse_to_amend(asked: Amendment, why: str, *, by: Viewer) -> None:
    """Say why nothing is changed; who asked reads it, with the right to be heard."""
    require(rules.may_answer_amendment(by, asked))
    answer_amendment(asked, "refuse", why, by=by)


def answer_amendment(asked: Amendment, verb: str, words: str, *, by: Viewer) -> None:
    take_step(asked, verb, by=by, answer=words, answered_by=by.person, answered_at=by.school.now())
    _tell(asked, by=by)


def _tell(asked: Amendment, *, by: Viewer) -> None:
    """Write to who asked that there is news."""
    if asked.asked_by is not None and asked.asked_by_id != by.person_id:
        context = {"student": asked.student.name, "state": asked.state}
        notify(asked.asked_by, "rights/answered", context, by=by, url=asked.get_absolute_url())


@transaction.atomic
def ask_hearing(asked: Amendment, *, by: Viewer) -> None:
    """Who was refused wants to be heard."""
    require(rules.may_go_on(by, asked))
    take_step(asked, "ask_hearing", by=by)
    context = {"asker": asked.asker, "student": asked.student.name}
    people = rules.keepers(by.school)
    notify_many(people, "rights/hearing", context, by=by, url=asked.get_absolute_url())


@transaction.atomic
def plan_hearing(
    asked: Amendment, *, at: datetime, place: str, heard_by: Person, by: Viewer
) -> None:
    """Say when and where, and who hears it: somebody who did not refuse and has no interest in it."""
    require(rules.may_answer_amendment(by, asked))
    if heard_by not in rules.who_may_hear(asked):
        raise Refused(_("Somebody hears it who did not refuse it and is no family."))
    rows = Amendment.objects.filter(pk=asked.pk, state=Amendment.State.HEARING)
    if not rows.update(hearing_at=at, hearing_place=place, heard_by=heard_by):
        raise Refused(_("Nobody has asked to be heard."))
    asked.hearing_at, asked.hearing_place, asked.heard_by = at, place, heard_by
    record("amendment.plan_hearing", asked, by=by, at=at.isoformat())
    _tell(asked, by=by)
    if heard_by.pk != by.person_id:
        context = {"asker": asked.asker, "student": asked.student.name}
        notify(heard_by, "rights/hearing", context, by=by, url=asked.get_absolute_url())


@transaction.atomic
def decide_hearing(
    asked: Amendment, *, upheld: bool, people: str, outcome: str, by: Viewer
) -> None:
    """Write who was there, the evidence and the decision. upheld: the record is put right."""
    require(rules.may_hear(by, asked))
    if asked.hearing_at is None or asked.hearing_at > by.school.now():
        raise Refused(_("The hearing has not been held yet. Give it a date first."))
    verb = "uphold" if upheld else "let_stand"
    take_step(asked, verb, by=by, heard_with=people, outcome=outcome)
    _tell(asked, by=by)


@transaction.atomic
def attach_words(asked: Amendment, words: str, *, by: Viewer) -> None:
    """Attach their statement to what they called wrong: it stands there, and goes along with it."""
    require(rules.may_go_on(by, asked))
    attached = attach_statement(
        asked.student, words, called=asked.asker, kind=asked.kind, key=asked.key,
        title=asked.title, by=by,
    )  # fmt: skip
    take_step(asked, "attach", by=by, statement=attached)


@transaction.atomic
def withdraw_amendment(asked: Amendment, *, by: Viewer) -> None:
    """Who asked lets it be."""
    require(asked.asked_by_id is not None and asked.asked_by_id == by.person_id)
    take_step(asked, "withdraw", by=by)
