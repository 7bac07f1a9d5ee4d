"""A site's own closed days."""

from datetime import date

import pytest
from django.core.exceptions import PermissionDenied

from kindling.history.models import Event
from kindling.kit.http import Refused
from kindling.sites.actions import close_site, open_site
from kindling.sites.models import SiteClosure

TODAY = date(2026, 10, 13)


def page_of(site):
    return f"/harbor-view/places/sites/{site.public_id}/closed/"


@pytest.fixture
def site(cast):
    return cast.clinic.site


def close(client, site, **more):
    data = {"label": "Stocktaking", "starts_on": "2026-10-20", "ends_on": "2026-10-22"}
    return client.post(page_of(site), data | more)


def test_the_coordinator_closes_a_site_for_some_days(client_of, site):
    client = client_of("chen")

    answers = [close(client, site).status_code for _ in range(2)]

    closure = SiteClosure.objects.get()
    assert answers == [302, 302]
    assert (closure.site, closure.starts_on.day, closure.ends_on.day) == (site, 20, 22)
    assert Event.objects.filter(verb="site.close_days").count() == 1
    assert "Stocktaking" in client_of("ana").get(page_of(site)).text


def test_one_day_needs_no_last_day(client_of, site):
    close(client_of("chen"), site, ends_on="")

    assert SiteClosure.objects.get().ends_on == date(2026, 10, 20)


@pytest.mark.parametrize(
    ("sent", "says"),
    [
        ({"ends_on": "2026-10-01"}, "Last day: Choose a last day on or after the first day."),
        ({"label": ""}, "Why is it closed?:"),
        ({"starts_on": "soon"}, "First day:"),
    ],
)
def test_an_error_names_the_field_and_nothing_is_saved(client_of, site, sent, says):
    answer = close(client_of("chen"), site, **sent)

    assert answer.status_code == 422
    assert says in answer.text
    assert not SiteClosure.objects.exists()


def test_opened_again_what_was_closed_stays(cast, client_of, site):
    facts = {"site": site, "label": "Move", "by": cast.as_("chen")}
    begun = close_site(**facts, starts_on=date(2026, 10, 12), ends_on=date(2026, 10, 30))
    to_come = close_site(**facts, starts_on=date(2026, 11, 2), ends_on=date(2026, 11, 2))
    over = close_site(**facts, starts_on=date(2026, 10, 1), ends_on=date(2026, 10, 1))

    for one in (begun, to_come):
        client_of("chen").post(f"/harbor-view/places/closures/{one.public_id}/open/")
    with pytest.raises(Refused, match="are over"):
        open_site(over, by=cast.as_("chen"))

    assert [(c.pk, c.ends_on) for c in SiteClosure.objects.order_by("pk")] == [
        (begun.pk, date(2026, 10, 12)), (over.pk, date(2026, 10, 1)),
    ]  # fmt: skip


@pytest.mark.parametrize(("name", "status"), [("ana", 403), ("priya", 403), ("maya", 404)])
def test_others_may_not(cast, client_of, site, name, status):
    assert close(client_of(name), site).status_code == status
    with pytest.raises(PermissionDenied):
        close_site(site, by=cast.as_(name), label="x", starts_on=TODAY, ends_on=TODAY)


def test_another_school_finds_nothing(cast, client_of, site):
    path = page_of(site).replace("harbor-view", "northgate")

    assert client_of("otto").get(path).status_code == 404


def test_the_page_costs_the_same_at_one_and_three(cast, client_of, site, django_assert_num_queries):
    client = client_of("chen")
    for number in range(3):
        day = date(2026, 10, 20 + number)
        close_site(site, by=cast.as_("chen"), label="x", starts_on=day, ends_on=day)
        if number in (0, 2):
            with django_assert_num_queries(5):
                client.get(page_of(site))
