"""The roll says who was reported late or absent, by whom, and leads to the report."""

from __future__ import annotations

from datetime import date

import pytest

from kindling.absences.actions import clear_absence, report_absence, report_late, take_back_report
from kindling.advisory.actions import seat_student
from kindling.attendance.tests.placed import Statements
from kindling.schools.viewer import Viewer
from tests.cast import make_student


def page(cast, on="2026-10-13") -> str:
    return f"/harbor-view/roll/{cast.tide.public_id}/{on}/"


def test_who_said_it_and_one_tap_to_the_report(cast, client_of):
    report = report_absence(cast.luis, reason="sick", note="Fever.", by=cast.as_("luis"))
    late = report_late(cast.maya, minutes=20, by=cast.as_("maya"))

    shown = client_of("ana").get(page(cast)).text

    assert "Reported absent by Luis Diaz, not cleared yet" in shown
    assert "Maya Santos says: comes late" in shown
    for one in (report, late):
        address = f"/harbor-view/absences/{one.public_id}/"
        assert f'href="{address}"' in shown
        assert client_of("ana").get(address).status_code == 200
    assert "Fever." not in shown


def test_what_was_answered_or_taken_back_is_not_there(cast, client_of):
    clear_absence(report_absence(cast.luis, by=cast.as_("luis")), by=cast.as_("rosa"))
    take_back_report(report_late(cast.maya, minutes=20, by=cast.as_("maya")), by=cast.as_("maya"))
    report_absence(cast.jordan, on=date(2026, 10, 14), by=cast.as_("jordan"))
    ana = client_of("ana")

    assert "roll__reported" not in ana.get(page(cast)).text
    assert ana.get(page(cast, "2026-10-12")).text.count("roll__reported") == 0


def test_it_stands_beside_a_mistake_too(cast, client_of):
    report_absence(cast.luis, by=cast.as_("luis"))

    answer = client_of("ana").post(page(cast), {f"code-{cast.maya.public_id}": "X"})

    assert answer.status_code == 422
    assert "Reported absent by Luis Diaz, not cleared yet" in answer.text


@pytest.mark.parametrize("n", [1, 3])
def test_the_page_costs_six_statements(cast, client_of, n):
    for number in range(n):
        student = make_student(cast.school, f"Kim{number} Lee", "101", date(2012, 1, 1))
        seat_student(student, cast.tide, by=Viewer.system(cast.school), since_on=date(2026, 9, 1))
        report_absence(student, by=cast.as_("chen"))
    client = client_of("ana")

    with Statements() as asked:
        assert client.get(page(cast)).text.count('class="roll__reported"') == n
    assert asked.count == 6
