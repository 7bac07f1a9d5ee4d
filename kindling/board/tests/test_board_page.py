"""The board: who stands where at which moment, and who finds it."""

from __future__ import annotations

import re

import pytest
import time_machine

from kindling.absences.actions import report_absence, report_late
from kindling.attendance.actions import check_in, check_out
from kindling.attendance.tests.placed import at, close, make_placement
from kindling.board.queries.asked import Asked
from kindling.board.queries.live import live
from kindling.ladder.actions import close_alarm, take_alarm
from kindling.ladder.tests.clock import climb_at, the_alarm
from kindling.roll.models import Mark
from kindling.schedule.models import Commitment
from kindling.schools.inside import inside
from kindling.sites.models import SiteClosure

BOARD = "/harbor-view/board/"


@pytest.fixture
def placement(cast):
    return make_placement(cast.jordan, cast.clinic, cast.sam)


def standing_at(cast, moment: str) -> list[tuple[str, str, str]]:
    """What Chen sees: first name, state, label."""
    with time_machine.travel(at(moment)), inside(cast.school):
        found = live(cast.as_("chen"), Asked("school"))
    return [(line.name.split()[0], line.state, line.standing.label) for line in found.lines]


@pytest.mark.parametrize(
    ("moment", "state", "label"),
    [
        ("2026-10-13 08:00", "expected", "From 9:00 AM"),
        ("2026-10-13 09:05", "late", "Due since 9:00 AM"),
        ("2026-10-13 09:15", "silent", "No word, due since 9:00 AM"),
        ("2026-10-13 15:00", "silent", "No word today"),
        ("2026-10-14 09:30", "home", "Not expected"),
    ],
)
def test_lateness_follows_the_clock(cast, placement, moment, state, label):
    wanted = [("Jordan", state, label.replace(" AM", "\u00a0AM"))]

    assert [one for one in standing_at(cast, moment) if one[0] == "Jordan"] == wanted


def test_a_word_moves_the_student_and_is_the_last_sign(cast, placement):
    with time_machine.travel(at("2026-10-13 09:04")):
        day = check_in(placement, by=cast.as_("jordan"))
    with inside(cast.school):
        seen = live(cast.as_("ana"), Asked("mine"))
    with time_machine.travel(at("2026-10-13 13:58")):
        check_out(day, by=cast.as_("jordan"))

    after = standing_at(cast, "2026-10-13 14:30")
    signs = [line.sign for line in seen.lines if line.sign]
    assert signs == ["Checked in 9:04\u00a0AM · Jordan Blake · On the phone"]
    assert ("Jordan", "home", "Left 1:58\u00a0PM") in after


def test_who_forgot_to_check_out_stays_there_and_is_marked(cast, placement):
    check_in(placement, by=cast.as_("jordan"))

    found = [one for one in standing_at(cast, "2026-10-13 14:20") if one[0] == "Jordan"]

    assert found == [("Jordan", "there", "Not checked out, was to leave 2:00\u00a0PM")]


def test_who_said_late_is_waited_for_until_then(cast, placement):
    with time_machine.travel(at("2026-10-13 08:40")), inside(cast.school):
        report_late(cast.jordan, minutes=40, by=cast.as_("jordan"))

    waited = standing_at(cast, "2026-10-13 09:30")
    missed = standing_at(cast, "2026-10-13 09:55")

    assert [one[1:] for one in waited if one[0] == "Jordan"] == [
        ("late", "Late, there by 9:40\u00a0AM")
    ]
    assert [one[1:] for one in missed if one[0] == "Jordan"] == [
        ("silent", "No word, was to be there by 9:40\u00a0AM")
    ]


def test_who_is_reported_absent_is_home_and_it_says_by_whom(cast, client_of):
    make_placement(cast.luis, cast.shelter, cast.sam)
    with time_machine.travel(at("2026-10-13 07:30")), inside(cast.school):
        report_absence(cast.luis, reason="sick", by=cast.as_("rosa"))

    page = client_of("ana").get(BOARD).content.decode()

    assert [one[1:] for one in standing_at(cast, "2026-10-13 10:00") if one[0] == "Luis"] == [
        ("home", "Absent: Sick")
    ]
    assert "Reported absent 7:30\u00a0AM · Rosa Diaz · On the phone" in page


def test_it_says_who_has_the_alarm_and_what_they_answered(cast, placement):
    climb_at("9:15")
    alarm = the_alarm()

    def heed() -> str:
        with time_machine.travel(at("2026-10-13 09:40")), inside(cast.school):
            lines = live(cast.as_("chen"), Asked("school")).lines
        return [line.heed.text for line in lines if line.heed]

    said = [heed()]
    with time_machine.travel(at("2026-10-13 09:40")):
        take_alarm(alarm, by=cast.as_("ana"))
        said.append(heed())
        alarm.refresh_from_db()
        close_alarm(alarm, did="He is at the dentist", by=cast.as_("ana"))
        said.append(heed())
    assert said == [
        ["Nobody has it yet"], ["Ana Reyes has it"], ["Ana Reyes: He is at the dentist"],
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("letter", "label"),
    [("P", "At school"), ("L", "At school"), ("E", "Absent from school"), ("X", "Not expected")],
)
def test_the_roll_tells_of_those_whom_no_place_expects(cast, letter, label):
    Mark.objects.create(student=cast.maya, on=at("2026-10-13 09:00").date(), code=letter)

    assert [one for one in standing_at(cast, "2026-10-13 10:00") if one[0] == "Maya"] == [
        ("Maya", "home", label)
    ]


def test_a_closed_day_expects_nobody_and_says_why(cast, placement, client_of):
    close(cast.school, at("2026-10-13 09:00").date())

    page = client_of("chen").get(BOARD).content.decode()

    assert "No school today: Snow day." in page
    assert "No word" not in page


def test_a_closed_site_says_why_nobody_is_expected(cast, placement):
    day = at("2026-10-13 09:00").date()
    SiteClosure.objects.create(
        school=cast.school, site=placement.site, label="Stocktaking", starts_on=day, ends_on=day
    )

    assert ("Jordan", "home", "Stocktaking") in standing_at(cast, "2026-10-13 10:00")


def test_staff_read_own_time_on_the_board(cast, placement):
    Commitment.objects.create(
        school=cast.school, student=cast.jordan, kind="college", label="Dentist", weekday=1,
        since_on=at("2026-09-01 09:00").date(),
    )  # fmt: skip

    assert ("Jordan", "home", "Dentist") in standing_at(cast, "2026-10-13 10:00")


@pytest.mark.parametrize("name", ["maya", "rosa", "liam", "tasha"])
def test_students_families_and_guests_find_no_board(client_of, placement, name):
    client = client_of(name)

    assert [client.get(BOARD + part).status_code for part in ("", "now/", "drill/")] == [404] * 3


def test_another_school_finds_nothing(cast, client_of, placement):
    client = client_of("otto")

    assert client.get(BOARD).status_code == 404
    assert "Jordan" not in client.get("/northgate/board/").content.decode()


def test_an_advisor_sees_only_the_advised(cast, client_of, placement):
    cast.tide.seats.filter(student=cast.maya).update(until_on="2026-09-30")
    cast.maya.connections.update(until_on="2026-09-30")

    page = client_of("ana").get(BOARD + "?whose=school").content.decode()

    assert ("Jordan Blake" in page, "Maya Santos" in page) == (True, False)


def test_filters_narrow(cast, placement):
    make_placement(cast.luis, cast.shelter, cast.sam)
    chen = cast.as_("chen")

    def names(**facts):
        return [line.name for line in live(chen, Asked("school", **facts)).lines]

    assert names(grade="401") == ["Luis Diaz"]
    assert names(advisory=cast.tide.public_id) == ["Jordan Blake", "Luis Diaz", "Maya Santos"]
    assert names(site=cast.clinic.site.public_id) == ["Jordan Blake"]


def test_a_state_is_a_list_of_its_own(client_of, placement):
    with time_machine.travel(at("2026-10-13 10:00")):
        page = client_of("ana").get(BOARD + "?state=silent").content.decode()

    assert re.findall(r"data-sheet>([^<]+)<", page) == ["Jordan Blake"]
