"""Words field by field, goals, links; what a school asks for before names are asked."""

from __future__ import annotations

from datetime import date

import pytest
import time_machine
from django.core.exceptions import PermissionDenied

from kindling.goals.actions import give_start
from kindling.history.models import Event
from kindling.kit.editing import stamp_of
from kindling.kit.http import Refused
from kindling.plans import actions
from kindling.plans.models import CoverSheet, Plan, PlanItem
from kindling.plans.tests.planning import EMPTY, add, own_goal, ready, start
from kindling.schools.models import Term


def test_a_plan_begins_with_its_cover_sheet_and_once_a_term(cast):
    one, other = start(cast), start(cast)

    assert one == other
    assert one.cover == CoverSheet.objects.get()


def test_a_plan_for_a_term_that_ended_is_refused_with_a_sentence(cast):
    term = Term.of(cast.school)[0]
    term.ends_on = date(2026, 10, 12)
    term.save()

    with pytest.raises(Refused, match="Trimester 1 ended on Monday 12 October"):
        actions.start_plan(cast.luis, term, by=cast.as_("luis"))

    assert Plan.objects.count() == 0


def test_two_who_write_one_field_at_once_lose_no_word(cast):
    item = actions.add_item(start(cast), by=cast.as_("luis"))

    actions.write_item(item, "product", "A bench", base=EMPTY, by=cast.as_("luis"))
    clash = actions.write_item(item, "product", "A boat", base=EMPTY, by=cast.as_("ana"))

    assert (clash.theirs, clash.yours, clash.base) == ("A bench", "A boat", stamp_of("A bench"))
    assert PlanItem.objects.get().product == "A bench"


def test_two_who_write_two_fields_at_once_do_not_meet(cast):
    item = actions.add_item(start(cast), by=cast.as_("luis"))

    actions.write_item(item, "product", "A bench", base=EMPTY, by=cast.as_("luis"))
    clash = actions.write_item(item, "question", "How long?", base=EMPTY, by=cast.as_("ana"))

    assert clash is None


def test_a_sitting_of_writing_leaves_one_trace_for_each_writer_and_field(cast):
    item = actions.add_item(start(cast), by=cast.as_("luis"))

    def write(name, field, *texts):
        for text in texts:
            base = stamp_of(getattr(PlanItem.objects.get(), field))
            actions.write_item(item, field, text, base=base, by=cast.as_(name))

    write("luis", "product", "A", "A bench", "A bench for")
    write("luis", "question", "How", "How long?")
    write("ana", "product", "A bench for two")
    with time_machine.travel("2026-10-13T13:31Z"):
        write("luis", "product", "A bench for three", "A bench for four")

    told = Event.objects.filter(verb="plan.write_item").order_by("pk")
    assert [(one.by.first, one.detail["field"], one.at.minute) for one in told] == [
        ("Luis", "product", 0), ("Luis", "question", 0), ("Ana", "product", 0),
        ("Luis", "product", 31),
    ]  # fmt: skip
    assert PlanItem.objects.get().product == "A bench for four"


def test_student_and_advisor_write_nobody_else(cast):
    plan = start(cast)

    for name in ("rosa", "dana", "chen", "jordan", "otto", "tasha"):
        with pytest.raises(PermissionDenied):
            actions.add_item(plan, by=cast.as_(name))


def test_a_goal_of_another_student_is_not_touched(cast):
    item = actions.add_item(start(cast), by=cast.as_("luis"))

    with pytest.raises(PermissionDenied):
        actions.touch_goals(item, [], [own_goal(cast.maya)], by=cast.as_("luis"))


def test_what_is_taken_out_keeps_its_words_and_can_come_back(cast):
    plan = start(cast)
    item = add(plan, "Build a bench")

    actions.drop_item(item, by=cast.as_("luis"))
    without = Plan.objects.get().item_count
    actions.bring_back_item(item, by=cast.as_("luis"))

    kept = Plan.objects.get()
    assert (without, kept.item_count, kept.goal_count, kept.own_goal_count) == (0, 1, 3, 1)


def test_names_are_not_asked_for_before_the_school_has_what_it_asks_for(cast):
    plan = start(cast)
    give_start(cast.school)
    item = actions.add_item(plan, by=cast.as_("luis"))
    actions.write_item(item, "experience", "Build", base=EMPTY, by=cast.as_("luis"))

    with pytest.raises(Refused) as refused:
        actions.propose_plan(plan, by=cast.as_("luis"))

    assert str(refused.value) == (
        "Your school asks for 3 of its goals. Tick 3 more in what you do. "
        "Tick a goal of your own in one thing. You can write a new one there."
    )


def test_a_school_may_ask_for_less(cast):
    actions.change_rules(by=cast.as_("dana"), minimum_goals=0, needs_own_goal=False)
    plan = start(cast)
    item = actions.add_item(plan, by=cast.as_("luis"))
    actions.write_item(item, "experience", "Build", base=EMPTY, by=cast.as_("luis"))

    version = actions.propose_plan(plan, by=cast.as_("luis"))

    assert version.number == 1


def test_who_signs_is_what_the_school_chose(cast):
    actions.change_rules(by=cast.as_("dana"), signs_family=False)

    version = actions.propose_plan(ready(cast), by=cast.as_("luis"))

    assert [one.party for one in version.signers.order_by("pk")] == ["student", "advisor"]


def test_an_advisor_does_not_change_what_the_school_asks_for(cast):
    with pytest.raises(PermissionDenied):
        actions.change_rules(by=cast.as_("ana"), minimum_goals=0)


def test_unfinished_things_come_over_once(cast):
    first = ready(cast)
    done = first.items.order_by("number").first()
    actions.mark_item(done, "done", by=cast.as_("luis"))
    second = start(cast, term=1)

    counts = [actions.carry_items(second, first, by=cast.as_("luis")) for _try in range(2)]

    assert counts == [1, 0]
    assert [one.experience for one in second.items.all()] == ["Read about wood"]
