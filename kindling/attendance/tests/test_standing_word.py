"""Usual days count by the mentor’s standing word, until they object or it ends."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
import time_machine
from django.core.exceptions import PermissionDenied

from kindling.attendance.actions import (
    choose_rhythm,
    confirm_by_word,
    correct_times,
    count_standing_words,
    say_absent,
)
from kindling.attendance.models import Day, Entry, Hours, MentorChoice, Rhythm
from kindling.attendance.tests.placed import (
    TUESDAY,
    Statements,
    at,
    make_placement,
    spoken_on,
    with_pass,
)
from kindling.attendance.tests.rhythms import choose, count, run, spend_day
from kindling.passes.actions import make_pass
from kindling.passes.tokens import token_of
from kindling.schools.viewer import Viewer


@pytest.fixture
def placement(cast):
    return make_placement(cast.jordan, cast.clinic, cast.sam, starts_on=date(2026, 10, 13))


def test_a_usual_day_counts_by_the_standing_word_and_says_so(cast, placement):
    choose(placement, Rhythm.EXCEPTIONS)
    spend_day(cast, placement)

    assert count("2026-10-18 13:59") == ["13 checked_out"]
    assert Hours.objects.get().waiting == 300
    assert count("2026-10-18 14:00") == ["13 confirmed"]
    assert count("2026-10-18 15:00") == ["13 confirmed"]

    day, hours = Day.objects.get(), Hours.objects.get()
    assert (day.standing, day.minutes, day.mentor_said_at) == ("confirmed", 300, None)
    assert (hours.confirmed, hours.waiting) == (300, 0)
    entry = Entry.objects.get(voice="mentor")
    assert (entry.kind, entry.method, entry.weight, entry.by) == (
        "confirm",
        "standing",
        1,
        cast.sam,
    )


def test_the_day_page_says_that_the_mentor_was_not_asked(cast, placement, client_of):
    choose(placement, Rhythm.EXCEPTIONS)
    day = spend_day(cast, placement)
    count("2026-10-19 09:00")

    for name in ("jordan", "ana"):
        page = client_of(name).get(f"/harbor-view/days/{day.public_id}/").content.decode()
        assert "Was not asked. The times count by a standing word" in page
        assert "By the mentor’s standing word" in page


def test_the_mentor_may_object_afterwards(cast, placement):
    choose(placement, Rhythm.EXCEPTIONS)
    spend_day(cast, placement)
    count("2026-10-19 09:00")

    with time_machine.travel(at("2026-10-19 10:00")):
        say_absent(spoken_on(placement), by=with_pass(cast.sam, placement))

    assert Day.objects.get().state == "disputed"
    assert (Hours.objects.get().confirmed, Hours.objects.get().disputed) == (0, 300)


def test_who_objected_in_time_is_heard(cast, placement):
    choose(placement, Rhythm.EXCEPTIONS)
    spend_day(cast, placement)
    times = {"in_at": at("2026-10-13 10:00"), "out_at": at("2026-10-13 14:00")}
    with time_machine.travel(at("2026-10-14 10:00")):
        correct_times(spoken_on(placement), by=with_pass(cast.sam, placement), **times)

    assert count("2026-10-19 09:00") == ["13 disputed"]


def test_days_before_the_word_was_given_wait_for_it(cast, placement):
    spend_day(cast, placement)
    choose(placement, Rhythm.EXCEPTIONS, "2026-10-14 09:00")

    assert count("2026-10-25 09:00") == ["13 checked_out"]


def test_who_takes_the_word_back_is_asked_again(cast, placement):
    choose(placement, Rhythm.EXCEPTIONS)
    spend_day(cast, placement)
    choose(placement, Rhythm.DAILY, "2026-10-14 09:00")

    assert count("2026-10-25 09:00") == ["13 checked_out"]
    assert run("2026-10-14 09:10") == ["Was Jordan with you?"]


def test_a_word_ends_after_a_term(cast, placement):
    choose(placement, Rhythm.EXCEPTIONS, "2026-06-01 09:00")
    spend_day(cast, placement)

    assert count("2026-10-25 09:00") == ["13 checked_out"]
    assert run("2026-10-15 14:10") == ["Was Jordan with you?"]


def test_counting_many_costs_as_much_as_one(cast, placement):
    choose(placement, Rhythm.EXCEPTIONS)
    spend_day(cast, placement)

    def cost(moment: str) -> int:
        with time_machine.travel(at(moment), tick=False), Statements() as sent:
            count_standing_words()
        return sent.count

    one = cost("2026-10-19 09:00")
    for on in ("2026-10-15", "2026-10-20", "2026-10-22"):
        spend_day(cast, placement, on=on)

    assert (cost("2026-11-01 09:00"), one) == (one, one)


def test_only_the_clock_counts_a_standing_word(cast, placement):
    spend_day(cast, placement)
    for by in (cast.as_("chen"), cast.as_("jordan"), with_pass(cast.sam, placement)):
        with pytest.raises(PermissionDenied):
            confirm_by_word([spoken_on(placement)], by=by)

    assert Day.objects.get().state == "checked_out"


def test_nobody_gives_the_word_of_another(cast, placement):
    for name in ("chen", "dana", "ana"):
        with pytest.raises(PermissionDenied):
            choose_rhythm(cast.sam, Rhythm.EXCEPTIONS, by=cast.as_(name))
    for name in ("jordan", "maya", "rosa", "otto", "liam", "priya"):
        with pytest.raises(PermissionDenied):
            choose_rhythm(cast.sam, Rhythm.WEEKLY, by=cast.as_(name))

    assert MentorChoice.objects.count() == 0


def test_the_link_shows_what_counts_by_word_and_takes_an_objection(cast, placement, client):
    choose(placement, Rhythm.EXCEPTIONS)
    spend_day(cast, placement)
    count("2026-10-19 09:00")
    with time_machine.travel(at("2026-10-19 10:00")):
        by = Viewer.system(cast.school)
        door = f"/p/{token_of(make_pass(cast.sam, 'confirm_days', [placement.public_id], by=by))}/"
        key = f"{placement.public_id}.2026-10-13"
        assert f"{door}?day={key}" in client.get(door).content.decode()
        assert "counts by your standing word" in client.get(f"{door}?day={key}").content.decode()
        client.post(door, {"day": key, "do": "absent"})

    assert Day.objects.get(on=TUESDAY).state == "disputed"


def test_a_word_is_renewed_by_a_tap(cast, placement):
    choose(placement, Rhythm.EXCEPTIONS)

    renewed = choose(placement, Rhythm.EXCEPTIONS, "2026-12-01 09:00")

    assert renewed.word_on == date(2026, 12, 1)
    assert renewed.word_on + timedelta(days=120) == date(2027, 3, 31)
