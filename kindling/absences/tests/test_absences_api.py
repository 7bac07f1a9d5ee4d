"""Late and absent in JSON, with the same rules as the pages."""

from __future__ import annotations

from datetime import date

import pytest

from kindling.absences.actions import report_absence, report_late
from kindling.absences.models import Report
from kindling.attendance.tests.placed import Statements
from tests.cast import make_student

PATH = "/harbor-view/api/v1/absences/"


def post(client, path: str, **said):
    return client.post(PATH + path, said, content_type="application/json")


def test_a_student_is_late_the_family_clears_a_day_and_the_school_reads_both(cast, client_of):
    late = post(client_of("jordan"), "late/", student=cast.jordan.public_id, minutes=20, tap="one")
    again = post(client_of("jordan"), "late/", student=cast.jordan.public_id, minutes=30, tap="one")
    sick = post(
        client_of("luis"), "absent/", student=cast.luis.public_id, on="2026-10-14",
        until_on="2026-10-15", reason="sick", note="Fever.",
    ).json()  # fmt: skip

    cleared = post(client_of("rosa"), f"{sick['id']}/clear/", note="Yes.")
    listed = client_of("chen").get(PATH).json()

    assert (late.status_code, again.json()["id"]) == (200, late.json()["id"])
    assert (sick["state"], sick["reason"], sick["sis_code"], sick["method"]) == (
        "reported", "sick", "EX", "api",
    )  # fmt: skip
    assert (cleared.json()["state"], cleared.json()["is_excused"]) == ("cleared", True)
    assert [(row["kind"], row["by"]) for row in listed["items"]] == [
        ("absent", "Luis Diaz"), ("late", "Jordan Blake"),
    ]  # fmt: skip


def test_a_list_is_narrowed_by_days_student_and_state(cast, client_of):
    report_absence(cast.luis, on=date(2026, 10, 14), by=cast.as_("luis"))
    report_late(cast.jordan, minutes=10, by=cast.as_("jordan"))
    ana = client_of("ana")

    def found(**wanted) -> list[str]:
        return [row["student"] for row in ana.get(PATH, wanted).json()["items"]]

    assert found(first="2026-10-14") == [cast.luis.public_id]
    assert found(last="2026-10-13") == [cast.jordan.public_id]
    assert found(student=cast.jordan.public_id) == [cast.jordan.public_id]
    assert found(state="cleared") == []
    assert ana.get(PATH, {"state": "gone"}).status_code == 422


def test_only_offered_reasons_are_taken(cast, client_of):
    mine = {"student": cast.luis.public_id, "reason": "suspended"}

    assert post(client_of("luis"), "absent/", **mine).status_code == 409
    assert post(client_of("rosa"), "absent/", **mine).status_code == 409
    assert Report.objects.count() == 0
    assert post(client_of("ana"), "absent/", **mine).status_code == 200


@pytest.mark.parametrize(
    ("who", "status"), [("maya", 404), ("otto", 404), ("tasha", 404), ("luis", 403)]
)
def test_nobody_else_reads_or_clears(cast, client_of, who, status):
    report = report_absence(cast.luis, note="Fever.", by=cast.as_("luis"))
    client = client_of(who)

    assert post(client, f"{report.public_id}/clear/").status_code == status
    assert client.get(f"{PATH}{report.public_id}/").status_code == (200 if who == "luis" else 404)
    if who not in {"luis", "otto"}:
        assert client.get(PATH).json()["items"] == []
        assert post(client, "late/", student=cast.luis.public_id, minutes=5).status_code == 404


@pytest.mark.parametrize("n", [1, 3])
def test_the_list_costs_four_statements(cast, client_of, n):
    for number in range(n):
        student = make_student(cast.school, f"Kim{number} Lee", "101", date(2012, 1, 1))
        report_absence(student, reason="sick", by=cast.as_("chen"))
    client = client_of("chen")

    with Statements() as asked:
        assert client.get(PATH).json()["count"] == n
    assert asked.count == 4
