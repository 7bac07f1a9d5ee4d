"""The month page of those who work here."""

from datetime import date

import pytest

from kindling.schedule.models import Closure

PAGE = "/harbor-view/calendar/"


def close(school, label, first, last):
    return Closure.objects.create(school=school, label=label, starts_on=first, ends_on=last)


def test_a_month_shows_terms_internship_days_and_days_off(cast, client_of):
    close(cast.school, "Thanksgiving", date(2026, 11, 26), date(2026, 11, 27))
    close(cast.north, "Northgate only", date(2026, 11, 2), date(2026, 11, 3))

    page = client_of("ana").get(PAGE, {"month": "2026-11"}).text

    assert page.count("Thanksgiving") == 2
    assert page.count("Internship day") == 7  # eight Tuesdays and Thursdays, one of them off
    assert "Trimester 1 ends" in page
    assert "Trimester 2 begins" in page
    assert "Northgate only" not in page


@pytest.mark.parametrize("month", ["", "2026-13", "soon", "0001-01", "9999-12"])
def test_what_is_no_month_shows_this_one(client_of, month):
    answer = client_of("ana").get(PAGE, {"month": month})

    assert answer.status_code == 200
    assert "October 2026" in answer.text


def test_a_summer_month_has_no_internship_days(client_of):
    assert "Internship day" not in client_of("ana").get(PAGE, {"month": "2026-07"}).text


@pytest.mark.parametrize(
    ("name", "status"), [("ana", 200), ("dana", 200), ("maya", 403), ("rosa", 403), ("otto", 404)]
)
def test_the_calendar_is_for_staff(client_of, name, status):
    assert client_of(name).get(PAGE).status_code == status


def test_pages_cost_the_same_however_much_is_on_them(cast, client_of, django_assert_num_queries):
    client = client_of("ana")
    for number in range(3):
        day = date(2026, 10, 19 + number)
        close(cast.school, f"Day {number}", day, day)
        if number in (0, 2):
            with django_assert_num_queries(8):
                client.get(PAGE)
            with django_assert_num_queries(4):
                client.get(f"{PAGE}days-off/")
