"""The other school. Nobody at Harbor View sees it, and Otto sees nothing of Harbor View."""

from __future__ import annotations

import random

from kindling.advisory.models import Advisory, AdvisoryAdvisor
from kindling.demo.making.people import birthday, make_person, make_student
from kindling.demo.making.places import make_place
from kindling.demo.making.school import first_day
from kindling.schools.models import School
from kindling.schools.roles import Role


def make_northgate(school: School, chance: random.Random) -> None:
    """One advisory of Otto's, with six students and two places."""
    otto = make_person(school, "Otto Lind", Role.ADVISOR)
    make_person(school, "Vera Holm", Role.PRINCIPAL, Role.ADMINISTRATOR)
    advisory = Advisory.objects.create(school=school, name="North Star", grade="201")
    AdvisoryAdvisor.objects.create(
        school=school, advisory=advisory, person=otto, since_on=first_day(school)
    )
    for name in ["Ada Krueger", "Ben Sorrel", "Cleo Marsh", "Dev Anand", "Eve Roth", "Finn Daly"]:
        make_student(school, advisory, name, "201", birthday(chance, school, "201"))
    lines = [
        "Northgate Garage|Garage helper|machines|Oil, brakes and honest bills.|9:00|14:00|1|16",
        "Hilltop Clinic|Front desk helper|health|Greet, listen, book.|9:00|13:00|2|-",
    ]
    for number, line in enumerate(lines):
        make_place(school, line.split("|"), ["Gus Hahn", "Olga Renn"][number], chance)
