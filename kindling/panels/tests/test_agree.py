"""Where a panel is far apart it talks before it agrees; what it agrees on is recorded once."""

from __future__ import annotations

import pytest
from django.core.exceptions import PermissionDenied

from kindling.disclosures.models import Disclosure
from kindling.exhibitions.models import Exhibition
from kindling.kit.editing import stamp_of
from kindling.kit.http import Refused
from kindling.notices.models import Notice
from kindling.panels import actions, rules
from kindling.panels.models import Condition, Difference
from kindling.panels.queries import waits
from kindling.panels.queries.sums import sums_of
from kindling.panels.tests.seating import agreed, all_in, begun, behind, send
from kindling.passes.models import Pass
from kindling.passes.purposes import viewer_of
from kindling.people.models import Connection
from kindling.plans.models import Suggestion
from kindling.schools.inside import inside
from kindling.schools.viewer import Viewer


def note(panel, number, text, cast):
    one = Difference.objects.get(panel=panel, number=number)
    return actions.write_difference(one, text, base=stamp_of(""), by=cast.as_("ana"))


def add(panel, cast, name="luis", on="2026-10-27", text="Show the drafts."):
    day = cast.school.today().fromisoformat(on)
    who = cast.person(name)
    return actions.add_condition(panel, text=text, owner=who, due_on=day, by=cast.as_("ana"))


def test_no_result_before_a_gap_of_two_levels_is_talked_through_and_noted(cast):
    panel = all_in(cast, criterion_1=1, criterion_4=2)
    ana = cast.as_("ana")
    gaps = list(panel.differences.values_list("number", "low", "high"))

    with pytest.raises(Refused, match="far apart here: Challenge"):
        actions.agree_result(panel, "move_on", by=ana)
    note(panel, 1, "  \n ", cast)
    with pytest.raises(Refused, match="far apart here: Challenge"):
        actions.agree_result(panel, "move_on", by=ana)
    before = Exhibition.objects.get().state
    one = Difference.objects.get()
    actions.write_difference(one, "Ana had not seen the drafts.", base=stamp_of(one.words), by=ana)
    actions.agree_result(panel, "move_on", by=ana)

    exhibition = Exhibition.objects.get()
    assert gaps == [(1, 1, 3)]
    assert (before, exhibition.state, exhibition.result) == ("scored", "agreed", "move_on")


def test_nobody_agrees_before_the_reveal_and_nobody_but_who_leads(cast):
    panel = begun(cast)

    with pytest.raises(Refused, match="Not every form is in"):
        actions.agree_result(panel, "move_on", by=cast.as_("ana"))
    all_in(cast, panel)
    for name in ("luis", "rosa", "maya", "otto", "liam"):
        with pytest.raises(PermissionDenied):
            actions.agree_result(panel, "move_on", by=cast.as_(name))


def test_a_result_may_change_until_it_is_recorded(cast):
    panel = agreed(cast)
    actions.agree_result(panel, "redo", by=cast.as_("ana"))
    changed = Exhibition.objects.get().result
    actions.agree_result(panel, "move_on", by=cast.as_("ana"))
    actions.record_panel(panel, by=cast.as_("ana"))

    for act in (
        lambda: actions.agree_result(panel, "redo", by=cast.as_("ana")),
        lambda: actions.record_panel(panel, by=cast.as_("ana")),
        lambda: add(panel, cast),
        lambda: actions.write_points(panel, "commendations", "x", base="", by=cast.as_("ana")),
    ):
        with pytest.raises(Refused):
            act()

    assert (changed, Exhibition.objects.get().result) == ("redo", "move_on")


def test_conditions_need_one_and_the_last_that_is_met_closes_the_exhibition(cast):
    panel = agreed(cast, "conditions")
    ana = cast.as_("ana")
    with pytest.raises(Refused, match="at least one"):
        actions.record_panel(panel, by=ana)
    drafts, call = add(panel, cast), add(panel, cast, name="ana", text="Call the clinic.")
    with pytest.raises(Refused, match="That day is over"):
        add(panel, cast, on="2026-10-12")
    actions.record_panel(panel, by=ana)

    with inside(cast.school):
        asked = [[one.say for one in waits(cast.as_(name))] for name in ("luis", "ana", "maya")]
    actions.meet_condition(drafts, by=cast.as_("luis"))
    half = Exhibition.objects.get().state
    actions.meet_condition(call, by=ana)

    assert asked == [
        ["Do what the panel asked: Show the drafts."],
        ["Do what the panel asked: Call the clinic."],
        [],
    ]
    assert (half, Exhibition.objects.get().state) == ("recorded", "closed")


def test_a_condition_that_is_late_stands_with_who_leads_too(cast):
    panel = agreed(cast, "conditions")
    add(panel, cast)
    actions.record_panel(panel, by=cast.as_("ana"))
    Condition.objects.update(due_on="2026-10-12")

    with inside(cast.school):
        found = [one.say for one in waits(cast.as_("ana"))]

    assert found == ["Look after what Luis owes: Show the drafts."]


def test_nobody_meets_a_condition_of_somebody_else(cast):
    panel = agreed(cast, "conditions")
    one = add(panel, cast)
    actions.record_panel(panel, by=cast.as_("ana"))

    for name in ("maya", "rosa", "liam", "otto"):
        with pytest.raises(PermissionDenied):
            actions.meet_condition(one, by=cast.as_(name))


def test_the_record_ends_links_suggests_to_the_plan_and_is_told(cast):
    panel = agreed(cast)
    exhibition = panel.exhibition
    link = behind(cast.sam, exhibition)
    before = rules.visible_panels(link).count()
    text = "- Measure the tide.\n\n* Ask a biologist."
    actions.write_points(
        panel, "recommendations", text, base=stamp_of(panel.recommendations), by=cast.as_("ana")
    )

    actions.record_panel(panel, by=cast.as_("ana"))

    live = Pass.objects.filter(purpose="join_exhibition", revoked_at__isnull=True)
    words = list(Suggestion.objects.order_by("pk").values_list("student", "words", "state"))
    told = Notice.objects.filter(kind="panels/recorded")
    assert (before, live.count()) == (1, 0)
    assert words == [
        (cast.luis.pk, "Measure the tide.", "waiting"),
        (cast.luis.pk, "Ask a biologist.", "waiting"),
    ]
    assert {one.person_id for one in told} == {cast.luis.person_id, cast.rosa.pk}


def test_what_people_from_outside_read_is_written_down_as_shown_by_the_student(cast):
    all_in(cast)

    logged = list(Disclosure.objects.values_list("to", "basis", "student"))

    assert logged == [("Sam Ito", "shown", cast.luis.pk)]


def test_a_guest_who_was_not_in_reads_nobody_before_their_own_word_and_that_is_logged(cast):
    panel = begun(cast)
    send(cast, panel, "ana", words="Mine")
    actions.close_scoring(panel, by=cast.as_("ana"))
    link = behind(cast.sam, panel.exhibition)
    before = rules.visible_forms(link).exclude(person=cast.sam).count()
    logged = Disclosure.objects.count()

    send(cast, panel, "sam", words="Late")

    assert (before, logged) == (0, 0)
    assert rules.visible_forms(link).exclude(person=cast.sam).filter(state="sent").count() == 1
    assert list(Disclosure.objects.values_list("to", flat=True)) == ["Sam Ito"]


def test_a_family_without_an_account_reads_the_record_by_link_and_nothing_else(cast):
    cast.rosa.user = None
    cast.rosa.save()
    panel = agreed(cast)
    actions.record_panel(panel, by=cast.as_("ana"))
    held = Pass.objects.get(purpose="read_panel_record")
    link = viewer_of(held)

    assert (held.bearer, list(rules.recorded_panels(link))) == (cast.rosa, [panel])
    assert not rules.visible_forms(link).exists()
    assert not rules.visible_panels(link).exists()


def test_the_record_is_read_by_student_family_and_staff_and_by_no_panelist(cast):
    panel = agreed(cast)
    actions.record_panel(panel, by=cast.as_("ana"))

    names = ("luis", "rosa", "ana", "dana", "maya", "jordan", "liam", "otto")
    seen = {name: list(rules.recorded_panels(cast.as_(name))) == [panel] for name in names}

    assert [name for name, reads in seen.items() if reads] == ["luis", "rosa", "ana", "dana"]
    assert not rules.visible_forms(cast.as_("maya")).exclude(person=cast.maya.person).exists()
    assert not rules.visible_forms(cast.as_("rosa")).exclude(person=cast.rosa).exists()


def test_sums_name_nobody_and_begin_with_five(cast):
    for student in (cast.luis, cast.jordan, cast.luis, cast.jordan):
        panel = begun(cast, student)
        send(cast, panel, "ana", level=2)
        actions.close_scoring(panel, by=cast.as_("ana"))
        actions.agree_result(panel, "move_on", by=cast.as_("ana"))
        actions.record_panel(panel, by=cast.as_("ana"))
    few = sums_of(cast.as_("dana"), None)
    last = all_in(cast, begun(cast))
    actions.agree_result(last, "redo", by=cast.as_("ana"))
    actions.record_panel(last, by=cast.as_("ana"))

    sums = sums_of(cast.as_("dana"), None)

    assert (few.is_enough, few.results, few.spreads) == (False, [], [])
    assert (sums.held, sums.results) == (5, [("Move on", 4), ("Redo", 1)])
    first = sums.spreads[0]
    assert (first.title, first.total) == ("Reflection", 9)
    assert first.counts == [
        ("1 Below", 0), ("2 Approaching", 4), ("3 Meets", 5), ("4 Exceeds", 0),
    ]  # fmt: skip
    assert not any(name in repr(sums) for name in ("Luis", "Ana", "Maya", "Rosa", "Jordan"))
    assert Viewer.of_person(cast.ana).is_leader is False


def test_what_waits_is_ones_form_and_then_the_result_for_who_leads(cast, django_assert_num_queries):
    panel = begun(cast)
    send(cast, panel, "luis")
    names = ("luis", "maya", "ana", "dana")

    with inside(cast.school):
        first = {name: [one.say for one in waits(cast.as_(name))] for name in names}
        all_in(cast, panel)
        viewer = cast.as_("ana")
        with django_assert_num_queries(2):
            then = [one.say for one in waits(viewer)]

    form = "Hand in your form for Luis’s exhibition"
    assert first == {"luis": [], "maya": [form], "ana": [form], "dana": []}
    assert then == ["Agree on a result for Luis"]


def test_a_note_that_was_emptied_after_the_result_is_asked_for_before_the_record(cast):
    panel = all_in(cast, criterion_1=1)
    ana = cast.as_("ana")
    note(panel, 1, "Ana had not seen the drafts.", cast)
    actions.agree_result(panel, "move_on", by=ana)
    one = Difference.objects.get()
    actions.write_difference(one, "", base=stamp_of(one.words), by=ana)

    with pytest.raises(Refused, match="far apart here: Challenge"):
        actions.record_panel(panel, by=ana)

    assert Exhibition.objects.get().state == "agreed"


def test_who_owes_something_and_reads_no_record_finds_their_task_and_nothing_else(cast, client_of):
    panel = agreed(cast, "conditions")
    add(panel, cast, name="maya", text="Read the second draft.")
    add(panel, cast)
    actions.record_panel(panel, by=cast.as_("ana"))
    one = Condition.objects.get(owner=cast.maya.person)
    at = f"/harbor-view/panels/{panel.exhibition.public_id}/record/"

    other = client_of("jordan").get(at)
    client = client_of("maya")
    page = client.get(at).content.decode()
    done = client.post(f"/harbor-view/panels/conditions/{one.public_id}/met/", follow=True)

    read = [words in page for words in ("second draft", "Show the drafts", "Move on")]
    assert read == [True, False, False]
    assert (done.status_code, other.status_code) == (200, 404)
    assert Condition.objects.get(pk=one.pk).done_at is not None


def test_a_guardian_no_longer_finds_neither_the_task_nor_the_record(cast):
    panel = agreed(cast, "conditions")
    add(panel, cast, name="rosa", text="Drive to the museum.")
    actions.record_panel(panel, by=cast.as_("ana"))
    before = rules.visible_conditions(cast.as_("rosa")).count()
    Connection.objects.filter(adult=cast.rosa).update(until_on="2026-10-12")

    rosa = cast.as_("rosa")
    found = rules.visible_conditions(rosa).count(), rules.recorded_panels(rosa).count()

    assert (before, found) == (1, (0, 0))


def test_a_second_tap_is_one_condition(cast):
    panel = agreed(cast, "conditions")

    assert add(panel, cast) == add(panel, cast)
    assert Condition.objects.count() == 1
