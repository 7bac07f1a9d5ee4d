"""Rosa's link, Ana's words, and another family at the same school."""

from __future__ import annotations

from datetime import date

from django.test import Client

from kindling.families.actions import send_letter, write_words
from kindling.families.models import WeekWords
from kindling.passes.models import Pass
from kindling.passes.tokens import token_of
from kindling.people.actions import connect
from kindling.schools.models import Person
from kindling.schools.roles import Role
from kindling.schools.viewer import Viewer
from tests.cast import FIRST_DAY, make_person

MONDAY = date(2026, 10, 12)


def link_of(cast, person: Person | None = None) -> Pass:
    """The link of the newest letter to a guardian: Rosa's."""
    who = person or cast.rosa
    send_letter(who, by=Viewer.system(cast.school))
    return who.passes.latest("pk")


def door_of(cast, person: Person | None = None) -> str:
    return f"/p/{token_of(link_of(cast, person))}/"


def say(cast, text: str, to=None, language: str = "en") -> WeekWords:
    """Ana writes to the families of Tide, or of one student."""
    by = cast.as_("ana")
    words = write_words(to or cast.tide, text=text, language=language, week_on=MONDAY, by=by)
    assert words is not None
    return words


def another_family(cast) -> Person:
    """Jordan's father, who reads English and has no account."""
    father = make_person(cast.school, "Paul Blake", Role.GUARDIAN, user=False, language="en")
    by = Viewer.system(cast.school)
    connect(cast.jordan, father, Role.GUARDIAN, by=by, since_on=FIRST_DAY)
    return father


def page_at(door: str) -> str:
    answer = Client().get(door)
    assert answer.status_code == 200
    return answer.content.decode()
