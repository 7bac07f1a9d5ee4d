"""An interview: planned with questions, held with notes, verified, counted, thanked for."""

from __future__ import annotations

from datetime import date

import pytest
from django.core.exceptions import PermissionDenied, ValidationError

from kindling.exploring import actions
from kindling.exploring.models import Experience, Interview
from kindling.kit.http import Refused

TODAY = date(2026, 10, 13)
PAGE = "/harbor-view/exploring/"


def plan(cast, by="maya", **facts):
    usual = {"who": "Marta, baker", "place": "Corner Bakery", "on": TODAY}
    usual["questions"] = ["What is hard?", "How did you begin?"]
    return actions.plan_interview(cast.maya, by=cast.as_(by), **(usual | facts))


def test_held_it_keeps_answers_and_notes_and_waits_to_be_verified(cast):
    one = plan(cast)

    kept = actions.hold_interview(
        one, on=TODAY, minutes=25, notes="Three in the morning.", answers=["The oven."],
        by=cast.as_("maya"),
    )  # fmt: skip
    assert kept.state == "entered"
    actions.verify_experience(kept, by=cast.as_("ana"))

    assert one.questions == [
        {"ask": "What is hard?", "answer": "The oven."},
        {"ask": "How did you begin?", "answer": ""},
    ]
    assert (kept.state, kept.minutes, kept.who, kept.learned) == (
        "verified", 25, "Marta, baker", "Three in the morning.",
    )  # fmt: skip


def test_two_people_at_one_place_on_one_day_are_two_and_a_double_tap_is_one(cast):
    first, again, other = plan(cast), plan(cast), plan(cast, who="Joe, miller")
    assert (first.pk == again.pk, other.pk == first.pk) == (True, False)

    for one in (first, other):
        actions.hold_interview(one, on=TODAY, minutes=15, by=cast.as_("maya"))
    assert Experience.objects.count() == 2
    with pytest.raises(Refused):
        actions.hold_interview(first, on=TODAY, minutes=15, by=cast.as_("maya"))


def test_thanked_once_and_only_afterwards(cast):
    one = plan(cast)
    with pytest.raises(Refused):
        actions.thank_for_interview(one, by=cast.as_("maya"))
    actions.hold_interview(one, on=TODAY, minutes=15, by=cast.as_("maya"))

    for _ in range(2):
        actions.thank_for_interview(one, by=cast.as_("maya"))

    assert Interview.objects.get().thanked_on == TODAY


def test_other_questions_keep_the_answers_of_those_that_stay(cast):
    one = plan(cast)
    Interview.objects.filter(pk=one.pk).update(questions=[{"ask": "What is hard?", "answer": "x"}])
    one.refresh_from_db()

    actions.change_questions(one, ["Why?", "What is hard?", " ", "Why?"], by=cast.as_("maya"))

    assert one.questions == [
        {"ask": "Why?", "answer": ""}, {"ask": "What is hard?", "answer": "x"},
    ]  # fmt: skip


def test_it_needs_a_place_and_a_day_that_has_come(cast):
    with pytest.raises(ValidationError):
        plan(cast, place=" ")
    one = plan(cast, place="", opportunity=cast.shelter)
    assert one.place == "Harbor Animal Shelter"
    with pytest.raises(ValidationError):
        actions.hold_interview(one, on=date(2026, 10, 14), minutes=15, by=cast.as_("maya"))


@pytest.mark.parametrize("name", ["luis", "rosa", "priya", "liam", "otto", "sam"])
def test_nobody_else_plans_it(cast, name):
    with pytest.raises(PermissionDenied):
        plan(cast, by=name)


def test_on_the_pages(cast, client_of):
    form = {"who": "Marta", "place": "Bakery", "on": "2026-10-12", "own": "Why?\nHow?"}

    assert client_of("maya").get(f"{PAGE}interviews/plan/").status_code == 200
    assert client_of("maya").post(f"{PAGE}interviews/plan/", form | {"who": ""}).status_code == 422
    assert client_of("maya").post(f"{PAGE}interviews/plan/", form).status_code == 302
    one = Interview.objects.get()
    path = f"{PAGE}interviews/{one.public_id}/"
    assert client_of("luis").get(path).status_code == 404
    held = {"on": "2026-10-12", "minutes": "20", "notes": "n", "answer_0": "Bread", "answer_1": ""}
    assert client_of("maya").post(path, held | {"minutes": ""}).status_code == 422
    assert client_of("maya").post(path, held).status_code == 302
    kept = Experience.objects.get()
    verify = f"{PAGE}experiences/{kept.public_id}/verify/"
    assert client_of("maya").post(verify).status_code == 403
    assert client_of("otto").post(verify).status_code == 404
    assert client_of("ana").post(verify).status_code == 302
    text = client_of("ana").get(path).content.decode()
    assert ("Bread" in text, "Counts" in text) == (True, True)


def test_a_family_sees_that_it_counts_and_no_notes(cast, client_of):
    one = actions.plan_interview(
        cast.luis, who="Marta", place="Bakery", on=TODAY, by=cast.as_("luis")
    )
    actions.hold_interview(one, on=TODAY, minutes=15, notes="My secret", by=cast.as_("luis"))

    assert client_of("rosa").get(f"{PAGE}interviews/{one.public_id}/").status_code == 404
