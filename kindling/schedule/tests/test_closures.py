"""Closing the school, and opening it again."""

from datetime import date

import pytest
from django.core.exceptions import PermissionDenied

from kindling.history.models import Event
from kindling.kit.http import Refused
from kindling.schedule.actions import add_closure, change_closure, delete_closure
from kindling.schedule.models import Closure

PAGE = "/harbor-view/calendar/days-off/"
BREAK = {"label": "Fall break", "starts_on": date(2026, 10, 19), "ends_on": date(2026, 10, 23)}


def post(client, path=f"{PAGE}add/", **more):
    data = {
        "kind": "break",
        "label": "Fall break",
        "starts_on": "2026-10-19",
        "ends_on": "2026-10-23",
        **more,
    }
    return client.post(path, data)


@pytest.fixture
def closure(cast):
    return add_closure(by=cast.as_("priya"), **BREAK)


def test_the_office_closes_the_school(cast, client_of):
    answer = post(client_of("chen"))

    assert (answer.status_code, answer.url) == (302, PAGE)
    closure = Closure.objects.get()
    assert (closure.school, closure.label) == (cast.school, "Fall break")
    assert Event.objects.filter(verb="closure.add").count() == 1


def test_one_day_needs_no_last_day(client_of):
    post(client_of("dana"), ends_on="")

    assert Closure.objects.get().ends_on == date(2026, 10, 19)


def test_a_double_tap_makes_one_closure(client_of):
    client = client_of("dana")

    answers = [post(client).status_code for _ in range(2)]

    assert answers == [302, 302]
    assert Closure.objects.count() == 1


@pytest.mark.parametrize(
    ("sent", "status", "says"),
    [
        ({"ends_on": "2026-10-18"}, 422, "must not come before"),
        ({"starts_on": "tomorrow"}, 422, "Enter a valid date"),
        ({"label": " "}, 422, "required"),
        ({"ends_on": "2027-10-23"}, 409, "longer than a summer"),
    ],
)
def test_wrong_days_get_a_sentence_and_nothing_is_saved(client_of, sent, status, says):
    answer = post(client_of("dana"), **sent)

    assert answer.status_code == status
    assert says in answer.text
    assert not Closure.objects.exists()


@pytest.mark.parametrize("name", ["ana", "maya", "rosa", "liam"])
def test_others_may_not(cast, client_of, name):
    assert post(client_of(name)).status_code == 403
    with pytest.raises(PermissionDenied):
        add_closure(by=cast.as_(name), **BREAK)


def test_a_closure_is_changed_and_the_earlier_days_are_kept(client_of, closure):
    answer = post(client_of("dana"), f"{PAGE}{closure.public_id}/", ends_on="2026-10-26")

    closure.refresh_from_db()
    assert (answer.status_code, closure.ends_on) == (302, date(2026, 10, 26))
    assert Event.objects.get(verb="closure.change").detail["was"]["ends_on"] == "2026-10-23"


def test_what_began_keeps_its_first_day(cast):
    days = {"label": "Storm", "starts_on": date(2026, 10, 12), "ends_on": date(2026, 10, 14)}
    closure = add_closure(by=cast.as_("dana"), **days)

    with pytest.raises(Refused, match="first day stays"):
        change_closure(closure, by=cast.as_("dana"), **(days | {"starts_on": date(2026, 10, 13)}))
    change_closure(closure, by=cast.as_("dana"), **(days | {"ends_on": date(2026, 10, 15)}))

    assert Closure.objects.get().ends_on == date(2026, 10, 15)


def test_what_is_over_stays(cast):
    days = {"label": "Storm", "starts_on": date(2026, 10, 1), "ends_on": date(2026, 10, 2)}
    closure = add_closure(by=cast.as_("dana"), **days)

    with pytest.raises(Refused, match="are over"):
        change_closure(closure, by=cast.as_("dana"), **(days | {"ends_on": date(2026, 10, 20)}))


def test_future_days_off_are_taken_back(client_of, closure):
    client = client_of("dana")

    answers = [client.post(f"{PAGE}{closure.public_id}/delete/").status_code for _ in range(2)]

    assert answers == [302, 404]
    assert not Closure.objects.exists()
    assert Event.objects.filter(verb="closure.delete").count() == 1


def test_what_began_is_not_taken_back(cast):
    today = date(2026, 10, 13)
    closure = add_closure(by=cast.as_("dana"), label="Storm", starts_on=today, ends_on=today)

    with pytest.raises(Refused, match="cannot be taken back"):
        delete_closure(closure, by=cast.as_("dana"))


def test_a_stranger_finds_no_closure(client_of, closure):
    client = client_of("otto")
    path = f"/northgate/calendar/days-off/{closure.public_id}/delete/"

    assert client.post(path).status_code == 404
    assert client.get(PAGE).status_code == 404
    assert Closure.objects.count() == 1


def test_exams_of_two_grades_are_noted_and_shown(cast, client_of):
    answer = post(client_of("dana"), kind="exam", label="State test", grades=["101", "401"])

    closure = Closure.objects.get()
    assert (answer.status_code, closure.kind, closure.grade_list) == (302, "exam", ["101", "401"])
    page = client_of("ana").get(PAGE).text
    assert "Exam day" in page
    assert "Grades 101, 401" in page
    assert "State test (101, 401)" in client_of("ana").get("/harbor-view/calendar/").text


def test_what_began_keeps_its_kind_and_grades(cast):
    today = date(2026, 10, 13)
    days = {"label": "Test", "starts_on": today, "ends_on": today}
    closure = add_closure(by=cast.as_("dana"), kind="exam", grades=["101"], **days)

    with pytest.raises(Refused, match="kind and grades stay"):
        change_closure(closure, by=cast.as_("dana"), kind="holiday", grades=["101"], **days)
    with pytest.raises(Refused, match="kind and grades stay"):
        change_closure(closure, by=cast.as_("dana"), kind="exam", grades=[], **days)


def test_a_day_is_a_snow_day_once(cast, client_of):
    today = date(2026, 10, 14)
    days = {"starts_on": today, "ends_on": today, "kind": "snow"}
    add_closure(by=cast.as_("dana"), label="Snow day", **days)
    other = add_closure(by=cast.as_("dana"), label="Camp", starts_on=today, ends_on=today)

    with pytest.raises(Refused, match="already"):
        add_closure(by=cast.as_("dana"), label="More snow", **days)
    with pytest.raises(Refused, match="already"):
        change_closure(other, by=cast.as_("dana"), label="Camp", **days)
    assert post(client_of("dana"), kind="snow").status_code == 422  # it has a page of its own
