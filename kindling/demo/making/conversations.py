"""Jordan and Sam with Ana in it, Ana and Rosa in two languages, one to many, what nobody could place."""

from __future__ import annotations

from datetime import datetime, time, timedelta

from kindling.advisory.models import Advisory
from kindling.conversations.models import (
    Broadcast,
    BroadcastLine,
    ConversationChoice,
    Copy,
    Message,
    Seat,
    Thread,
)
from kindling.letterbox.models import Mail
from kindling.people.models import Connection, Student
from kindling.placements.models import Placement
from kindling.schools.models import Person, School
from kindling.texts.models import Text

TALK = [
    ("jordan", "page", 50, "Good morning. May I come at ten on Thursday? I have a test first."),
    ("sam", "email", 46, "Ten is fine. Bring your boots, we wash the kennels."),
    ("jordan", "page", 45, "I will. Thank you."),
    ("sam", "sms", 3, "Biscuit had her puppies last night. Six."),
]
HOME = [
    ("ana", "page", 72, "en", "Luis spoke up for a younger student today. You can be proud.",
     "Luis defendió hoy a un estudiante más joven. Puede estar orgullosa."),
    ("rosa", "sms", 70, "es", "Muchas gracias, maestra. ¿Come bien al mediodía?",
     "Thank you very much, teacher. Does he eat well at noon?"),
    ("ana", "email", 69, "en", "He does. He sits with Jordan now.", "Sí. Ahora se sienta con Jordan."),
    ("rosa", "link", 5, "es", "¿Puede quedarse el jueves hasta las cinco? Trabajo hasta tarde.",
     "Can he stay until five on Thursday? I work late."),
]  # fmt: skip


def make_conversations(school: School, students: list[Student]) -> None:
    """What the cast says to each other; nothing is sent."""
    names = ("Ana Reyes", "Chen Wu", "Sam Ito", "Rosa Diaz")
    people = {
        one.first.lower(): one for one in Person.objects.filter(school=school, name__in=names)
    }
    _maya, jordan, luis = students[:3]
    people |= {"jordan": jordan.person, "luis": luis.person}
    ConversationChoice.objects.create(
        school=school, answers_from=time(8), answers_until=time(16), translates=False
    )
    if Placement.objects.filter(student=jordan, mentor=people["sam"]).exists():
        _talk(school, jordan, people)
    if Connection.objects.filter(student=luis, adult=people["rosa"]).exists():
        _home(school, luis, people)
    _many(school, people["ana"])
    _stray(school, people)


def _thread(school: School, last: datetime, **sides: object) -> Thread:
    thread = Thread.objects.create(school=school, last_at=last, **sides)
    people = (thread.keeper, thread.outside, thread.student.person if thread.student else None)
    Seat.objects.bulk_create(
        Seat(school=school, thread=thread, person=one, is_staff=one == thread.keeper)
        for one in people
        if one
    )
    return thread


def _talk(school: School, jordan: Student, people: dict[str, Person]) -> None:
    now, ana = school.now(), people["ana"]
    last = now - timedelta(hours=TALK[-1][2])
    thread = _thread(
        school, last, student=jordan, outside=people["sam"], outside_as="mentor", keeper=ana,
        about=jordan, waits_since=last,
    )  # fmt: skip
    for name, via, ago, text in TALK:
        side = {"jordan": "student", "sam": "outside"}[name]
        message = Message.objects.create(
            school=school, thread=thread, by=people[name], side=side, keeper=ana, text=text,
            at=now - timedelta(hours=ago), language="en", via=via,
        )  # fmt: skip
        _copies(message, [people[one] for one in ("jordan", "sam", "ana") if one != name])


def _home(school: School, luis: Student, people: dict[str, Person]) -> None:
    now, ana = school.now(), people["ana"]
    last = now - timedelta(hours=HOME[-1][2])
    thread = _thread(
        school, last, outside=people["rosa"], outside_as="guardian", keeper=ana, about=luis,
        waits_since=last, interpreter_asked_at=last, interpreter_asked_by=people["rosa"],
    )  # fmt: skip
    for name, via, ago, language, text, other in HOME:
        message = Message.objects.create(
            school=school, thread=thread, by=people[name], keeper=ana, text=text, via=via,
            side="staff" if name == "ana" else "outside", at=now - timedelta(hours=ago),
            language=language, translations={"es" if language == "en" else "en": other},
        )  # fmt: skip
        _copies(message, [people["rosa" if name == "ana" else "ana"]])


def _copies(message: Message, people: list[Person]) -> None:
    Copy.objects.bulk_create(
        Copy(school=message.school, message=message, person=one) for one in people
    )


def _many(school: School, ana: Person) -> None:
    tide = Advisory.objects.filter(school=school, name="Tide").first()
    at = school.now() - timedelta(days=4)
    made = Broadcast.objects.create(
        school=school, by=ana, at=at, to="families", advisory=tide, state="done", language="en",
        text="On Friday school ends at noon. The buses leave at ten past twelve.",
    )  # fmt: skip
    rows = Connection.objects.filter(
        school=school, role="guardian", student__advisory_seats__advisory=tide
    )
    found = {row.adult_id: row for row in rows.select_related("adult", "student")}
    BroadcastLine.objects.bulk_create(
        BroadcastLine(
            school=school, broadcast=made, person=row.adult, about=row.student, sent_at=at
        )
        for row in found.values()
    )


def _stray(school: School, people: dict[str, Person]) -> None:
    seat = Seat.objects.filter(school=school, person=people["sam"]).first()
    Mail.objects.create(
        key="demo", school=school, person=people["sam"], staff=people["ana"], state="held",
        why="sender", sender="samito77@example.com", subject="Re: A message from Jordan Blake",
        text="Jordan can come on Saturday, too. Sam", reply_id=seat.public_id if seat else "",
    )  # fmt: skip
    Text.objects.create(
        sid="demo-unknown", number="+14015550188", school=school, state="waits", outcome="stranger",
        verb="unknown", body="Hola, soy el tío de Luis. Hoy lo recojo yo a las dos.",
        reply="We do not know this number. Somebody at the school reads what you wrote.",
    )  # fmt: skip
