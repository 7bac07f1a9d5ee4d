"""The plan of a day, for those whom one cares for."""

from datetime import date

import pytest

from kindling.schedule.actions import add_closure, add_commitment, add_week, put_change

PAGE = "/harbor-view/calendar/day/"
TUESDAY = date(2026, 10, 13)


@pytest.fixture
def weeks(cast):
    dana = cast.as_("dana")
    add_week(by=dana, name="Our week", since_on=date(2026, 9, 1), sample="periods")
    add_week(
        by=dana, name="Tide’s own", since_on=date(2026, 9, 1), sample="workshops",
        advisory=cast.tide,
    )  # fmt: skip


def test_a_student_reads_their_own_day_with_their_own_time(cast, client_of, weeks):
    add_commitment(cast.luis, by=cast.as_("ana"), kind="doctor", label="Dentist", since_on=TUESDAY)

    pages = {name: client_of(name).get(PAGE).text for name in ("luis", "rosa", "jordan")}

    assert {name: "10:30" in page for name, page in pages.items()} == dict.fromkeys(pages, True)
    assert {name: "Dentist" in page for name, page in pages.items()} == {
        "luis": True, "rosa": True, "jordan": False,
    }  # fmt: skip


def test_an_advisor_reads_the_advisorys_and_a_leader_what_differs(client_of, weeks):
    ana, dana = (client_of(name).get(PAGE).text for name in ("ana", "dana"))

    assert ("Tide’s own" in ana, "Our week" in ana) == (True, False)
    assert ("Tide’s own" in dana, "Our week" in dana) == (True, True)


def test_a_closed_day_says_why(cast, client_of, weeks):
    add_closure(by=cast.as_("dana"), label="Storm", kind="snow", starts_on=TUESDAY, ends_on=TUESDAY)

    page = client_of("jordan").get(PAGE).text

    assert "No school: Storm." in page
    assert "Internship</strong>" not in page


@pytest.mark.parametrize("on", ["soon", "0001-01-01", "2026-13-01"])
def test_what_is_no_day_shows_today(client_of, on):
    assert "13 October 2026" in client_of("ana").get(PAGE, {"on": on}).text


@pytest.mark.parametrize(
    ("name", "status"),
    [("ana", 200), ("maya", 200), ("rosa", 200), ("liam", 403), ("tasha", 403), ("otto", 404)],
)
def test_who_reads_it(client_of, name, status):
    assert client_of(name).get(PAGE).status_code == status


def test_the_page_costs_the_same_however_much_is_on_it(
    cast, client_of, weeks, django_assert_num_queries
):
    client = client_of("luis")
    for number in range(3):
        if number:
            add_commitment(
                cast.luis, by=cast.as_("ana"), kind="doctor", label=f"D{number}", since_on=TUESDAY
            )
            put_change(by=cast.as_("dana"), on=TUESDAY, note="Trip", plan="same",
                       grade=f"{number}01")  # fmt: skip
        if number in (1, 2):
            with django_assert_num_queries(11):
                client.get(PAGE)
