"""What Rosa brought about Luis: one answered, one that waits; and what Ana told of a concern."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

from kindling.concerns.models import FamilyConcern, Telling, TellingReply
from kindling.concerns.rules import due_day
from kindling.people.models import Student
from kindling.schools.models import Person, School
from kindling.support.models import Concern

HUNGRY = "Luis llega a casa con hambre. ¿A qué hora comen cuando está en la clínica?"
HUNGRY_EN = "Luis comes home hungry. At what time do they eat when he is at the clinic?"
LUNCH = (
    "Thank you for asking. On clinic days lunch was too early. From Monday on he eats at half past "
    "twelve, with the others. I ask him on Friday how it goes."
)
COMIDA = (
    "Gracias por preguntar. Los días de clínica la comida era muy temprano. Desde el lunes come a las "
    "doce y media, con los demás. El viernes le pregunto cómo le va."
)
BUS = "El autobús de la tarde no espera. Dos veces Luis caminó solo cuando ya estaba oscuro."
BUS_EN = "The afternoon bus does not wait. Twice Luis walked alone after dark."
SLEEP = "Luis is tired in the first hour. What would help at home, and what could we do here?"
SUENO = "Luis está cansado en la primera hora. ¿Qué ayudaría en casa y qué podríamos hacer aquí?"
UNCLE = "Ayuda a su tío hasta las diez. Entre semana lo podemos cambiar."
UNCLE_EN = "He helps his uncle until ten. On school nights we can change that."


def make_concerns(school: School, students: list[Student]) -> None:
    """A few rows by hand: nothing here is sent."""
    ana = Person.objects.get(school=school, name="Ana Reyes")
    rosa = Person.objects.get(school=school, name="Rosa Diaz")
    _brought(school, students[2], rosa, ana)
    _told(school, students[2], rosa, ana)


def _brought(school: School, luis: Student, rosa: Person, ana: Person) -> None:
    now, today = school.now(), school.today()
    usual: dict[str, Any] = {
        "school": school, "student": luis, "by": rosa, "language": "es", "keeper": ana,
    }  # fmt: skip
    lunch = FamilyConcern.objects.create(
        **usual, tap="demo-1", about="place", text=HUNGRY, translations={"en": HUNGRY_EN},
        state="answered", due_on=today - timedelta(days=3), at=now - timedelta(days=8),
    )  # fmt: skip
    Telling.objects.create(
        school=school, concern=lunch, student=luis, person=rosa, by=ana, text=LUNCH,
        language="en", translations={"es": COMIDA}, at=now - timedelta(days=4),
    )  # fmt: skip
    FamilyConcern.objects.create(
        **usual, tap="demo-2", about="way", text=BUS, translations={"en": BUS_EN},
        due_on=due_day(school), at=now - timedelta(hours=20),
    )  # fmt: skip


def _told(school: School, luis: Student, rosa: Person, ana: Person) -> None:
    """Of a concern that she carries, to his mother, who answered."""
    concern = Concern.objects.create(
        school=school, student=luis, owner=ana, by=ana, state="in_hand",
        strengths="Patient with animals and with younger students.", text="Tired in the first hour.",
        look_on=school.today() + timedelta(days=8),
    )  # fmt: skip
    at = school.now() - timedelta(days=3)
    telling = Telling.objects.create(
        school=school, support=concern, student=luis, person=rosa, by=ana, text=SLEEP, language="en",
        translations={"es": SUENO}, at=at, read_at=at + timedelta(hours=5),
    )  # fmt: skip
    TellingReply.objects.create(
        school=school, telling=telling, kind="words", by=rosa, tap="demo",
        text=UNCLE,
        language="es", translations={"en": UNCLE_EN}, at=at + timedelta(hours=6),
    )  # fmt: skip
