"""What Tide does together, who stands in for Ana, and what her predecessor wrote."""

from __future__ import annotations

from datetime import date, datetime, time, timedelta
from typing import Any

from kindling.advisory.actions import name_substitute
from kindling.advisory.models import Advisory
from kindling.gatherings.actions import begin_turns
from kindling.gatherings.models import Gathering, Missing, Reflection, Turn
from kindling.handover.models import Handover, Letter, Version, Word
from kindling.people.models import Student
from kindling.schools.models import Person, School
from kindling.schools.viewer import Viewer

LETTERS = {
    "Maya Santos": {
        "who": "She draws when she thinks. Let her.",
        "works": "Ask, then wait. The second answer is the good one.",
    },
    "Jordan Blake": {
        "who": "Funny, late, and the first to help.",
        "works": "One thing at a time, with a day.",
        "ahead": "I promised to ask about the welding course.",
    },
    "Luis Diaz": {
        "who": "He says what he thinks when he trusts you. Give him a week.",
        "working_on": "The bike table: forty bikes, and he can explain every number.",
        "works": "Walk with him. He talks better moving.",
    },
}
LINES = ["I did not know that about Jordan.", "Quiet today. Good quiet.", "I want to go there again.",
         "My grandmother would have liked the song."]  # fmt: skip
SHARED = ["A song from Cape Verde", "How to fold a paper crane", "My three worst jokes",
          "A photo of our street, 1980", "Ten push-ups for everybody", "A word in Somali"]  # fmt: skip


def make_together(school: School) -> None:
    ana = Person.objects.get(school=school, name="Ana Reyes")
    tide = Advisory.objects.get(school=school, name="Tide")
    make_gatherings(school, tide, ana)
    make_changes(school, tide, ana)


def _at(school: School, on: date, clock: time) -> datetime:
    return datetime.combine(on, clock, school.zone)


TITLES = (
    "Where I come from", "What I am good at", "The rules of our group", "A job I would hate",
    "Who knows whom", "What the mentor does all day",
)  # fmt: skip
THEME = "Who could I be? Who could we be?"


def make_gatherings(school: School, tide: Advisory, ana: Person) -> None:
    """A session a week, a trip ahead, and turns that went round."""
    seats = tide.seats.filter(until_on=None).select_related("student__person").order_by("pk")
    group = [seat.student for seat in seats]
    usual = {"school": school, "advisory": tide, "by": ana}
    held = [Gathering(**usual, **facts) for facts in _sessions(school.today())]
    Gathering.objects.bulk_create(held)
    Gathering.objects.bulk_create(Gathering(**usual, **facts) for facts in _ahead(school.today()))
    Missing.objects.bulk_create(
        Missing(school=school, gathering=one, student=group[number * 3 % len(group)], why="away")
        for number, one in enumerate(held)
    )
    at = _at(school, held[-1].on, time(10))
    Reflection.objects.bulk_create(
        Reflection(school=school, gathering=held[-1], student=student, line=line, at=at)
        for student, line in zip(group, LINES, strict=False)
    )
    _make_turns(school, tide, ana, group)


def _sessions(today: date) -> list[dict[str, Any]]:
    """One each Tuesday, the last one last week."""
    first = today - timedelta(days=today.weekday() + 7 * len(TITLES) - 1)
    return [
        {
            "on": first + timedelta(weeks=number), "title": title, "at": time(9),
            "state": Gathering.State.HELD, "theme": THEME,
            "opening": "Phones away. One line about today.",
            "connect": "Something you can do that nobody here knows?",
            "activity": "In threes: tell, listen, draw what you heard. Then all together.",
            "reflect": "One line each.", "closing": "Who leads next time?",
        }
        for number, title in enumerate(TITLES)
    ]  # fmt: skip


def _ahead(today: date) -> list[dict[str, Any]]:
    """A session today, and a trip on a Thursday."""
    return [
        {
            "on": today + timedelta(days=10 - today.weekday()), "title": "The lighthouse",
            "at": time(8, 30), "kind": Gathering.Kind.TRIP, "place": "Beavertail, by bus 64",
        },
        {
            "on": today, "title": "Three adults I could ask", "at": time(13), "theme": THEME,
            "opening": "Phones away. One line about today.",
            "connect": "Who in your family has the strangest job?",
            "activity": "Write three names. Practice the first call in pairs.",
            "reflect": "One line each.", "closing": "Who calls first?",
        },
    ]  # fmt: skip


def _make_turns(school: School, tide: Advisory, ana: Person, group: list[Student]) -> None:
    today = school.today()
    Turn.objects.bulk_create(
        Turn(
            school=school, advisory=tide, kind="pick_me_up", student=student, state=Turn.State.HELD,
            on=_school_days(today, len(group))[number], note=SHARED[number % len(SHARED)],
        )
        for number, student in enumerate(group[:-2])
    )  # fmt: skip
    for kind in Turn.KINDS:
        begin_turns(tide, kind, by=Viewer.of_person(ana))


def _school_days(today: date, count: int) -> list[date]:
    """So many weekdays before today, the earliest first."""
    days = [today - timedelta(days=n) for n in range(1, count * 2 + 4)]
    return [day for day in days if day.weekday() < 5][:count][::-1]


def make_changes(school: School, tide: Advisory, ana: Person) -> None:
    """Somebody stands in for Ana next month; who led Tide before has written."""
    peter = Person.objects.get(school=school, name="Peter Nakamura")
    first = school.today() + timedelta(days=21)
    by = Viewer.of_person(ana)
    name_substitute(tide, peter, since_on=first, until_on=first + timedelta(days=4), by=by)
    make_letters(school, tide, ana)


def make_letters(school: School, tide: Advisory, ana: Person) -> None:
    """Denise led Tide before Ana: two letters came, Luis reads his."""
    denise = Person.objects.get(school=school, name="Denise Baptiste")
    begun = Handover.objects.create(
        school=school, advisory=tide, leaving=denise, next=ana, by=denise,
        last_on=school.today() - timedelta(days=20),
    )  # fmt: skip
    now = school.now() - timedelta(days=9)
    for name, words in LETTERS.items():
        student = Student.objects.get(school=school, person__name=name)
        given = name != "Luis Diaz"
        letter = Letter.objects.create(
            school=school, handover=begun, student=student, **words,
            state=Letter.State.GIVEN if given else Letter.State.SHOWN,
            given_to=ana if given else None, given_at=now if given else None,
            taken_at=now if name == "Maya Santos" else None,
        )  # fmt: skip
        Version.objects.create(
            school=school, letter=letter, number=1, words=words, by=denise, at=now
        )
        if given:
            Word.objects.create(
                school=school, letter=letter, version=1, kind=Word.Kind.OWN, at=now,
                text="That is me. And I like it when people say what they mean.",
            )  # fmt: skip
