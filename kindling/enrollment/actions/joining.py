"""Join, move, leave: verbs that touch people, advisory and internships at once."""

from __future__ import annotations

from datetime import date
from typing import Any

from django.db import transaction
from django.utils.translation import gettext as _

from kindling.accounts.models import User
from kindling.advisory.actions import seat_student, unseat_student
from kindling.advisory.models import Advisory
from kindling.enrollment import rules
from kindling.history.steps import record
from kindling.kit.http import Refused, require
from kindling.kit.ids import new_public_id
from kindling.notices.actions import notify
from kindling.people.actions import add_person, add_student, connect, end_role
from kindling.people.models import Student
from kindling.placements.actions import end_everything
from kindling.schools.models import Membership, Person
from kindling.schools.roles import Role
from kindling.schools.viewer import Viewer


@transaction.atomic
def enrol_student(
    *,
    by: Viewer,
    person: dict[str, Any],
    student: dict[str, Any],
    enrolled_on: date,
    advisory: Advisory | None = None,
) -> Student:
    """Take a student into the school and, if named, into an advisory. `person`: names, contact."""
    require(rules.may_keep_roster(by))
    someone = add_person(by=by, role=Role.STUDENT, since_on=enrolled_on, **person)
    enrolled = add_student(someone, by=by, enrolled_on=enrolled_on, **student)
    if advisory is not None:
        seat_student(enrolled, advisory, by=by, since_on=max(enrolled_on, by.school.today()))
    record("student.enrol", enrolled, by=by)
    return enrolled


@transaction.atomic
def add_guardian(
    student: Student, *, by: Viewer, person: dict[str, Any], relation: str = ""
) -> Person:
    """Add a guardian and connect them with the student from today."""
    require(rules.may_keep_roster(by))
    guardian = add_person(by=by, role=Role.GUARDIAN, **person)
    connect(student, guardian, Role.GUARDIAN, by=by, relation=relation)
    record("student.add_guardian", student, by=by, guardian=guardian.public_id)
    return guardian


@transaction.atomic
def move_student(student: Student, advisory: Advisory, *, by: Viewer) -> None:
    """Move the student to another advisory from today; the old advisor's access ends."""
    require(rules.may_keep_roster(by))
    if student.state != Student.State.ENROLLED:
        raise Refused(_("%(name)s is not enrolled, so there is nothing to move.") % _who(student))
    seat_student(student, advisory, by=by)
    record("student.move", student, by=by, advisory=advisory.public_id)


@transaction.atomic
def withdraw_student(student: Student, *, by: Viewer, left_on: date, reason: str) -> None:
    """End everything that runs for the student. Nothing is deleted; the record stays."""
    require(rules.may_keep_roster(by))
    if student.state != Student.State.ENROLLED:
        raise Refused(_("%(name)s has already left.") % _who(student))
    if left_on < student.enrolled_on:
        raise Refused(
            _("The last day can't be before the first day, %(day)s.")
            % {"day": student.enrolled_on.isoformat()}
        )
    end_everything(student, by=by)
    unseat_student(student, by=by)
    end_role(student.person, Role.STUDENT, by=by, until_on=left_on)
    student.state, student.left_on = Student.State.WITHDRAWN, left_on
    student.save(update_fields=["state", "left_on"])
    record("student.withdraw", student, by=by, reason=reason, left_on=left_on.isoformat())


@transaction.atomic
def readmit_student(student: Student, *, by: Viewer) -> None:
    """Take back a student who left; the earlier years stay theirs."""
    require(rules.may_keep_roster(by))
    if student.state == Student.State.ENROLLED:
        raise Refused(_("%(name)s is enrolled already.") % _who(student))
    student.state, student.left_on = Student.State.ENROLLED, None
    student.save(update_fields=["state", "left_on"])
    Membership.objects.create(
        school=by.school, person=student.person, role=Role.STUDENT, since_on=by.school.today()
    )
    record("student.readmit", student, by=by)


@transaction.atomic
def end_adult(person: Person, *, by: Viewer, until_on: date) -> None:
    """End every hat of an adult who leaves; they can no longer sign in to this school."""
    require(rules.may_keep_roster(by))
    if by.person_id == person.pk:
        raise Refused(_("You can't end your own roles. Ask another administrator."))
    open_hats = Membership.objects.filter(person=person, until_on__isnull=True)
    for role in open_hats.values_list("role", flat=True):
        end_role(person, Role(role), by=by, until_on=until_on)
    record("person.end", person, by=by, until_on=until_on.isoformat())


@transaction.atomic
def invite_person(person: Person, *, by: Viewer) -> None:
    """Let the person sign in with their e-mail address, and tell them so in their language."""
    require(rules.may_keep_roster(by))
    if not person.email:
        raise Refused(
            _("There is no e-mail address for %(name)s. Add one, or print a sign-in sheet.")
            % {"name": person.name}
        )
    if person.user is None:
        user = User.objects.filter(email__iexact=person.email).first()
        if user and Person.objects.filter(school=by.school, user=user).exists():
            raise Refused(
                _("Someone else at this school signs in with %(email)s. Use another address.")
                % {"email": person.email}
            )
        person.user = user or User.objects.create_user(new_public_id(), person.email)
        person.save(update_fields=["user"])
    record("person.invite", person, by=by)
    notify(person, "enrollment/invited", {}, by=by, url="/sign-in/link/")


def _who(student: Student) -> dict[str, str]:
    return {"name": student.name}
