"""Sending for real: what arrives, what is tried again, and what is given up."""

from __future__ import annotations

from datetime import timedelta

import pytest
import time_machine
from aiosmtpd.controller import Controller
from django.utils import timezone
from django.utils.translation import override

from kindling.kit.signing import address_of_id
from kindling.notices.actions import (
    deliver_notice,
    enqueue_due_notices,
    free_stuck_notices,
    notify,
)
from kindling.notices.models import Notice
from kindling.notices.tests.conftest import deliver


def test_a_mail_arrives_in_text_and_html_with_its_link(open_office, notice):
    deliver(notice)

    [mail] = open_office.messages
    link = address_of_id("abcdefghjkmnpq")
    text, html = (mail.get_body((kind,)).get_content() for kind in ("plain", "html"))
    assert (notice.state, notice.error, notice.tries) == ("sent", "", 1)
    assert (mail["To"], mail["Subject"]) == (
        "ana@harbor-view.example.org",
        "Your new link from Harbor View",
    )
    assert link in text.splitlines()
    assert f'href="{link}"' in html
    assert "Harbor View · 555 0100" in text


def test_names_are_safe_in_the_html_and_plain_in_the_text(open_office, cast):
    cast.ana.given_name = "<b>D'Or</b>"
    cast.ana.compose().save()

    deliver(notify(cast.ana, "passes/renewed", {}, by=cast.as_("chen")))

    [mail] = open_office.messages
    assert "Hi <b>D'Or</b>," in mail.get_body(("plain",)).get_content()
    assert "Hi &lt;b&gt;D&#39;Or&lt;/b&gt;," in mail.get_body(("html",)).get_content()


def test_each_reads_their_own_language_whatever_the_writers_is(open_office, cast):
    with override("en"):
        deliver(notify(cast.rosa, "passes/renewed", {}, by=cast.as_("chen")))

    html = open_office.messages[0].get_body(("html",)).get_content()
    assert '<html lang="es" dir="ltr">' in html


def test_a_4xx_is_tried_again_later_and_later(open_office, notice):
    open_office.to_recipient = "451 Try again later"

    waits = []
    for _ in range(5):
        began = timezone.now()
        deliver(notice)
        waits.append(round((notice.next_at - began) / timedelta(minutes=1)))

    assert (notice.state, waits) == ("queued", [1, 5, 30, 120, 480])
    assert notice.error == "The mail server refused the address: 451 Try again later"

    deliver(notice)
    assert (notice.state, notice.tries) == ("failed", 6)


def test_a_5xx_fails_at_once_and_says_why(open_office, notice):
    open_office.to_recipient = "550 No such user here"

    deliver(notice)

    assert (notice.state, notice.tries) == ("failed", 1)
    assert notice.error == "The mail server refused the address: 550 No such user here"


def test_a_mail_refused_for_its_content_says_so(open_office, notice):
    open_office.to_data = "554 This looks like spam"

    assert deliver(notice).error == "The mail server refused the mail: 554 This looks like spam"


def test_a_server_that_was_down_gets_the_mail_when_it_is_up(office, notice):
    deliver(notice)
    assert notice.state == "queued"
    assert notice.error.startswith("The mail server cannot be reached: ")

    controller = Controller(office, hostname="127.0.0.1", port=office.port)
    controller.start()
    try:
        with time_machine.travel(notice.next_at + timedelta(seconds=1)):
            enqueue_due_notices()
    finally:
        controller.stop()

    notice.refresh_from_db()
    assert (notice.state, len(office.messages)) == ("sent", 1)


def test_what_is_not_due_is_left_alone(office, notice):
    deliver(notice)

    enqueue_due_notices()

    notice.refresh_from_db()
    assert notice.tries == 1


def test_a_notice_is_sent_once_however_often_it_is_queued(open_office, notice):
    assert [deliver_notice.func(notice.pk) for _ in range(3)] == ["sent"] + ["not waiting"] * 2
    assert len(open_office.messages) == 1


def test_a_lost_task_is_made_again(open_office, notice):
    with time_machine.travel(notice.next_at + timedelta(seconds=1)):
        enqueue_due_notices()

    notice.refresh_from_db()
    assert notice.state == "sent"


def test_what_a_killed_worker_held_is_sent_by_another(open_office, notice):
    Notice.objects.update(state="sending", tries=1, next_at=timezone.now() + timedelta(minutes=5))

    free_stuck_notices()
    assert Notice.objects.get().state == "sending"

    with time_machine.travel(timezone.now() + timedelta(minutes=6)):
        free_stuck_notices()
        enqueue_due_notices()

    assert (Notice.objects.get().state, len(open_office.messages)) == ("sent", 1)


def test_what_kills_every_worker_is_given_up(notice):
    Notice.objects.update(state="sending", tries=6, next_at=timezone.now())

    free_stuck_notices()

    assert Notice.objects.get().state == "failed"


def test_without_a_mail_server_it_is_kept_and_says_so(settings, notice):
    settings.MAILERS = {"default": {"BACKEND": "django.core.mail.backends.dummy.EmailBackend"}}

    deliver(notice)

    assert (notice.state, notice.get_state_display()) == ("kept", "Kept here, not sent")


def test_a_code_is_erased_once_it_is_sent(open_office, cast):
    notice = notify(cast.ana, "passes/code", {}, by=cast.as_("chen"), code="123456")

    deliver(notice)

    assert "123456" in open_office.messages[0].get_body(("plain",)).get_content()
    assert notice.code == ""


@pytest.mark.parametrize("address", ["no address", "two@@example.org", "line\nbreak@example.org"])
def test_an_address_that_is_none_is_given_up(open_office, notice, address):
    Notice.objects.update(address=address)

    deliver(notice)

    assert (notice.state, open_office.messages) == ("failed", [])
