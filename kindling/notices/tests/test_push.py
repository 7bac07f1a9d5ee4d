"""Notifications: what a browser decrypts, what is on a lock screen, and when a device is gone."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.utils import timezone
from py_vapid import Vapid

from kindling.accounts.models import AccountEvent, Session
from kindling.kit.http import Refused
from kindling.notices import pushing
from kindling.notices.actions import add_device, notify
from kindling.notices.models import PushDevice
from kindling.notices.tests.browser import Browser, PushService, base64_of
from kindling.notices.tests.conftest import deliver


def forget_keys() -> None:
    pushing.vapid.cache_clear()
    pushing.public_key.cache_clear()


@pytest.fixture(autouse=True)
def _keys(settings):
    settings.PUSH_HOSTS = ["127.0.0.1"]
    yield
    forget_keys()


@pytest.fixture
def service():
    service = PushService()
    service.open()
    yield service
    service.close()


@pytest.fixture
def session(cast, client_of) -> Session:
    client = client_of("ana")
    return Session.objects.get(session_key=client.session.session_key)


@pytest.fixture
def phone(cast, service, session) -> Browser:
    browser = Browser(service, "/phone")
    browser.subscribe(cast.ana.user, session)
    return browser


def tell(cast, **facts):
    """A letter that names a student, to Ana."""
    url = "/harbor-view/students/"
    context = {"bearer": cast.maya.person}
    return notify(cast.ana, "passes/not_me", context, by=cast.as_("chen"), url=url, **facts)


def test_it_reaches_the_browser_and_only_it_can_read_it(cast, phone, service):
    notice = deliver(tell(cast))

    assert (notice.state, notice.channel) == ("sent", "push")
    [told] = phone.read()
    assert told == {
        "title": "Harbor View: a message for you",
        "url": "http://127.0.0.1:8000/harbor-view/students/",
        "tag": notice.public_id,
        "lang": "en",
        "urgent": False,
    }
    [(_path, headers, body)] = service.told
    assert b"Harbor" not in body
    assert (headers["ttl"], headers["urgency"]) == ("86400", "normal")
    assert headers["content-encoding"] == "aes128gcm"


def test_a_lock_screen_names_nobody(cast, phone):
    notice = deliver(tell(cast, urgent=True))

    assert "Maya" in notice.subject + notice.body
    assert "Maya" not in str(phone.read())
    assert phone.read()[0]["title"] == "Harbor View: please look now"


def test_it_is_signed_with_the_key_the_browser_was_given(cast, phone, service):
    deliver(tell(cast))

    headers = {name.lower(): value for name, value in service.told[0][1].items()}
    signed = headers["authorization"].removeprefix("vapid ").split(",")
    told = dict(part.strip().split("=", 1) for part in signed)
    assert told["k"] == pushing.public_key()
    assert Vapid.verify(f"vapid t={told['t']},k={told['k']}")


def test_the_key_follows_from_the_secret_key_or_is_given(settings):
    first = pushing.public_key()
    forget_keys()
    assert pushing.public_key() == first  # on another machine, after a restore

    settings.SECRET_KEY = "another" * 10
    forget_keys()
    other = pushing.public_key()
    assert (other != first, len(other)) == (True, 87)

    given = Vapid()
    given.generate_keys()
    number = given.private_key.private_numbers().private_value.to_bytes(32)
    settings.VAPID_KEY = base64_of(number)
    forget_keys()
    assert pushing.public_key() not in (first, other)


def test_it_is_of_use_as_long_as_the_notice(cast, phone, service):
    deliver(tell(cast, until=timezone.now() + timedelta(minutes=10), urgent=True))

    headers = service.told[0][1]
    assert 590 <= int(headers["ttl"]) <= 600
    assert headers["urgency"] == "high"


@pytest.mark.parametrize("status", [404, 410])
def test_a_browser_that_is_gone_is_forgotten_and_mail_goes(
    cast, phone, service, open_office, status
):
    service.answers["/phone"] = status

    notice = deliver(tell(cast))

    assert (notice.state, notice.channel) == ("sent", "email")
    assert list(notice.log.order_by("pk").values_list("channel", "ended")) == [
        ("push", "later"), ("email", "sent"),
    ]  # fmt: skip
    assert not PushDevice.alive(cast.ana.user_id).exists()
    assert len(open_office.messages) == 1


def test_a_push_service_in_trouble_keeps_the_device_and_mail_goes(
    cast, phone, service, open_office
):
    service.answers["/phone"] = 503

    notice = deliver(tell(cast))

    assert (notice.state, notice.channel, PushDevice.objects.count()) == ("sent", "email", 1)


def test_a_push_service_that_cannot_be_reached_lets_mail_go(cast, phone, service, open_office):
    service.close()

    assert deliver(tell(cast)).channel == "email"


def test_one_of_two_devices_is_enough(cast, phone, service, session, open_office):
    tablet = Browser(service, "/tablet")
    tablet.subscribe(cast.ana.user, session)
    service.answers["/phone"] = 410

    notice = deliver(tell(cast))

    assert (notice.state, notice.channel) == ("sent", "push")
    assert len(tablet.read()) == 1
    assert PushDevice.alive(cast.ana.user_id).count() == 1


def test_links_and_codes_that_open_something_never_go_this_way(cast, phone):
    by = cast.as_("chen")
    link = notify(cast.ana, "passes/renewed", {}, by=by, link_id="abcdefghjkmnpq")
    code = notify(cast.ana, "passes/code", {}, by=by, code="123456")

    assert [notice.ways for notice in (link, code)] == [["email", "sms"]] * 2


def test_signing_out_ends_it(cast, client_of, service):
    client = client_of("ana")
    session = Session.objects.get(session_key=client.session.session_key)
    Browser(service, "/phone").subscribe(cast.ana.user, session)

    client.post("/sign-out/")

    assert PushDevice.objects.count() == 0
    assert tell(cast).ways == ["email", "sms"]


def test_an_old_session_gets_nothing(cast, phone, session):
    Session.objects.filter(pk=session.pk).update(expire_date=timezone.now())

    assert tell(cast).ways == ["email", "sms"]


def test_the_same_browser_with_another_person_belongs_to_the_other(cast, phone, session):
    phone.subscribe(cast.dana.user, session)

    assert [device.user for device in PushDevice.objects.all()] == [cast.dana.user]


def test_an_eleventh_device_takes_the_place_of_the_oldest(cast, service, session):
    for n in range(11):
        Browser(service, f"/{n}").subscribe(cast.ana.user, session)

    kept = sorted(device.endpoint.rsplit("/", 1)[1] for device in PushDevice.objects.all())
    assert kept == sorted(str(n) for n in range(1, 11))


@pytest.mark.parametrize(
    "endpoint",
    [
        "https://169.254.169.254/latest/", "http://127.0.0.1.evil.example/", "file:///etc/passwd",
        "https://fcm.googleapis.com.evil.example/x", "http://fcm.googleapis.com/x",
        "https://user@fcm.googleapis.com/x", "https://[", "",
    ],
)  # fmt: skip
def test_only_a_browser_makers_push_service_is_spoken_to(cast, settings, session, endpoint):
    settings.PUSH_HOSTS = ["fcm.googleapis.com"]

    with pytest.raises(Refused):
        add_device(cast.ana.user, session, endpoint=endpoint, p256dh="x", auth="y")


def test_on_and_off_on_the_page(cast, client_of, service):
    client = client_of("ana")
    browser = Browser(service, "/phone")

    assert client.get("/you/push/key/").json() == {"key": pushing.public_key()}
    answer = client.post("/you/push/", browser.subscription)
    assert (answer.status_code, answer.url) == (302, "/you/#notifications")
    device = PushDevice.objects.get()
    assert device.user == cast.ana.user
    assert "Turn off" in client.get("/you/").content.decode()

    client.post(f"/you/push/{device.public_id}/end/")
    assert PushDevice.objects.count() == 0
    assert list(AccountEvent.objects.values_list("verb", flat=True)) == ["push.on", "push.off"]


def test_nobody_turns_off_somebody_elses(cast, phone, client_of):
    device = PushDevice.objects.get()

    assert client_of("dana").post(f"/you/push/{device.public_id}/end/").status_code == 404


@pytest.mark.parametrize(("field", "value"), [("p256dh", "AAAA"), ("auth", "§"), ("endpoint", "")])
def test_what_is_no_subscription_is_not_kept(cast, client_of, service, field, value):
    sent = Browser(service, "/phone").subscription | {field: value}

    assert client_of("ana").post("/you/push/", sent).status_code == 422
    assert PushDevice.objects.count() == 0
