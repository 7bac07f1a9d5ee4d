"""A student's year, the school's, and who is away too often: from the sums."""

from __future__ import annotations

from datetime import date

import pytest

from kindling.attendance.actions import confirm_days
from kindling.attendance.tests.placed import Statements, make_placement, spoken_on, with_pass
from kindling.kit.http import Refused
from kindling.roll.actions import mark_student
from kindling.roll.models import Mark
from tests.cast import make_student

HERE = "/harbor-view/records/"


@pytest.fixture
def autumn(cast):
    """Maya is away on four of twelve days, Luis on one; Jordan has an internship day."""
    by = cast.as_("dana")
    for n, on in enumerate(date(2026, 9, day) for day in (14, 15, 16, 17, 18, 21, 22, 23, 24, 25)):
        mark_student(cast.maya, on, "A" if n < 4 else "P", by=by)
        mark_student(cast.luis, on, "E" if n < 1 else "P", by=by)
    placement = make_placement(cast.jordan, cast.clinic, cast.sam)
    confirm_days([spoken_on(placement, date(2026, 10, 8))], by=with_pass(cast.sam, placement))


def test_a_students_year_in_seven_statements(cast, autumn, client_of):
    client = client_of("ana")
    client.get(f"{HERE}students/{cast.maya.public_id}/")

    with Statements() as sent:
        shown = client.get(f"{HERE}students/{cast.maya.public_id}/").content.decode()

    assert sent.count == 7
    assert "10 days on record" in shown
    assert "40.0 %" in shown
    assert shown.count('title="Absent"') == 4
    assert shown.count('title="Present"') == 6


def test_student_and_family_read_their_own_year_and_no_other(cast, autumn, client_of):
    assert client_of("maya").get(f"{HERE}students/{cast.maya.public_id}/").status_code == 200
    assert client_of("maya").get(f"{HERE}students/{cast.luis.public_id}/").status_code == 404
    assert client_of("rosa").get(f"{HERE}students/{cast.luis.public_id}/").status_code == 200
    assert client_of("rosa").get(f"{HERE}students/{cast.maya.public_id}/").status_code == 404
    assert client_of("otto").get(f"{HERE}students/{cast.maya.public_id}/").status_code == 404


def test_the_schools_year_by_advisory_in_five_statements(cast, autumn, client_of):
    client = client_of("dana")
    client.get(f"{HERE}year/")

    with Statements() as sent:
        shown = client.get(f"{HERE}year/").content.decode()

    assert sent.count == 4
    row = shown.split(">Tide</a>")[1].split("</tr>")[0]
    told = [cell.split("</td>")[0] for cell in row.split('class="num">')[1:]]
    assert told == ["3", "15", "1", "0", "1", "4", "23.8 %", "5 h"]
    assert client_of("ana").get(f"{HERE}year/").status_code == 403


def test_away_too_often_the_most_absent_first(cast, autumn, client_of):
    shown = client_of("ana").get(f"{HERE}away/").content.decode()

    assert shown.index("Maya Santos") < shown.index("Luis Diaz")
    assert "4 of 10 days" in shown
    assert "Jordan Blake" not in shown
    only = client_of("ana").get(f"{HERE}away/?at=20").content.decode()
    assert "Luis Diaz" not in only


def test_an_advisors_list_has_no_other_students(cast, autumn, client_of):
    other = make_student(cast.school, "Nia Cole", "101", date(2012, 1, 1))
    for day in range(14, 26):
        mark_student(other, date(2026, 9, day), "A", by=cast.as_("dana"))

    assert b"Nia Cole" not in client_of("ana").get(f"{HERE}away/").content
    assert b"Nia Cole" in client_of("dana").get(f"{HERE}away/").content


def test_away_too_often_costs_the_same_for_many(cast, autumn, client_of):
    client = client_of("dana")
    with Statements() as few:
        client.get(f"{HERE}away/")
    for number in range(4):
        more = make_student(cast.school, f"Extra{number} Kid", "101", date(2012, 1, 1))
        for day in range(14, 26):
            mark_student(more, date(2026, 9, day), "A", by=cast.as_("dana"))
    with Statements() as many:
        client.get(f"{HERE}away/")

    assert many.count == few.count == 5


def test_a_mark_of_the_future_is_refused(cast):
    with pytest.raises(Refused):
        mark_student(cast.maya, date(2026, 10, 14), "P", by=cast.as_("dana"))

    assert Mark.objects.count() == 0
