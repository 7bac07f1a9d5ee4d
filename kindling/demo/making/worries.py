"""Whom Harbor View offers, one worry that waits and one that was talked over."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

from kindling.demo.making.people import make_person
from kindling.incidents import actions
from kindling.incidents.models import Incident, Reading, Word
from kindling.people.models import Connection, Student
from kindling.placements.models import Placement
from kindling.schools.models import Person, School
from kindling.schools.roles import Role
from kindling.schools.viewer import Viewer


def make_worries(school: School, landed: list[Placement]) -> None:
    """A nurse and the coordinator are offered; two students have written."""
    principal = Viewer.of_person(Person.objects.get(school=school, name="Dana Okafor"))
    nurse = make_person(school, "Nora Bell", Role.STAFF, phone="(401) 555-0107")
    chen = Person.objects.get(school=school, name="Chen Wu")
    words = "School nurse, room 104. My door is open at lunch."
    actions.offer_adult(nurse, words=words, reply_hours=24, by=principal)
    actions.offer_adult(chen, words="Internship coordinator", reply_hours=48, by=principal)
    plan: dict[str, Any] = {"offers_advisor": True, "advisor_hours": 24, "emergency": EMERGENCY}
    actions.change_plan(**plan, by=principal)
    ana = Person.objects.get(school=school, name="Ana Reyes")
    mine = set(Connection.objects.filter(adult=ana).values_list("student", flat=True))
    others = [one for one in landed[2:] if one.student_id in mine]
    if len(others) > 1:
        waiting(others[0], ana)
        talked_over(others[1], ana, principal)


EMERGENCY = "If somebody is in danger now, call 911. Then call the school, day or night."


def waiting(placement: Placement, adult: Person) -> None:
    text = "I am alone in the back with the big saw, and nobody has shown me how to use it."
    raised(placement, adult, timedelta(hours=3), text=text, urgency="soon")


def talked_over(placement: Placement, adult: Person, principal: Viewer) -> None:
    text = "Somebody there makes jokes about how I talk. I did not know what to say."
    worry = raised(placement, adult, timedelta(days=20), text=text, urgency="know")
    by = Viewer.of_person(adult)
    actions.open_page(worry, by=by)
    actions.answer_student(worry, "Thank you for telling me. Can we talk at lunch?", by=by)
    actions.note_action(worry, "Talked with the mentor about the whole team, no names.", by=by)
    at = worry.opened_at + timedelta(days=1)
    for whom, how in (("family", "By phone, as the student asked."), ("principal", "In person.")):
        actions.note_told(worry, whom=whom, told_at=at, text=how, by=by)
    actions.open_page(worry, by=principal)
    actions.write_finding(worry, "The mentor had noticed too, and has spoken with the team.", by=by)
    actions.close_incident(worry, "The jokes have stopped. We look again in a month.", by=by)
    Word.objects.filter(incident=worry).exclude(kind=Word.Kind.WORRY).update(at=at)
    Reading.objects.filter(incident=worry).update(at=at)
    Incident.objects.filter(pk=worry.pk).update(read_at=worry.opened_at + timedelta(hours=2))


def raised(placement: Placement, adult: Person, ago: timedelta, **said: Any) -> Incident:
    """What the student wrote, so long ago."""
    student: Student = placement.student
    by = Viewer.of_person(student.person)
    worry = actions.raise_worry(student, adult=adult, placement=placement, **said, by=by)
    worry.opened_at -= ago
    worry.due_at -= ago
    worry.save(update_fields=["opened_at", "due_at"])
    Word.objects.filter(incident=worry).update(at=worry.opened_at)
    return worry
