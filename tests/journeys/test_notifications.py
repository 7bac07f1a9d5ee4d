"""Ana taps once, and what the school writes stands on her phone, without a name."""

from __future__ import annotations

import json

import pytest
from playwright.sync_api import expect

from kindling.notices.actions import notify
from kindling.notices.models import Notice
from kindling.notices.tests.browser import Browser, PushService
from tests.conftest import PHONE

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]

# The browser maker's push service cannot be reached from here: one on this machine stands for it.
SUBSCRIBES = """([endpoint, p256dh, auth]) => {
  window.asked = 0;
  const ask = Notification.requestPermission.bind(Notification);
  Notification.requestPermission = () => { window.asked += 1; return ask(); };
  PushManager.prototype.getSubscription = async () => null;
  PushManager.prototype.subscribe = async (options) => ({
    toJSON: () => {
      sessionStorage.key_bytes = options.applicationServerKey.length;
      return { endpoint, keys: { p256dh, auth } };
    },
  });
}"""

SHOWN = """async () => {
  const worker = await navigator.serviceWorker.ready;
  for (let tries = 0; tries < 50; tries += 1) {
    const found = await worker.getNotifications();
    if (found.length) return found.map((one) => [one.title, one.body, one.data.url]);
    await new Promise((done) => setTimeout(done, 100));
  }
  return [];
}"""


@pytest.fixture(scope="module")
def browser(whole_browser):
    return whole_browser


@pytest.fixture
def service(settings):
    settings.PUSH_HOSTS = ["127.0.0.1"]
    service = PushService()
    service.open()
    yield service
    service.close()


def deliver(page, told: dict) -> None:
    """Hand a decrypted message to the service worker, as the browser does."""
    tools, found = page.context.new_cdp_session(page), []
    tools.on(
        "ServiceWorker.workerRegistrationUpdated", lambda told: found.extend(told["registrations"])
    )
    page.evaluate("navigator.serviceWorker.ready.then(() => true)")  # one that starts hears nothing
    tools.send("ServiceWorker.enable")
    page.wait_for_timeout(300)
    registration = found[-1]
    tools.send(
        "ServiceWorker.deliverPushMessage",
        {
            "origin": page.evaluate("location.origin"),
            "registrationId": registration["registrationId"],
            "data": json.dumps(told),
        },
    )


def test_a_tap_brings_notifications_to_this_phone(cast, open_page, sign_in, service, worker):
    browser = Browser(service, "/ana")
    phone = sign_in(open_page(**PHONE, permissions=["notifications"]), cast.ana)
    keys = list(browser.subscription.values())
    phone.add_init_script(f"({SUBSCRIBES})({json.dumps(keys)})")
    phone.goto("/you/")
    assert phone.evaluate("window.asked") == 0  # never on load

    phone.get_by_role("button", name="Notify me on this device").click()
    expect(phone.get_by_text("Notifications come to this device from now on.")).to_be_visible()
    assert phone.evaluate("sessionStorage.key_bytes") == "65"

    context = {"bearer": cast.maya.person}
    notify(cast.ana, "passes/not_me", context, by=cast.as_("chen"), url="/harbor-view/students/")
    worker.drain()
    [told] = browser.read()
    assert Notice.objects.get().channel == "push"

    deliver(phone, told)
    url = "http://127.0.0.1:8000/harbor-view/students/"
    assert phone.evaluate(SHOWN) == [["Harbor View: a message for you", "", url]]

    phone.get_by_role("button", name="Turn off").click()
    expect(phone.get_by_text("No notifications come to that device any more.")).to_be_visible()


def test_without_javascript_the_page_says_what_is_missing(cast, open_page, sign_in):
    plain = sign_in(open_page(**PHONE, java_script_enabled=False), cast.ana)
    plain.goto("/you/")

    expect(plain.get_by_text("This browser shows no notifications here.")).to_be_visible()
    expect(plain.get_by_role("button", name="Notify me on this device")).to_be_hidden()


# What a browser does by itself when its maker gives it another address: only the worker hears of it.
CHANGES = """async ([endpoint, p256dh, auth]) => {
  PushManager.prototype.getSubscription = async () => null;
  PushManager.prototype.subscribe = async (options) => ({
    endpoint, toJSON: () => ({ endpoint, keys: { p256dh, auth } }),
  });
  const event = new Event("pushsubscriptionchange");
  let done;
  event.waitUntil = (work) => { done = work; };
  self.dispatchEvent(event);
  await done;
}"""


def test_the_worker_subscribes_anew_when_the_browser_changes_its_address(
    cast, open_page, sign_in, service, worker
):
    old, new = Browser(service, "/old"), Browser(service, "/new")
    phone = sign_in(open_page(**PHONE, permissions=["notifications"]), cast.ana)
    phone.add_init_script(f"({SUBSCRIBES})({json.dumps(list(old.subscription.values()))})")
    phone.goto("/you/")
    phone.get_by_role("button", name="Notify me on this device").click()
    expect(phone.get_by_text("Notifications come to this device from now on.")).to_be_visible()

    [script] = phone.context.service_workers
    script.evaluate(CHANGES, list(new.subscription.values()))

    notify(cast.ana, "passes/not_me", {"bearer": cast.maya.person}, by=cast.as_("chen"))
    worker.drain()
    assert [path for path, _headers, _body in service.told] == ["/new"]
