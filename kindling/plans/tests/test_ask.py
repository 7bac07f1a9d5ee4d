"""Whose name is missing, who is asked for it, and what waits for whom."""

from __future__ import annotations

from django.test import Client

from kindling.passes.models import Pass
from kindling.passes.tokens import token_of
from kindling.plans import actions, rules
from kindling.plans.models import Plan
from kindling.plans.queries import waits
from kindling.plans.tests.planning import (
    proposed,
    sign,
)
from kindling.schools.inside import inside
from kindling.schools.roles import Role
from tests.cast import make_person
from tests.matrix_subjects import a_placement


def test_a_second_device_needs_a_code_to_sign(cast, client):
    a_placement(cast)
    proposed(cast)
    held = Pass.objects.get(purpose=rules.SIGN_PLAN, bearer=cast.sam)
    client.get(f"/p/{token_of(held)}/")

    assert Client().get(f"/p/{token_of(held)}/").status_code == 403


def test_a_family_without_an_account_gets_a_link_of_its_own(cast):
    cast.rosa.user = None
    cast.rosa.save()

    proposed(cast)

    assert Pass.objects.filter(purpose=rules.SIGN_PLAN, bearer=cast.rosa).count() == 1


def test_what_waits_is_told_to_whom_it_waits_for(cast):
    version = proposed(cast)
    sign(version, "luis", cast)

    with inside(cast.school):
        told = {
            name: [one.kind for one in waits(cast.as_(name))] for name in ("luis", "rosa", "ana")
        }

    assert told == {"luis": ["plan.cover"], "rosa": ["plan.sign"], "ana": ["plan.sign"]}


def test_a_name_that_is_missing_for_a_week_waits_for_the_advisor(cast):
    version = proposed(cast)
    for name in ("luis", "ana"):
        sign(version, name, cast)
    Plan.objects.update(changed_at="2026-10-05T12:00Z")

    with inside(cast.school):
        told = [(one.kind, one.who) for one in waits(cast.as_("ana"))]

    assert told == [("plan.names", "Luis Diaz")]


def test_whose_page_was_open_while_it_was_taken_back_is_told_why(client_of, cast):
    version = proposed(cast)
    actions.withdraw_version(version, by=cast.as_("luis"))

    sent = {"content_hash": version.content_hash, "name": "Ana Reyes", "agrees": "on"}
    answer = client_of("ana").post(f"/harbor-view/plans/{version.plan.public_id}/sign/", sent)

    assert answer.status_code == 409
    assert "Luis Diaz took this back on Tuesday 13 October." in answer.content.decode()


def test_two_statements_find_what_waits(cast, django_assert_num_queries):
    proposed(cast)

    for name in ("luis", "ana"):
        viewer = cast.as_(name)
        with inside(cast.school), django_assert_num_queries(2):
            waits(viewer)


def test_an_aunt_who_is_not_family_here_is_asked_nothing(cast):
    make_person(cast.school, "Ida Aunt", Role.GUARDIAN)

    version = proposed(cast)

    assert sorted(one.person.first for one in version.signers.all()) == ["Ana", "Luis", "Rosa"]
