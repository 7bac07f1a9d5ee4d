"""How mentors answer is counted from letters, links and words: by mentor, by way, for the school."""

from __future__ import annotations

import pytest
import time_machine
from django.test import Client

from kindling.attendance.actions import confirm_days
from kindling.attendance.tests.placed import make_placement, spoken_on, with_pass
from kindling.mentoring.queries.rates import Rate, school_rates
from kindling.mentoring.rules import visible_mentors
from kindling.notices.actions import notify
from kindling.notices.models import Notice
from kindling.passes.actions import make_pass
from kindling.passes.tokens import token_of
from kindling.schools.viewer import Viewer

PAGE = "/harbor-view/mentoring/rates/"


def asked(cast, mentor, placement, purpose: str = "confirm_days", **letter) -> str:
    """A letter with a link, sent; return its address."""
    by = Viewer.system(cast.school)
    held = make_pass(mentor, purpose, [placement.public_id], by=by)
    facts = {"names": ["Jordan"], "mentor": mentor.first, "is_weekly": False}
    notify(mentor, "attendance/confirm_days", facts, by=by, link_id=held.public_id)
    sent = {"state": "sent", "channel": "email", "sent_at": cast.school.now(), **letter}
    Notice.objects.filter(link_id=held.public_id).update(**sent)
    return f"/p/{token_of(held)}/"


def found(cast):
    return school_rates(cast.school, visible_mentors(cast.as_("chen")))


def test_asked_answered_and_the_median_by_way_and_mentor(cast):
    placement = make_placement(cast.jordan, cast.clinic, cast.sam)
    other = make_placement(cast.luis, cast.shelter, cast.tasha)
    for hour, channel in ((14, "email"), (15, "sms"), (16, "email")):
        with time_machine.travel(f"2026-10-13 {hour}:00Z", tick=False):
            door = asked(cast, cast.sam, placement, channel=channel)
        with time_machine.travel(f"2026-10-13 {hour}:{10 * (hour - 13)}Z", tick=False):
            if hour < 16:
                Client().post(door, {"rhythm": "daily"})
    asked(cast, cast.tasha, other)

    rates = found(cast)

    assert (rates.whole.asked, rates.whole.answered, rates.whole.minutes) == (4, 2, 15)
    assert [(way, one.asked, one.answered, one.minutes) for way, one in rates.ways] == [
        ("E-mail", 3, 1, 10), ("Text message", 1, 1, 20),
    ]  # fmt: skip
    assert [(person, one.percent) for person, one in rates.mentors] == [
        (cast.tasha, 0), (cast.sam, 67),
    ]  # fmt: skip


def test_opening_a_link_is_no_answer(cast):
    placement = make_placement(cast.jordan, cast.clinic, cast.sam)
    Client().get(asked(cast, cast.sam, placement))

    assert found(cast).whole == Rate(asked=1, answered=0)


def test_a_word_by_text_counts_for_the_letter_before_it(cast):
    placement = make_placement(cast.jordan, cast.clinic, cast.sam)
    with time_machine.travel("2026-10-13 19:00Z", tick=False):
        asked(cast, cast.sam, placement)
    with time_machine.travel("2026-10-13 20:00Z", tick=False):
        confirm_days([spoken_on(placement)], by=with_pass(cast.sam, placement))

    assert (found(cast).whole.answered, found(cast).whole.minutes) == (1, 60)


@pytest.mark.parametrize("letter", [{"state": "failed"}, {"state": "held"}])
def test_what_never_arrived_is_no_ask(cast, letter):
    placement = make_placement(cast.jordan, cast.clinic, cast.sam)
    asked(cast, cast.sam, placement, **letter)

    assert found(cast).whole.asked == 0


def test_what_is_only_read_is_no_ask(cast):
    placement = make_placement(cast.jordan, cast.clinic, cast.sam)
    asked(cast, cast.sam, placement, purpose="read_thanks")

    assert found(cast).whole.asked == 0


def test_staff_read_it_and_nobody_else(cast, client_of):
    asked(cast, cast.sam, make_placement(cast.jordan, cast.clinic, cast.sam))

    for name in ("ana", "chen", "dana"):
        assert "0 of 1 ask answered" in client_of(name).get(PAGE).text
    for name in ("jordan", "rosa", "liam", "tasha"):
        assert client_of(name).get(PAGE).status_code == 403
    assert client_of("otto").get(PAGE).status_code == 404
    assert (
        "0 of 1 ask answered"
        in client_of("chen").get(f"/harbor-view/places/mentors/person/{cast.sam.public_id}/").text
    )


def test_the_page_costs_the_same_for_one_and_three(cast, client_of, django_assert_num_queries):
    chen = client_of("chen")
    placement = make_placement(cast.jordan, cast.clinic, cast.sam)
    asked(cast, cast.sam, placement)
    with django_assert_num_queries(7):
        chen.get(PAGE)
    asked(cast, cast.tasha, make_placement(cast.luis, cast.shelter, cast.tasha))
    asked(cast, cast.sam, placement)
    with django_assert_num_queries(7):
        chen.get(PAGE)
