"""A signed plan changes: a reason, a difference, new names; or the change is given up."""

from __future__ import annotations

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from kindling.kit.editing import stamp_of
from kindling.kit.http import Refused
from kindling.plans import actions
from kindling.plans.content import address_of
from kindling.plans.differences import differences, spans
from kindling.plans.models import Plan, Signature, Version
from kindling.plans.tests.planning import by_student, proposed, sign, signed

NEW = "Build two benches for the harbor"


def changed(cast, reason: str = "The city wants two.") -> Version:
    """A change of a signed plan, proposed."""
    plan = signed(cast)
    by = by_student(plan.student)
    actions.start_change(plan, reason=reason, by=by)
    rewrite(plan, NEW)
    return actions.propose_plan(Plan.objects.get(pk=plan.pk), by=by)


def rewrite(plan: Plan, words: str) -> None:
    item = plan.items.order_by("number").first()
    by = by_student(plan.student)
    actions.write_item(item, "experience", words, base=stamp_of(item.experience), by=by)


def test_the_signed_plan_counts_until_everybody_signs_the_change(cast):
    version = changed(cast)
    sign(version, "luis", cast)
    sign(version, "rosa", cast)
    before = {one.number: one.state for one in Version.objects.all()}

    sign(version, "ana", cast)

    assert before == {1: "in_force", 2: "proposed"}
    assert {one.number: one.state for one in Version.objects.all()} == {
        1: "replaced",
        2: "in_force",
    }
    plan = Plan.objects.get()
    assert (plan.state, plan.is_changing, plan.change_reason) == ("active", False, "")


def test_the_difference_names_the_item_the_field_and_both_words(cast):
    new = changed(cast)
    old = Version.objects.get(number=1)

    (change,) = differences(old.content, new.content)

    (field,) = change.fields
    assert (change.kind, field.label) == ("changed", "What I will do")
    assert [(one.text, one.kind) for one in field.spans if one.kind] == [
        ("a", "old"), ("two", "new"), ("bench", "old"), ("benches", "new"),
    ]  # fmt: skip


def test_a_change_that_changes_nothing_is_refused(cast):
    plan = signed(cast)
    actions.start_change(plan, reason="Why not", by=by_student(plan.student))

    with pytest.raises(Refused, match="Nothing is different"):
        actions.propose_plan(Plan.objects.get(), by=by_student(plan.student))


def test_a_change_signed_by_one_and_taken_back_by_another_loses_nothing(cast):
    version = changed(cast)
    sign(version, "rosa", cast)

    count = actions.withdraw_version(version, by=cast.as_("luis"), why="I was too fast.")

    version.refresh_from_db()
    plan = Plan.objects.get()
    assert (count, version.state) == (1, "withdrawn")
    assert Signature.objects.filter(signer__version=version).get().name == "Rosa Diaz"
    assert plan.items.order_by("number").first().experience == NEW
    assert Version.objects.get(number=1).state == "in_force"
    with pytest.raises(Refused, match="Luis Diaz took this back on Tuesday 13 October"):
        sign(version, "ana", cast)


def test_what_everybody_signed_meanwhile_is_not_taken_back(cast):
    version = changed(cast)
    stale = Version.objects.get(pk=version.pk)
    for name in ("luis", "rosa", "ana"):
        sign(version, name, cast)

    with pytest.raises(Refused, match="Everybody has signed by now"):
        actions.withdraw_version(stale, by=cast.as_("luis"))


def test_a_change_that_is_given_up_keeps_its_words_and_puts_the_signed_ones_back(cast):
    plan = signed(cast)
    by = by_student(plan.student)
    actions.start_change(plan, reason="Two", by=by)
    rewrite(plan, NEW)

    actions.give_up_change(Plan.objects.get(), by=by)

    now, kept = Plan.objects.get(), Version.objects.get(number=2)
    assert (now.is_changing, kept.state) == (False, "withdrawn")
    assert kept.content["items"][0]["experience"] == NEW
    assert now.items.order_by("number").first().experience == "Build a bench for the harbor"
    assert (now.item_count, now.goal_count, now.own_goal_count) == (2, 3, 1)


def test_nobody_changes_a_plan_that_waits_for_names(cast):
    version = proposed(cast)

    with pytest.raises(Refused, match="Take it back first"):
        rewrite(version.plan, NEW)


DEEDS = st.lists(
    st.sampled_from(["write", "drop", "change", "propose", "withdraw", "sign", "give_up", "add"]),
    max_size=9,
)


@settings(
    max_examples=5, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(deeds=DEEDS)
def test_whatever_happens_afterwards_a_version_never_changes(cast, deeds):
    plan = standing(cast)
    kept = {one.pk: (one.content, one.content_hash) for one in plan.versions.all()}
    names = set(Signature.objects.values_list("pk", "name", "content_hash", "seen_hash"))

    for number, deed in enumerate(deeds):
        try:
            do(deed, Plan.objects.get(pk=plan.pk), cast, number)
        except Refused:
            continue

    for one in plan.versions.filter(pk__in=kept):
        assert (one.content, one.content_hash) == kept[one.pk]
        assert address_of(one.content) == one.content_hash
    assert names <= set(Signature.objects.values_list("pk", "name", "content_hash", "seen_hash"))
    assert plan.versions.filter(state="in_force").count() == 1


def standing(cast) -> Plan:
    """The same signed plan for every example."""
    return Plan.objects.filter(student=cast.luis).first() or signed(cast)


def do(deed: str, plan: Plan, cast, number: int) -> None:
    by = by_student(plan.student)
    waiting = plan.versions.filter(state="proposed").first()
    match deed:
        case "write":
            rewrite(plan, f"Words {number}")
        case "drop":
            actions.drop_item(plan.items.order_by("number").last(), by=by)
        case "add":
            actions.bring_back_item(plan.items.order_by("number").last(), by=by)
        case "change":
            actions.start_change(plan, reason=f"Because {number}", by=by)
        case "propose":
            actions.propose_plan(plan, by=by)
        case "give_up":
            actions.give_up_change(plan, by=by)
        case "withdraw" if waiting:
            actions.withdraw_version(waiting, by=by)
        case "sign" if waiting:
            for name in ("luis", "rosa", "ana"):
                sign(waiting, name, cast)


@given(was=st.text(max_size=60), now=st.text(max_size=60))
def test_a_difference_holds_every_word_of_both(was, now):
    run = spans(was, now)

    assert "".join(one.text for one in run if one.kind != "new") == was
    assert "".join(one.text for one in run if one.kind != "old") == now
