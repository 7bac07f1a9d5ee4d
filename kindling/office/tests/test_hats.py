"""Who wears which hat, from which day on."""

from datetime import date

import pytest
from django.core.exceptions import PermissionDenied

from kindling.kit.http import Refused
from kindling.office.actions.hats import end_hat, give_hat
from kindling.schools.models import Membership
from kindling.schools.roles import Role

HOME = "/harbor-view/settings/"


def test_a_hat_is_given_and_worn(cast, client_of):
    page = f"{HOME}hats/{cast.ana.public_id}/"
    client = client_of("dana")

    answer = client.post(page, {"role": "coordinator", "since_on": "2026-10-13"})

    assert (answer.status_code, answer.url) == (302, f"{HOME}hats/")
    assert cast.as_("ana").is_a(Role.COORDINATOR)
    assert client.post(page, {"role": "coordinator", "since_on": "2026-10-13"}).status_code == 409


@pytest.mark.parametrize(
    "sent",
    [
        {"role": "student", "since_on": "2026-10-13"},
        {"role": "system", "since_on": "2026-10-13"},
        {"role": "staff", "since_on": "2026-10-13", "until_on": "2026-10-12"},
        {"role": "staff", "since_on": ""},
    ],
)
def test_a_wrong_hat_is_not_given(cast, client_of, sent):
    before = Membership.objects.count()

    answer = client_of("dana").post(f"{HOME}hats/{cast.ana.public_id}/", sent)

    assert (answer.status_code, Membership.objects.count()) == (422, before)


def test_a_hat_ends_and_the_row_stays(cast, client_of):
    hat = Membership.objects.get(person=cast.chen)
    path = f"{HOME}hats/{hat.public_id}/end/"
    client = client_of("dana")

    wrong = client.post(path, {"until_on": "2026-08-01"})
    right = client.post(path, {"until_on": "2026-10-12"})

    hat.refresh_from_db()
    assert (wrong.status_code, right.status_code, hat.until_on) == (409, 302, date(2026, 10, 12))
    assert client_of("chen").get("/harbor-view/").status_code == 404


def test_the_last_administrator_stays(cast, admin):
    with pytest.raises(Refused, match="only administrator"):
        end_hat(admin, by=cast.as_("dana"), until_on=date(2026, 10, 13))

    give_hat(cast.chen, Role.ADMINISTRATOR, by=cast.as_("dana"), since_on=date(2026, 10, 13))
    end_hat(admin, by=cast.as_("dana"), until_on=date(2026, 10, 13))

    admin.refresh_from_db()
    assert admin.until_on == date(2026, 10, 13)


def test_an_administrator_who_cannot_sign_in_does_not_count(cast, admin):
    give_hat(cast.sam, Role.ADMINISTRATOR, by=cast.as_("dana"), since_on=date(2026, 10, 13))

    with pytest.raises(Refused, match="only administrator"):
        end_hat(admin, by=cast.as_("dana"), until_on=date(2026, 10, 13))


@pytest.mark.parametrize("name", ["priya", "chen", "ana", "maya"])
def test_others_give_no_hats(cast, name):
    with pytest.raises(PermissionDenied):
        give_hat(cast.ana, Role.ADMINISTRATOR, by=cast.as_(name), since_on=date(2026, 10, 13))


def test_a_stranger_gets_no_hat(cast, client_of):
    with pytest.raises(PermissionDenied):
        give_hat(cast.otto, Role.STAFF, by=cast.as_("dana"), since_on=date(2026, 10, 13))
    page = client_of("dana").get(f"{HOME}hats/{cast.otto.public_id}/")

    assert page.status_code == 404


def test_a_person_is_found_by_name(client_of, cast):
    page = client_of("dana").get(f"{HOME}hats/", {"q": "okaf"}).text

    assert cast.dana.name in page
    assert cast.otto.name not in page
