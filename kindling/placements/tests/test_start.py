"""From "they said yes" to the first day."""

from __future__ import annotations

from datetime import date, time

import pytest
from django.core.exceptions import PermissionDenied, ValidationError

from kindling.history.models import Event
from kindling.kit.http import Refused
from kindling.notices.models import Notice
from kindling.people.models import Connection
from kindling.placements.actions import request_start, return_start, start_placement
from kindling.placements.models import Placement, PlannedDay, Pursuit
from kindling.placements.tests.factories import (
    TUESDAYS_AND_THURSDAYS,
    make_asked,
    make_placement,
    make_pursuit,
    make_ready,
)
from kindling.schools.roles import Role
from kindling.sites.models import Seat, SiteMentor
from tests.cast import FIRST_DAY, make_person

TODAY = date(2026, 10, 13)


def told():
    return sorted(Notice.objects.values_list("kind", "person__name"))


def plan(cast, **differs):
    usual = {
        "mentor": cast.sam,
        "starts_on": TODAY,
        "ends_on": None,
        "schedule": TUESDAYS_AND_THURSDAYS,
        "goals": "Handle animals.",
    }
    return usual | differs


def test_asking_to_start_gives_the_move_to_the_guides(cast):
    pursuit = make_pursuit(cast, cast.maya, cast.shelter)
    Notice.objects.all().delete()

    request_start(pursuit, " Tuesdays, from 20 October. ", by=cast.as_("maya"))

    assert pursuit.state == "start_requested"
    assert pursuit.start_note == "Tuesdays, from 20 October."
    assert told() == [
        ("placements/wants_to_start", "Ana Reyes"),
        ("placements/wants_to_start", "Chen Wu"),
    ]


@pytest.mark.parametrize("name", ["jordan", "ana", "chen", "rosa", "otto"])
def test_only_the_student_asks_to_start(cast, name):
    pursuit = make_pursuit(cast, cast.maya, cast.shelter)

    with pytest.raises(PermissionDenied):
        request_start(pursuit, "Yes.", by=cast.as_(name))


def test_asking_needs_a_note_a_yes_and_time(cast):
    pursuit = make_pursuit(cast, cast.maya, cast.shelter)
    with pytest.raises(ValidationError):
        request_start(pursuit, " ", by=cast.as_("maya"))
    Pursuit.objects.update(until_on=date(2026, 10, 12))
    pursuit.refresh_from_db()
    with pytest.raises(Refused):
        request_start(pursuit, "Yes.", by=cast.as_("maya"))
    with pytest.raises(Refused):
        request_start(make_asked(cast.luis, cast.clinic), "Yes.", by=cast.as_("luis"))


def test_sending_it_back_says_what_is_missing_and_leaves_a_week(cast):
    pursuit = make_ready(cast, cast.maya, cast.shelter)
    Pursuit.objects.update(until_on=TODAY)
    pursuit.refresh_from_db()

    return_start(pursuit, "Which days?", by=cast.as_("ana"))

    assert (pursuit.state, pursuit.reason) == ("approved", "Which days?")
    assert pursuit.until_on == date(2026, 10, 20)
    assert told()[-1] == ("placements/wants_to_start", "Chen Wu")
    assert ("placements/returned", "Maya Santos") in told()


def test_sending_it_back_needs_a_reason_and_a_guide(cast):
    pursuit = make_ready(cast, cast.maya, cast.shelter)

    with pytest.raises(ValidationError):
        return_start(pursuit, "", by=cast.as_("ana"))
    with pytest.raises(PermissionDenied):
        return_start(pursuit, "No.", by=cast.as_("maya"))


@pytest.mark.parametrize("name", ["ana", "chen", "dana"])
def test_starting_makes_the_internship_and_its_days(cast, name):
    pursuit = make_ready(cast, cast.maya, cast.shelter)
    end = date(2026, 12, 18)

    placement = start_placement(pursuit, **plan(cast, ends_on=end), by=cast.as_(name))

    assert (placement.state, pursuit.state) == ("active", "landed")
    assert (placement.student, placement.site) == (cast.maya, cast.shelter.site)
    days = PlannedDay.objects.order_by("weekday").values_list(
        "weekday", "starts_at", "ends_at", "since_on", "until_on"
    )
    assert list(days) == [
        (1, time(9), time(14), TODAY, end),
        (3, time(9), time(14), TODAY, end),
    ]
    assert Event.objects.get(verb="placement.start").detail == {
        "pursuit": pursuit.public_id,
        "plan": ["1 09:00-14:00", "3 09:00-14:00"],
    }


def test_the_seat_stays_taken(cast):
    make_placement(cast, cast.maya, cast.shelter)

    assert Seat.objects.get(opportunity=cast.shelter).is_taken is True


def test_the_mentor_works_with_the_student_from_now_on(cast):
    make_placement(cast, cast.maya, cast.shelter, starts_on=date(2026, 11, 3))

    connection = Connection.objects.get(adult=cast.sam)
    assert (connection.student, connection.role) == (cast.maya, Role.MENTOR)
    assert connection.since_on == TODAY


def test_student_mentor_and_coordinator_are_told(cast):
    pursuit = make_ready(cast, cast.maya, cast.shelter)
    Notice.objects.all().delete()

    start_placement(pursuit, **plan(cast), by=cast.as_("ana"))

    assert told() == [
        ("placements/started", "Chen Wu"),
        ("placements/started", "Maya Santos"),
        ("placements/welcome_mentor", "Sam Ito"),
    ]
    letter = Notice.objects.get(person=cast.sam)
    assert letter.subject == "Maya Santos starts with you on Tuesday 13 October"


@pytest.mark.parametrize("name", ["maya", "rosa", "priya", "liam", "otto"])
def test_nobody_else_starts_it(cast, name):
    pursuit = make_ready(cast, cast.maya, cast.shelter)

    with pytest.raises(PermissionDenied):
        start_placement(pursuit, **plan(cast), by=cast.as_(name))


def test_starting_twice_makes_one_internship(cast):
    pursuit = make_ready(cast, cast.maya, cast.shelter)
    twin = Pursuit.objects.get(pk=pursuit.pk)
    start_placement(pursuit, **plan(cast), by=cast.as_("ana"))

    with pytest.raises(Refused):
        start_placement(twin, **plan(cast), by=cast.as_("chen"))

    assert Placement.objects.count() == 1
    assert PlannedDay.objects.count() == 2


NINE, TWO = time(9), time(14)


@pytest.mark.parametrize(
    ("differs", "field"),
    [
        ({"schedule": []}, "schedule"),
        ({"schedule": [(1, NINE, TWO), (1, TWO, time(15))]}, "schedule"),
        ({"schedule": [(7, NINE, TWO)]}, "schedule"),
        ({"schedule": [(-1, NINE, TWO)]}, "schedule"),
        ({"schedule": [(1, TWO, NINE)]}, "schedule"),
        ({"schedule": [(1, NINE, NINE)]}, "schedule"),
        ({"starts_on": date(2026, 8, 13)}, "starts_on"),
        ({"starts_on": date(2028, 8, 13)}, "starts_on"),
        ({"ends_on": date(2026, 10, 12)}, "ends_on"),
    ],
)
def test_what_is_no_plan(cast, differs, field):
    pursuit = make_ready(cast, cast.maya, cast.shelter)

    with pytest.raises(ValidationError) as caught:
        start_placement(pursuit, **plan(cast, **differs), by=cast.as_("ana"))

    assert list(caught.value.message_dict) == [field]
    assert (Pursuit.objects.get().state, Placement.objects.count()) == ("start_requested", 0)


@pytest.mark.parametrize("who", ["tasha", "rosa", "otto", "elsewhere", "former"])
def test_the_mentor_is_one_of_the_sites(cast, who):
    pursuit = make_ready(cast, cast.maya, cast.shelter)
    someone = getattr(cast, who, None) or make_person(
        cast.school, "Mo Stone", Role.MENTOR, user=False
    )
    if who in ("elsewhere", "former"):
        SiteMentor.objects.create(
            school=cast.school,
            site=(cast.clinic if who == "elsewhere" else cast.shelter).site,
            person=someone,
            since_on=FIRST_DAY,
            until_on=date(2026, 10, 12) if who == "former" else None,
        )

    with pytest.raises(ValidationError) as caught:
        start_placement(pursuit, **plan(cast, mentor=someone), by=cast.as_("ana"))

    assert list(caught.value.message_dict) == ["mentor"]


def address(pursuit):
    return f"/harbor-view/pursuits/{pursuit.public_id}/start/"


def said(cast, **differs):
    """What the form sends for Tuesdays and Thursdays, 9 to 14."""
    times = {f"from_{n}": "09:00" for n in range(7)} | {f"to_{n}": "14:00" for n in range(7)}
    usual = {"mentor": cast.sam.public_id, "starts_on": "2026-10-13", "ends_on": ""}
    return times | usual | {"day_1": "on", "day_3": "on", "goals": "Animals."} | differs


def test_the_screen_is_filled_in_already(cast, client_of):
    pursuit = make_ready(cast, cast.maya, cast.shelter)

    page = client_of("ana").get(address(pursuit)).text

    assert 'name="starts_on" required value="2026-10-13"' in page
    assert "Learn to handle animals." in page
    assert page.count("checked") == 2
    assert page.count("Not an internship day here") == 5


def test_the_screen_starts_it(cast, client_of):
    pursuit = make_ready(cast, cast.maya, cast.shelter)

    answer = client_of("ana").post(address(pursuit), said(cast))

    placement = Placement.objects.get()
    assert (answer.status_code, answer.url) == (
        302,
        f"/harbor-view/placements/{placement.public_id}/",
    )
    assert placement.goals == "Animals."


@pytest.mark.parametrize(
    ("differs", "sentence"),
    [
        ({"day_1": "", "day_3": ""}, "Choose at least one weekday."),
        ({"to_1": "08:00"}, "Choose a time after 9:00"),
        ({"to_1": ""}, "Say from when until when."),
        ({"from_1": ""}, "Say from when until when."),
        ({"from_1": "soon"}, "Enter a valid time."),
        ({"ends_on": "2026-10-01"}, "Choose a last day on or after the first day."),
        ({"starts_on": "2026-01-01"}, "Choose a first day within the last 60 days, or later."),
        ({"mentor": "nobody"}, "Choose a mentor who works at this site."),
        ({"mentor": ""}, "Choose a mentor."),
    ],
)
def test_the_screen_says_what_to_mend(cast, client_of, differs, sentence):
    pursuit = make_ready(cast, cast.maya, cast.shelter)

    answer = client_of("ana").post(address(pursuit), said(cast, **differs))

    assert answer.status_code == 422
    assert sentence in answer.text
    assert Placement.objects.count() == 0


def test_a_stranger_in_the_form_is_no_choice(cast, client_of):
    pursuit = make_ready(cast, cast.maya, cast.shelter)

    answer = client_of("ana").post(address(pursuit), said(cast, mentor=cast.otto.public_id))

    assert answer.status_code == 422
    assert "Otto" not in answer.text


def test_starting_twice_on_the_screen_is_a_409(cast, client_of):
    pursuit = make_ready(cast, cast.maya, cast.shelter)
    client = client_of("ana")
    client.post(address(pursuit), said(cast))

    assert client.post(address(pursuit), said(cast)).status_code == 409
    assert client.get(address(pursuit)).status_code == 200
    assert Placement.objects.count() == 1


def test_the_doors(cast, client_of):
    pursuit = make_ready(cast, cast.maya, cast.shelter)
    names = ["maya", "jordan", "ana", "chen", "dana", "priya", "rosa", "liam", "otto"]
    found = {name: client_of(name).get(address(pursuit)).status_code for name in names}

    assert found == {
        "maya": 403, "jordan": 404, "ana": 200, "chen": 200, "dana": 200, "priya": 403,
        "rosa": 404, "liam": 404, "otto": 404,
    }  # fmt: skip


def test_the_students_and_the_advisors_side_on_the_page(cast, client_of):
    pursuit = make_pursuit(cast, cast.maya, cast.shelter)
    home = f"/harbor-view/pursuits/{pursuit.public_id}/"

    assert client_of("maya").post(f"{home}request-start/", {"note": ""}).status_code == 422
    assert client_of("maya").post(f"{home}request-start/", {"note": "Yes."}).status_code == 302
    assert client_of("ana").post(f"{home}return-start/", {"reason": ""}).status_code == 422
    assert client_of("ana").post(f"{home}return-start/", {"reason": "When?"}).status_code == 302
    assert "When?" in client_of("maya").get(home).text
