"""Sites that have gone quiet, the longest silence first."""

from __future__ import annotations

from datetime import date

import pytest
from django.core.exceptions import PermissionDenied

from kindling.outreach import actions
from kindling.outreach.queries.staying import cold_sites, months_before
from kindling.sites.models import Seat, Site
from tests.cast import make_place


def quiet(cast, months: int = 6) -> list[str]:
    return [site.name for site in cold_sites(cast.as_("chen"), months)]


def said(cast, about, on: date) -> None:
    actions.log_contact(about, how="call", on=on, by=cast.as_("chen"))


@pytest.fixture
def old(cast):
    """Every site came two years ago."""
    Site.objects.update(created_at="2024-10-13T12:00Z")
    return cast


def test_the_longest_silence_comes_first(old):
    make_place(old.school, "Bakery", "Baker")
    Site.objects.filter(name="Bakery").update(created_at="2025-10-13T12:00Z")
    said(old, old.shelter.site, date(2026, 1, 5))

    assert quiet(old) == ["Bayside Animal Clinic", "Bakery", "Harbor Animal Shelter"]


def test_a_word_lately_takes_it_off_the_list(old):
    said(old, old.shelter.site, date(2026, 10, 1))
    said(old, old.shelter.site, date(2025, 1, 5))

    assert quiet(old) == ["Bayside Animal Clinic"]


def test_a_word_with_the_organisation_counts_for_its_sites(old):
    said(old, old.shelter.site.organisation, date(2026, 10, 1))

    assert quiet(old) == ["Bayside Animal Clinic"]


def test_where_a_student_is_the_school_is_in_touch(old):
    Seat.objects.filter(opportunity=old.clinic).update(is_taken=True)

    assert quiet(old) == ["Harbor Animal Shelter"]


def test_what_is_left_in_peace_is_not_called_cold(old):
    Site.objects.filter(pk=old.clinic.site.pk).update(shut_until="2030-01-01")
    Site.objects.filter(pk=old.shelter.site.pk).update(rests_until="2026-10-13")

    assert quiet(old) == []


def test_an_advisor_sees_those_they_spoke_with_last(old):
    said(old, old.shelter.site, date(2025, 1, 5))
    actions.log_contact(old.clinic.site, how="call", on=date(2025, 2, 5), by=old.as_("ana"))

    mine = cold_sites(old.as_("ana"), 6, mine=True)

    assert [site.name for site in mine] == ["Bayside Animal Clinic"]


def test_a_new_site_is_not_cold(cast):
    assert quiet(cast) == []


def test_the_school_says_how_many_months(old, client_of):
    said(old, old.shelter.site, date(2026, 8, 1))
    answer = client_of("chen").post("/harbor-view/outreach/settings/", {"cold_months": "2"})

    page = client_of("ana").get("/harbor-view/outreach/").text

    assert answer.status_code == 302
    assert "Harbor Animal Shelter" in page
    with pytest.raises(PermissionDenied):
        actions.choose_outreach(by=old.as_("ana"), cold_months=3)


@pytest.mark.parametrize(
    ("day", "months", "found"),
    [
        (date(2026, 10, 13), 6, date(2026, 4, 13)),
        (date(2026, 1, 31), 2, date(2025, 11, 28)),
        (date(2026, 12, 5), 12, date(2025, 12, 5)),
    ],
)
def test_months_before(day, months, found):
    assert months_before(day, months) == found


def test_the_list_costs_the_same_for_one_and_three(old, client_of, django_assert_num_queries):
    said(old, old.shelter.site, date(2026, 10, 1))
    client = client_of("chen")
    with django_assert_num_queries(5):
        client.get("/harbor-view/outreach/")
    for name in ("Bakery", "Archive"):
        make_place(old.school, name, name)
    Site.objects.update(created_at="2024-10-13T12:00Z")
    with django_assert_num_queries(5):
        client.get("/harbor-view/outreach/")
