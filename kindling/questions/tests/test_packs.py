"""Leaders write packs, look at them, ask them and end them."""

from __future__ import annotations

from datetime import date

import pytest
from django.core.exceptions import PermissionDenied, ValidationError

from kindling.attendance.tests.placed import Statements
from kindling.history.models import Event
from kindling.kit.http import Refused
from kindling.questions.actions import (
    add_question,
    answer_questions,
    change_pack,
    change_question,
    end_pack,
    make_pack,
    publish_pack,
    retire_question,
)
from kindling.questions.models import Pack, Question
from kindling.questions.tests.asking import LAST, a_pack, here
from kindling.schools.models import School

SPAN = {"starts_on": date(2026, 10, 1), "ends_on": LAST}
PAGE = "/harbor-view/questions/"


def until(cast):
    return School.objects.get(pk=cast.school.pk).questions_until


def test_the_school_knows_until_when_something_is_asked(cast):
    by = cast.as_("chen")
    first = a_pack(cast)
    second = a_pack(cast, ends_on=date(2027, 1, 29))
    both = until(cast)
    end_pack(second, by=by)
    one = until(cast)
    end_pack(first, by=by)

    assert (both, one, until(cast)) == (date(2027, 1, 29), LAST, None)


def test_a_draft_alone_asks_nothing(cast):
    a_pack(cast, publish=False)

    assert until(cast) is None


def test_a_later_last_day_counts_at_once(cast):
    pack = a_pack(cast)
    facts = {"label": "Autumn", "moment": "check_in", **SPAN, "ends_on": date(2027, 2, 1)}
    change_pack(pack, **facts, by=cast.as_("chen"))

    assert (until(cast), pack.moment) == (date(2027, 2, 1), "check_out")


def test_without_a_question_it_is_not_asked(cast):
    pack = make_pack(label="Empty", moment="check_in", **SPAN, by=cast.as_("chen"))

    with pytest.raises(Refused, match="question first"):
        publish_pack(pack, by=cast.as_("chen"))


def test_what_is_over_is_not_asked(cast):
    span = {"starts_on": date(2026, 9, 1), "ends_on": date(2026, 10, 12)}
    pack = a_pack(cast, publish=False, **span)

    with pytest.raises(Refused, match="last day is over"):
        publish_pack(pack, by=cast.as_("chen"))


def test_three_are_enough(cast):
    pack = a_pack(cast, *[{"kind": "text", "for_student": f"{n}?"} for n in range(3)])

    with pytest.raises(Refused, match="Three questions"):
        add_question(pack, kind="text", for_student="4?", by=cast.as_("chen"))


@pytest.mark.parametrize(
    ("facts", "field"),
    [
        ({"kind": "text"}, "for_student"),
        ({"kind": "choice", "for_student": "Which?", "options": ["One"]}, "options"),
        ({"kind": "choice", "for_student": "Which?", "options": ["One", " One "]}, "options"),
    ],
)
def test_a_question_asks_somebody_something_one_can_answer(cast, facts, field):
    pack = a_pack(cast, publish=False)
    with pytest.raises(ValidationError) as wrong:
        add_question(pack, **facts, by=cast.as_("chen"))

    assert list(wrong.value.message_dict) == [field]


@pytest.mark.parametrize(
    ("facts", "field"),
    [
        ({"ends_on": date(2026, 9, 1)}, "ends_on"),
        ({"ends_on": date(2028, 9, 1)}, "ends_on"),
        ({"grade": "101", "advisory": "tide"}, "grade"),
    ],
)
def test_days_and_audience_make_sense(cast, facts, field):
    if "advisory" in facts:
        facts = {**facts, "advisory": cast.tide}
    with pytest.raises(ValidationError) as wrong:
        make_pack(**({"label": "x", "moment": "check_in"} | SPAN | facts), by=cast.as_("chen"))

    assert list(wrong.value.message_dict) == [field]


def test_other_words_take_the_place_of_the_first(cast):
    pack = a_pack(cast)
    first = Question.objects.get()
    fresh = change_question(first, kind="text", for_student="What was new?", by=cast.as_("chen"))

    first.refresh_from_db()
    assert (first.for_student, first.retired_at is None) == ("Did you learn?", False)
    assert (fresh.position, fresh.pack) == (first.position, pack)
    with pytest.raises(Refused):
        retire_question(first, by=cast.as_("chen"))


@pytest.mark.parametrize("name", ["ana", "maya", "rosa", "liam", "otto"])
def test_only_leaders_write(cast, name):
    with pytest.raises(PermissionDenied):
        make_pack(label="x", moment="check_in", **SPAN, by=cast.as_(name))


def test_the_pages_make_ask_change_and_end_it(cast, client_of):
    client = client_of("chen")
    client.post(
        f"{PAGE}new/",
        {
            "label": "Autumn", "moment": "check_out", "starts_on": "2026-10-01",
            "ends_on": "2026-12-18", "is_shared": "on",
        },
    )  # fmt: skip
    pack = Pack.objects.get()
    path = f"{PAGE}{pack.public_id}/"
    words = {"for_student": "Where?", "kind": "choice", "options": "Ward\nDesk\n"}
    client.post(path, words)
    question = Question.objects.get()
    change = f"{PAGE}change/{question.public_id}/"
    client.post(change, {"for_student": "Where to?", "kind": "text", "options": ""})
    client.post(f"{path}publish/")
    page = client.get(path).content.decode()
    client.post(f"{path}end/")

    pack.refresh_from_db()
    assert (question.options, pack.state) == (["Ward", "Desk"], "ended")
    assert "The student will see" in page
    assert page.count("Where to?") == 2


def test_a_form_with_a_mistake_says_so(cast, client_of):
    pack = a_pack(cast, publish=False)
    client = client_of("chen")
    codes = [
        client.post(f"{PAGE}new/", {"label": "x"}).status_code,
        client.post(f"{PAGE}{pack.public_id}/", {"kind": "text"}).status_code,
    ]

    assert codes == [422, 422]


def test_the_answers_of_a_pack(cast, placement, client_of):
    pack, day = a_pack(cast), here(cast, placement)
    answer_questions(day, {Question.objects.get().public_id: "3"}, by=cast.as_("jordan"))

    page = client_of("chen").get(f"{PAGE}{pack.public_id}/answers/").content.decode()

    assert "Jordan Blake" in page
    assert "Did you learn?" in page


@pytest.mark.parametrize("number", [1, 3])
def test_the_list_costs_the_same_for_one_and_three(cast, client_of, number):
    for _ in range(number):
        a_pack(cast)
    client = client_of("chen")
    client.get(PAGE)

    with Statements() as sent:
        client.get(PAGE)

    assert sent.count == 4


@pytest.mark.parametrize(
    "facts",
    [
        {"kind": "text", "for_student": "How do your parents feel about your work?"},
        {"kind": "choice", "for_student": "What was it?", "options": ["Stress", "Depressed"]},
    ],
)
def test_what_sounds_protected_needs_a_look_and_names_the_survey(cast, facts):
    pack = a_pack(cast, publish=False)

    with pytest.raises(ValidationError, match="Ask it in a survey") as wrong:
        add_question(pack, **facts, by=cast.as_("chen"))
    first = Question.objects.get()
    with pytest.raises(ValidationError):
        change_question(first, **facts, by=cast.as_("chen"))
    kept = add_question(pack, **facts, looked=True, by=cast.as_("chen"))

    assert list(wrong.value.message_dict) == ["looked"]
    told = Event.objects.filter(verb="question.add").order_by("pk").last()
    assert (Question.objects.get(pk=first.pk).retired_at, bool(told.detail["sounds"])) == (
        None,
        True,
    )
    assert kept.for_student == facts["for_student"]


def test_what_only_a_mentor_is_asked_is_no_question_to_a_child(cast):
    pack = a_pack(cast, publish=False)

    add_question(pack, kind="text", for_mentor="Is a doctor near?", by=cast.as_("chen"))

    assert Question.objects.filter(for_student="").count() == 1


def test_the_form_offers_to_say_that_somebody_looked(cast, client_of):
    pack = a_pack(cast, publish=False)
    chen, page = client_of("chen"), f"/questions/{pack.public_id}/"
    sent = {"for_student": "Did a doctor teach you?", "kind": "yes_no"}

    before = chen.get(f"/harbor-view{page}").text
    refused = chen.post(f"/harbor-view{page}", sent)
    taken = chen.post(f"/harbor-view{page}", {**sent, "looked": "on"})

    assert ('name="looked"' in before, refused.status_code, taken.status_code) == (False, 422, 302)
    assert 'name="looked"' in refused.text
    assert "Sounds like" in chen.get(f"/harbor-view{page}").text
