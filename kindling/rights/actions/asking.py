"""Somebody asks to see a record: on the page, behind a link, by letter or in person."""

from __future__ import annotations

from datetime import date

from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.utils.translation import gettext as _

from kindling.history.steps import record, take_step
from kindling.kit.http import Refused, require
from kindling.notices.actions import notify, notify_many
from kindling.passes.actions import make_pass
from kindling.people.models import Student
from kindling.rights import rules
from kindling.rights.models import RecordsRequest
from kindling.rights.models.request import CLOCK
from kindling.schools.models import Person
from kindling.schools.viewer import Viewer


@transaction.atomic
def ask_records(student: Student, words: str, *, by: Viewer) -> RecordsRequest:
    """Ask for the record of one's own or of one's child. The one that is open is the same asking."""
    require(rules.askable_students(by).filter(pk=student.pk).exists())
    if by.person is None:
        raise PermissionDenied
    way = RecordsRequest.Way.LINK if by.purpose else RecordsRequest.Way.PAGE
    today = by.school.today()
    return keep_request(student, by.person, by.person.name, way=way, words=words, on=today, by=by)


@transaction.atomic
def write_down_request(
    student: Student, asker: Person | None, name: str, *, way: str, words: str, asked_on: date,
    by: Viewer,
) -> RecordsRequest:  # fmt: skip
    """Staff write down who asked by letter or in person; the clock runs from that day."""
    require(rules.may_answer(by) and student.school_id == by.school.pk)
    require(asker is None or asker.school_id == by.school.pk)
    if asked_on > by.school.today():
        raise Refused(_("That day has not come yet. Write down the day on which they asked."))
    called = asker.name if asker else name
    return keep_request(student, asker, called, way=way, words=words, on=asked_on, by=by)


def keep_request(
    student: Student, asker: Person | None, name: str, *, way: str, words: str, on: date, by: Viewer
) -> RecordsRequest:
    """Start the clock and tell who answers; the caller has asked the rule."""
    Student.objects.select_for_update().get(pk=student.pk)  # two taps at once
    rows = RecordsRequest.objects.filter(student=student, state__in=RecordsRequest.OPEN)
    if asker is not None and (open_one := rows.filter(asked_by=asker).first()):
        return open_one
    made: RecordsRequest = RecordsRequest.objects.create(
        school=by.school, student=student, asked_by=asker, asker=name, way=way, words=words,
        is_held=not rules.is_entitled(asker, student), asked_on=on, due_on=on + CLOCK,
    )  # fmt: skip
    record("records_request.ask", made, by=by, way=way)
    context = {"asker": name, "student": student.name, "due_on": made.due_on}
    notify_many(
        rules.keepers(by.school), "rights/asked", context, by=by, url=made.get_absolute_url()
    )
    return made


@transaction.atomic
def withdraw_request(asked: RecordsRequest, *, by: Viewer) -> None:
    """Who asked needs it no more."""
    require(rules.may_withdraw(by, asked))
    take_step(asked, "withdraw", by=by, closed_by=by.person, closed_at=by.school.now())


@transaction.atomic
def refuse_request(asked: RecordsRequest, why: str, *, by: Viewer) -> None:
    """Say no. Who asked reads whom to call, and never why: it could tell about another parent."""
    require(rules.may_handle(by, asked))
    take_step(
        asked, "refuse", by=by, refused_why=why, closed_by=by.person, closed_at=by.school.now()
    )
    if asked.asked_by is not None:
        context = {"school": by.school.name, "phone": by.school.phone}
        notify(asked.asked_by, "rights/refused", context, by=by, url=asked.get_absolute_url())


@transaction.atomic
def send_ask_link(student: Student, person: Person, *, by: Viewer) -> None:
    """Send a guardian the link behind which they ask to see the record, or to have it put right."""
    require(rules.may_answer(by) and student.school_id == by.school.pk)
    require(person in rules.guardians_today(student))
    held = make_pass(
        person, rules.ASK_RECORDS, [student.public_id], by=by, days=30, needs_code=True,
        about=student,
    )  # fmt: skip
    context = {"student": student.name}
    notify(person, "rights/invite", context, by=by, link_id=held.public_id)
    record("records_request.send_link", held, by=by)
