"""One number of several people: who is meant."""

from __future__ import annotations

import time_machine

from kindling.attendance.models import Day, Entry
from kindling.attendance.tests.placed import make_placement
from kindling.texts.models import Text
from kindling.texts.tests.conftest import HERE, LUIS, give_phone
from tests.cast import make_person, make_student


def test_two_students_with_one_number_are_asked_back(cast, placement, text):
    make_placement(cast.maya, cast.shelter, cast.sam)
    give_phone(cast.maya.person, LUIS)

    asked = text("here", LUIS)
    with time_machine.travel("2026-10-13T13:05:00+00:00", tick=True):
        told = text("2", LUIS)

    assert asked == "Who is this about? Answer with the number: 1 Luis, 2 Maya"
    assert told == "Maya is checked in at Harbor Animal Shelter at 9:00 AM."
    entry = Entry.objects.get()
    assert (entry.by, entry.at < entry.arrived_at) == (cast.maya.person, True)
    assert list(Text.objects.order_by("pk").values_list("outcome", "verb")) == [
        ("asked", "here"), ("done", "here"),
    ]  # fmt: skip


def test_a_name_beside_the_word_says_who(cast, placement, text):
    make_placement(cast.maya, cast.shelter, cast.sam)
    give_phone(cast.maya.person, LUIS)

    assert text("Maya here", LUIS).startswith("Maya is checked in")
    assert text("aquí Luis", LUIS).startswith("Luis is checked in")


def test_a_name_answers_the_question(cast, placement, text):
    make_placement(cast.maya, cast.shelter, cast.sam)
    give_phone(cast.maya.person, LUIS)
    text("here", LUIS)

    assert text("Maya", LUIS).startswith("Maya is checked in")


def test_of_two_the_one_with_an_internship_today_is_meant(cast, placement, text):
    give_phone(cast.maya.person, LUIS)

    assert text("here", LUIS) == HERE


def test_siblings_at_two_schools_are_told_apart_by_school(cast, placement, text):
    north = make_student(cast.north, "Nina Lind", "201", cast.luis.birth_on, phone=LUIS)

    give_phone(cast.maya.person, LUIS)
    make_placement(cast.maya, cast.shelter, cast.sam)
    make_placement(north, make_north_place(cast), make_north_mentor(cast))
    asked = text("here", LUIS)

    assert asked == (
        "Who is this about? Answer with the number: 1 Luis (Harbor View), 2 Maya (Harbor View), "
        "3 Nina (Northgate)"
    )
    assert Text.objects.get().school is None


def make_north_place(cast):
    from tests.cast import make_place  # noqa: PLC0415

    return make_place(cast.north, "North Mill", "Miller")


def make_north_mentor(cast):
    from kindling.schools.roles import Role  # noqa: PLC0415

    return make_person(cast.north, "Mo Mill", Role.MENTOR, user=False)


def test_a_choice_nobody_asked_for_or_after_a_quarter_of_an_hour(cast, placement, text):
    make_placement(cast.maya, cast.shelter, cast.sam)
    give_phone(cast.maya.person, LUIS)
    text("here", LUIS)

    with time_machine.travel("2026-10-13T13:20:00+00:00", tick=True):
        told = text("1", LUIS)

    assert told == ("Nothing was asked, or too long ago. Text “help” to see what you can say.")
    assert Day.objects.count() == 0
