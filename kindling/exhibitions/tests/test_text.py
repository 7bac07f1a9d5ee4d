"""An invitation is answered by text, without an account and without a hat."""

from __future__ import annotations

import pytest

from kindling.exhibitions.actions import name_panelist, propose_guest
from kindling.exhibitions.tests.showing import panelist, plan, schedule
from kindling.schools.models import Person
from kindling.texts.tests.conftest import ROSA, placement, text  # noqa: F401  fixtures

INES = "+14015550177"


@pytest.fixture
def exhibition(cast):
    made = plan(cast)
    name_panelist(made, cast.rosa, by=cast.as_("luis"))
    propose_guest(made, name="Ines Park", phone="401 555 0177", by=cast.as_("ana"))
    return schedule(cast, made)


def test_a_guest_says_yes_by_text(cast, exhibition, text):  # noqa: F811
    said = text("Yes", INES)

    ines = Person.objects.get(given_name="Ines")
    assert said.startswith("Thank you. You come to Luis’s exhibition: Tuesday")
    assert panelist(exhibition, ines).state == "coming"
    assert (
        text("yes", INES)
        == "We do not know this number. Write the name of your school, and somebody there reads it."
    )


def test_rosa_says_no_in_spanish(cast, exhibition, text):  # noqa: F811
    text("no", ROSA)

    assert panelist(exhibition, cast.rosa).state == "declined"


def test_of_two_invitations_none_is_guessed(cast, exhibition, text):  # noqa: F811
    ines = Person.objects.get(given_name="Ines")
    other = plan(cast, "maya", by="maya")
    propose_guest(other, name="Ines Park", phone="401 555 0177", by=cast.as_("ana"))
    schedule(cast, other, room="Room 2")

    said = text("yes", INES)

    assert "Open the links" in said
    assert panelist(exhibition, ines).state == "asked"


def test_after_it_was_recorded_a_text_answers_nothing(cast, exhibition, text):  # noqa: F811
    type(exhibition).objects.update(state="recorded")

    assert text("yes", INES).startswith("We do not know this number.")
