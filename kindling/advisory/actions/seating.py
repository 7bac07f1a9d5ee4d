"""Put students and advisors together, so that access follows."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

from django.db import transaction

from kindling.advisory import rules
from kindling.advisory.models import Advisory, AdvisoryAdvisor, AdvisoryStudent
from kindling.history.steps import record
from kindling.kit.http import require
from kindling.people.actions import connect, disconnect
from kindling.people.models import Connection, Student
from kindling.schools.models import Person
from kindling.schools.roles import Role
from kindling.schools.viewer import Viewer


@transaction.atomic
def make_advisory(*, by: Viewer, name: str, **facts: Any) -> Advisory:
    """Make an advisory. `facts`: grade, source_id."""
    require(rules.may_change_advisory(by))
    advisory: Advisory = Advisory.objects.create(school=by.school, name=name, **facts)
    record("advisory.make", advisory, by=by)
    return advisory


@transaction.atomic
def give_advisor(
    advisory: Advisory,
    person: Person,
    *,
    by: Viewer,
    is_lead: bool = True,
    since_on: date | None = None,
) -> None:
    """Let this adult lead the advisory; they see its students from that day on."""
    require(rules.may_change_advisory(by))
    since = since_on or by.school.today()
    AdvisoryAdvisor.objects.get_or_create(
        advisory=advisory,
        person=person,
        until_on=None,
        defaults={"school": by.school, "is_lead": is_lead, "since_on": since},
    )
    for seat in advisory.seats.filter(until_on__isnull=True).select_related("student__person"):
        connect(seat.student, person, Role.ADVISOR, by=by, since_on=since)
    record("advisory.give_advisor", advisory, by=by, advisor=person.public_id)


@transaction.atomic
def end_advisor(advisory: Advisory, person: Person, *, by: Viewer) -> None:
    """This adult no longer leads the advisory; their view of its students ends with it."""
    require(rules.may_change_advisory(by))
    today = by.school.today()
    rows = AdvisoryAdvisor.objects.filter(advisory=advisory, person=person, until_on__isnull=True)
    rows.filter(since_on__gte=today).delete()
    rows.update(until_on=today - timedelta(days=1))
    for seat in advisory.seats.filter(until_on__isnull=True).select_related("student__person"):
        disconnect(seat.student, person, Role.ADVISOR, by=by)
    record("advisory.end_advisor", advisory, by=by, advisor=person.public_id)


@transaction.atomic
def seat_student(
    student: Student, advisory: Advisory, *, by: Viewer, since_on: date | None = None
) -> None:
    """Put the student into the advisory, out of an earlier one; advisors' access follows."""
    require(rules.may_change_advisory(by))
    since = since_on or by.school.today()
    current = AdvisoryStudent.objects.filter(student=student, until_on__isnull=True)
    if current.filter(advisory=advisory).exists():
        return
    unseat_student(student, by=by)
    AdvisoryStudent.objects.create(
        school=by.school, advisory=advisory, student=student, since_on=since
    )
    for lead in advisory.advisors.filter(until_on__isnull=True).select_related("person"):
        connect(student, lead.person, Role.ADVISOR, by=by, since_on=since)
    _meet_substitutes(student, advisory, since)
    record("student.seat", student, by=by, advisory=advisory.public_id)


@transaction.atomic
def unseat_student(student: Student, *, by: Viewer) -> None:
    """Take the student out of the advisory they are in; its advisors' access ends."""
    require(rules.may_change_advisory(by))
    today = by.school.today()
    rows = AdvisoryStudent.objects.filter(student=student, until_on__isnull=True)
    for seat in rows.select_related("advisory"):
        for lead in seat.advisory.advisors.filter(until_on__isnull=True).select_related("person"):
            disconnect(student, lead.person, Role.ADVISOR, by=by)
        _leave_substitutes(student, seat.advisory, today)
        record("student.unseat", student, by=by, advisory=seat.advisory.public_id)
    rows.filter(since_on__gte=today).delete()
    rows.update(until_on=today - timedelta(days=1))


def _meet_substitutes(student: Student, advisory: Advisory, since: date) -> None:
    """Who stands in for the advisor sees who comes in the meantime, too."""
    Connection.objects.bulk_create(
        Connection(
            school_id=student.school_id, student=student, adult_id=row.person_id,
            role=Role.ADVISOR, is_substitute=True, since_on=max(since, row.since_on),
            until_on=row.until_on,
        )
        for row in advisory.substitutes.filter(ended_at__isnull=True, until_on__gte=since)
    )  # fmt: skip


def _leave_substitutes(student: Student, advisory: Advisory, today: date) -> None:
    """Who stands in for the advisor sees the student no longer."""
    adults = advisory.substitutes.filter(until_on__gte=today).values("person")
    rows = Connection.objects.filter(student=student, adult__in=adults, is_substitute=True)
    rows.filter(since_on__gte=today).delete()
    rows.filter(until_on__gte=today).update(until_on=today - timedelta(days=1))
