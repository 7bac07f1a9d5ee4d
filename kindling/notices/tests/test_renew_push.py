"""A browser's maker gives it another address: notifications go on without a tap."""

from __future__ import annotations

import pytest

from kindling.accounts.models import AccountEvent, Session
from kindling.notices import pushing
from kindling.notices.models import PushDevice
from kindling.notices.tests.browser import Browser, PushService
from kindling.notices.tests.conftest import deliver
from kindling.notices.tests.test_push import tell

RENEW = "/you/push/renew/"


@pytest.fixture
def service(settings):
    settings.PUSH_HOSTS = ["127.0.0.1"]
    service = PushService()
    service.open()
    yield service
    service.close()


@pytest.fixture
def phone(cast, client_of, service):
    """Ana is signed in and has turned it on."""
    client = client_of("ana")
    session = Session.objects.get(session_key=client.session.session_key)
    Browser(service, "/old").subscribe(cast.ana.user, session)
    return client


def test_the_browser_goes_on_at_the_new_address(cast, phone, service):
    new = Browser(service, "/new")

    asked = phone.get(RENEW).json()
    answer = phone.post(RENEW, new.subscription)

    assert (asked["key"], bool(asked["csrf"])) == (pushing.public_key(), True)
    assert (answer.status_code, answer.json()) == (200, {})
    assert deliver(tell(cast)).channel == "push"
    assert [path for path, _headers, _body in service.told] == ["/new"]
    assert PushDevice.objects.count() == 1
    assert list(AccountEvent.objects.values_list("verb", flat=True)) == ["push.on", "push.renew"]


def test_also_when_the_push_service_had_ended_the_old_one(cast, phone, service, open_office):
    service.answers["/old"] = 410
    assert deliver(tell(cast)).channel == "email"

    phone.post(RENEW, Browser(service, "/new").subscription)

    assert deliver(tell(cast)).channel == "push"


def test_a_browser_in_which_it_is_off_stays_off(cast, client_of, service):
    new = Browser(service, "/new").subscription

    assert client_of("dana").get(RENEW).status_code == 404
    assert client_of("dana").post(RENEW, new).status_code == 404
    assert PushDevice.objects.count() == 0


def test_another_person_in_the_same_browser_does_not_take_it_over(cast, phone, client_of, service):
    answer = client_of("dana").post(RENEW, Browser(service, "/new").subscription)

    assert answer.status_code == 404
    assert not PushDevice.objects.filter(endpoint__endswith="/new").exists()


def test_who_signed_out_is_told_so_in_json(phone, service):
    phone.logout()

    assert phone.get(RENEW).status_code == 401
    assert phone.post(RENEW, Browser(service, "/new").subscription).status_code == 401


@pytest.mark.parametrize(
    ("sent", "status"), [({"auth": "x"}, 422), ({"endpoint": "https://10.0.0.1/x"}, 409)]
)
def test_what_is_no_subscription_changes_nothing(phone, service, sent, status):
    answer = phone.post(RENEW, Browser(service, "/new").subscription | sent)

    assert answer.status_code == status
    assert PushDevice.objects.get().endpoint.endswith("/old")
