"""The page behind a mentor's link."""

from __future__ import annotations

from datetime import date

import pytest
import time_machine

from kindling.attendance.actions import check_in, check_out, confirm_days, settle_day
from kindling.attendance.models import Day, Entry, Hours
from kindling.attendance.tests.placed import (
    TUESDAY,
    Statements,
    at,
    make_placement,
    spoken_on,
    with_pass,
)
from kindling.notices.models import Notice
from kindling.passes.actions import make_pass
from kindling.passes.tokens import token_of


@pytest.fixture
def placement(cast):
    return make_placement(
        cast.jordan, cast.clinic, cast.sam, starts_on=date(2026, 10, 6), goals="Learn to suture"
    )


@pytest.fixture
def door(cast, placement):
    held = make_pass(cast.sam, "confirm_days", [placement.public_id], by=cast.as_("chen"))
    return f"/p/{token_of(held)}/"


@pytest.fixture(autouse=True)
def _evening(cast, placement):
    """Jordan was there from 9:00 to 14:05 and did not say a word last week; it is 18:00."""
    day = check_in(placement, goal="Weigh the cats", by=cast.as_("jordan"))
    with time_machine.travel(at("2026-10-13 14:05")):
        check_out(day, line="Held a hawk", by=cast.as_("jordan"))
    with time_machine.travel(at("2026-10-13 18:00")):
        yield


def key(placement, day=TUESDAY):
    return f"{placement.public_id}.{day}"


def test_it_asks_one_question_and_shows_what_the_student_said(client, door):
    page = client.get(door).content.decode()

    assert "Was Jordan with you on Tuesday 13 October?" in page
    assert [text in page for text in ["9:00", "2:05", "Held a hawk", "Learn to suture"]] == [
        True
    ] * 4
    assert page.count("2 more days wait") == 1
    assert ("555 0111" in page, "555 0100" in page) == (True, True)
    assert len(page) < 60_000


def test_it_knows_first_names_only_and_nobody_else(cast, client, door):
    other = make_placement(cast.luis, cast.clinic, cast.sam)
    page = client.get(door).content.decode()

    leaks = ["Blake", "Luis", "Diaz", "Maya", cast.jordan.person.email, other.public_id, ">JB<"]
    assert [leak for leak in leaks if leak in page] == []


def test_opening_changes_nothing(client, door):
    client.get(door)
    client.get(f"{door}?day=whatever&told=nothing")

    assert (Day.objects.count(), Entry.objects.count()) == (1, 2)


def test_yes(client, door, placement):
    answer = client.post(door, {"day": key(placement), "do": "yes"}, follow=True)

    assert Day.objects.get().state == "confirmed"
    assert "Thank you. The school can see it." in answer.content.decode()


def test_yes_with_a_word_for_the_school_only(client, door, placement):
    client.post(
        door,
        {"day": key(placement), "do": "yes", "note": "Tired today", "note_for": "school",
         "praise": ["on_time", "careful"]},
    )  # fmt: skip

    day = Day.objects.get()
    assert (day.state, day.mentor_note, day.mentor_note_is_shared) == (
        "confirmed", "On time · Careful work\nTired today", False,
    )  # fmt: skip


def test_yes_to_a_silent_day_with_a_word(client, door, placement):
    earlier = date(2026, 10, 8)
    client.post(door, {"day": key(placement, earlier), "do": "yes", "note": "Good"})

    day = Day.objects.get(on=earlier)
    assert (day.state, day.mentor_note, day.mentor_note_is_shared) == ("confirmed", "Good", True)


def test_a_word_after_the_answer(client, door, placement):
    client.post(door, {"day": key(placement), "do": "yes"})
    client.post(door, {"day": key(placement), "do": "note", "note": "Good"})

    assert Day.objects.get().mentor_note == "Good"


def test_other_times(client, door, placement):
    client.post(
        door,
        {"day": key(placement), "do": "correct", "starts_at": "09:00", "ends_at": "12:00",
         "reason": "Dentist"},
    )  # fmt: skip

    day = Day.objects.get()
    assert (day.state, day.mentor_out_at) == ("disputed", at("2026-10-13 12:00"))
    assert day.entries.last().text == "Dentist"


@pytest.mark.parametrize(
    ("times", "sentence"),
    [
        ({"starts_at": "14:00", "ends_at": "09:00"}, "Enter a time after 2:00"),
        ({"starts_at": "09:00", "ends_at": ""}, "Enter a time such as 14:30."),
        ({"starts_at": "soon", "ends_at": "12:00"}, "Enter a valid time."),
    ],
)
def test_wrong_times_are_said_and_nothing_is_saved(client, door, placement, times, sentence):
    answer = client.post(door, {"day": key(placement), "do": "correct", "note": "x", **times})

    assert answer.status_code == 422
    assert sentence in answer.content.decode()
    assert (Day.objects.get().state, Day.objects.get().mentor_note) == ("checked_out", "")


def test_wasnt_here(client, door, placement):
    client.post(door, {"day": key(placement, date(2026, 10, 6)), "do": "absent"})

    assert Day.objects.get(on=date(2026, 10, 6)).state == "absent"


def test_the_whole_week_in_one_tap(client, door, placement):
    page = client.get(door).content.decode()
    keys = [key(placement, date(2026, 10, n)) for n in (6, 8, 13)]
    assert [page.count(f'name="all" value="{k}"') for k in keys] == [1, 1, 1]

    client.post(door, {"all": keys})
    client.post(door, {"all": keys})

    assert [d.state for d in Day.objects.all()] == ["confirmed"] * 3
    assert Hours.objects.get().confirmed == 905
    assert "Nothing is waiting for you" in client.get(door).content.decode()


def test_a_day_that_is_not_in_the_link_is_not_found(cast, client, door, placement):
    other = make_placement(cast.luis, cast.clinic, cast.sam)
    for wrong in [
        key(other),
        key(placement, date(2026, 9, 15)),
        key(placement, date(2026, 10, 7)),
        "",
        "x",
    ]:
        assert client.post(door, {"day": wrong, "do": "yes"}).status_code == 404
        assert client.post(door, {"all": [key(placement), wrong]}).status_code == 404

    assert [d.state for d in Day.objects.all()] == ["checked_out"]


def test_a_verb_that_is_none_is_refused(client, door, placement):
    assert client.post(door, {"day": key(placement), "do": "delete"}).status_code == 422


def test_a_settled_day_says_so(cast, client, door, placement):
    settle_day(Day.objects.get(), minutes=60, reason="x", by=cast.as_("ana"))

    answer = client.post(door, {"day": key(placement), "do": "absent"})

    assert answer.status_code == 409
    assert "The school has settled this day" in answer.content.decode()


def test_a_link_whose_mentor_changed_shows_no_days(cast, client, door, placement):
    placement.mentor = cast.dana
    placement.save()

    assert "Held a hawk" not in client.get(door).content.decode()
    assert client.post(door, {"day": key(placement), "do": "yes"}).status_code == 404


def test_the_page_speaks_the_mentors_language(cast, client, door):
    cast.sam.language = "ar"
    cast.sam.save()

    assert 'lang="ar" dir="rtl"' in client.get(door).content.decode()


def test_as_many_days_as_there_are_cost_the_same(cast, client, door, placement):
    def cost() -> int:
        with Statements() as sent:
            client.get(door)
        return sent.count

    client.get(door)
    three = cost()
    confirm_days([spoken_on(placement, date(2026, 10, 6))], by=with_pass(cast.sam, placement))
    confirm_days([spoken_on(placement, date(2026, 10, 8))], by=with_pass(cast.sam, placement))

    # pass, placements, timetable, days; advisor, schedule, mentor's choice; photo and voice; was it
    # used; reports where the student was silent; what a family lets the mentor know
    assert (three, cost()) == (11, 10)


def test_twenty_days_are_confirmed_in_nine_statements(cast, client):
    """Two interns, five days a week for two weeks, all checked out, from a trusted device."""
    interns = [
        make_placement(
            student, cast.shelter, cast.sam, weekdays=(0, 1, 2, 3, 4), starts_on=date(2026, 9, 1)
        )
        for student in (cast.maya, cast.luis)
    ]
    mentor = with_pass(cast.sam, *interns)
    keys = []
    for one in interns:
        confirm_days([spoken_on(one, date(2026, 9, 2))], by=mentor)
        for n in (5, 6, 7, 8, 9, 12, 13, 14, 15, 16):
            spoken = spoken_on(one, date(2026, 10, n))
            day, _made = Day.objects.row_for(one, spoken.expected, spoken.term_id)
            times = {"student_in_at": spoken.starts, "student_out_at": spoken.ends}
            Day.objects.filter(pk=day.pk).update(
                state="checked_out", standing="waiting", minutes=300, **times
            )
            keys.append(spoken.key)
    Hours.objects.update(waiting=3000)
    subjects = [one.public_id for one in interns]
    held = make_pass(cast.sam, "confirm_days", subjects, by=cast.as_("chen"), needs_code=True)
    door = f"/p/{token_of(held)}/"
    with time_machine.travel(at("2026-10-16 18:00")):
        client.get(door)
        with Statements() as sent:
            client.post(door, {"all": keys})

    # pass; placements, timetable, days; days changed, entries, events, sums; used
    assert sent.count == 9
    sums = Hours.objects.filter(placement__in=interns)
    assert [(h.confirmed, h.waiting) for h in sums] == [(3300, 0), (3300, 0)]


def test_a_mentor_asks_to_end_and_the_school_is_told(client, door, placement):
    client.post(door, {"end": placement.public_id, "end_reason": "We move to another town."})

    placement.refresh_from_db()
    assert (placement.state, placement.end_reason) == ("ending", "We move to another town.")
    assert placement.end_asked_by == placement.mentor
    told = Notice.objects.filter(kind="placements/wants_to_end").values_list("person__given_name")
    assert {name for (name,) in told} == {"Ana", "Chen"}


def test_asking_to_end_wants_a_reason(client, door, placement):
    answer = client.post(door, {"end": placement.public_id, "end_reason": "  "})

    placement.refresh_from_db()
    assert (answer.status_code, placement.state) == (422, "active")
    assert "Say why in a sentence." in answer.text


def test_a_link_ends_nobody_elses_internship(cast, client, door):
    other = make_placement(cast.luis, cast.clinic, cast.sam)

    answer = client.post(door, {"end": other.public_id, "end_reason": "No."})

    other.refresh_from_db()
    assert (answer.status_code, other.state) == (404, "active")
