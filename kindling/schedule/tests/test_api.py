"""The calendar in JSON."""

from datetime import date

import pytest

from kindling.schedule.actions import add_closure, add_week

API = "/harbor-view/api/v1/calendar/"


@pytest.fixture
def week(cast):
    return add_week(
        by=cast.as_("dana"), name="Our week", since_on=date(2026, 9, 1), sample="periods",
        advisory=cast.tide,
    )  # fmt: skip


def test_the_plan_of_a_student_of_an_advisory_and_of_the_school(cast, client_of, week):
    client = client_of("dana")

    def plan(**whose):
        answer = client.get(f"{API}plan/", {"on": "2026-10-13", **whose}).json()
        return [(block["kind"], block["starts_at"]) for block in answer["blocks"]]

    assert plan(student=cast.jordan.public_id) == [("internship", "09:00")]
    assert plan(advisory=cast.tide.public_id) == [("internship", "09:00")]
    assert plan() == []


def test_weeks_with_their_blocks(cast, client_of, week):
    (one,) = client_of("ana").get(f"{API}weeks/").json()["items"]

    assert (one["id"], one["advisory"], one["grade"]) == (week.public_id, cast.tide.public_id, "")
    assert len(one["blocks"]) == 17


def test_days_off_are_added_and_read(client_of):
    client = client_of("dana")
    sent = {"kind": "exam", "label": "State test", "grades": ["101"], "starts_on": "2026-11-02",
            "ends_on": "2026-11-03"}  # fmt: skip

    made = client.post(f"{API}closures/", sent, content_type="application/json")

    assert made.status_code == 200
    assert client.get(f"{API}closures/").json()["items"] == [{"id": made.json()["id"], **sent}]


@pytest.mark.parametrize(
    ("changed", "status"),
    [({"kind": "fun"}, 422), ({"ends_on": "2026-10-01"}, 409), ({"label": ""}, 422),
     ({"grades": ["1,2"]}, 422)],
)  # fmt: skip
def test_what_is_wrong_is_said(client_of, changed, status):
    sent = {"kind": "exam", "label": "Test", "starts_on": "2026-11-02", "ends_on": "2026-11-03"}

    answer = client_of("dana").post(
        f"{API}closures/", sent | changed, content_type="application/json"
    )

    assert answer.status_code == status


def test_nobody_reads_another_school_or_another_student(cast, client_of, week):
    add_closure(
        by=cast.as_("dana"), label="Storm", starts_on=date(2026, 11, 2), ends_on=date(2026, 11, 2)
    )
    otto = client_of("otto")

    assert otto.get("/northgate/api/v1/calendar/closures/").json()["items"] == []
    assert otto.get("/northgate/api/v1/calendar/weeks/").json()["items"] == []
    asked = {"on": "2026-10-13", "student": cast.jordan.public_id}
    assert otto.get("/northgate/api/v1/calendar/plan/", asked).status_code == 404
    assert client_of("maya").get(f"{API}plan/", asked).status_code == 404
    assert client_of("maya").post(
        f"{API}closures/", {"label": "x", "starts_on": "2026-11-02", "ends_on": "2026-11-02"},
        content_type="application/json",
    ).status_code == 403  # fmt: skip
