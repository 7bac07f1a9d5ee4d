"""One report tells advisor, mentor and office; an absence that nobody cleared asks the family."""

from __future__ import annotations

from typing import Any

from kindling.absences import audience
from kindling.absences.models import Report, Voice
from kindling.absences.rules import FAMILY_ABSENCE
from kindling.attendance.timetable import Timetable
from kindling.notices.actions import notify, notify_many
from kindling.passes.actions import make_pass
from kindling.schools.inside import inside
from kindling.schools.models import Person
from kindling.schools.roles import Role
from kindling.schools.viewer import Viewer


def tell_of(report: Report, plan: Timetable, *, by: Viewer) -> None:
    """Tell everybody whom a new word concerns, each once and never the one who said it."""
    tell_staff(report, "reported", by=by)
    tell_mentors(report, plan, by=by)
    if report.state == Report.State.REPORTED and not report.is_late:
        ask_family(report, by=by)


def tell_staff(report: Report, kind: str, *, by: Viewer) -> None:
    """Advisors and the desk; they read the reason, and see it on the report's page."""
    today = by.school.today()
    advisors = audience.connected(report.student, Role.ADVISOR, today)
    people = _unique([*advisors, *audience.desk_people(by.school, today)], by)
    with inside(by.school):
        url = report.get_absolute_url()
    notify_many(people, f"absences/{kind}", _facts(report, by), by=by, url=url)


def tell_mentors(report: Report, plan: Timetable, *, by: Viewer) -> None:
    """Who expects the student hears that they are late or do not come. Never why."""
    last = report.until_on
    if last < by.school.today():
        return
    mentors = audience.mentors_in(plan, max(report.since_on, by.school.today()), last)
    facts = {
        "first": report.student.first, "is_late": report.is_late, "due_at": report.due_at,
        "minutes": report.minutes, "since_on": report.since_on, "until_on": report.until_on,
    }  # fmt: skip
    notify_many(_unique(mentors, by), "absences/mentor", facts, by=by)


def tell_mentors_again(report: Report, *, by: Viewer) -> None:
    """The word was taken back: the mentors who heard it expect the student again."""
    today = by.school.today()
    if report.until_on < today:
        return
    first = max(report.since_on, today)
    plan = audience.plan_of(report.student, first, report.until_on)
    mentors = audience.mentors_in(plan, first, report.until_on)
    facts = {"first": report.student.first, "since_on": first, "until_on": report.until_on}
    notify_many(_unique(mentors, by), "absences/mentor_again", facts, by=by)


def ask_family(report: Report, *, by: Viewer) -> None:
    """Every guardian gets a link for this one student, which ends after two weeks."""
    for guardian in audience.connected(report.student, Role.GUARDIAN, by.school.today()):
        if guardian.pk == by.person_id:
            continue
        guardian.school = by.school
        held = family_pass(report.student.public_id, guardian, report.student, by=by)
        facts = _facts(report, by)
        notify(guardian, "absences/family", facts, by=by, link_id=held)


def family_pass(public_id: str, guardian: Person, student: Any, *, by: Viewer) -> str:
    """Make a guardian's link about one student and return its public id."""
    subjects = [public_id]
    held = make_pass(
        guardian, FAMILY_ABSENCE, subjects, by=by, days=14, needs_code=True, about=student
    )
    return held.public_id


def _facts(report: Report, by: Viewer) -> dict[str, Any]:
    return {
        "report": report,
        "student": report.student,
        "who": by.person.name if by.person else "",
        "is_family": report.voice == Voice.GUARDIAN,
        "is_student": report.voice == Voice.STUDENT,
        "is_change": report.replaces_id is not None,
    }


def _unique(people: list[Person], by: Viewer) -> list[Person]:
    found = {person.pk: person for person in people if person.pk != by.person_id}
    for person in found.values():
        person.school = by.school  # spares a statement for each
    return list(found.values())
