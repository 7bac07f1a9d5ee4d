"""Once a term both sides say how it is, and the school sees where they differ."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
import time_machine
from django.core.exceptions import PermissionDenied
from django.test import Client

from kindling.attendance.tests.placed import Statements, at, make_placement, with_pass
from kindling.kit.http import Refused
from kindling.passes.actions import make_pass
from kindling.passes.tokens import token_of
from kindling.people.actions import connect
from kindling.questions.actions import close_round, give_pulse, open_pulse, open_pulses
from kindling.questions.models import Pulse, PulseRound
from kindling.questions.queries.pulses import compared, trend, waiting_for
from kindling.questions.rules import visible_pulses
from kindling.questions.tests.asking import gone, here
from kindling.schools.models import School, Term
from kindling.schools.roles import Role
from kindling.schools.viewer import Viewer
from tests.cast import FIRST_DAY, make_person

# The middle of the first trimester, 31 August to 25 November.
MIDDLE = at("2026-10-13 09:00")
NUMBERS = {"relationship": 4, "relevance": 2, "interest": 3}
PAGE = "/harbor-view/pulse/"


@pytest.fixture
def round_(cast):
    made = open_pulse(Term.of(cast.school)[0], by=cast.as_("chen"))
    cast.school.refresh_from_db()
    return made


def student_says(cast, placement, round_, numbers=None, **words):
    by = Viewer.of_person(placement.student.person)
    return give_pulse(placement, round_, numbers or NUMBERS, **words, by=by)


def mentor_says(cast, placement, round_, numbers=None, **words):
    return give_pulse(
        placement, round_, numbers or NUMBERS, **words, by=with_pass(cast.sam, placement)
    )


# ── when it is asked ──


def test_the_clock_opens_it_in_the_middle_of_the_term_once(cast):
    with time_machine.travel(MIDDLE - timedelta(days=1), tick=False):
        open_pulses()
        before = PulseRound.objects.count()
    for day in (0, 1, 30):
        with time_machine.travel(MIDDLE + timedelta(days=day), tick=False):
            open_pulses()

    found = PulseRound.objects.filter(school=cast.school)
    assert before == 0
    assert [(r.opens_on, r.closes_on) for r in found] == [(date(2026, 10, 13), date(2026, 11, 2))]


def test_a_worker_that_slept_opens_it_late_and_the_term_ends_it(cast):
    with time_machine.travel(at("2026-11-20 09:00"), tick=False):
        open_pulses()

    round_ = PulseRound.objects.get(school=cast.school)
    assert round_.closes_on == date(2026, 11, 25)


def test_once_a_term(cast, round_):
    with pytest.raises(Refused):
        open_pulse(round_.term, by=cast.as_("chen"))


def test_not_in_a_term_that_is_not_now(cast):
    with pytest.raises(Refused):
        open_pulse(Term.of(cast.school)[1], by=cast.as_("chen"))


@pytest.mark.parametrize("name", ["ana", "priya", "maya", "otto"])
def test_others_do_not_open_it(cast, name):
    with pytest.raises(PermissionDenied):
        open_pulse(Term.of(cast.school)[0], by=cast.as_(name))


def test_closed_nobody_is_asked(cast, placement, round_):
    close_round(round_, by=cast.as_("dana"))
    cast.school.refresh_from_db()

    assert waiting_for(cast.as_("jordan"), [placement]) is None
    with pytest.raises(Refused):
        student_says(cast, placement, round_)


def test_no_statement_while_no_round_is_open(cast, placement):
    viewer = cast.as_("jordan")
    with Statements() as sent:
        waiting_for(viewer, [placement])

    assert sent.count == 0


def test_the_page_of_a_student_asks_until_it_is_answered(cast, placement, round_, client_of):
    client, path = client_of("jordan"), f"{PAGE}{placement.public_id}/"
    asked = path in client.get("/harbor-view/").content.decode()
    client.post(path, {**NUMBERS, "line": "More dogs, please.", "is_shared": "on"})
    again = path in client.get("/harbor-view/").content.decode()

    pulse = Pulse.objects.get()
    assert (asked, again) == (True, False)
    assert (pulse.side, pulse.relevance, pulse.line) == ("student", 2, "More dogs, please.")
    assert pulse.is_shared


def test_numbers_are_needed_and_only_from_one_to_four(cast, placement, round_, client_of):
    client, path = client_of("jordan"), f"{PAGE}{placement.public_id}/"
    codes = [
        client.post(path, {"relationship": "4"}).status_code,
        client.post(path, {**NUMBERS, "interest": "5"}).status_code,
    ]

    assert codes == [422, 422]
    assert Pulse.objects.count() == 0


def test_the_first_answer_of_a_side_counts(cast, placement, round_):
    student_says(cast, placement, round_)
    student_says(cast, placement, round_, dict.fromkeys(NUMBERS, 1))

    assert Pulse.objects.get().relationship == 4


@pytest.mark.parametrize("name", ["maya", "ana", "chen", "rosa", "otto"])
def test_nobody_answers_for_a_side(cast, placement, round_, name):
    with pytest.raises(PermissionDenied):
        give_pulse(placement, round_, NUMBERS, by=cast.as_(name))


def door_of(cast, placement):
    held = make_pass(cast.sam, "confirm_days", [placement.public_id], by=cast.as_("chen"))
    return f"/p/{token_of(held)}/"


def test_the_mentor_answers_beside_a_day(cast, placement, round_):
    gone(cast, here(cast, placement))
    client, door = Client(), door_of(cast, placement)
    asked = "How is it going, all in all?" in client.get(door).content.decode()
    said = {f"pulse-{part}": number for part, number in NUMBERS.items()}
    client.post(door, {"day": f"{placement.public_id}.2026-10-13", "do": "yes", **said})

    pulse = Pulse.objects.get()
    assert asked
    assert (pulse.side, pulse.by, pulse.is_shared) == ("mentor", cast.sam, False)


def test_all_days_at_once_keep_what_stands_beside_the_first(cast, placement, round_):
    day = gone(cast, here(cast, placement))
    client, door = Client(), door_of(cast, placement)
    key = f"{placement.public_id}.2026-10-13"
    said = {f"pulse-{part}": number for part, number in NUMBERS.items()}
    client.post(
        door, {"day": key, "all": [key], "note": "Come early.", "note_for": "student", **said}
    )

    day.refresh_from_db()
    assert (day.state, day.mentor_note) == ("confirmed", "Come early.")
    assert Pulse.objects.count() == 1


def test_two_numbers_of_three_are_said_and_the_day_is_confirmed(cast, placement, round_):
    day = gone(cast, here(cast, placement))
    client, door = Client(), door_of(cast, placement)
    sent = {"day": f"{placement.public_id}.2026-10-13", "do": "yes", "pulse-interest": "3"}
    page = client.post(door, sent, follow=True).content.decode()

    day.refresh_from_db()
    assert (day.state, Pulse.objects.count()) == ("confirmed", 0)
    assert "Choose a number in each of the three rows" in page


# ── who reads it ──


def test_where_they_differ_most_stands_first(cast, placement, round_):
    apart = make_placement(cast.maya, cast.shelter, cast.sam)
    half = make_placement(cast.luis, cast.shelter, cast.sam)
    for one, mentor in ((placement, 3), (apart, 1)):
        student_says(cast, one, round_, dict.fromkeys(NUMBERS, 4))
        mentor_says(cast, one, round_, dict.fromkeys(NUMBERS, mentor))
    student_says(cast, half, round_)

    rows = compared(cast.as_("ana"), round_)

    assert [(r.placement, r.differs) for r in rows] == [(apart, 9), (placement, 3), (half, -1)]


def lines_for(viewer):
    return sorted(visible_pulses(viewer).values_list("line", flat=True))


def test_the_other_side_s_words_only_when_they_are_shared(cast, placement, round_):
    student_says(cast, placement, round_, line="Mine")
    pulse = mentor_says(cast, placement, round_, line="Theirs")
    alone = lines_for(cast.as_("jordan"))
    Pulse.objects.filter(pk=pulse.pk).update(is_shared=True)

    assert (alone, lines_for(cast.as_("jordan"))) == (["Mine"], ["Mine", "Theirs"])
    assert lines_for(with_pass(cast.sam, placement)) == []


def test_advisor_coordinator_and_principal_read_both(cast, placement, round_):
    connect(
        cast.jordan, cast.rosa, Role.GUARDIAN, by=Viewer.system(cast.school), since_on=FIRST_DAY
    )
    other = make_person(cast.school, "Tim Cole", Role.ADVISOR)
    student_says(cast, placement, round_, line="Mine", is_shared=True)
    mentor_says(cast, placement, round_, line="Theirs")
    both = ["Mine", "Theirs"]

    assert [lines_for(cast.as_(name)) for name in ("ana", "chen", "dana")] == [both] * 3
    others = [cast.as_(name) for name in ("maya", "rosa", "priya", "liam", "tasha", "otto")]
    assert [lines_for(viewer) for viewer in [*others, Viewer.of_person(other)]] == [[]] * 7


def test_the_page_shows_both(cast, placement, round_, client_of):
    student_says(cast, placement, round_, line="Mine")
    mentor_says(cast, placement, round_, dict.fromkeys(NUMBERS, 1), line="Theirs")
    page = client_of("ana").get(PAGE).content.decode()

    assert ("“Mine”" in page, "“Theirs”" in page, "Far apart" in page) == (True, True, True)


def test_the_means_of_terms_stand_side_by_side(cast, placement, round_):
    other = make_placement(cast.maya, cast.shelter, cast.sam)
    elder = PulseRound.objects.create(
        school=cast.school, term=Term.of(cast.school)[1], opens_on="2026-09-01",
        closes_on="2026-09-20",
    )  # fmt: skip
    student_says(cast, placement, round_, dict.fromkeys(NUMBERS, 4))
    student_says(cast, other, round_, dict.fromkeys(NUMBERS, 1))
    mentor_says(cast, placement, round_, dict.fromkeys(NUMBERS, 3))
    facts = {"school": cast.school, "placement": placement, "side": "student", "at": MIDDLE}
    Pulse.objects.create(round=elder, **facts, **dict.fromkeys(NUMBERS, 2))

    rows = trend(cast.as_("ana"), [round_, elder])

    assert [(r.round, r.side, r.number, r.means["interest"]) for r in rows] == [
        (round_, "student", 2, 2.5), (round_, "mentor", 1, 3.0), (elder, "student", 1, 2.0),
    ]  # fmt: skip


@pytest.mark.parametrize("number", [1, 3])
def test_the_page_costs_the_same_for_one_and_three(cast, round_, client_of, number):
    for student in (cast.jordan, cast.maya, cast.luis)[:number]:
        student_says(cast, make_placement(student, cast.shelter, cast.sam), round_)
    client = client_of("chen")
    client.get(PAGE)

    with Statements() as sent:
        client.get(PAGE)

    # session, viewer; rounds, pulses, means
    assert sent.count == 5


def test_the_school_s_row_says_until_when(cast, round_):
    assert School.objects.get(pk=cast.school.pk).pulse_until == round_.closes_on
