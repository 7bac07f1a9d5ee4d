"""A date is set, moved, put off: letters and calendars follow."""

from __future__ import annotations

import pytest
from django.core.exceptions import PermissionDenied, ValidationError

from kindling.exhibitions.actions import (
    answer_invitation,
    call_off_exhibition,
    name_panelist,
    postpone_exhibition,
)
from kindling.exhibitions.models import Exhibition
from kindling.exhibitions.tests.showing import at, panelist, plan, schedule, told
from kindling.kit.http import Refused
from kindling.notices.models import Notice


def test_the_advisor_is_on_the_panel_from_the_beginning(cast):
    exhibition = plan(cast)

    assert (exhibition.advisor, exhibition.state) == (cast.ana, "planned")
    assert [one.name for one in exhibition.panelists.all()] == ["Ana Reyes"]
    assert Notice.objects.filter(kind__startswith="exhibitions/").count() == 0


def test_one_of_a_kind_at_a_time(cast):
    plan(cast)

    with pytest.raises(Refused):
        plan(cast)


def test_nobody_is_written_to_before_there_is_a_date(cast):
    exhibition = plan(cast)
    name_panelist(exhibition, cast.rosa, by=cast.as_("luis"))

    assert told("invited") == []
    assert panelist(exhibition, cast.rosa).state == "named"

    schedule(cast, exhibition)

    assert told("invited") == ["Ana", "Luis", "Rosa"]
    assert panelist(exhibition, cast.rosa).state == "asked"
    assert Exhibition.objects.get().state == "invited"


def test_a_student_sets_no_date(cast):
    exhibition = plan(cast)

    with pytest.raises(PermissionDenied):
        schedule(cast, exhibition, by="luis")


def test_a_time_that_is_over_is_refused_and_nothing_saved(cast):
    exhibition = plan(cast)

    with pytest.raises(ValidationError):
        schedule(cast, exhibition, starts_at=at("2026-10-12 15:00"))

    assert Exhibition.objects.get().starts_at is None


def test_another_time_updates_calendars_and_asks_again(cast):
    exhibition = plan(cast)
    name_panelist(exhibition, cast.rosa, by=cast.as_("luis"))
    schedule(cast, exhibition)
    answer_invitation(panelist(exhibition, cast.rosa), coming=True, by=cast.as_("rosa"))

    schedule(cast, exhibition, starts_at=at("2026-10-21 15:00"))

    assert told("moved") == ["Ana", "Luis", "Rosa"]
    assert panelist(exhibition, cast.rosa).state == "asked"
    assert panelist(exhibition, cast.ana).state == "coming"
    files = (
        Notice.objects.filter(person=cast.rosa).order_by("pk").values_list("calendar", flat=True)
    )
    assert [sum(f"SEQUENCE:{n}" in file for n in (1, 2)) for file in files] == [1, 1]
    assert "SEQUENCE:2" in files[1]


def test_another_room_keeps_the_answers(cast):
    exhibition = plan(cast)
    name_panelist(exhibition, cast.rosa, by=cast.as_("luis"))
    schedule(cast, exhibition)
    answer_invitation(panelist(exhibition, cast.rosa), coming=True, by=cast.as_("rosa"))

    schedule(cast, exhibition, room="Room 4")

    assert panelist(exhibition, cast.rosa).state == "coming"


def test_the_same_facts_again_change_nothing(cast):
    exhibition = schedule(cast, plan(cast))

    schedule(cast, exhibition)

    assert (Exhibition.objects.get().sequence, told("moved")) == (1, [])


def test_put_off_and_set_again(cast):
    exhibition = plan(cast)
    name_panelist(exhibition, cast.rosa, by=cast.as_("luis"))
    schedule(cast, exhibition)

    postpone_exhibition(exhibition, "Luis is ill.", by=cast.as_("ana"))

    last = Notice.objects.filter(kind="exhibitions/postponed", person=cast.rosa).get()
    assert "METHOD:CANCEL" in last.calendar
    assert "Luis is ill." in last.body

    schedule(cast, exhibition, starts_at=at("2026-10-27 15:00"))

    assert Exhibition.objects.get().state == "invited"
    assert told("moved") == ["Ana", "Luis", "Rosa"]


def test_called_off_is_over(cast):
    exhibition = schedule(cast, plan(cast))

    call_off_exhibition(exhibition, "He moves away.", by=cast.as_("ana"))

    with pytest.raises(Refused):
        schedule(cast, exhibition, starts_at=at("2026-10-27 15:00"))


def test_put_off_after_it_began_everybody_is_told(cast):
    exhibition = plan(cast)
    name_panelist(exhibition, cast.rosa, by=cast.as_("luis"))
    schedule(cast, exhibition)
    Exhibition.objects.update(state="held")

    postpone_exhibition(Exhibition.objects.get(), "The alarm went off.", by=cast.as_("ana"))

    assert told("postponed") == ["Ana", "Luis", "Rosa"]
    last = Notice.objects.get(kind="exhibitions/postponed", person=cast.rosa)
    assert "METHOD:CANCEL" in last.calendar
