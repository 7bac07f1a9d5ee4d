"""What principal and administrator set, and what others may not."""

from datetime import date

import pytest
from django.core.exceptions import PermissionDenied

from kindling.history.models import Event
from kindling.kit.http import Refused
from kindling.office.actions.settings import change_school
from kindling.office.actions.years import TermPlan, add_term, add_year, change_term, change_year
from kindling.schools.models import SchoolYear, Term
from kindling.schools.words import word
from tests.cast import FIRST_DAY

HOME = "/harbor-view/settings/"
SETTINGS = {
    "name": "Harbor View",
    "phone": "555 0111",
    "address": "1 Quay Street, Providence",
    "latitude": "41.82",
    "longitude": "-71.41",
    "timezone": "America/New_York",
    "language": "es",
    "internship_days": ["2", "0"],
    "term_target_hours": "100",
    "pursuit_days": "14",
    "pursuit_limit": "3",
    "asks_per_month": "12",
}


def test_the_principal_changes_the_school(cast, client_of):
    answer = client_of("dana").post(HOME, SETTINGS)

    cast.school.refresh_from_db()
    school = cast.school
    assert (answer.status_code, answer.url) == (302, HOME)
    assert (school.phone, school.language, school.internship_days) == ("555 0111", "es", "0,2")
    assert (school.term_target_minutes, school.pursuit_days) == (6000, 14)
    event = Event.objects.get(verb="school.change")
    assert event.detail["was"]["phone"] == "555 0100"
    assert "timezone" not in event.detail["was"]


def test_the_same_settings_again_change_nothing(cast, client_of):
    client = client_of("dana")
    for _ in range(2):
        client.post(HOME, SETTINGS)

    assert Event.objects.filter(verb="school.change").count() == 1


def test_the_page_shows_what_stands_there(client_of):
    page = client_of("dana").get(HOME).text

    assert 'value="555 0100"' in page
    assert 'value="120"' in page


@pytest.mark.parametrize(
    ("sent", "says"),
    [
        ({"latitude": "95"}, "90"),
        ({"longitude": ""}, "both numbers"),
        ({"internship_days": []}, "at least one day"),
        ({"pursuit_days": "0"}, "1"),
        ({"name": ""}, "ame"),
    ],
)
def test_a_wrong_setting_gets_a_sentence_and_nothing_is_saved(cast, client_of, sent, says):
    answer = client_of("dana").post(HOME, SETTINGS | sent)

    assert answer.status_code == 422
    assert says in answer.text
    assert not Event.objects.filter(verb="school.change").exists()


@pytest.mark.parametrize("page", ["", "words/", "years/", "years/add/", "hats/"])
@pytest.mark.parametrize(
    ("name", "status"),
    [("dana", 200), ("priya", 403), ("chen", 403), ("ana", 403), ("maya", 403), ("otto", 404)],
)
def test_who_opens_the_settings(client_of, page, name, status):
    assert client_of(name).get(HOME + page).status_code == status


def test_nobody_changes_another_school(cast, admin):
    with pytest.raises(PermissionDenied):
        change_school(cast.north, by=cast.as_("dana"), name="Ours now")


def test_a_school_uses_its_own_words(cast, client_of):
    client = client_of("dana")
    client.post(f"{HOME}words/", {"internship": "LTI", "advisor": " "})

    cast.school.refresh_from_db()
    assert cast.school.words == {"internship": "LTI"}
    assert word("internship") == "internship"  # outside a school
    client.post(f"{HOME}words/", {"internship": ""})
    cast.school.refresh_from_db()
    assert cast.school.words == {}


YEAR = {"label": "2027-28", "starts_on": date(2027, 9, 1), "ends_on": date(2028, 6, 15)}


def test_a_year_is_proposed_then_added_with_its_terms(cast, client_of):
    client = client_of("dana")
    asked = {"kind": "semester", "starts_on": "2027-09-01", "ends_on": "2028-06-15"}

    page = client.get(f"{HOME}years/add/", asked)
    answer = client.post(
        f"{HOME}years/add/",
        asked | {"label": "2027-28", "label_0": "Fall", "starts_on_0": "2027-09-01",
                 "ends_on_0": "2028-01-21"},
    )  # fmt: skip

    assert 'value="Semester 2"' in page.text
    assert (answer.status_code, answer.url) == (302, f"{HOME}years/")
    year = SchoolYear.objects.get(label="2027-28")
    assert [t.label for t in year.terms.all()] == ["Fall"]
    assert "Fall" in client.get(f"{HOME}years/").text


@pytest.mark.parametrize(
    ("days", "says"),
    [
        ({"label": "2026-27"}, "already"),
        ({"starts_on": date(2027, 6, 18)}, "overlap"),
        ({"ends_on": date(2027, 9, 1)}, "must come after"),
    ],
)
def test_a_year_that_does_not_fit_is_refused(cast, days, says):
    with pytest.raises(Refused, match=says):
        add_year(by=cast.as_("dana"), **(YEAR | days))
    assert SchoolYear.objects.filter(school=cast.school).count() == 1


def test_a_year_with_a_wrong_term_is_not_half_added(cast):
    wrong = TermPlan("own", "Long", date(2027, 9, 1), date(2029, 1, 1))

    with pytest.raises(Refused, match="inside the year"):
        add_year(by=cast.as_("dana"), terms=[wrong], **YEAR)
    assert SchoolYear.objects.filter(school=cast.school).count() == 1


def test_a_year_keeps_its_terms_inside(cast):
    year = SchoolYear.objects.get(school=cast.school)

    with pytest.raises(Refused, match="outside the year"):
        change_year(
            year, by=cast.as_("dana"), label="2026-27", starts_on=FIRST_DAY,
            ends_on=date(2027, 6, 1),
        )  # fmt: skip
    change_year(
        year, by=cast.as_("dana"), label="26-27", starts_on=FIRST_DAY, ends_on=date(2027, 6, 25)
    )
    year.refresh_from_db()
    assert (year.label, year.ends_on) == ("26-27", date(2027, 6, 25))


@pytest.mark.parametrize(
    ("first", "last", "says"),
    [
        (date(2026, 11, 1), date(2026, 11, 28), "overlaps"),
        (date(2026, 8, 1), date(2026, 8, 20), "inside the year"),
        (date(2026, 11, 28), date(2026, 11, 27), "must come after"),
    ],
)
def test_a_term_that_does_not_fit_is_refused(cast, first, last, says):
    year = SchoolYear.objects.get(school=cast.school)

    with pytest.raises(Refused, match=says):
        add_term(year, TermPlan("own", "Extra", first, last), by=cast.as_("dana"))


def test_a_term_is_changed_on_its_page(cast, client_of):
    term = Term.of(cast.school)[0]
    page = f"{HOME}terms/{term.public_id}/"
    sent = {
        "kind": "trimester",
        "label": "Fall",
        "starts_on": "2026-09-01",
        "ends_on": "2026-11-20",
    }
    client = client_of("dana")

    shown = client.get(page)
    wrong = client.post(page, sent | {"ends_on": "2026-12-20"})
    right = client.post(page, sent)

    term.refresh_from_db()
    assert 'value="Trimester 1"' in shown.text
    assert (wrong.status_code, right.status_code) == (409, 302)
    assert (term.label, term.ends_on) == ("Fall", date(2026, 11, 20))
    assert Event.objects.get(verb="term.change").detail["was"]["label"] == "Trimester 1"


def test_a_mini_term_stands_between_two_terms(cast, client_of):
    year = Term.of(cast.school)[0].year
    change_term(
        Term.of(cast.school)[1],
        TermPlan("trimester", "Trimester 2", date(2027, 1, 25), date(2027, 3, 5)),
        by=cast.as_("dana"),
    )
    sent = {"kind": "mini", "label": "January term", "starts_on": "2027-01-04",
            "ends_on": "2027-01-22"}  # fmt: skip

    answer = client_of("dana").post(f"{HOME}years/{year.public_id}/terms/add/", sent)

    assert answer.status_code == 302
    assert [t.label for t in Term.of(cast.school)][1] == "January term"
    page = client_of("dana").get(f"{HOME}years/").text
    assert "Mini-term" in page
    choices = client_of("dana").get(f"{HOME}years/add/").text
    assert "Mini-term" not in choices  # a year is not divided into them


def test_terms_of_another_school_are_not_there(cast, client_of):
    term = Term.of(cast.north)[0]

    assert client_of("dana").get(f"{HOME}terms/{term.public_id}/").status_code == 404
    plan = TermPlan("own", "Ours", date(2026, 9, 1), date(2026, 9, 20))
    with pytest.raises(PermissionDenied):
        change_term(term, plan, by=cast.as_("dana"))


def test_pages_cost_the_same_however_much_is_on_them(cast, client_of, django_assert_num_queries):
    client = client_of("dana")
    for number in range(3):
        days = {"starts_on": date(2028 + number, 9, 1), "ends_on": date(2029 + number, 6, 1)}
        add_year(by=cast.as_("dana"), label=f"Year {number}", **days)
        if number in (0, 2):
            with django_assert_num_queries(4):
                client.get(f"{HOME}years/")
            with django_assert_num_queries(4):
                client.get(f"{HOME}hats/")
