"""Words by text message land in the conversation they answer, and nobody else reads them."""

import pytest

from kindling.conversations import actions, rules
from kindling.conversations.models import Message, Thread
from kindling.conversations.tests.talking import ana_writes, jordan_writes, said
from kindling.people.models import Connection
from kindling.schools.models import Person
from kindling.schools.roles import Role
from kindling.texts.models import Text
from kindling.texts.tests.conftest import MAYA, ROSA, SAM, give_phone
from tests.cast import FIRST_DAY

JORDAN = "+14015550777"


def test_a_mentor_texts_back(cast, text):
    thread = jordan_writes(cast).thread

    told = text("Ten is fine, bring your boots", SAM)

    assert said(thread)[-1] == ("Sam", "sms", "Ten is fine, bring your boots")
    assert told == "Ana has your message."


def test_a_family_texts_back_in_its_language(cast, text):
    thread = ana_writes(cast).thread

    text("Muchas gracias, ¿come bien?", ROSA)

    assert said(thread)[-1] == ("Rosa", "sms", "Muchas gracias, ¿come bien?")
    assert Message.objects.get(via="sms").language == "es"


def test_what_was_texted_stands_in_the_conversation_and_nowhere_else(cast, text):
    ana_writes(cast)

    text("His father has moved out.", ROSA)

    assert list(Text.objects.values_list("body", "outcome")) == [("", "done")]


def test_a_yes_with_more_words_is_no_word_for_a_machine(cast, text):
    thread = jordan_writes(cast).thread

    text("Yes, Thursday works for me", SAM)

    assert said(thread)[-1][2] == "Yes, Thursday works for me"


@pytest.mark.parametrize("word", ["yes", "help", "stop", "here", "no", "2"])
def test_the_short_words_keep_their_meaning(cast, text, word):
    thread = jordan_writes(cast).thread

    text(word, SAM)

    assert len(said(thread)) == 1


def test_the_same_text_twice_counts_once(cast, text):
    thread = jordan_writes(cast).thread

    for _ in range(2):
        text("Ten is fine, bring boots", SAM, sid="SM1")

    assert len(said(thread)) == 2


def test_who_was_written_to_about_two_children_is_asked_which(cast, text):
    Connection.objects.create(
        school=cast.school, student=cast.maya, adult=cast.rosa, role=Role.GUARDIAN,
        since_on=FIRST_DAY,
    )  # fmt: skip
    about_luis = ana_writes(cast).thread
    about_maya = Thread.objects.create(
        school=cast.school, outside=cast.rosa, outside_as="guardian", keeper=cast.ana,
        about=cast.maya, last_at=cast.school.now(),
    )  # fmt: skip

    actions.say(about_maya, actions.Said("Maya, too."), by=cast.as_("ana"))

    asked = text("Gracias, ¿a qué hora es la reunión?", ROSA)
    text("1" if "1 Luis" in asked else "2", ROSA)

    assert said(about_luis)[-1][2] == "Gracias, ¿a qué hora es la reunión?"
    assert len(said(about_maya)) == 1
    assert [one.body for one in Text.objects.all()] == ["", ""]


def test_who_was_not_written_to_is_told_how_it_works(cast, text):
    ana_writes(cast)

    told = text("Is there school tomorrow?", MAYA)

    assert told.startswith("Sorry, we read only a few words here")
    assert Message.objects.count() == 1


def test_a_number_nobody_has_says_nothing_in_a_conversation(cast, text):
    ana_writes(cast)

    told = text("Let me in, I am Rosa", "+14015550999")

    assert told.startswith("We do not know this number.")
    assert (Message.objects.count(), Text.objects.get().outcome) == (1, "stranger")


def test_a_suspended_mentors_words_land_nowhere(cast, text):
    thread = jordan_writes(cast).thread
    Person.objects.filter(pk=cast.sam.pk).update(suspended_at="2026-10-01T12:00Z")

    text("Let us meet on Sunday", SAM)

    assert len(said(thread)) == 1


@pytest.mark.parametrize("word", ["out 123456", "sick Zoe", "late 20 Luis Diaz"])
def test_what_failed_about_a_day_is_told_so_and_is_no_message(cast, text, word):
    thread = jordan_writes(cast).thread
    actions.say(thread, actions.Said("Come at ten."), by=cast.as_("ana"))
    give_phone(cast.jordan.person, JORDAN)

    told = text(word, JORDAN)

    assert (len(said(thread)), "has your message" in told) == (2, False)


def test_a_cry_for_help_reaches_somebody(cast, text):
    thread = ana_writes(cast).thread

    told = text("Please help us, we lost the apartment", ROSA)

    assert said(thread)[-1][2] == "Please help us, we lost the apartment"
    assert told != ""


def test_of_two_with_one_number_nobody_speaks_as_a_student(cast, text):
    with_sam = jordan_writes(cast).thread
    Connection.objects.filter(adult=cast.rosa).update(student=cast.jordan)
    give_phone(cast.jordan.person, ROSA)
    by = cast.as_("ana")
    whom = next(one for one in rules.whom_around(by, cast.jordan) if one.outside == cast.rosa)
    with_rosa = actions.begin(whom, actions.Said("How is it at home?"), by=by).thread
    actions.say(with_sam, actions.Said("Come at ten."), by=by)

    told = text("Jordan cries at night", ROSA)

    assert [len(said(one)) for one in (with_sam, with_rosa)] == [2, 1]
    assert "has your message" not in told
