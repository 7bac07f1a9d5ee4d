"""Rosa asked to see the record of Luis; an absence is to be put right; who looked these weeks."""

from __future__ import annotations

from datetime import timedelta

from kindling.looks.models import Look, What
from kindling.people.models import Student
from kindling.rights.actions import ask_amendment, ask_records, refuse_to_amend, verify_request
from kindling.schools.inside import inside
from kindling.schools.models import Person, School
from kindling.schools.viewer import Viewer

LOOKED = {
    "Ana Reyes": (0, 1, 3, 7, 8, 10, 14), "Chen Wu": (2, 9), "Priya Nair": (5,), "Dana Okafor": (12,),
}  # fmt: skip


def make_rights(school: School) -> None:
    """Harbor View, in the middle of it."""
    people = {one.name: one for one in Person.objects.filter(school=school, student=None)}
    luis = Student.objects.get(school=school, person__name="Luis Diaz")
    rosa, priya = (Viewer.of_person(people[name]) for name in ("Rosa Diaz", "Priya Nair"))
    with inside(school):
        asked = ask_records(luis, "Sus notas y las ausencias de septiembre.", by=rosa)
        verify_request(asked, "Called back at the number on file.", by=priya)
        wrong = ask_amendment(
            luis, wrong="El 22 de septiembre Luis estuvo en el dentista.",
            wanted="Ausencia justificada.", by=rosa,
        )  # fmt: skip
        refuse_to_amend(wrong, "The office has no note of a dentist for that day.", by=priya)
    make_looks(school, luis, people)


def make_looks(school: School, luis: Student, people: dict[str, Person]) -> None:
    """An advisor looks often and at much, others now and then."""
    today = school.today()
    whats = list(What)
    Look.objects.bulk_create(
        Look(
            school=school, student=luis, person=people[name], on=today - timedelta(days=back),
            what=what,
        )
        for name, days in LOOKED.items()
        for number, back in enumerate(days)
        for what in whats[: 1 + (number + back) % 3]
    )  # fmt: skip
