"""What a panel or an advisor would change comes into the plan only by the student's hand."""

from __future__ import annotations

import pytest
from django.core.exceptions import PermissionDenied

from kindling.kit.http import Refused
from kindling.plans import actions
from kindling.plans.models import Plan, Suggestion
from kindling.plans.queries import waits
from kindling.plans.rules import visible_suggestions
from kindling.plans.tests.planning import ready, signed, start
from kindling.schools.inside import inside
from kindling.schools.viewer import Viewer

PANEL = actions.Source("exhibition", "Trimester 1")


def suggest(cast, words="Measure the tide for a month."):
    return actions.suggest_change(cast.luis, words, source=PANEL, by=cast.as_("ana"))


def experiences(plan):
    rows = plan.items.filter(dropped_at__isnull=True).order_by("number")
    return list(rows.values_list("experience", flat=True))


def test_what_the_student_accepts_is_a_thing_of_the_plan_that_is_written(cast):
    plan = ready(cast)
    one = suggest(cast)

    item = actions.accept_suggestion(one, by=cast.as_("luis"))

    plan.refresh_from_db()
    one.refresh_from_db()
    assert (item.plan, experiences(plan)[-1]) == (plan, "Measure the tide for a month.")
    assert (one.state, one.item, plan.item_count, plan.suggestion_count) == (
        "accepted", item, 3, 0,
    )  # fmt: skip


def test_while_a_signed_plan_runs_it_waits_for_the_next_one(cast):
    plan = signed(cast)
    one = suggest(cast)

    item = actions.accept_suggestion(one, by=cast.as_("luis"))
    held = experiences(plan)
    later = start(cast, term=1)

    assert (item, len(held), experiences(later)) == (None, 2, ["Measure the tide for a month."])
    assert start(cast, term=1).items.count() == 1


def test_what_is_left_out_keeps_its_reason_and_can_still_be_taken_in(cast):
    plan = ready(cast)
    one = suggest(cast)

    actions.decline_suggestion(one, reason="I did that last year.", by=cast.as_("luis"))
    declined = (one.state, one.reason, Plan.objects.get().suggestion_count)
    actions.accept_suggestion(one, by=cast.as_("luis"))

    assert declined == ("declined", "I did that last year.", 0)
    assert experiences(plan)[-1] == "Measure the tide for a month."


def test_nobody_answers_for_the_student_and_no_stranger_suggests(cast):
    one = suggest(cast)

    for name in ("ana", "rosa", "dana", "maya"):
        with pytest.raises(PermissionDenied):
            actions.accept_suggestion(one, by=cast.as_(name))
    for name in ("rosa", "maya", "otto"):
        with pytest.raises(PermissionDenied):
            actions.suggest_change(cast.luis, "No.", source=PANEL, by=cast.as_(name))
    assert Suggestion.objects.get().state == "waiting"


def test_it_is_answered_once_and_said_once(cast):
    ready(cast)
    one, again = suggest(cast), suggest(cast)

    actions.accept_suggestion(one, by=cast.as_("luis"))
    with pytest.raises(Refused):
        actions.accept_suggestion(again, by=cast.as_("luis"))

    assert (one, Suggestion.objects.count()) == (again, 1)


def test_student_family_advisor_and_leaders_read_it_and_nobody_else(cast):
    one = suggest(cast)

    names = ("luis", "rosa", "ana", "dana", "maya", "liam", "otto")
    seen = {name: list(visible_suggestions(cast.as_(name))) for name in names}

    assert seen == {
        "luis": [one], "rosa": [one], "ana": [one], "dana": [one], "maya": [], "liam": [],
        "otto": [],
    }  # fmt: skip
    assert not visible_suggestions(Viewer.of_person(cast.sam)).exists()


def test_what_waits_for_the_student_is_one_line_however_many(cast, django_assert_num_queries):
    ready(cast)
    with inside(cast.school):
        before = len(waits(cast.as_("luis")))
    suggest(cast)
    suggest(cast, "Ask a biologist.")
    viewer = cast.as_("luis")

    with inside(cast.school), django_assert_num_queries(2):
        found = waits(viewer)

    assert [one.say for one in found].count("Answer what was suggested for your plan") == 1
    assert len(found) == before + 1


def test_the_plan_shows_it_in_one_statement_more(client_of, cast, django_assert_num_queries):
    plan = ready(cast)
    suggest(cast)
    suggest(cast, "Ask a biologist.")
    client = client_of("luis")

    with django_assert_num_queries(10):
        page = client.get(f"/harbor-view/plans/{plan.public_id}/").content.decode()

    assert (page.count("Measure the tide"), page.count("Ask a biologist.")) == (1, 1)


def test_the_student_answers_on_a_page(client_of, cast, django_assert_num_queries):
    ready(cast)
    one, two = suggest(cast), suggest(cast, "Ask a biologist.")
    luis, at = client_of("luis"), "/harbor-view/plans/suggestions"

    with django_assert_num_queries(5):
        page = luis.get(f"/harbor-view/plans/suggested/{cast.luis.public_id}/").content.decode()
    took = luis.post(f"{at}/{one.public_id}/accept/")
    empty = luis.post(f"{at}/{two.public_id}/decline/", {"reason": " "})
    left = luis.post(f"{at}/{two.public_id}/decline/", {"reason": "Too far away."})

    states = dict(Suggestion.objects.values_list("words", "state"))
    assert page.count("Take it into my plan") == 2
    assert (took.status_code, empty.status_code, left.status_code) == (302, 422, 302)
    assert states == {"Measure the tide for a month.": "accepted", "Ask a biologist.": "declined"}
