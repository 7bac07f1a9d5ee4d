"""Pieces and ticks, the checklist, rehearsals; then the day itself, and once more."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
import time_machine
from django.core.exceptions import PermissionDenied, ValidationError

from kindling.exhibitions.actions import (
    agree_result,
    answer_invitation,
    check_line,
    choose_material,
    close_exhibition,
    compare_exhibition,
    describe_exhibition,
    finish_scoring,
    get_ready,
    hold_exhibition,
    name_panelist,
    plan_rehearsal,
    record_exhibition,
    redo_exhibition,
    say_feedback,
    tick_material,
    write_exhibition,
)
from kindling.exhibitions.models import Exhibition, Feedback, Kind, Tick
from kindling.exhibitions.queries.waits import waits
from kindling.exhibitions.readiness import missing_of
from kindling.exhibitions.rules import visible_feedback, visible_materials
from kindling.exhibitions.tests.showing import at, panelist, plan, schedule, told
from kindling.exhibitions.tests.test_link import keep
from kindling.kit.editing import stamp_of
from kindling.kit.http import Refused
from kindling.schools.inside import inside

TODAY = date(2026, 10, 13)


def rehearse(cast, exhibition, people, *, on=TODAY, by="luis"):
    return plan_rehearsal(exhibition, on=on, people=people, by=cast.as_(by))


def test_only_the_student_chooses_and_ticks(cast):
    exhibition, piece = plan(cast), keep(cast, "Hive book")

    with pytest.raises(PermissionDenied):
        choose_material(exhibition, piece, by=cast.as_("ana"))
    row = choose_material(exhibition, piece, by=cast.as_("luis"))
    with pytest.raises(PermissionDenied):
        tick_material(row, [panelist(exhibition, cast.ana)], by=cast.as_("ana"))

    assert Tick.objects.count() == 0


def test_no_piece_of_another_student(cast):
    exhibition = plan(cast, "maya", by="maya")

    with pytest.raises(PermissionDenied):
        choose_material(exhibition, keep(cast, "His"), by=cast.as_("maya"))


def test_a_peer_sees_what_is_ticked_for_them_only(cast):
    exhibition, piece = plan(cast), keep(cast, "Hive book")
    name_panelist(exhibition, cast.jordan.person, by=cast.as_("luis"))
    name_panelist(exhibition, cast.maya.person, by=cast.as_("luis"))
    row = choose_material(exhibition, piece, by=cast.as_("luis"))
    tick_material(row, [panelist(exhibition, cast.jordan.person)], by=cast.as_("luis"))

    seen = {name: visible_materials(cast.as_(name)).count() for name in ("jordan", "maya", "rosa")}

    assert seen == {"jordan": 1, "maya": 0, "rosa": 0}


def test_a_tick_is_taken_back(cast):
    exhibition = plan(cast)
    row = choose_material(exhibition, keep(cast, "Hive book"), by=cast.as_("luis"))
    tick_material(row, [panelist(exhibition, cast.ana)], by=cast.as_("luis"))

    tick_material(row, [], by=cast.as_("luis"))

    assert Tick.objects.count() == 0


def test_two_people_write_the_agenda_and_no_word_is_lost(cast):
    exhibition = plan(cast)
    other = Exhibition.objects.get(pk=exhibition.pk)
    base = stamp_of("")
    write_exhibition(exhibition, "agenda", "Welcome", base=base, by=cast.as_("luis"))

    clash = write_exhibition(other, "agenda", "Questions", base=base, by=cast.as_("ana"))

    assert (clash.theirs, clash.yours) == ("Welcome", "Questions")


def test_listeners_are_fellow_students_and_staff(cast):
    exhibition = plan(cast)

    with pytest.raises(PermissionDenied):
        rehearse(cast, exhibition, [cast.rosa])
    with pytest.raises(ValidationError):
        rehearse(cast, exhibition, [])
    rehearse(cast, exhibition, [cast.maya.person, cast.chen])

    assert told("rehearsal") == ["Chen", "Maya"]


def test_warm_and_cool_are_both_needed_and_read_by_the_student(cast):
    rehearse(cast, plan(cast), [cast.maya.person, cast.jordan.person])
    mayas, jordans = Feedback.objects.order_by("pk")

    with pytest.raises(ValidationError):
        say_feedback(mayas, warm="Your voice", cool=" ", by=cast.as_("maya"))
    with pytest.raises(PermissionDenied):
        say_feedback(jordans, warm="Good", cool="None", by=cast.as_("maya"))
    say_feedback(mayas, warm="Your voice", cool="Too fast", by=cast.as_("maya"))

    assert [one.cool for one in visible_feedback(cast.as_("luis"))] == ["Too fast", ""]
    assert [one.person for one in visible_feedback(cast.as_("jordan"))] == [cast.jordan.person]
    assert list(visible_feedback(cast.as_("rosa"))) == []


def test_before_its_day_nothing_is_said(cast):
    rehearse(cast, plan(cast), [cast.maya.person], on=TODAY + timedelta(days=1))

    with pytest.raises(Refused):
        say_feedback(Feedback.objects.get(), warm="A", cool="B", by=cast.as_("maya"))


def test_ready_when_all_of_it_is_there(cast):
    Kind.objects.update(quorum=2)
    exhibition, luis = plan(cast), cast.as_("luis")
    assert {one.key for one in missing_of(exhibition)} == {
        "title", "date", "panel", "agenda", "pieces", "rehearsals", "line",
    }  # fmt: skip
    describe_exhibition(exhibition, title="Bees", is_listed=True, by=luis)
    write_exhibition(exhibition, "agenda", "Welcome", base=stamp_of(""), by=luis)
    choose_material(exhibition, keep(cast, "Hive book"), by=luis)
    for line in exhibition.kind.lines:
        check_line(exhibition, line, is_done=True, by=luis)
    rehearse(cast, exhibition, [cast.maya.person])
    say_feedback(Feedback.objects.get(), warm="A", cool="B", by=cast.as_("maya"))
    name_panelist(exhibition, cast.chen, by=luis)
    schedule(cast, exhibition)

    with pytest.raises(Refused, match="Have a yes of 2 people"):
        get_ready(exhibition, by=luis)
    answer_invitation(panelist(exhibition, cast.chen), coming=True, by=cast.as_("chen"))
    get_ready(exhibition, by=luis)

    assert Exhibition.objects.get().state == "ready"


def test_it_is_not_held_before_its_day(cast):
    exhibition = schedule(cast, plan(cast))

    with pytest.raises(Refused):
        hold_exhibition(exhibition, by=cast.as_("ana"))


def test_from_the_day_to_a_second_try(cast):
    exhibition = schedule(cast, plan(cast), starts_at=at("2026-10-13 15:00"))
    ana = cast.as_("ana")
    with pytest.raises(PermissionDenied):
        hold_exhibition(exhibition, by=cast.as_("luis"))
    hold_exhibition(exhibition, by=ana)
    with pytest.raises(Refused):
        hold_exhibition(Exhibition.objects.get(), by=ana)
    with pytest.raises(Refused):
        agree_result(exhibition, "move_on", by=ana)
    finish_scoring(exhibition, by=ana)
    compare_exhibition(exhibition, by=ana)
    agree_result(exhibition, "redo", by=ana)
    record_exhibition(exhibition, by=ana)
    close_exhibition(exhibition, by=ana)

    again = redo_exhibition(exhibition, by=ana)

    assert (again.redo_of, again.state, again.student) == (exhibition, "planned", cast.luis)
    with pytest.raises(Refused):
        redo_exhibition(exhibition, by=ana)


def test_what_waits_for_whom(cast):
    exhibition = plan(cast)
    name_panelist(exhibition, cast.rosa, by=cast.as_("luis"))
    name_panelist(exhibition, cast.jordan.person, by=cast.as_("luis"))
    rehearse(cast, exhibition, [cast.maya.person])
    schedule(cast, exhibition)

    with inside(cast.school):
        found = {
            name: sorted(one.kind for one in waits(cast.as_(name)))
            for name in ("luis", "ana", "rosa", "jordan", "maya", "chen", "otto")
        }

    assert found == {
        "luis": [], "ana": ["exhibition.interpreter"], "rosa": ["exhibition.answer"],
        "jordan": ["exhibition.answer"], "maya": ["exhibition.feedback"], "chen": [], "otto": [],
    }  # fmt: skip


def test_on_the_day_the_advisor_is_asked_to_begin(cast):
    schedule(cast, plan(cast))

    with time_machine.travel("2026-10-20T19:05:00+00:00", tick=False), inside(cast.school):
        found = [one.kind for one in waits(cast.as_("ana"))]

    assert found == ["exhibition.hold"]
