"""Exhibitions of Harbor View: Luis ready with a mixed panel, Jordan waiting for a yes, others dated."""

from __future__ import annotations

import random
from datetime import date, datetime, time, timedelta

from kindling.evidence.models import Evidence
from kindling.exhibitions.models import (
    Check,
    Exhibition,
    Feedback,
    Kind,
    Material,
    Panelist,
    ProgrammeChoice,
    Rehearsal,
    Tick,
)
from kindling.people.models import Connection, Student
from kindling.schools.models import Person, School
from kindling.schools.queries import current_term
from kindling.schools.roles import Role

State = Panelist.State
AGENDA = (
    "Welcome, and who is here (5 minutes)\nWhat I set out to do, and why\nThe product, and who uses it\n"
    "What was hard, and what I changed\nYour questions\nWhat comes next"
)
TITLES = (
    (
        "How the harbor cleans itself",
        "I counted mussels for six weeks. Come and see what they filter.",
    ),
    (
        "A bus stop people want to wait at",
        "I asked eighty riders, then built a bench with the city.",
    ),
    (
        "Bread without a recipe",
        "Flour, time and heat: what I learned in a bakery at four in the morning.",
    ),
    ("Why our street floods", "Maps, rain data, and a letter the council answered."),
    ("The sound of the studio", "How a room changes a voice, and a podcast to prove it."),
    ("Reading to dogs", "Why children who read to dogs read more, and how I know."),
    ("A bike for my brother", "From three broken ones, one that works, and the sums behind it."),
)
ROOMS = ("Room 4", "Room 12", "Library", "The studio")


def make_exhibitions(school: School, students: list[Student], chance: random.Random) -> None:
    """An autumn of exhibitions: two weeks ahead most of Tide shows, a few did last year."""
    kind, thesis = (Kind.objects.get(school=school, format=name) for name in ("panel", "thesis"))
    ProgrammeChoice.objects.create(school=school, is_open=True)
    _maya, jordan, luis = students[:3]
    ahead = _monday(school.today() + timedelta(days=11))
    for number, student in enumerate(students[3:10]):
        begins = _at(school, ahead + timedelta(days=number // 3), time(9 + 2 * (number % 3)))
        one = _row(student, kind, begins, "invited", TITLES[number % len(TITLES)])
        one.room = ROOMS[number % len(ROOMS)]
        one.save()
        _seat(one, chance)
    _luis(school, luis, thesis, students[:2], _at(school, ahead + timedelta(days=2), time(13)))
    _jordan(school, jordan, kind)
    for number, student in enumerate(students[10:13]):
        begins = _at(school, _monday(school.today() - timedelta(days=150)), time(10 + number))
        past = _row(student, kind, begins, "closed", TITLES[-1 - number])
        past.result, past.room = "move_on", "Library"
        past.save()
        _seat(past, chance)


def _row(
    student: Student,
    kind: Kind,
    begins: datetime | None,
    state: str,
    told: tuple[str, str],
) -> Exhibition:
    """One exhibition with its advisor on the panel."""
    school, (title, about) = kind.school, told
    held = Connection.objects.filter(student=student, role=Role.ADVISOR, is_substitute=False)
    advisor = held.select_related("adult").order_by("-since_on")[0].adult
    made = Exhibition.objects.create(
        school=school, student=student, kind=kind, term=current_term(school), advisor=advisor,
        title=title, about=about, agenda=AGENDA, minutes=kind.minutes, starts_at=begins,
        on=begins.date() if begins else None, state=state, by=student.person, sequence=1,
        state_since=school.now() - timedelta(days=9),
    )  # fmt: skip
    _panelist(made, advisor, "advisor", State.COMING)
    return made


def _seat(one: Exhibition, chance: random.Random) -> None:
    """The family, most of them coming."""
    family = Connection.objects.filter(student=one.student, role=Role.GUARDIAN, until_on=None)
    for held in family.select_related("adult")[:2]:
        said = chance.choice((State.COMING, State.COMING, State.ASKED, State.DECLINED))
        _panelist(one, held.adult, "family", said)


def _panelist(one: Exhibition, person: Person, part: str, state: str, **facts: object) -> Panelist:
    now = one.school.now()
    facts = {"needs_interpreter": person.language != "en", **facts}
    made: Panelist = Panelist.objects.create(
        school=one.school, exhibition=one, person=person, part=part, name=person.name,
        language=person.language, state=state, by=one.student.person,
        is_invited=one.starts_at is not None,
        answered_at=now if state in Panelist.ANSWERED else None, **facts,
    )  # fmt: skip
    return made


def _luis(
    school: School, luis: Student, kind: Kind, peers: list[Student], begins: datetime
) -> None:
    """A senior's mixed panel: mother with an interpreter, two peers, a guest by video."""
    about = "I built a way to keep old bikes on the road. Please ask me what it cost."
    one = _row(luis, kind, begins, "invited", ("What a repair is worth", about))
    one.room, one.video = "Library", "https://video.example.org/harbor-view-luis"
    one.save()
    rosa = Connection.objects.filter(student=luis, role=Role.GUARDIAN).select_related("adult")
    for held in rosa[:1]:
        _panelist(one, held.adult, "family", State.COMING, interpreter="asked")
    for peer in peers:
        _panelist(one, peer.person, "peer", State.ASKED)
    _guest(one)
    _rehearsal(one, peers)
    line = kind.lines[0]
    Check.objects.create(
        school=school, exhibition=one, line=line, done_at=school.now(), by=luis.person
    )


def _guest(one: Exhibition) -> None:
    """Ines joins by video, and sees two of three pieces beforehand."""
    guest = Person(
        school=one.school,
        given_name="Ines",
        family_name="Park",
        email="ines.park@university.example.org",
    ).compose()
    guest.save()
    ines = _panelist(
        one,
        guest,
        "guest",
        State.COMING,
        is_remote=True,
        who="Teaches engineering at the university.",
    )
    for order, piece in enumerate(_pieces(one.student), 1):
        row = Material.objects.create(
            school=one.school, exhibition=one, evidence=piece, order=order
        )
        if order > 1:
            Tick.objects.create(school=one.school, material=row, panelist=ines)


def _pieces(student: Student) -> list[Evidence]:
    rows = Evidence.objects.filter(student=student, state=Evidence.State.KEPT, people="none")
    return list(rows.order_by("-on", "-pk")[:3])


def _rehearsal(one: Exhibition, peers: list[Student]) -> None:
    on = one.school.today() - timedelta(days=2)
    made = Rehearsal.objects.create(
        school=one.school, exhibition=one, on=on, place="Advisory room",
        question="Do you understand why it matters?",
        changes="I begin with the broken chain, and I cut the part about prices.",
    )  # fmt: skip
    warm = "The story of your uncle’s bike. I forgot that it was a talk."
    cool = "The numbers go too fast. Show one and leave it on the wall."
    now = one.school.now()
    Feedback.objects.create(
        school=one.school, rehearsal=made, person=peers[0].person, warm=warm, cool=cool, said_at=now
    )
    Feedback.objects.create(school=one.school, rehearsal=made, person=peers[1].person)


def _jordan(school: School, jordan: Student, kind: Kind) -> None:
    """No date yet, and a guest who waits for Ana’s yes."""
    about = "Ten minutes of radio that I made, and what I cut."
    one = _row(jordan, kind, None, "planned", ("Voices nobody records", about))
    Panelist.objects.create(
        school=school, exhibition=one, part="guest", name="Theo Marsh", by=jordan.person,
        email="theo.marsh@radio.example.org", state=State.PROPOSED,
        who="He reads the news on North Star Radio. I want to hear what he would cut.",
    )  # fmt: skip


def _at(school: School, day: date, at: time) -> datetime:
    return datetime.combine(day, at, school.zone)


def _monday(day: date) -> date:
    return day - timedelta(days=day.weekday())
