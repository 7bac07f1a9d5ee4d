"""A mentor guides nobody for now: their link says that the school will call, others no reason."""

from __future__ import annotations

from datetime import date, time

import pytest
import time_machine
from django.core.exceptions import PermissionDenied, ValidationError

from kindling.attendance.actions import (
    ask_mentor,
    ask_mentors,
    check_in,
    check_out,
    choose_rhythm,
    confirm_days,
    count_standing_words,
)
from kindling.attendance.models import Day, Rhythm
from kindling.attendance.tests.placed import at, make_placement, spoken_on, with_pass
from kindling.history.models import Event
from kindling.incidents.actions import (
    close_incident,
    lift_suspension,
    note_action,
    note_told,
    open_page,
    suspend_mentor,
)
from kindling.incidents.models import Suspension, Word
from kindling.incidents.tests.worried import SECRET, worry_of
from kindling.kit.http import Refused
from kindling.notices.models import Notice
from kindling.passes.actions import make_pass
from kindling.passes.tokens import token_of
from kindling.placements.actions import start_placement
from kindling.placements.tests.factories import make_ready

WHY = "He shouts at students."
TUESDAY_PLAN = [(1, time(9), time(14))]


def start(cast, pursuit):
    return start_placement(
        pursuit, mentor=cast.sam, starts_on=date(2026, 10, 20), ends_on=None,
        schedule=TUESDAY_PLAN, goals="", by=cast.as_("ana"),
    )  # fmt: skip


@pytest.fixture
def door(cast, placement):
    held = make_pass(cast.sam, "confirm_days", [placement.public_id], by=cast.as_("chen"))
    return f"/p/{token_of(held)}/"


@pytest.fixture
def suspended(cast, placement, worry):
    """Jordan was with Sam today and wrote to Ana, who suspended Sam; it is 18:00."""
    day = check_in(placement, by=cast.as_("jordan"))
    with time_machine.travel(at("2026-10-13 14:00")):
        check_out(day, line="Cats.", by=cast.as_("jordan"))
    with time_machine.travel(at("2026-10-13 18:00")):
        suspend_mentor(worry, WHY, by=cast.as_("ana"))
        cast.sam.refresh_from_db()
        placement.refresh_from_db()
        yield worry


def ready_to_close(cast, worry):
    note_action(worry, "Called.", by=cast.as_("ana"))
    open_page(worry, by=cast.as_("dana"))
    note_told(worry, whom="family", told_at=worry.opened_at, text="", by=cast.as_("ana"))


def test_the_link_confirms_nothing_and_says_that_the_school_will_call(
    cast, client, door, placement, suspended
):
    page = client.get(door)
    key = f"{placement.public_id}.2026-10-13"
    answers = [
        client.post(door, sent).status_code
        for sent in (
            {"day": key, "do": "yes"}, {"all": [key]}, {"day": key, "do": "absent"},
            {"here": key}, {"rhythm": "weekly"}, {"end": placement.public_id, "end_reason": "x"},
        )
    ]  # fmt: skip

    assert page.status_code == 200
    assert "The school will call you" in page.text
    assert [w for w in ("Jordan", "Cats", "shouts", "incident", "Suspend") if w in page.text] == []
    assert answers == [409] * 6
    assert Day.objects.get().state == "checked_out"


@pytest.mark.parametrize(
    "purpose",
    [
        "host_shadow", "pick_students", "sign_agreement", "see_work", "read_journal",
        "look_at_project", "sign_plan", "join_meeting", "join_exhibition", "endorse",
    ],
)  # fmt: skip
def test_no_other_link_of_theirs_shows_a_student(cast, client, placement, suspended, purpose):
    held = make_pass(cast.sam, purpose, [placement.public_id], by=cast.as_("chen"))
    token = token_of(held)
    page = client.get(f"/p/{token}/")

    assert (page.status_code, "The school will call you" in page.text) == (200, True)
    assert "Jordan" not in page.text
    assert client.post(f"/p/{token}/", {"do": "yes"}).status_code == 409


def test_the_action_refuses_too(cast, placement, suspended):
    with pytest.raises(PermissionDenied):
        confirm_days([spoken_on(placement)], by=with_pass(cast.sam, placement))


def test_nobody_asks_them_and_their_standing_word_rests(cast, placement, worry):
    choose_rhythm(cast.sam, Rhythm.EXCEPTIONS, by=with_pass(cast.sam, placement))
    day = check_in(placement, by=cast.as_("jordan"))
    with time_machine.travel(at("2026-10-13 14:00")):
        check_out(day, by=cast.as_("jordan"))
        suspend_mentor(worry, WHY, by=cast.as_("ana"))
    with time_machine.travel(at("2026-10-20 18:00")):
        count_standing_words()
        ask_mentors()
        cast.sam.refresh_from_db()
        with pytest.raises(Refused):
            ask_mentor(cast.sam, [placement], by=cast.as_("ana"))

    assert Day.objects.get(on=date(2026, 10, 13)).state == "checked_out"
    assert not Notice.objects.filter(kind="attendance/confirm_days").exists()


def test_nobody_starts_with_them_at_any_place(cast, suspended):
    pursuit = make_ready(cast, cast.maya, cast.shelter)

    with pytest.raises(ValidationError) as wrong:
        start(cast, pursuit)

    assert wrong.value.message_dict == {
        "mentor": ["Sam Ito works with no students for now. Choose another mentor."]
    }


def test_the_mentor_reads_that_the_school_will_call_and_nothing_else(cast, suspended):
    (letter,) = Notice.objects.filter(person=cast.sam, kind="incidents/private_suspended")

    assert letter.subject == "The school will call you"
    assert [w for w in ("Jordan", "shouts", SECRET, "Ana", "/") if w in letter.body] == []


def test_coordinators_decide_about_those_who_learn_with_them(cast, client_of, suspended):
    other = make_placement(cast.luis, cast.clinic, cast.dana)
    (letter,) = Notice.objects.filter(kind="placements/mentor_suspended")
    client = client_of("chen")

    page = client.get("/harbor-view/placements/?show=mentor").text
    one = client.get(f"/harbor-view/placements/{suspended.placement.public_id}/").text

    assert letter.person == cast.chen
    assert ("1 internship still runs" in letter.body, "show=mentor" in letter.url) == (True, True)
    assert ("Jordan Blake" in page, other.student.name in page) == (True, False)
    assert "Sam Ito works with no students for now." in one
    assert [w for w in ("shouts", suspended.public_id) if w in page + one + letter.body] == []


@pytest.mark.parametrize("name", ["jordan", "luis", "rosa"])
def test_students_and_families_read_nothing_of_it(cast, client_of, suspended, name):
    make_placement(cast.luis, cast.clinic, cast.sam)
    client = client_of(name)

    shown = client.get("/harbor-view/placements/?show=mentor").text

    assert [w for w in ("suspended", "for now") if w in shown] == []


@pytest.mark.parametrize("name", ["chen", "priya", "otto", "jordan"])
def test_nobody_else_may_suspend_or_lift(cast, suspended, name):
    for act in (lambda by: suspend_mentor(suspended, WHY, by=by),
                lambda by: lift_suspension(suspended, by=by)):  # fmt: skip
        with pytest.raises(PermissionDenied):
            act(cast.as_(name))

    assert Suspension.objects.get().until_at is None


def test_why_stands_in_the_incident_only(cast, suspended):
    texts = Word.objects.filter(incident=suspended, kind="action").values_list("text", flat=True)
    events = Event.objects.filter(verb__in=["mentor.suspend", "incident.suspend"])

    assert list(texts) == [f"Sam Ito is suspended as a mentor: {WHY}"]
    assert sorted(events.values_list("verb", flat=True)) == ["incident.suspend", "mentor.suspend"]
    assert [one for one in Event.objects.all() if "shouts" in str(one.detail)] == []


def test_lifted_by_hand_all_goes_on(cast, client, client_of, door, suspended):
    address = f"/harbor-view/incidents/{suspended.public_id}/"
    assert client_of("dana").post(f"{address}lift/").status_code == 302
    client.logout()

    cast.sam.refresh_from_db()
    assert cast.sam.suspended_at is None
    assert "Was Jordan with you on Tuesday 13 October?" in client.get(door).text
    assert start(cast, make_ready(cast, cast.maya, cast.shelter)).mentor == cast.sam
    with pytest.raises(Refused):
        lift_suspension(suspended, by=cast.as_("ana"))


def test_closing_lifts_it(cast, suspended):
    ready_to_close(cast, suspended)

    close_incident(suspended, "It was talked over.", by=cast.as_("ana"))

    cast.sam.refresh_from_db()
    assert (cast.sam.suspended_at, Suspension.objects.get().until_at is None) == (None, False)


def test_another_incident_still_holds(cast, placement, suspended):
    second = worry_of(cast, placement=placement)
    suspend_mentor(second, WHY, by=cast.as_("ana"))

    lift_suspension(suspended, by=cast.as_("ana"))
    cast.sam.refresh_from_db()
    assert cast.sam.suspended_at is not None

    lift_suspension(second, by=cast.as_("ana"))
    cast.sam.refresh_from_db()
    assert cast.sam.suspended_at is None


def test_on_the_page_it_takes_a_reason(cast, worry, client_of):
    client, address = client_of("ana"), f"/harbor-view/incidents/{worry.public_id}/"

    assert client.post(f"{address}suspend/", {"text": ""}).status_code == 422
    assert not Suspension.objects.exists()
    assert client.post(f"{address}suspend/", {"text": WHY}).status_code == 302
    assert client.post(f"{address}suspend/", {"text": WHY}).status_code == 409
    page = client.get(address).text
    assert ("Lift the suspension" in page, "placements/?show=mentor" in page) == (True, True)


def test_without_an_internship_there_is_nobody_to_suspend(cast):
    worry = worry_of(cast)

    with pytest.raises(Refused):
        suspend_mentor(worry, WHY, by=cast.as_("ana"))
