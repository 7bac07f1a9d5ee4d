"""A formal request for records: the one way in for a principal, in the open."""

from __future__ import annotations

from datetime import date, timedelta

from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.utils.translation import gettext as _

from kindling.history.steps import record
from kindling.journals import rules
from kindling.journals.models import JournalOpening, JournalRequest
from kindling.kit.http import Refused, require
from kindling.notices.actions import notify
from kindling.people.models import Student
from kindling.schools.inside import inside
from kindling.schools.viewer import Viewer

READABLE = timedelta(days=14)


@transaction.atomic
def request_journal(
    student: Student, *, why: str, from_on: date, to_on: date, by: Viewer
) -> JournalRequest:
    """Ask to read the entries of these days, for two weeks. The student is told, with the reason.

    Raises Refused without a reason.
    """
    require(rules.may_request(by, student))
    if by.person is None:
        raise PermissionDenied
    why = why.strip()[:1000]
    if not why:
        raise Refused(_("Write why. The student reads it."))
    asked: JournalRequest = JournalRequest.objects.create(
        school=by.school, student=student, by=by.person, why=why, from_on=from_on, to_on=to_on,
        at=by.school.now(), until_on=by.school.today() + READABLE,
    )  # fmt: skip
    record("journal_request.make", asked, by=by, student=student.public_id)
    with inside(by.school):
        url = asked.get_absolute_url()
    notify(student.person, "journals/requested", {"name": by.person.name}, by=by, url=url)
    return asked


@transaction.atomic
def open_request(asked: JournalRequest, *, by: Viewer) -> None:
    """Log that the principal opened the entries. Raises Refused when the request has ended."""
    require(rules.may_request(by, asked.student) and asked.by_id == by.person_id)
    if by.person is None or not rules.is_running(by, asked):
        raise Refused(_("This request has ended. Make a new one, with its reason."))
    JournalOpening.objects.create(
        school=by.school, request=asked, person=by.person, at=by.school.now()
    )
    record("journal_request.open", asked, by=by)


@transaction.atomic
def end_request(asked: JournalRequest, *, by: Viewer) -> None:
    """It is not needed any more. Doing it twice changes nothing."""
    require(asked.by_id == by.person_id and rules.is_principal(by))
    now = by.school.now()
    if JournalRequest.objects.filter(pk=asked.pk, ended_at__isnull=True).update(ended_at=now):
        record("journal_request.end", asked, by=by)
