"""A student, a mentor and a stranger text to the one number."""

from __future__ import annotations

import pytest
import time_machine
from django.db import connection
from django.test.utils import CaptureQueriesContext

from kindling.attendance.models import Day, Entry, Hours
from kindling.consents.tests.asking import ask, say
from kindling.history.models import Event
from kindling.notices.models import Notice, Reach
from kindling.schools.models import Membership
from kindling.sites import codes
from kindling.sites.actions import renew_code
from kindling.texts.models import Text
from kindling.texts.tests.conftest import HERE, LUIS, MAYA, ROSA, SAM, give_phone
from tests.cast import NOW, make_person


def test_here_checks_in_and_says_when_and_where(cast, placement, text):
    assert text("here", LUIS) == HERE

    entry = Entry.objects.get()
    assert (entry.method, entry.weight, entry.voice, entry.by) == (
        "text", 1, "student", cast.luis.person,
    )  # fmt: skip
    assert (entry.day.state, entry.day.at_site) == ("checked_in", "unknown")


def test_out_checks_out_with_the_hours(cast, placement, text):
    text("here", LUIS)

    with time_machine.travel("2026-10-13T18:00:00+00:00", tick=True):
        told = text("Me voy", LUIS)

    assert told == "Luis left Bayside Animal Clinic at 2:00 PM: 5 h noted."
    assert (Day.objects.get().state, Hours.objects.get().waiting) == ("checked_out", 300)


def test_start_does_not_outweigh_what_the_family_has_not_said(cast, text):
    consent = ask(cast, "texts")

    told = text("start", LUIS)
    say(cast, consent, "yes")

    assert told == "The school may not text you yet: your family has not said yes. Ask them to."
    assert text("start", LUIS).startswith("You get text messages from your school again.")


def test_after_midnight_one_may_still_leave(cast, placement, text):
    text("here", LUIS)

    with time_machine.travel("2026-10-14T04:30:00+00:00", tick=True):
        told = text("out", LUIS)

    assert told == "Luis left Bayside Animal Clinic at 12:30 AM: 15 h 30 min noted."
    assert Day.objects.get().state == "checked_out"


def test_a_spanish_reader_is_answered_in_spanish_whatever_they_write(cast, placement, text):
    give_phone(cast.luis.person, "(401) 555-0101", language="es")

    text("here", LUIS)

    assert Text.objects.get().outcome == "done"
    assert "salí" in text("help", LUIS)


def test_the_same_message_twice_counts_once_and_is_answered_alike(placement, text):
    told = [text("here", LUIS, sid="SM1"), text("here", LUIS, sid="SM1")]

    assert told == [HERE, HERE]
    assert (Entry.objects.count(), Text.objects.count()) == (1, 1)


def test_here_again_changes_nothing(placement, text):
    text("here", LUIS)

    told = text("here", LUIS)

    assert told == "Luis is checked in at Bayside Animal Clinic since 9:00 AM already."
    assert Entry.objects.count() == 1


def test_the_code_of_the_place_proves_it(cast, placement, text):
    secret = renew_code(placement.site, by=cast.as_("chen")).secret
    code = codes.screen_code(secret, cast.school.now())

    assert text(f"here {code}", LUIS) == f"{HERE} The code was right."

    entry = Entry.objects.get()
    assert (entry.method, entry.weight, entry.day.at_site) == ("site_code", 2, "yes")


def test_a_wrong_code_still_checks_in_and_is_told(cast, placement, text):
    renew_code(placement.site, by=cast.as_("chen"))

    told = text("here 000000", LUIS)

    assert told.endswith("The code was not right, so it counts without one.")
    assert (Entry.objects.get().method, Entry.objects.get().weight) == ("text", 1)


@pytest.mark.parametrize(
    "body", ["not here", "is Luis here?", "I like it here", "Quiero ir a casa"]
)
def test_a_sentence_is_not_understood_and_does_nothing(placement, text, body):
    told = text(body, LUIS)

    assert told == (
        "Sorry, we read only a few words here, and nobody reads along. Text “here” when you "
        "arrive and “out” when you leave. Text “late 20” for 20 minutes late, “sick” for not "
        "coming. Talk to somebody at school: 555 0100. “stop” ends these messages."
    )
    assert Day.objects.count() == 0


def test_out_before_here_says_what_to_do(placement, text):
    assert text("out", LUIS) == "Luis has not checked in today. Text “here” first."


def test_a_day_off_names_the_next_day(placement, text):
    with time_machine.travel("2026-10-14T13:00:00+00:00", tick=True):
        assert text("here", LUIS) == "No internship today. Next is Thursday 15 October."

    assert Text.objects.get().outcome == "refused"


def test_somebody_without_an_internship_is_told(text):
    assert text("here", MAYA) == "You have no internship now."


def test_an_adult_cannot_check_in_for_a_student(placement, text):
    told = text("aquí", ROSA)

    assert Text.objects.get().outcome == "helped"
    assert Day.objects.count() == 0
    assert "aquí" in told


def test_who_left_the_school_is_a_stranger(cast, placement, text):
    Membership.objects.filter(person=cast.luis.person).update(until_on="2026-10-01")

    assert text("here", LUIS) == (
        "We do not know this number. Write the name of your school, and somebody there reads it."
    )


def test_a_stranger_is_answered_twice_a_day_in_their_language(text):
    told = [text(body, "+14015550999") for body in ("here", "aquí", "hello")]

    assert [bool(one) for one in told] == [True, True, False]
    assert Text.objects.filter(school=None, outcome="stranger").count() == 3
    assert Event.objects.filter(verb="text.take").count() == 0


def test_too_many_messages_are_no_longer_read(placement, text):
    told = [text("help", LUIS) for _ in range(31)]

    assert [bool(one) for one in told] == [True] * 30 + [False]
    assert Text.objects.count() == 30


def test_stop_and_start_are_the_persons_own_choice(cast, text):
    assert text("STOP", SAM) == (
        "You get no more text messages from your school. Text “start” to get them again."
    )
    assert Reach.objects.get(person=cast.sam).texts_stopped_at is not None

    text("start", SAM)
    assert Reach.objects.get(person=cast.sam).texts_stopped_at is None


def test_unsigned_messages_are_refused_and_leave_nothing(placement, text):
    assert text("here", LUIS, token="another") == 403
    assert Text.objects.count() == 0


def test_without_a_token_nothing_is_taken(placement, text, settings):
    settings.SMS_TOKEN = ""

    assert text("here", LUIS, token="") == 403


def test_what_was_done_is_in_the_history(cast, placement, text):
    text("here", LUIS)

    event = Event.objects.get(verb="text.take")
    assert (event.by, event.detail) == (
        cast.luis.person, {"what": "here", "outcome": "done"},
    )  # fmt: skip
    assert NOW.startswith("2026-10-13")


def test_a_message_costs_the_same_however_many_people_the_network_has(cast, placement, text):
    for number in range(3):
        make_person(cast.north, f"Same Tail{number}", user=False, phone=f"(212) 555-0{number}01")
    text("help", LUIS)

    with CaptureQueriesContext(connection) as few:
        text("here", LUIS)
    for number in range(30):
        make_person(cast.north, f"Other {number}", user=False, phone=f"(401) 555-2{number:03d}")
    with CaptureQueriesContext(connection) as many:
        text("here", LUIS)

    looked = [q["sql"] for q in many.captured_queries if '"phone_tail" =' in q["sql"]]
    assert (len(few) <= 33, len(many) <= len(few), len(looked)) == (True, True, 1)


def test_nothing_a_student_writes_reaches_an_adult_outside(cast, placement, text):
    for body in ("Tell Sam I hate it", "late 20 Sam yells at me", "sick of Sam", "here and sad"):
        text(body, LUIS)

    assert Notice.objects.filter(person=cast.sam).count() == 0
    assert Notice.objects.filter(body__contains="Sam").count() == 0

    text("late 20", LUIS)

    told = Notice.objects.get(person=cast.sam)
    assert "Luis" in told.body
