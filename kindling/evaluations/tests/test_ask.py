"""Mentors are asked by hand or before a term ends, once; reminded once; and then left alone."""

from __future__ import annotations

import pytest
import time_machine
from django.core.exceptions import PermissionDenied

from kindling.attendance.tests.placed import make_placement
from kindling.evaluations import actions
from kindling.evaluations.models import Evaluation
from kindling.evaluations.tests.evaluating import door_of, opened, placed
from kindling.kit.http import Refused
from kindling.notices.models import Notice
from kindling.passes.models import Pass
from kindling.schools.models import Person

PAGE = "/harbor-view/evaluations/"
NEAR_THE_END = "2026-11-16 14:00Z"  # the trimester ends on 25 November


def test_ana_asks_on_the_page_of_the_internship(cast, client_of):
    placement, ana = placed(cast), client_of("ana")
    page = f"{PAGE}placement/{placement.public_id}/"
    assert "Ask Sam about this term" in ana.get(page).text

    asked = ana.post(page)

    it = Evaluation.objects.get()
    assert asked.url == f"{PAGE}{it.public_id}/"
    letter = Notice.objects.get(kind="evaluations/mentor")
    assert (letter.person, "Jordan" in letter.body, "Blake" in letter.body) == (
        cast.sam,
        True,
        False,
    )
    assert Pass.objects.get().needs_code is True
    assert ana.post(page).status_code == 409


@pytest.mark.parametrize("name", ["jordan", "maya", "rosa", "liam", "priya", "otto"])
def test_nobody_else_asks(cast, name):
    with pytest.raises(PermissionDenied):
        actions.open_evaluation(placed(cast), by=cast.as_(name))


@pytest.mark.parametrize(
    ("facts", "why"),
    [({"suspended_at": "2026-10-01T12:00Z"}, "no students"), ({"quiet_until": "2026-12-01"}, "peace")],
)  # fmt: skip
def test_a_suspended_mentor_and_one_left_in_peace_are_not_asked(cast, facts, why):
    Person.objects.filter(pk=cast.sam.pk).update(**facts)

    with pytest.raises(Refused, match=why):
        actions.open_evaluation(placed(cast), by=cast.as_("ana"))
    assert Evaluation.objects.count() == 0


def test_the_clock_asks_before_a_term_ends_and_only_once(cast):
    placed(cast)
    new = make_placement(cast.luis, cast.shelter, cast.tasha, starts_on="2026-11-10")

    actions.open_evaluations()
    assert Evaluation.objects.count() == 0
    with time_machine.travel(NEAR_THE_END, tick=False):
        actions.open_evaluations()
        actions.open_evaluations()

    (it,) = Evaluation.objects.all()
    assert (it.student, it.term.label, it.opened_by) == (cast.jordan, "Trimester 1", None)
    assert it.placement_id != new.pk


def test_a_school_that_asks_by_hand(cast, client_of):
    placed(cast)
    assert client_of("ana").get(f"{PAGE}settings/").status_code == 403
    chen = client_of("chen")
    assert chen.post(f"{PAGE}settings/", {"days_before": "-1"}).status_code == 422
    assert chen.post(f"{PAGE}settings/", {"days_before": "0"}).status_code == 302

    with time_machine.travel(NEAR_THE_END, tick=False):
        actions.open_evaluations()

    assert Evaluation.objects.count() == 0


def test_reminded_once_and_then_left_alone(cast):
    opened(cast)
    for day in (15, 21, 22, 29):
        with time_machine.travel(f"2026-10-{day} 14:00Z", tick=False):
            actions.remind_mentors()

    letters = Notice.objects.filter(kind="evaluations/mentor")
    assert [one.subject for one in letters.order_by("pk")] == [
        "How was the term with Jordan?", "A reminder: how was the term with Jordan?",
    ]  # fmt: skip


def test_taken_back_the_link_opens_nothing(cast, client):
    it = opened(cast)
    door = door_of(it)
    assert client.get(door).status_code == 200

    actions.call_off_evaluation(it, by=cast.as_("chen"))

    assert client.get(door).status_code == 410


def test_who_may_be_asked_again_after_it_was_taken_back(cast):
    it = opened(cast)
    actions.call_off_evaluation(it, by=cast.as_("ana"))

    again = actions.open_evaluation(it.placement, by=cast.as_("ana"))

    assert (again.state, Evaluation.objects.count()) == ("opened", 2)


def test_the_link_is_sent_again_while_it_is_open(cast, client_of):
    it = opened(cast)

    assert client_of("ana").post(f"{PAGE}{it.public_id}/link/").status_code == 302
    assert Notice.objects.filter(kind="evaluations/mentor").count() == 2
