"""Day, week and term sheets, on screen and as CSV."""

from __future__ import annotations

import csv
from datetime import date

import pytest

from kindling.absences.actions import report_absence
from kindling.advisory.actions import seat_student
from kindling.attendance.actions import check_in, confirm_days
from kindling.attendance.tests.placed import Statements, make_placement, spoken_on, with_pass
from kindling.history.models import Event
from kindling.roll.actions import mark_student
from kindling.schools.viewer import Viewer
from tests.cast import make_student

SHEET, CSV = "/harbor-view/records/", "/harbor-view/records/csv/"
MONDAY, TUESDAY = date(2026, 10, 12), date(2026, 10, 13)


@pytest.fixture
def marked(cast):
    """Maya late on Monday, sick on Tuesday; Luis there; Jordan at the clinic on Thursday the 8th."""
    by = cast.as_("ana")
    placement = make_placement(cast.jordan, cast.clinic, cast.sam)
    confirm_days([spoken_on(placement, date(2026, 10, 8))], by=with_pass(cast.sam, placement))
    mark_student(cast.maya, MONDAY, "L", minutes=12, by=by)
    report_absence(cast.maya, on=TUESDAY, reason="sick", by=cast.as_("priya"))
    mark_student(cast.maya, TUESDAY, "E", by=by)
    mark_student(cast.luis, MONDAY, "P", by=by)
    return placement


def rows_of(answer):
    text = b"".join(answer.streaming_content).decode()
    return list(csv.reader(text.splitlines()))


def test_a_day_says_the_mark_the_reason_and_who_has_none(cast, marked, client_of):
    check_in(marked, by=cast.as_("jordan"))

    shown = client_of("ana").get(f"{SHEET}?kind=day&on=2026-10-13").content.decode()

    assert "Sick" in shown
    assert shown.count("At the internship now") == 1
    assert shown.count("No word yet") == 1


def test_a_week_has_a_letter_for_each_day(cast, marked, client_of):
    shown = client_of("ana").get(f"{SHEET}?kind=week&on=2026-10-13").content.decode()

    assert shown.count('title="Late"') == 1
    assert shown.count('title="Excused"') == 1
    assert shown.count('title="Present"') == 1


def test_a_term_counts_the_days(cast, marked, client_of):
    shown = client_of("dana").get(f"{SHEET}?kind=term").content.decode()

    assert "Trimester 1" in shown
    cells = shown.split(f"students/{cast.jordan.public_id}/")[1].split("</tr>")[0]
    assert cells.count(">1</td>") == 2  # at the internship, and of all days


def test_as_csv_in_the_districts_words(cast, marked, client_of):
    cast.maya.number = "=1001"
    cast.maya.save()

    answer = client_of("ana").get(f"{CSV}?kind=week&on=2026-10-08&advisory={cast.tide.public_id}")
    rows = rows_of(answer)

    assert answer["Content-Type"].startswith("text/csv")
    assert rows == [
        ["student_number", "student_name", "date", "category", "code", "minutes", "reason", "method"],
        ["", "Jordan Blake", "2026-10-08", "In Attendance", "I", "0", "", "internship"],
    ]  # fmt: skip
    week = rows_of(client_of("ana").get(f"{CSV}?kind=week&on=2026-10-13"))
    assert week[1:] == [
        ["", "Luis Diaz", "2026-10-12", "In Attendance", "P", "0", "", "office"],
        ["'=1001", "Maya Santos", "2026-10-12", "Tardy", "L", "12", "", "office"],
        ["'=1001", "Maya Santos", "2026-10-13", "Excused Absence", "EX", "0", "Sick", "office"],
    ]


def test_who_took_a_sheet_away_is_kept(cast, marked, client_of):
    rows_of(client_of("ana").get(f"{CSV}?kind=term"))

    assert Event.objects.get(verb="records.export").by == cast.ana


def test_an_advisor_sees_the_own_students_only_and_others_nothing(cast, marked, client_of):
    other = make_student(cast.school, "Nia Cole", "101", date(2012, 1, 1))
    mark_student(other, MONDAY, "A", by=cast.as_("dana"))

    assert b"Nia Cole" not in client_of("ana").get(f"{SHEET}?kind=week").content
    assert b"Nia Cole" in client_of("chen").get(f"{SHEET}?kind=week").content
    names = {row[1] for row in rows_of(client_of("ana").get(f"{CSV}?kind=term"))}
    assert names == {"student_name", "Maya Santos", "Luis Diaz", "Jordan Blake"}
    for name, status in [("maya", 403), ("rosa", 403), ("liam", 403), ("otto", 404)]:
        assert client_of(name).get(SHEET).status_code == status
        assert client_of(name).get(CSV).status_code == status


def test_nonsense_in_the_address_gives_today(cast, client_of):
    answer = client_of("ana").get(f"{SHEET}?kind=year&on=yesterday")

    assert b"Tuesday 13 October" in answer.content


def statements(client, kind):
    with Statements() as sent:
        assert client.get(f"{SHEET}?kind={kind}").status_code == 200
    return sent.count


def test_a_sheet_costs_the_same_for_one_student_and_eight(cast, marked, client_of):
    client = client_of("ana")
    few = [statements(client, kind) for kind in ("day", "week", "term")]
    for number in range(5):
        more = make_student(cast.school, f"Extra{number} Kid", "101", date(2012, 1, 1))
        seat_student(more, cast.tide, by=Viewer.system(cast.school), since_on=date(2026, 9, 1))
        mark_student(more, TUESDAY, "A", by=cast.as_("dana"))

    assert [statements(client, kind) for kind in ("day", "week", "term")] == few == [9, 8, 8]


def test_a_day_of_the_first_century_is_no_error(cast, client_of):
    client = client_of("dana")

    for path in (
        "?kind=day&on=0001-01-01",
        "?kind=week&on=0001-01-03",
        "exceptions/?on=0001-01-01",
    ):
        assert client.get(f"/harbor-view/records/{path}").status_code == 200
