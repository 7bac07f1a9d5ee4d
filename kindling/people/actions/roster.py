"""Bring adults and students together, and end it. Rows are dated, never deleted."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

from django.db import transaction
from django.db.models import F
from django.utils.translation import gettext as _

from kindling.history.steps import record
from kindling.kit.http import Refused, require
from kindling.people import rules
from kindling.people.actions.settling import settle
from kindling.people.models import Connection, Student
from kindling.schools.models import Membership, Person, School
from kindling.schools.roles import Role
from kindling.schools.viewer import Viewer


@transaction.atomic
def add_person(*, by: Viewer, role: Role, since_on: date | None = None, **facts: Any) -> Person:
    """Add someone to the school with one hat. `facts` are Person's own fields."""
    require(rules.may_give_role(by, role))
    person = Person(school=by.school, **facts).compose()
    person.save()
    record("person.add", person, by=by, role=role)
    give_role(person, role, by=by, since_on=since_on)
    return person


@transaction.atomic
def change_person(person: Person, *, by: Viewer, **facts: Any) -> None:
    """Change names or contact; the earlier values stay in the history."""
    own = by.person_id == person.pk
    mentor = by.is_a(Role.COORDINATOR) and not hasattr(person, "student")
    require(rules.may_edit_roster(by) or own or mentor)
    was = {name: getattr(person, name) for name in facts if getattr(person, name) != facts[name]}
    if not was:
        return
    for name, value in facts.items():
        setattr(person, name, value)
    person.compose().save(update_fields=[*facts, "name", "sort_name"])
    record("person.change", person, by=by, was={k: str(v) for k, v in was.items()})


@transaction.atomic
def give_role(person: Person, role: Role, *, by: Viewer, since_on: date | None = None) -> None:
    """Give a hat from a day on; does nothing when it is worn already."""
    require(rules.may_give_role(by, role))
    if Membership.objects.filter(person=person, role=role, until_on__isnull=True).exists():
        return
    Membership.objects.create(
        school=by.school, person=person, role=role, since_on=since_on or by.school.today()
    )
    record("person.give_role", person, by=by, role=role)


@transaction.atomic
def end_role(person: Person, role: Role, *, by: Viewer, until_on: date | None = None) -> None:
    """Take a hat off; the last day counts, and the row stays. The last administrator stays."""
    require(rules.may_give_role(by, role))
    # One at a time: two administrators must not end each other at the same moment.
    School.objects.select_for_update().get(pk=by.school.pk)
    if role == Role.ADMINISTRATOR and Membership.is_only_administrator(person):
        raise Refused(
            _("%(name)s is the only administrator. Make somebody else one first.")
            % {"name": person.name}
        )
    until = until_on or by.school.today()
    open_rows = Membership.objects.filter(person=person, role=role, until_on__isnull=True)
    # A hat given today and taken today was worn today.
    open_rows.filter(since_on__gt=until).update(until_on=F("since_on"))
    open_rows.update(until_on=until)
    record("person.end_role", person, by=by, role=role, until_on=until.isoformat())


@transaction.atomic
def add_student(person: Person, *, by: Viewer, enrolled_on: date, **facts: Any) -> Student:
    """Make the person a student of the school. `facts`: number, grade, birth_on."""
    require(rules.may_edit_roster(by))
    student = Student.objects.create(
        school=by.school, person=person, enrolled_on=enrolled_on, **facts
    )
    record("student.add", student, by=by)
    return student


@transaction.atomic
def change_student(student: Student, *, by: Viewer, **facts: Any) -> None:
    """Change number, grade or birthday; the earlier values stay in the history."""
    require(rules.may_edit_roster(by))
    was = {name: getattr(student, name) for name in facts if getattr(student, name) != facts[name]}
    if not was:
        return
    for name, value in facts.items():
        setattr(student, name, value)
    student.save(update_fields=list(facts))
    record("student.change", student, by=by, was={k: str(v) for k, v in was.items()})


@transaction.atomic
def connect(
    student: Student,
    adult: Person,
    role: Role,
    *,
    by: Viewer,
    since_on: date | None = None,
    **facts: Any,
) -> Connection:
    """Let this adult work with this student; an open connection is kept as it is."""
    require(student.school_id == adult.school_id == by.school.pk)
    connection, made = Connection.objects.get_or_create(
        student=student,
        adult=adult,
        role=role,
        until_on=None,
        defaults={
            "school": by.school,
            "since_on": since_on or by.school.today(),
            **facts,
        },
    )
    if made:
        settle(student, by=by)
        record("student.connect", student, by=by, adult=adult.public_id, role=role)
    return connection


@transaction.atomic
def disconnect(student: Student, adult: Person, role: Role, *, by: Viewer) -> None:
    """End it yesterday-as-last-day when it began earlier, so access stops at once."""
    today = by.school.today()
    rows = Connection.objects.filter(student=student, adult=adult, role=role, until_on__isnull=True)
    rows.filter(since_on__gte=today).delete()
    rows.update(until_on=today - timedelta(days=1))
    record("student.disconnect", student, by=by, adult=adult.public_id, role=role)
