"""What Ana writes to families this week, a wish to meet, and what families offer."""

from __future__ import annotations

from datetime import datetime, time, timedelta
from typing import Any

from kindling.advisory.models import Advisory
from kindling.families.actions.sending import links_of
from kindling.families.models import (
    FamilyChoice,
    FamilyOffer,
    MeetingWish,
    WeekWords,
    WordsTranslation,
)
from kindling.people.models import Connection, Student
from kindling.schools.models import Person, School
from kindling.schools.roles import Role
from kindling.schools.viewer import Viewer

TO_TIDE = (
    "This week Tide planned the spring fair. Each of us said one thing we are proud of, and one we "
    "want to learn. On Friday we walk to the aquarium: please send a jacket and something to eat."
)
TO_LUIS = (
    "Luis explained to two younger students how a bird’s wing is set. I saw patience I want to tell "
    "you about. Please ask him to show you the drawing."
)
A_LUIS = (
    "Luis explicó a dos estudiantes menores cómo se endereza el ala de un pájaro. Vi una paciencia de "
    "la que quiero hablarles. Por favor, pídanle que les muestre el dibujo."
)
OFFERS = [
    ("skill", "I sew. I could show a group how to mend a jacket.", "accepted",
     "Thank you, that is just what Tide asked for. Ana calls you on Monday."),
    ("volunteer", "I can come along on trips on Fridays.", "open", ""),
    ("board", "I would like to help decide how the school spends its money.", "open", ""),
]  # fmt: skip


def make_families(school: School, luis: Student) -> None:
    """A few rows by hand: nothing here is sent."""
    ana = Person.objects.get(school=school, name="Ana Reyes")
    rosa = Person.objects.get(school=school, name="Rosa Diaz")
    FamilyChoice.objects.create(school=school, letter_weekday=4)
    _words(school, luis, ana)
    _wish(school, luis, rosa)
    _offers(school, ana)
    links_of([rosa], by=Viewer.system(school))


def _words(school: School, luis: Student, ana: Person) -> None:
    now, today = school.now(), school.today()
    facts: Any = {
        "school": school, "by": ana, "language": "en", "changed_at": now,
        "week_on": today - timedelta(days=today.weekday()),
    }  # fmt: skip
    tide = Advisory.objects.get(school=school, name="Tide")
    WeekWords.objects.create(advisory=tide, text=TO_TIDE, **facts)
    own = WeekWords.objects.create(student=luis, text=TO_LUIS, **facts)
    WordsTranslation.objects.create(
        school=school, words=own, language="es", stamp=own.stamp, state="ready", text=A_LUIS
    )


def _wish(school: School, luis: Student, rosa: Person) -> None:
    day = school.today() + timedelta(days=8)
    times = [datetime.combine(day, time(17, 30), school.zone)]
    times.append(times[0] + timedelta(days=1))
    MeetingWish.objects.create(
        school=school, student=luis, by=rosa, tap="demo", about="Qué sigue después de la escuela",
        interpreter="es", times=[one.isoformat() for one in times],
    )  # fmt: skip


def _offers(school: School, ana: Person) -> None:
    ties = Connection.objects.filter(school=school, role=Role.GUARDIAN, until_on__isnull=True)
    families = [tie.adult for tie in ties.select_related("adult").order_by("pk")[:3]]
    for number, (kind, what, state, answer) in enumerate(OFFERS[: len(families)]):
        by = families[number]
        answered: Any = {"answered_by": ana, "answered_at": school.now()} if answer else {}
        FamilyOffer.objects.create(
            school=school, by=by, tap=f"demo-{number}", kind=kind, what=what, state=state,
            answer=answer, language=by.language, **answered,
        )  # fmt: skip
