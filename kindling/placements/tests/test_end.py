"""The last day: asked for, kept, or ended with a reason."""

from __future__ import annotations

from datetime import date

import pytest
from django.core.exceptions import PermissionDenied, ValidationError

from kindling.history.models import Event
from kindling.kit.http import Refused
from kindling.notices.models import Notice
from kindling.people.models import Connection
from kindling.placements.actions import (
    end_everything,
    end_placement,
    keep_placement,
    request_end,
)
from kindling.placements.models import Placement, Pursuit
from kindling.placements.tests.factories import make_asked, make_placement, make_pursuit
from kindling.schools.roles import Role
from kindling.sites.models import Seat
from tests.cast import make_place

TODAY = date(2026, 10, 13)


@pytest.fixture
def placement(cast):
    placement = make_placement(cast, cast.luis, cast.clinic, starts_on=date(2026, 9, 1))
    Connection.objects.filter(role=Role.MENTOR).update(since_on=date(2026, 9, 1))
    Notice.objects.all().delete()
    return placement


def told():
    return sorted(Notice.objects.values_list("kind", "person__name"))


@pytest.mark.parametrize(
    ("name", "heard"),
    [("luis", ["Ana Reyes", "Chen Wu"]), ("ana", ["Chen Wu"]), ("chen", ["Ana Reyes"])],
)
def test_asking_to_end_tells_the_guides_and_it_still_runs(cast, placement, name, heard):
    request_end(placement, "It is too far.", by=cast.as_(name))

    assert (placement.state, placement.end_reason) == ("ending", "It is too far.")
    assert placement.end_asked_by == cast.person(name)
    assert told() == [("placements/wants_to_end", who) for who in heard]
    assert Seat.objects.filter(is_taken=True).count() == 1


@pytest.mark.parametrize("name", ["maya", "rosa", "priya", "otto"])
def test_nobody_else_asks(cast, placement, name):
    with pytest.raises(PermissionDenied):
        request_end(placement, "Too far.", by=cast.as_(name))


def test_asking_needs_a_reason_and_once_is_enough(cast, placement):
    with pytest.raises(ValidationError):
        request_end(placement, "", by=cast.as_("luis"))
    request_end(placement, "Too far.", by=cast.as_("luis"))
    with pytest.raises(Refused):
        request_end(placement, "Too far.", by=cast.as_("luis"))


def test_keeping_it_clears_the_request_and_the_history_keeps_the_reason(cast, placement):
    request_end(placement, "Too far.", by=cast.as_("luis"))
    Notice.objects.all().delete()

    keep_placement(placement, by=cast.as_("ana"))

    assert (placement.state, placement.end_reason, placement.end_asked_by) == ("active", "", None)
    assert told() == [("placements/kept", "Luis Diaz")]
    assert Event.objects.get(verb="placement.request_end").detail["reason"] == "Too far."


def test_who_asked_does_not_keep_it(cast, placement):
    request_end(placement, "Too far.", by=cast.as_("luis"))

    with pytest.raises(PermissionDenied):
        keep_placement(placement, by=cast.as_("luis"))


def test_ending_opens_the_seat_and_closes_the_way(cast, placement):
    end_placement(placement, "Moved away.", date(2026, 10, 8), by=cast.as_("ana"))

    placement.refresh_from_db()
    assert (placement.state, placement.ends_on) == ("ended", date(2026, 10, 8))
    assert placement.end_reason == "Moved away."
    assert Pursuit.objects.get().state == "closed"
    assert Seat.objects.filter(is_taken=True).count() == 0
    assert [d.until_on for d in placement.planned_days.all()] == [date(2026, 10, 8)] * 2


def test_the_mentor_sees_the_student_no_longer_from_this_moment(cast, placement):
    end_placement(placement, "Moved away.", by=cast.as_("ana"))

    assert Connection.objects.get(role=Role.MENTOR).until_on == date(2026, 10, 12)


def test_everyone_is_told_and_the_mentor_without_the_reason(cast, placement):
    end_placement(placement, "Trouble at home.", by=cast.as_("chen"))

    assert told() == [
        ("placements/ended", "Ana Reyes"),
        ("placements/ended", "Luis Diaz"),
        ("placements/ended_mentor", "Sam Ito"),
    ]
    assert "Trouble" in Notice.objects.get(person=cast.luis.person).body
    assert "Trouble" not in Notice.objects.get(person=cast.sam).body


def test_a_mentor_of_two_internships_keeps_the_other(cast, placement):
    make_placement(cast, cast.luis, cast.shelter)

    end_placement(placement, "One is enough.", by=cast.as_("ana"))

    assert Connection.objects.get(role=Role.MENTOR).until_on is None


def test_the_seat_goes_to_the_next_student(cast, placement):
    cast.jordan.birth_on = date(2009, 1, 1)
    cast.jordan.save()
    end_placement(placement, "Done.", by=cast.as_("ana"))

    assert make_pursuit(cast, cast.jordan, cast.clinic).seat == placement.pursuit.seat


def test_one_that_never_began_has_no_day(cast):
    placement = make_placement(cast, cast.luis, cast.clinic, starts_on=date(2026, 11, 3))

    end_placement(placement, "The clinic moves.", by=cast.as_("ana"))

    assert (placement.starts_on, placement.ends_on) == (date(2026, 11, 3), date(2026, 11, 3))
    assert placement.planned_days.count() == 0


@pytest.mark.parametrize(
    ("reason", "day", "field"),
    [
        ("", TODAY, "reason"),
        ("Done.", date(2026, 10, 14), "ends_on"),
        ("Done.", date(2026, 8, 31), "ends_on"),
    ],
)
def test_what_is_no_end(cast, placement, reason, day, field):
    with pytest.raises(ValidationError) as caught:
        end_placement(placement, reason, day, by=cast.as_("ana"))

    assert list(caught.value.message_dict) == [field]
    assert Placement.objects.get().state == "active"


@pytest.mark.parametrize("name", ["luis", "rosa", "priya", "otto"])
def test_nobody_else_ends(cast, placement, name):
    with pytest.raises(PermissionDenied):
        end_placement(placement, "Done.", by=cast.as_(name))


def test_ending_twice_is_refused(cast, placement):
    twin = Placement.objects.get(pk=placement.pk)
    end_placement(placement, "Done.", by=cast.as_("ana"))

    with pytest.raises(Refused):
        end_placement(twin, "Done.", by=cast.as_("chen"))


def test_leaving_the_school_ends_everything(cast, placement):
    make_asked(cast.luis, cast.shelter)
    make_pursuit(cast, cast.luis, make_place(cast.school, "City Garden", "Garden"))
    other = make_pursuit(cast, cast.maya, make_place(cast.school, "Print Shop", "Printing"))

    end_everything(cast.luis, by=cast.as_("priya"), reason="Moved to Boston.")

    mine = Pursuit.objects.filter(student=cast.luis).order_by("pk")
    assert list(mine.values_list("state", flat=True)) == ["closed", "withdrawn", "withdrawn"]
    assert Placement.objects.get().state == "ended"
    assert list(Seat.objects.filter(is_taken=True)) == [other.seat]
    assert Event.objects.get(verb="student.end_everything").subject_id == cast.luis.public_id


def test_only_the_roster_ends_everything(cast, placement):
    with pytest.raises(PermissionDenied):
        end_everything(cast.luis, by=cast.as_("ana"))


def post(client, placement, verb, **said):
    return client.post(f"/harbor-view/placements/{placement.public_id}/{verb}/", said)


def test_the_pages(client_of, placement):
    luis = client_of("luis")
    assert post(luis, placement, "request-end", reason="").status_code == 422
    assert post(luis, placement, "request-end", reason="Too far.").status_code == 302
    assert post(luis, placement, "keep").status_code == 403

    ana = client_of("ana")
    page = ana.get(f"/harbor-view/placements/{placement.public_id}/").text
    assert "Someone asked to end it." in page
    assert "Too far." in page
    assert post(ana, placement, "keep").status_code == 302
    assert post(ana, placement, "keep").status_code == 409


def test_the_screen_of_the_end(client_of, placement):
    ana = client_of("ana")
    address = f"/harbor-view/placements/{placement.public_id}/end/"

    assert 'value="2026-10-13"' in ana.get(address).text
    early = post(ana, placement, "end", reason="Done.", ends_on="2026-08-01")
    assert early.status_code == 422
    assert "Choose a last day on or after the first day." in early.text
    assert post(ana, placement, "end", reason="Done.", ends_on="2026-10-13").status_code == 302
    assert post(ana, placement, "end", reason="Done.", ends_on="2026-10-13").status_code == 409


def test_the_doors_of_the_end(client_of, placement):
    address = f"/harbor-view/placements/{placement.public_id}/end/"
    names = ["luis", "maya", "ana", "chen", "priya", "rosa", "otto"]
    found = {name: client_of(name).get(address).status_code for name in names}

    assert found == {
        "luis": 403, "maya": 404, "ana": 200, "chen": 200, "priya": 403, "rosa": 403,
        "otto": 404,
    }  # fmt: skip
