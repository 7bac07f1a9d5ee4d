"""Questions go along with a tap: at most three, for a while, and never in its way."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from django.core.exceptions import PermissionDenied
from django.test import Client

from kindling.attendance.along import About, Moment, parts_for
from kindling.attendance.models import Day
from kindling.attendance.tests.placed import Statements, make_placement, with_pass
from kindling.passes.actions import make_pass
from kindling.passes.tokens import token_of
from kindling.people.models import Student
from kindling.questions.actions import answer_questions, change_question, end_pack
from kindling.questions.models import Answer, Question
from kindling.questions.queries.asked import asked_now
from kindling.questions.tests.asking import a_pack, gone, here
from kindling.schools.models import School
from tests.cast import FIRST_DAY

BOTH = {"kind": "scale", "for_student": "Did you learn?", "for_mentor": "Did Jordan learn?"}


def asked(cast, name="jordan", moment=Moment.CHECK_OUT):
    cast.school.refresh_from_db()
    viewer = cast.as_(name)
    return [one.words for one in asked_now(viewer, moment, cast.person(name).student.pk)]


def answers():
    return sorted(Answer.objects.values_list("side", "asked", "text"))


def test_what_is_live_is_asked_at_its_moment(cast):
    a_pack(cast)

    assert asked(cast) == ["Did you learn?"]
    assert asked(cast, moment=Moment.CHECK_IN) == []


def test_a_draft_is_not_asked_nor_what_has_ended(cast):
    a_pack(cast, publish=False)
    end_pack(a_pack(cast), by=cast.as_("chen"))

    assert asked(cast) == []


@pytest.mark.parametrize(
    ("first", "last"), [("2026-10-14", "2026-10-20"), ("2026-10-01", "2026-10-12")]
)
def test_outside_its_days_it_is_silent(cast, first, last):
    pack = a_pack(cast)
    pack.starts_on, pack.ends_on = date.fromisoformat(first), date.fromisoformat(last)
    pack.save()

    assert asked(cast) == []


def test_a_grade_an_advisory_and_everybody(cast):
    Student.objects.filter(pk=cast.maya.pk).update(grade="101")
    a_pack(cast, {"kind": "text", "for_student": "For 101"}, grade="101")
    a_pack(cast, {"kind": "text", "for_student": "For Tide"}, advisory=cast.tide)
    a_pack(cast, {"kind": "text", "for_student": "For all"})

    assert asked(cast, "maya") == ["For 101", "For Tide", "For all"]
    assert asked(cast, "jordan") == ["For Tide", "For all"]


def test_who_moved_to_another_advisory_is_not_asked(cast):
    a_pack(cast, {"kind": "text", "for_student": "For Tide"}, advisory=cast.tide)
    cast.tide.seats.filter(student=cast.jordan).update(until_on=FIRST_DAY + timedelta(days=1))

    assert asked(cast) == []


def test_never_more_than_three_at_once(cast):
    for number in range(4):
        a_pack(cast, {"kind": "text", "for_student": f"Number {number}"})

    assert asked(cast) == ["Number 0", "Number 1", "Number 2"]


def test_another_school_asks_nothing_here(cast):
    a_pack(cast)
    School.objects.update(questions_until="2026-12-18")

    viewer = cast.as_("otto")
    assert asked_now(viewer, Moment.CHECK_OUT, cast.jordan.pk) == []


def test_no_statement_of_ours_while_nothing_is_asked(cast, placement):
    about = About(cast.jordan.pk, placement.pk)
    viewer = cast.as_("jordan")

    with Statements() as quiet:
        parts_for(viewer, Moment.CHECK_IN, about)
        parts_for(viewer, Moment.CHECK_OUT, about)
        parts_for(with_pass(cast.sam, placement), Moment.CONFIRM, about)

    assert quiet.count == 1  # of support: what its student lets the mentor know


def test_one_statement_while_something_is(cast, placement):
    a_pack(cast)
    viewer = cast.as_("jordan")

    with Statements() as one:
        parts_for(viewer, Moment.CHECK_OUT, About(cast.jordan.pk, placement.pk))

    assert one.count == 1


def test_the_check_out_brings_the_answer(cast, placement, client_of):
    a_pack(cast, BOTH)
    day, question = here(cast, placement), Question.objects.get()
    client = client_of("jordan")
    page = client.get("/harbor-view/").content.decode()

    client.post(
        f"/harbor-view/days/{day.public_id}/check-out/",
        {"line": "Fine.", f"q-{question.public_id}": "3"},
    )

    assert "Did you learn?" in page
    assert "Did Jordan learn?" not in page
    assert answers() == [("student", "Did you learn?", "3")]


def test_a_tap_from_the_phone_s_queue_brings_it_too(cast, placement, client_of):
    a_pack(cast, BOTH)
    here(cast, placement)
    question = Question.objects.get()

    answer = client_of("jordan").post(
        "/harbor-view/days/taps/",
        {
            "tap": "t1", "person": cast.jordan.person.public_id, "kind": "check_out",
            "placement": placement.public_id, "tapped_at": 1, "sent_at": 2, "text": "",
            "along": {f"q-{question.public_id}": "4", "photo": {"no": "text"}},
        },
        content_type="application/json",
    )  # fmt: skip

    assert answer.status_code == 200
    assert answers() == [("student", "Did you learn?", "4")]


def test_a_wrong_answer_is_left_out_and_the_check_out_stands(cast, placement, client_of):
    a_pack(cast, BOTH)
    day, question = here(cast, placement), Question.objects.get()

    client_of("jordan").post(
        f"/harbor-view/days/{day.public_id}/check-out/",
        {"line": "", f"q-{question.public_id}": "17", "q-nothing": "x"},
    )

    day.refresh_from_db()
    assert (day.state, answers()) == ("checked_out", [])


def test_the_first_answer_counts(cast, placement):
    a_pack(cast, BOTH)
    day, question = here(cast, placement), Question.objects.get()
    by = cast.as_("jordan")

    answer_questions(day, {question.public_id: "3"}, by=by)
    answer_questions(day, {question.public_id: "1"}, by=by)

    assert answers() == [("student", "Did you learn?", "3")]


def test_the_words_stay_as_they_were_asked(cast, placement):
    a_pack(cast, BOTH)
    day, question = here(cast, placement), Question.objects.get()
    fresh = change_question(question, kind="text", for_student="What was new?", by=cast.as_("chen"))

    answer_questions(day, {question.public_id: "3"}, by=cast.as_("jordan"))

    assert asked(cast) == ["What was new?"]
    assert answers() == [("student", "Did you learn?", "3")]
    assert fresh.public_id != question.public_id


@pytest.mark.parametrize("name", ["maya", "ana", "rosa", "chen", "otto"])
def test_nobody_answers_for_a_student(cast, placement, name):
    a_pack(cast, BOTH)
    day, question = here(cast, placement), Question.objects.get()

    with pytest.raises(PermissionDenied):
        answer_questions(day, {question.public_id: "3"}, by=cast.as_(name))


def test_a_draft_s_question_takes_no_answer(cast, placement):
    a_pack(cast, BOTH, publish=False)
    day, question = here(cast, placement), Question.objects.get()

    answer_questions(day, {question.public_id: "3"}, by=cast.as_("jordan"))

    assert answers() == []


def test_the_mentor_is_asked_beside_the_day(cast, placement):
    a_pack(cast, BOTH, is_shared=False)
    gone(cast, here(cast, placement))
    held = make_pass(cast.sam, "confirm_days", [placement.public_id], by=cast.as_("chen"))
    client, door = Client(), f"/p/{token_of(held)}/"
    page = client.get(door).content.decode()
    question, key = Question.objects.get(), f"{placement.public_id}.2026-10-13"

    client.post(door, {"day": key, "do": "yes", f"q-{question.public_id}": "2"})

    assert "Did Jordan learn?" in page
    assert "Only the school reads your answers." in page
    assert "Did you learn?" not in page
    assert answers() == [("mentor", "Did Jordan learn?", "2")]


def both_answered(cast, placement, **facts) -> Day:
    a_pack(cast, BOTH, **facts)
    day, question = here(cast, placement), Question.objects.get()
    answer_questions(day, {question.public_id: "3"}, by=cast.as_("jordan"))
    answer_questions(day, {question.public_id: "1"}, by=with_pass(cast.sam, placement))
    return day


def read_by(client_of, name, day):
    page = client_of(name).get(f"/harbor-view/days/{day.public_id}/").content.decode()
    return ["3 quite" in page, "1 not at all" in page]


def test_both_sides_stand_on_the_page_of_the_day(cast, placement, client_of):
    day = both_answered(cast, placement)

    assert read_by(client_of, "ana", day) == [True, True]
    assert read_by(client_of, "jordan", day) == [True, True]


def test_what_the_mentor_says_to_the_school_alone_the_student_does_not_read(
    cast, placement, client_of
):
    day = both_answered(cast, placement, is_shared=False)

    assert read_by(client_of, "ana", day) == [True, True]
    assert read_by(client_of, "jordan", day) == [True, False]


def test_a_choice_takes_what_is_offered(cast):
    placement = make_placement(cast.maya, cast.clinic, cast.sam)
    a_pack(cast, {"kind": "choice", "for_student": "Where?", "options": ["Ward", "Desk"]})
    question = Question.objects.get()
    day = Day.objects.create(
        school=cast.school, placement=placement, student=cast.maya, on="2026-10-13"
    )

    answer_questions(day, {question.public_id: "Roof"}, by=cast.as_("maya"))
    answer_questions(day, {question.public_id: "Desk"}, by=cast.as_("maya"))

    assert answers() == [("student", "Where?", "Desk")]


def test_a_check_out_that_did_not_stand_shows_the_answers_again(cast, client_of):
    choice = {"kind": "choice", "for_student": "With whom?", "options": ["Sam", "Alone"]}
    pack = a_pack(cast, BOTH, choice, {"kind": "text", "for_student": "What was new?"})
    scale, picked, text = (f"q-{one.public_id}" for one in pack.questions.order_by("pk"))
    day = here(cast)
    Day.objects.filter(pk=day.pk).update(mode="remote")
    given = {scale: "3", picked: "Alone", text: 'An "X-ray"', "share_files": "1"}
    client = client_of("jordan")

    answer = client.post(f"/harbor-view/days/{day.public_id}/check-out/", {"line": "", **given})
    page = answer.content.decode()

    assert answer.status_code == 422
    assert f'name="{scale}" value="3" checked' in page
    assert '<option value="Alone" selected>' in page
    assert 'value="An &#34;X-ray&#34;"' in page
    assert 'name="share_files" value="1" checked' in page
    assert answers() == []

    client.post(f"/harbor-view/days/{day.public_id}/check-out/", {"line": "X-rays.", **given})
    assert [text for side, words, text in answers()] == ["3", 'An "X-ray"', "Alone"]


def test_a_check_in_that_did_not_stand_shows_answers_and_mode_again(cast, client_of):
    pack = a_pack(cast, moment="check_in")
    placement = make_placement(cast.jordan, cast.clinic, cast.sam)
    name = f"q-{pack.questions.get().public_id}"
    sent = {"goal": "x" * 301, "mode": "remote", name: "2"}

    answer = client_of("jordan").post(f"/harbor-view/days/check-in/{placement.public_id}/", sent)
    page = answer.content.decode()

    assert answer.status_code == 422
    assert f'name="{name}" value="2" checked' in page
    assert '<input type="hidden" name="mode" value="remote">' in page
