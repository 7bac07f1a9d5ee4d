"""Who reads a plan, and who never sees a word of it."""

from __future__ import annotations

import re
from datetime import date

import pytest

from kindling.advisory.actions import name_substitute
from kindling.kit.editing import stamp_of
from kindling.notices.models import Notice
from kindling.passes.models import Pass
from kindling.passes.tokens import token_of
from kindling.people.actions import connect
from kindling.plans import actions, rules
from kindling.plans.models import Plan, Signature
from kindling.plans.tests.planning import (
    add,
    by_student,
    proposed,
    ready,
    signed,
)
from kindling.schools.models import Term
from kindling.schools.roles import Role
from kindling.schools.viewer import Viewer
from kindling.support.models import SupportGoal
from tests.cast import FIRST_DAY, make_person, make_student
from tests.matrix_subjects import a_placement

OTTO = "Build a boat for Otto’s own pond"


@pytest.fixture
def of_otto(cast):
    """A plan at Northgate with words that could leak."""
    other = make_student(cast.north, "Nora Vik", "201", date(2010, 1, 1))
    by = Viewer.system(cast.north)
    connect(other, cast.otto, Role.ADVISOR, by=by, since_on=FIRST_DAY)
    plan = actions.start_plan(other, Term.of(cast.north)[0], by=by_student(other))
    add(plan, OTTO)
    return plan


def test_a_family_reads_nothing_before_it_is_proposed_or_shared(client_of, cast):
    plan = ready(cast)
    item = plan.items.first()
    page, thing = (
        f"/harbor-view/plans/{plan.public_id}/",
        f"/harbor-view/plans/items/{item.public_id}/",
    )
    rosa = client_of("rosa")

    before = [rosa.get(page).status_code, rosa.get(thing).status_code]
    actions.share_plan(plan, by=cast.as_("luis"))
    after = [rosa.get(page).status_code, rosa.get(thing).status_code]

    assert (before, after) == ([404, 404], [200, 200])


def test_a_family_reads_the_last_version_while_a_change_is_being_written(client_of, cast):
    plan = signed(cast)
    actions.start_change(plan, reason="Two", by=cast.as_("luis"))

    answer = client_of("rosa").get(f"/harbor-view/plans/{plan.public_id}/")

    version = plan.versions.get()
    path = f"/harbor-view/plans/versions/{version.public_id}/"
    assert (answer.status_code, answer.headers["Location"]) == (302, path)


def test_otto_sees_nothing_of_harbor_view_and_harbor_view_nothing_of_otto(client_of, cast, of_otto):
    plan = signed(cast)
    paths = (
        f"plans/{plan.public_id}/", f"plans/items/{plan.items.first().public_id}/",
        f"plans/versions/{plan.versions.get().public_id}/", f"plans/cover/{plan.cover.public_id}/",
    )  # fmt: skip

    otto = client_of("otto")
    mine = [otto.get(f"/harbor-view/{path}").status_code for path in paths]
    theirs = [otto.get(f"/northgate/{path}").status_code for path in paths]
    dana = client_of("dana")
    pages = [
        dana.get(f"/harbor-view/plans/{end}").content.decode() for end in ("", "?show=writing")
    ]

    assert (set(mine), set(theirs)) == ({404}, {404})
    assert dana.get(f"/harbor-view/plans/{of_otto.public_id}/").status_code == 404
    assert [OTTO in page or "Nora" in page for page in pages] == [False, False]


def test_a_mentor_reads_and_signs_only_what_is_at_their_place(cast, client):
    a_placement(cast)
    version = proposed(cast)
    held = Pass.objects.get(purpose=rules.SIGN_PLAN, bearer=cast.sam)
    door = f"/p/{token_of(held)}/"

    page = client.get(door).content.decode()
    sent = {"content_hash": version.content_hash, "name": "Sam Ito", "agrees": "on"}
    answer = client.post(door, sent)

    name = Signature.objects.get(person=cast.sam)
    assert ("Build a bench" in page, "Read about wood" in page) == (True, False)
    assert answer.status_code == 302
    assert (name.content_hash == version.content_hash, name.seen_hash == name.content_hash) == (
        True,
        False,
    )


def test_a_mentor_does_not_read_why_something_else_changed(cast, client):
    a_placement(cast)
    plan = signed(cast)
    by = by_student(cast.luis)
    actions.start_change(plan, reason="My family moves.", by=by)
    book = plan.items.order_by("number").last()
    stamp = stamp_of(book.product)
    actions.write_item(book, "product", "A letter", base=stamp, by=by)
    actions.propose_plan(Plan.objects.get(), by=by)
    held = Pass.objects.filter(purpose=rules.SIGN_PLAN, bearer=cast.sam).latest("pk")

    page = client.get(f"/p/{token_of(held)}/").content.decode()

    told = Notice.objects.filter(kind="plans/sign", person=cast.sam)
    assert ("My family moves." in page, "A letter" in page) == (False, False)
    assert [one for one in told if "My family moves." in one.body] == []
    assert "Nothing about your place is different" in page


def test_only_who_reads_a_support_goal_learns_that_an_item_serves_it(client_of, cast):
    plan = ready(cast)
    goal = SupportGoal.objects.create(
        school=cast.school, student=cast.luis, kind="504", text="More time", manager=cast.priya
    )
    actions.serve_support(plan.items.first(), [goal], by=cast.as_("luis"))
    version = actions.propose_plan(plan, by=cast.as_("luis"))
    page = f"/harbor-view/plans/{plan.public_id}/"

    seen = {
        name: bool(re.search("504 plan|Plan 504", client_of(name).get(page).text))
        for name in ("luis", "rosa", "ana", "dana", "priya", "chen")
    }

    assert seen == {
        "luis": True, "rosa": True, "ana": True, "dana": True, "priya": True, "chen": False,
    }  # fmt: skip
    assert ("504" in str(version.content), "More time" in str(version.content)) == (False, False)


def test_a_substitute_sees_no_plan_and_signs_none(client_of, cast):
    version = proposed(cast)
    span = {"since_on": date(2026, 10, 13), "until_on": date(2026, 10, 16)}
    deputy = make_person(cast.school, "Sofia Lund", Role.ADVISOR)
    name_substitute(cast.tide, deputy, **span, by=cast.as_("ana"))
    viewer = Viewer.of_person(deputy)

    assert [one.party for one in version.signers.filter(person=deputy)] == []
    assert (list(rules.visible_plans(viewer)), list(rules.visible_items(viewer))) == ([], [])
    assert list(rules.visible_cover_sheets(viewer)) == []
    assert rules.may_write(viewer, version.plan) is False
