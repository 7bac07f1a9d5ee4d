"""Late, sick, and the family's word about it."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta

from django.db import transaction

from kindling.absences.actions import clear_absence, doubt_absence, report_absence, report_late
from kindling.absences.models import Report
from kindling.attendance.models import Method
from kindling.kit.http import Refused
from kindling.people.matters import Matter
from kindling.people.models import Student
from kindling.people.rules import visible_students
from kindling.schools.roles import Role
from kindling.texts import replies
from kindling.texts.asking import which_one
from kindling.texts.callers import Answer, Caller, Told, chosen
from kindling.texts.models import Text

Verb, Outcome = Text.Verb, Text.Outcome
BACK = timedelta(days=14)  # a family answers about an absence for so long


def missing(told: Told) -> Answer:
    """Late or not coming, said by a student about themselves or by their family."""
    own = students_of(told)
    if not own:
        return Answer(replies.not_your_student(), Outcome.REFUSED, told.callers[0])
    meant, others = chosen(told, [student.person for _caller, student in own.values()])
    if others:
        return Answer(replies.only_missing(), Outcome.HELPED, told.callers[0])
    if told.said.verb == Verb.LATE and told.said.number is None:
        return Answer(replies.how_late(), Outcome.HELPED, told.callers[0])
    if len(meant) > 1:
        return which_one(meant)
    caller, student = own[meant[0].pk]
    with caller.reads():
        return _said(caller, student, lambda: _report(caller, student, told))


def students_of(told: Told) -> dict[int, tuple[Caller, Student]]:
    """Return whom this number may speak for, by the key of their person: oneself, one's children."""
    found: dict[int, tuple[Caller, Student]] = {}
    for caller in told.callers:
        if not caller.viewer.is_a(Role.STUDENT, Role.GUARDIAN):
            continue
        for student in _own(caller):
            if student.person_id not in found or caller.person.pk == student.person_id:
                found[student.person_id] = (caller, student)
    return found


def families_asked(told: Told) -> dict[int, tuple[Caller, list[Report]]]:
    """Return the absences that wait for the family's word, by the key of the student's person."""
    found: dict[int, tuple[Caller, list[Report]]] = {}
    for caller in told.callers:
        if not caller.viewer.is_a(Role.GUARDIAN):
            continue
        since = caller.viewer.school.today() - BACK
        children = [one for one in _own(caller) if one.person_id != caller.person.pk]
        waiting = Report.objects.filter(
            student__in=children, state=Report.State.REPORTED, until_on__gte=since
        )
        for report in waiting.select_related("student__person", "reason").order_by("since_on"):
            found.setdefault(report.student.person_id, (caller, []))[1].append(report)
    return found


def families_yes(told: Told, asked: dict[int, tuple[Caller, list[Report]]]) -> Answer:
    """The family knows of it."""
    return _decided(told, asked, _clear)


def families_no(told: Told, asked: dict[int, tuple[Caller, list[Report]]]) -> Answer:
    """The family did not know: the school hears it at once."""
    return _decided(told, asked, _doubt)


def _own(caller: Caller) -> list[Student]:
    """The students a family or a student speaks for. Staff hats of theirs do not count here."""
    hats = caller.viewer.roles & {Role.STUDENT, Role.GUARDIAN}
    as_family = type(caller.viewer)(caller.person, caller.viewer.school, frozenset(hats))
    return list(
        visible_students(as_family, Matter.DAYS).filter(state=Student.State.ENROLLED).order_by("pk")
    )


def _decided(
    told: Told,
    asked: dict[int, tuple[Caller, list[Report]]],
    decide: Callable[[Caller, Report], str],
) -> Answer:
    children = [student.person for _caller, student in students_of(told).values()]
    named, _others = chosen(told, children)
    # A yes about a child of whom nothing is asked says nothing about another one.
    meant = [person for person in named if person.pk in asked]
    if not meant:
        return Answer(replies.nothing_waits(), Outcome.REFUSED, told.callers[0])
    if len(meant) > 1:
        return which_one(meant)
    caller, reports = asked[meant[0].pk]
    with caller.reads():
        for report in reports:
            report.student.school = report.school = caller.viewer.school
        return _said(
            caller, reports[0].student, lambda: " ".join(decide(caller, one) for one in reports)
        )


def _clear(caller: Caller, report: Report) -> str:
    clear_absence(report, by=caller.viewer)
    return replies.cleared(report, report.student.first)


def _doubt(caller: Caller, report: Report) -> str:
    doubt_absence(report, by=caller.viewer)
    return replies.doubted(report, report.student.first)


def _report(caller: Caller, student: Student, told: Told) -> str:
    facts = {"tap": told.sid, "method": Method.TEXT, "by": caller.viewer}
    if told.said.verb == Verb.LATE:
        report = report_late(student, minutes=told.said.number or 0, **facts)  # type: ignore[arg-type]
        return replies.is_late(report, student.first)
    reason = "sick" if told.said.is_ill else ""
    report = report_absence(student, reason=reason, **facts)  # type: ignore[arg-type]
    return replies.is_absent(report, student.first)


def _said(caller: Caller, student: Student, act: Callable[[], str]) -> Answer:
    """Do it, or say why it cannot be done."""
    try:
        with transaction.atomic():
            return Answer(act(), Outcome.DONE, caller, student.person)
    except Refused as no:
        return Answer(str(no), Outcome.REFUSED, caller, student.person)
