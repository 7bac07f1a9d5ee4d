"""I have it: one person does, the other is told who; and what was done about it."""

from __future__ import annotations

import pytest
from django.core.exceptions import PermissionDenied

from kindling.attendance.tests.placed import make_placement
from kindling.history.models import Event
from kindling.kit.http import Refused
from kindling.ladder.actions import (
    close_alarm,
    give_back_alarm,
    say_what_was_done,
    take_alarm,
    tell_family,
)
from kindling.ladder.models import Alarm, Call
from kindling.ladder.rules import visible_alarms
from kindling.ladder.tests.clock import climb_at, clock, letters, the_alarm
from kindling.notices.models import Notice
from kindling.passes.models import Pass
from kindling.passes.tokens import token_of
from kindling.schools.viewer import Viewer


@pytest.fixture
def alarm(cast):
    """Half past nine: advisor and mentor have been told."""
    make_placement(cast.luis, cast.shelter, cast.sam)
    climb_at("9:15", "9:30")
    return the_alarm()


def holding(cast, alarm: Alarm, name: str = "sam") -> Viewer:
    person = cast.person(name)
    named = frozenset({alarm.public_id})
    return Viewer(person, cast.school, frozenset(), "take_alarms", named)


def test_one_has_it_and_the_other_is_told_who(cast, alarm):
    stale = the_alarm()
    with clock("9:33"):
        take_alarm(alarm, by=cast.as_("ana"))

    with pytest.raises(Refused, match=r"Ana Reyes has it since 9:33\sAM\."):
        take_alarm(stale, by=cast.as_("chen"))
    assert (the_alarm().taken_by, the_alarm().state) == (cast.ana, "taken")


def test_a_second_tap_changes_nothing(cast, alarm):
    take_alarm(alarm, by=cast.as_("ana"))
    take_alarm(the_alarm(), by=cast.as_("ana"), did="I called the shelter.")

    assert the_alarm().did == "I called the shelter."
    assert Event.objects.filter(verb="alarm.take").count() == 1


def test_a_mentor_who_was_told_takes_it_from_the_link(cast, alarm, client):
    held = Pass.objects.get(bearer=cast.sam)
    door = f"/p/{token_of(held)}/"

    page = client.get(door).content.decode()
    answer = client.post(door, {"do": "take", "alarm": alarm.public_id, "did": "He is on his way."})

    assert "Luis" in page
    assert "Diaz" not in page
    assert (answer.status_code, the_alarm().taken_by, the_alarm().did) == (
        302, cast.sam, "He is on his way.",
    )  # fmt: skip


def test_the_link_says_who_has_it(cast, alarm, client):
    take_alarm(alarm, by=cast.as_("ana"))
    door = f"/p/{token_of(Pass.objects.get(bearer=cast.sam))}/"

    answer = client.post(door, {"do": "take", "alarm": alarm.public_id, "did": ""})

    assert answer.status_code == 409
    assert "Ana Reyes has it since" in answer.content.decode()


def test_a_link_is_only_for_who_was_told(cast, alarm):
    assert list(visible_alarms(holding(cast, alarm))) == [alarm]
    assert not visible_alarms(holding(cast, alarm, "tasha")).exists()
    with pytest.raises(PermissionDenied):
        take_alarm(alarm, by=holding(cast, alarm, "tasha"))


@pytest.mark.parametrize("who", ["otto", "luis", "maya", "rosa", "tasha", "liam", "sam"])
def test_nobody_else_sees_or_takes_it(cast, alarm, who):
    assert not visible_alarms(cast.as_(who)).exists()
    with pytest.raises(PermissionDenied):
        take_alarm(alarm, by=cast.as_(who))


def test_what_was_done_is_written_by_who_has_it(cast, alarm):
    take_alarm(alarm, by=cast.as_("ana"))

    with pytest.raises(Refused, match="Ana Reyes has it"):
        say_what_was_done(alarm, did="Nothing", by=cast.as_("chen"))
    say_what_was_done(alarm, did="I called home.", by=cast.as_("ana"))
    assert the_alarm().did == "I called home."


def test_given_back_the_ladder_goes_on(cast, alarm):
    take_alarm(alarm, by=cast.as_("ana"))
    climb_at("10:05")
    assert not Call.objects.filter(part="office").exists()

    with clock("10:06"):
        give_back_alarm(the_alarm(), by=cast.as_("ana"))
    climb_at("10:07")

    office = Call.objects.filter(part="office").values_list("person__given_name", flat=True)
    assert sorted(office) == ["Chen", "Priya"]


def test_answered_by_a_person_it_is_over_and_the_others_hear_it(cast, alarm):
    take_alarm(alarm, by=cast.as_("ana"))

    close_alarm(the_alarm(), did="He is at the dentist, his mother says.", by=cast.as_("ana"))

    assert (the_alarm().closed_why, the_alarm().closed_by) == ("said", cast.ana)
    assert (letters("over"), letters("over_mentor")) == ([], [("Sam", "Luis is accounted for")])
    assert "dentist" not in Notice.objects.get(kind="ladder/over_mentor").body
    climb_at("10:05", "11:00")
    assert the_alarm().closed_why == "said"


def test_the_office_tells_the_family_in_one_tap_and_in_their_language(cast, alarm):
    tell_family(alarm, by=cast.as_("chen"))

    letter = Notice.objects.get(kind="ladder/family")
    assert (letter.person, letter.language) == (cast.rosa, "es")
    assert Pass.objects.get(public_id=letter.link_id).subjects == [cast.luis.public_id]
    with pytest.raises(Refused, match="already"):
        tell_family(the_alarm(), by=cast.as_("priya"))
    assert Notice.objects.filter(kind="ladder/family").count() == 1


def test_the_family_is_the_offices_to_tell(cast, alarm):
    for who in ("ana", "luis", "otto"):
        with pytest.raises(PermissionDenied):
            tell_family(alarm, by=cast.as_(who))
    with pytest.raises(PermissionDenied):
        tell_family(alarm, by=holding(cast, alarm))


def test_without_a_family_on_file_the_office_is_told_so(cast, alarm):
    cast.rosa.connections.all().delete()

    with pytest.raises(Refused, match="No family is on file"):
        tell_family(alarm, by=cast.as_("chen"))
    assert the_alarm().passed == alarm.passed & ~8
