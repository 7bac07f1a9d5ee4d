"""Go on, or not now: each says it alone, and nobody reads it before both have."""

from __future__ import annotations

import pytest
import time_machine
from django.core.exceptions import PermissionDenied

from kindling.exploring import actions
from kindling.exploring.models import ShadowDay
from kindling.exploring.queries.days import shadow_page
from kindling.exploring.tests.factories import (
    TODAY,
    agreed,
    behind,
    held,
    jordans_family,
    jordans_pursuit,
)
from kindling.history.models import Event
from kindling.kit.http import Refused
from kindling.notices.models import Notice
from kindling.passes.actions import make_pass
from kindling.passes.tokens import token_of
from kindling.sites.models import Seat

WEEK_LATER = "2026-10-21T13:00:00+00:00"


@pytest.fixture
def dad(cast):
    return jordans_family(cast)


@pytest.fixture
def pursuit(cast):
    return jordans_pursuit(cast)


@pytest.fixture
def shadow(cast, dad, pursuit):
    return held(cast, dad)


def host(cast, shadow):
    return behind(cast.sam, "host_shadow", shadow)


def test_both_yes_suggests_to_ask_for_the_start(cast, shadow, pursuit):
    actions.answer_as_student(shadow, "continue", by=cast.as_("jordan"))
    assert shadow.state == "held"
    actions.answer_as_host(shadow, "continue", by=host(cast, shadow))

    shadow = ShadowDay.objects.get()
    assert (shadow.state, shadow.outcome) == ("decided", "continue")
    page = shadow_page(cast.as_("jordan"), shadow)
    assert page.goes_on
    pursuit.refresh_from_db()
    assert pursuit.state == "approved"


@pytest.mark.parametrize(("student", "mentor"), [("continue", "not_now"), ("not_now", "continue"), ("not_now", "not_now")])  # fmt: skip
def test_one_not_now_closes_the_pursuit_and_frees_the_seat_and_the_day_still_counts(
    cast, shadow, pursuit, student, mentor
):
    actions.answer_as_host(shadow, mentor, "Too loud for now.", by=host(cast, shadow))
    actions.answer_as_student(shadow, student, by=cast.as_("jordan"))

    shadow, seat = ShadowDay.objects.get(), Seat.objects.get(opportunity=cast.shelter)
    pursuit.refresh_from_db()
    assert (shadow.outcome, pursuit.state, seat.is_taken) == ("not_now", "declined", False)
    assert shadow.experience.state == "entered"
    outcome = Notice.objects.filter(kind="exploring/shadow_outcome")
    assert sorted(outcome.values_list("person__name", flat=True)) == [
        "Ana Reyes", "Chen Wu", "Jordan Blake", "Sam Ito",
    ]  # fmt: skip
    for letter in outcome:
        assert "not now" in letter.subject
        assert "loud" not in letter.body


def test_nobody_reads_an_answer_before_both_have_said(cast, shadow, dad, client_of, client):
    actions.answer_as_host(shadow, "not_now", "Secret word", by=host(cast, shadow))
    path = f"/harbor-view/exploring/shadow-days/{shadow.public_id}/"

    before = {}
    for name in ("jordan", "ana", "chen", "dana"):
        text = client_of(name).get(path).content.decode()
        before[name] = ("Secret word" in text, "What both said" in text)
    assert before == dict.fromkeys(("jordan", "ana", "chen", "dana"), (False, False))
    assert shadow_page(cast.as_("ana"), ShadowDay.objects.get()).answers is None


def test_the_hosts_page_never_shows_the_students_answer(cast, shadow, client):
    actions.answer_as_student(shadow, "continue", "My own secret", by=cast.as_("jordan"))
    link = make_pass(cast.sam, "host_shadow", [shadow.public_id], by=cast.as_("chen"))
    door = f"/p/{token_of(link)}/"

    first = client.get(door).content.decode()
    assert client.post(door, {"do": "answer", "answer": "not_now"}).status_code == 302
    after = client.get(door).content.decode()

    assert [("My own secret" in text) for text in (first, after)] == [False, False]
    assert "Not now." in after


def test_the_history_says_that_somebody_answered_and_never_what(cast, shadow):
    actions.answer_as_student(shadow, "not_now", "Too far", by=cast.as_("jordan"))

    told = Event.objects.get(verb="shadowday.student_answered")
    assert told.detail == {}


def test_once_decided_the_advisor_reads_both_and_student_and_family_only_what_came_of_it(
    cast, shadow, client_of
):
    actions.answer_as_student(shadow, "continue", "I liked the dogs", by=cast.as_("jordan"))
    actions.answer_as_host(shadow, "not_now", "Too young yet", by=host(cast, shadow))
    path = f"/harbor-view/exploring/shadow-days/{shadow.public_id}/"

    seen = {}
    for name in ("ana", "chen", "jordan", "priya"):
        text = client_of(name).get(path).content.decode()
        seen[name] = ("Too young yet" in text, "I liked the dogs" in text)
    assert seen == {
        "ana": (True, True), "chen": (True, True), "jordan": (False, False),
        "priya": (False, False),
    }  # fmt: skip


def test_an_answer_may_change_until_both_have_said_and_not_after(cast, shadow):
    actions.answer_as_student(shadow, "not_now", by=cast.as_("jordan"))
    actions.answer_as_student(shadow, "continue", by=cast.as_("jordan"))
    actions.answer_as_host(shadow, "continue", by=host(cast, shadow))

    assert ShadowDay.objects.get().outcome == "continue"
    with pytest.raises(Refused):
        actions.answer_as_host(shadow, "not_now", by=host(cast, shadow))


def test_staff_write_down_a_phone_call_but_never_over_the_hosts_own_word(cast, shadow):
    actions.answer_as_host(shadow, "not_now", by=host(cast, shadow))

    with pytest.raises(Refused):
        actions.note_host_answer(shadow, "continue", by=cast.as_("ana"))
    assert ShadowDay.objects.get().host_answer == "not_now"


@pytest.mark.parametrize("name", ["maya", "ana", "chen", "rosa", "otto"])
def test_nobody_answers_for_the_student(cast, shadow, name):
    with pytest.raises(PermissionDenied):
        actions.answer_as_student(shadow, "continue", by=cast.as_(name))


@pytest.mark.parametrize(
    ("side", "said", "outcome", "state"),
    [
        ("student", "continue", "unheard", "approved"),
        ("host", "not_now", "not_now", "declined"),
        ("", "", "unheard", "approved"),
    ],
)
def test_when_the_time_is_over_what_was_said_opens(
    cast, shadow, pursuit, side, said, outcome, state
):
    if side == "student":
        actions.answer_as_student(shadow, said, by=cast.as_("jordan"))
    elif side == "host":
        actions.answer_as_host(shadow, said, by=host(cast, shadow))
    assert actions.tend_shadow_days_of(cast.school) == []

    with time_machine.travel(WEEK_LATER):
        actions.tend_shadow_days_of(cast.school)
        actions.tend_shadow_days_of(cast.school)

    shadow = ShadowDay.objects.get()
    pursuit.refresh_from_db()
    assert (shadow.outcome, pursuit.state) == (outcome, state)
    assert (
        Notice.objects.filter(kind="exploring/shadow_outcome", person=cast.jordan.person).count()
        == 1
    )


def test_the_clock_asks_both_once_when_the_day_is_over(cast, dad, pursuit):
    shadow = agreed(cast, dad, on=TODAY)
    assert actions.tend_shadow_days_of(cast.school) == []

    with time_machine.travel("2026-10-13T18:05:00+00:00"):
        for _ in range(2):
            actions.tend_shadow_days_of(cast.school)

    asked = Notice.objects.filter(kind__startswith="exploring/shadow_how").order_by("kind")
    assert list(asked.values_list("kind", "person__name")) == [
        ("exploring/shadow_how", "Jordan Blake"), ("exploring/shadow_how_host", "Sam Ito"),
    ]  # fmt: skip
    assert ShadowDay.objects.get(pk=shadow.pk).asked_at is not None


def test_not_now_is_nobodys_taking_back(cast, shadow, pursuit, client_of):
    actions.answer_as_student(shadow, "continue", by=cast.as_("jordan"))
    actions.answer_as_host(shadow, "not_now", by=host(cast, shadow))

    pursuit.refresh_from_db()
    assert (pursuit.state, pursuit.ended_why) == ("declined", "fit")
    page = client_of("jordan").get(f"/harbor-view/pursuits/{pursuit.public_id}/").text
    assert "Not now. Other places are open." in page
    assert "The day counts, and the next place may fit." in page
    assert ("took it back" in page, "Taken back" in page) == (False, False)
