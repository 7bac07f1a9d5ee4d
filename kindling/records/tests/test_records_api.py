"""A student's year in numbers and the sheet of a day, in JSON."""

from __future__ import annotations

from datetime import date

import pytest
import time_machine

from kindling.attendance.actions import check_in, check_out, settle_day
from kindling.attendance.tests.placed import Statements, at, make_placement
from kindling.roll.actions import mark_student
from tests.cast import make_student

PATH = "/harbor-view/api/v1/records/"
MONDAY, TUESDAY = date(2026, 10, 12), date(2026, 10, 13)


def test_a_year_by_month_by_term_and_together(cast, client_of):
    mark_student(cast.jordan, date(2026, 9, 14), "L", minutes=7, by=cast.as_("ana"))
    mark_student(cast.jordan, MONDAY, "P", by=cast.as_("ana"))
    day = check_in(make_placement(cast.jordan, cast.clinic, cast.sam), by=cast.as_("jordan"))
    with time_machine.travel(at("2026-10-13 14:00")):
        check_out(day, line="Cats.", by=cast.as_("jordan"))
        settle_day(day, minutes=300, reason="Was there", by=cast.as_("ana"))
        year = client_of("jordan").get(f"{PATH}students/{cast.jordan.public_id}/").json()

    none = dict.fromkeys(("present", "late", "excused", "unexcused", "internship", "minutes"), 0)
    october = none | {"present": 1, "internship": 1, "minutes": 300}
    assert year["months"][1:] == [
        none | {"month": "2026-09-01", "late": 1}, october | {"month": "2026-10-01"},
    ]  # fmt: skip
    assert year["total"] == october | {"late": 1}
    assert year["terms"] == [
        year["total"]
        | {
            "label": "Trimester 1", "starts_on": "2026-08-31", "ends_on": "2026-11-25",
            "waiting": 0, "disputed": 0,
        }
    ]  # fmt: skip


def test_the_sheet_of_a_day_says_what_stands_and_what_is_known(cast, client_of):
    mark_student(cast.maya, MONDAY, "L", minutes=7, by=cast.as_("ana"))

    lines = client_of("ana").get(f"{PATH}sheet/", {"on": "2026-10-12"}).json()

    assert [(line["name"], line["letter"], line["waiting"]) for line in lines["items"]] == [
        ("Jordan Blake", "", "silent"), ("Luis Diaz", "", "silent"), ("Maya Santos", "L", ""),
    ]  # fmt: skip
    assert lines["items"][2] == {
        "student": cast.maya.public_id, "number": "", "name": "Maya Santos", "on": "2026-10-12",
        "letter": "L", "meaning": "late", "category": "Tardy", "code": "L", "minutes": 7,
        "reason": "", "method": "office", "waiting": "",
    }  # fmt: skip
    assert lines["count"] == 3


def test_a_sheet_is_of_an_advisory_and_in_pages(cast, client_of):
    make_student(cast.school, "Kim Lee", "101", date(2012, 1, 1))
    dana = client_of("dana")

    def names(**asked) -> list[str]:
        return [line["name"] for line in dana.get(f"{PATH}sheet/", asked).json()["items"]]

    assert names(advisory=cast.tide.public_id) == ["Jordan Blake", "Luis Diaz", "Maya Santos"]
    assert names(limit=1, offset=2) == ["Kim Lee"]
    assert dana.get(f"{PATH}sheet/", {"advisory": "nobodys"}).status_code == 404


def test_the_year_is_theirs_and_the_sheet_the_staffs(cast, client_of):
    path = f"{PATH}students/{cast.luis.public_id}/"

    assert client_of("rosa").get(path).status_code == 200
    assert client_of("maya").get(path).status_code == 404
    assert client_of("otto").get(path.replace("harbor-view", "northgate")).status_code == 404
    assert client_of("rosa").get(f"{PATH}sheet/").status_code == 403
    assert client_of("maya").get(f"{PATH}sheet/").status_code == 403
    assert client_of("otto").get("/northgate/api/v1/records/sheet/").json()["count"] == 0


@pytest.mark.parametrize("n", [1, 3])
def test_what_it_costs(cast, client_of, n):
    for number in range(n):
        student = make_student(cast.school, f"Kim{number} Lee", "101", date(2012, 1, 1))
        mark_student(student, MONDAY, "P", by=cast.as_("dana"))
    client = client_of("dana")

    with Statements() as sheet:
        assert client.get(f"{PATH}sheet/", {"on": "2026-10-12"}).json()["count"] == n + 3
    with Statements() as year:
        client.get(f"{PATH}students/{student.public_id}/")
    assert (sheet.count, year.count) == (8, 9)
