"""A support goal: who reads it, that it is written down, and what of it travels."""

from __future__ import annotations

from datetime import date

import pytest
from django.core.exceptions import PermissionDenied

from kindling.advisory.actions import name_substitute
from kindling.kit.http import Refused
from kindling.passes.actions import make_pass
from kindling.passes.tokens import token_of
from kindling.people.models import Student
from kindling.people.rules import visible_students
from kindling.schools.roles import Role
from kindling.schools.viewer import Viewer
from kindling.support import actions, rules
from kindling.support.models import EarlierGoal, SupportReading, SupportTravel
from kindling.support.tests.supporting import make_concern, make_goal, nora, words
from tests.cast import make_person
from tests.matrix_subjects import a_day, a_placement

PAGE = "/harbor-view/support/"
ALL = ["luis", "rosa", "ana", "nora", "dana", "chen", "priya", "jordan", "liam", "tasha", "otto",
       "sam"]  # fmt: skip


def readers(cast):
    return [name for name in ALL if rules.visible_support_goals(cast.as_(name)).exists()]


def test_only_who_is_named_by_law_or_by_hand_reads_it(cast):
    goal = make_goal(cast)
    assert readers(cast) == ["luis", "rosa", "ana", "nora", "dana"]

    actions.change_goal(goal, words(cast, advisor_reads=False), by=cast.as_("nora"))
    actions.add_support_reader(goal, cast.chen, by=cast.as_("nora"))
    assert readers(cast) == ["luis", "rosa", "nora", "dana", "chen"]

    actions.end_support_reader(goal, cast.chen, by=cast.as_("nora"))
    assert readers(cast) == ["luis", "rosa", "nora", "dana"]


def test_an_opening_by_staff_is_written_and_shown_to_the_family(cast, client_of):
    goal = make_goal(cast)
    path = f"{PAGE}goals/{goal.public_id}/"
    for name in ("chen", "jordan", "otto"):
        assert client_of(name).get(path).status_code == 404
    assert client_of("ana").get(path).status_code == 200

    text = client_of("rosa").get(path).content.decode()

    assert ("Ana Reyes" in text, "Chen Wu" in text) == (True, False)
    assert [one.person for one in SupportReading.objects.all()] == [cast.ana]


def test_other_words_keep_the_earlier_ones(cast):
    goal = make_goal(cast)

    actions.change_goal(goal, words(cast, text="Reads for thirty."), by=cast.as_("dana"))
    actions.change_goal(goal, words(cast, text="Reads for thirty."), by=cast.as_("dana"))

    assert [one.text for one in EarlierGoal.objects.all()] == ["Reads for twenty minutes."]
    with pytest.raises(PermissionDenied):
        actions.change_goal(goal, words(cast), by=cast.as_("ana"))


def test_nothing_travels_without_a_yes_and_nothing_after_it_is_taken_back(cast):
    make_grown(cast, 2010)
    goal = make_goal(cast)
    travel = actions.ask_travel(goal, "Show it, then say it.", by=cast.as_("nora"))

    def known():
        rows = rules.allowed_travels(cast.school.pk, cast.luis.pk)
        return [one.sentence for one in rows]

    assert known() == []
    for name in ("nora", "ana", "dana", "luis", "jordan"):
        with pytest.raises(PermissionDenied):
            actions.answer_travel(travel, yes=True, by=cast.as_(name))
    actions.answer_travel(travel, yes=True, by=cast.as_("rosa"))
    assert known() == ["Show it, then say it."]
    with pytest.raises(Refused):
        actions.ask_travel(goal, "Another.", by=cast.as_("nora"))
    actions.revoke_travel(travel, by=cast.as_("luis"))
    assert known() == []


def make_grown(cast, year):
    Student.objects.filter(pk=cast.luis.pk).update(birth_on=date(year, 1, 9))
    cast.luis.refresh_from_db()


def test_who_is_of_age_decides_alone(cast):
    make_grown(cast, 2008)
    travel = actions.ask_travel(make_goal(cast), "Show it.", by=cast.as_("nora"))

    with pytest.raises(PermissionDenied):
        actions.answer_travel(travel, yes=True, by=cast.as_("rosa"))
    actions.answer_travel(travel, yes=True, by=cast.as_("luis"))

    assert travel.state == "allowed"


def test_a_goal_that_ended_travels_no_more(cast):
    make_grown(cast, 2008)
    goal = make_goal(cast)
    travel = actions.ask_travel(goal, "Show it.", by=cast.as_("nora"))
    actions.answer_travel(travel, yes=True, by=cast.as_("luis"))

    actions.end_goal(goal, "end", by=cast.as_("nora"))

    assert list(rules.allowed_travels(cast.school.pk, cast.luis.pk)) == []


def test_a_family_without_an_account_decides_behind_its_link(cast, client):
    make_grown(cast, 2010)
    goal = make_goal(cast)
    travel = actions.ask_travel(goal, "Show it.", by=cast.as_("nora"))
    by = Viewer.system(cast.school)
    held = make_pass(cast.rosa, "allow_travel", [travel.public_id], by=by)
    stranger = make_person(cast.school, "Eva Blom", Role.GUARDIAN, user=False)
    other = make_pass(stranger, "allow_travel", [travel.public_id], by=by)
    door = f"/p/{token_of(held)}/"

    assert client.get(f"/p/{token_of(other)}/").status_code == 404
    page = client.get(door).content.decode()
    assert ("Show it." in page, "twenty minutes" in page) == (True, False)
    assert client.post(door, {"answer": "yes"}).status_code == 302
    assert SupportTravel.objects.get().state == "allowed"
    client.post(door, {"answer": "back"})

    assert SupportTravel.objects.get().state == "revoked"


def test_the_mentor_reads_the_sentence_and_nothing_else(cast, client):
    make_grown(cast, 2010)
    placement = a_placement(cast)
    a_day(placement)
    goal = make_goal(cast)
    travel = actions.ask_travel(goal, "Show it, then say it.", by=cast.as_("nora"))
    held = make_pass(cast.sam, "confirm_days", [placement.public_id], by=cast.as_("chen"))
    door = f"/p/{token_of(held)}/"
    assert "Show it" not in client.get(door).content.decode()

    actions.answer_travel(travel, yes=True, by=cast.as_("rosa"))

    text = client.get(door).content.decode()
    assert ("Show it, then say it." in text, "twenty minutes" in text, "504" in text) == (
        True, False, False,
    )  # fmt: skip


def test_on_the_pages(cast, client_of):
    nora(cast)
    client, path = client_of("nora"), f"{PAGE}goals/add/"
    form = {"student": cast.luis.public_id, "kind": "iep", "text": "Speaks up once a week.",
            "manager": cast.nora.public_id, "advisor_reads": "on"}  # fmt: skip
    assert client.post(path, form | {"text": ""}).status_code == 422
    assert client.post(path, form).status_code == 302
    goal = rules.visible_support_goals(cast.as_("nora")).get()
    page = f"{PAGE}goals/{goal.public_id}/"
    assert client.post(f"{page}travel/", {"sentence": " "}).status_code == 422
    assert client.post(f"{page}travel/", {"sentence": "Ask twice."}).status_code == 302
    assert client.post(f"{page}readers/", {"person": cast.chen.public_id}).status_code == 302
    assert client.post(f"{page}readers/", {"person": cast.rosa.public_id}).status_code == 422
    assert client.post(f"{page}edit/", form | {"text": "Twice."}).status_code == 302
    assert client_of("chen").post(f"{page}edit/", form).status_code == 403
    assert client_of("rosa").get(page).status_code == 200


@pytest.mark.parametrize(("name", "statements"), [("nora", 13), ("rosa", 12)])
def test_the_statements_stay_the_same(cast, client_of, django_assert_num_queries, name, statements):
    goal = make_goal(cast)
    path = f"{PAGE}goals/{goal.public_id}/"
    client = client_of(name)
    client.get(path)
    with django_assert_num_queries(statements):
        client.get(path)
    for person in (cast.chen, cast.priya):
        actions.add_support_reader(goal, person, by=cast.as_("nora"))
    actions.change_goal(goal, words(cast, text="More."), by=cast.as_("nora"))
    make_goal(cast)
    with django_assert_num_queries(statements):
        client.get(path)


def test_a_substitute_reads_no_goal_and_no_concern(cast):
    make_goal(cast)
    make_concern(cast)
    cast.eva = make_person(cast.school, "Eva Blom", Role.STAFF)
    today = cast.school.today()

    name_substitute(cast.tide, cast.eva, since_on=today, until_on=today, by=cast.as_("ana"))

    viewer = cast.as_("eva")
    assert visible_students(viewer).filter(pk=cast.luis.pk).exists()
    found = (rules.visible_support_goals(viewer), rules.visible_concerns(viewer))
    assert [rows.count() for rows in found] == [0, 0]
