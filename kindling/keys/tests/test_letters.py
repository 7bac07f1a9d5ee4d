"""Letters that sign in: in the outbox, without what they hold."""

from __future__ import annotations

from datetime import timedelta

import pytest
import time_machine
from django.core import mail
from django.utils import timezone
from django_tasks_db.models import DBTaskResult

from kindling.accounts.models import SignInLink, User
from kindling.keys.actions.letters import mail_link, mail_reset
from kindling.kit.tokens import hash_of
from kindling.notices.actions import (
    choose_way,
    enqueue_due_notices,
    notify,
    release_held_notices,
    send_again,
)
from kindling.notices.models import Notice
from kindling.notices.tests.conftest import office, open_office  # noqa: F401 (fixtures)
from kindling.schools.models import Membership, Person
from kindling.schools.roles import Role

EMAIL = "ana@harbor-view.example.org"


def ask(email: str = EMAIL, onward: str = "") -> Notice | None:
    """Ask for a link; return the letter in the outbox."""
    mail_link.func(email, "en", onward)
    return Notice.objects.order_by("-pk").first()


def link_in(body: str) -> str:
    return next(word for word in body.split() if "/sign-in/link/" in word)


def token_in(body: str) -> str:
    return link_in(body).rsplit("/link/", 1)[1].partition("/")[0]


def test_the_letter_stands_in_the_outbox_and_was_sent(cast):
    letter = ask(onward="/harbor-view/places/")

    [sent] = mail.outbox
    assert (letter.kind, letter.state, letter.person) == ("keys/link", "sent", cast.ana)
    assert (sent.to, sent.subject) == ([EMAIL], "Your link to sign in")
    assert link_in(sent.body).endswith("/?next=%2Fharbor-view%2Fplaces%2F")
    assert SignInLink.alive(token_in(sent.body)).get().user == cast.ana.user


@pytest.mark.parametrize("ask_for", [mail_link, mail_reset])
def test_nobody_else_reads_the_link(cast, client_of, ask_for):
    ask_for.func(EMAIL, "en", *([""] if ask_for is mail_link else []))
    letter = Notice.objects.get()
    secret = next(w for w in mail.outbox[0].body.split() if "/sign-in/" in w)

    kept = " ".join(str(value) for value in vars(letter).values())
    pages = ["outbox/", f"outbox/{letter.public_id}/"]
    shown = [client_of("dana").get(f"/harbor-view/{page}").content.decode() for page in pages]

    assert [secret.split("/")[-2] in text for text in (kept, *shown)] == [False, False, False]
    assert ["[personal link]" in text for text in shown] == [True, True]


def test_it_goes_to_the_address_they_sign_in_with_and_by_no_other_way(cast):
    Person.objects.filter(pk=cast.ana.pk).update(email="work@example.org")
    choose_way(cast.ana, "other", "sms", by=cast.as_("ana"))

    letter = ask()

    assert (letter.ways, letter.address, mail.outbox[0].to) == (["email"], EMAIL, [EMAIL])


def test_in_the_persons_language(cast):
    Person.objects.filter(pk=cast.rosa.pk).update(language="es")

    assert ask("rosa@harbor-view.example.org").language == "es"


def test_at_the_school_to_which_they_want(cast):
    there = Person.objects.create(
        school=cast.north, given_name="Ana", user=cast.ana.user, name="Ana", sort_name="ana"
    )
    Membership.objects.create(
        school=cast.north, person=there, role=Role.ADVISOR, since_on="2026-09-01"
    )

    assert ask(onward="/northgate/places/").person == there
    assert ask(onward="/harbor-view/").person == cast.ana
    assert ask().person == cast.ana


def test_somebody_of_no_school_gets_one_too(cast):
    User.objects.create_user("office", "office@example.org")

    ask("office@example.org")
    mail_reset.func("office@example.org", "en")

    assert [one.to for one in mail.outbox] == [["office@example.org"]] * 2
    assert (mail.outbox[0].subject, Notice.objects.count()) == (
        "Your link to sign in · Kindling",
        0,
    )
    assert SignInLink.alive(token_in(mail.outbox[0].body)).exists()


def test_it_is_tried_again_with_a_link_of_its_own(cast, office, request):  # noqa: F811
    start = timezone.now()
    letter = ask()
    assert (letter.state, letter.tries) == ("queued", 1)

    server = request.getfixturevalue("open_office")
    with time_machine.travel(start + timedelta(minutes=5, seconds=1)):
        enqueue_due_notices()
    letter.refresh_from_db()

    body = server.messages[0].get_body(("plain",)).get_content()
    first, second = SignInLink.objects.order_by("pk")
    assert (letter.state, second.token_hash) == ("sent", hash_of(token_in(body)))
    assert second.expires_at - first.expires_at > timedelta(minutes=5)
    lasts = second.expires_at - (start + timedelta(minutes=15))
    assert timedelta() <= lasts < timedelta(seconds=30)  # ten minutes from when it left


def test_after_an_hour_nobody_waits_for_it(cast, office):  # noqa: F811
    letter = ask()

    with time_machine.travel(timezone.now() + timedelta(minutes=61)):
        enqueue_due_notices()
    letter.refresh_from_db()

    assert (letter.state, SignInLink.objects.count()) == ("dropped", 1)


def test_it_goes_alone_after_an_outage(cast):
    letter = ask()
    other = notify(cast.ana, "passes/renewed", {}, by=cast.as_("chen"))
    third = notify(cast.ana, "passes/renewed", {}, by=cast.as_("chen"))
    held = {"state": "held", "next_at": timezone.now(), "channel": "email", "until": None}
    Notice.objects.update(**held)

    release_held_notices()

    states = [Notice.objects.get(pk=one.pk).state for one in (letter, other, third)]
    assert states == ["queued", "queued", "bundled"]


def test_sending_it_again_makes_a_new_link(cast, django_capture_on_commit_callbacks):
    letter = ask()

    with django_capture_on_commit_callbacks(execute=True):
        send_again(letter, by=cast.as_("dana"))

    first, second = (token_in(one.body) for one in mail.outbox)
    assert (first == second, SignInLink.alive(second).exists()) == (False, True)


def test_who_cannot_sign_in_any_more_gets_no_link(cast, django_capture_on_commit_callbacks):
    letter = ask()
    User.objects.filter(pk=cast.ana.user.pk).update(is_active=False)

    with django_capture_on_commit_callbacks(execute=True):
        send_again(letter, by=cast.as_("dana"))

    assert (SignInLink.objects.count(), "/sign-in/link/" in mail.outbox[1].body) == (1, False)


def test_it_stands_before_the_others_in_the_queue(
    cast, settings, django_capture_on_commit_callbacks
):
    settings.TASKS = {"default": {"BACKEND": "django_tasks_db.DatabaseBackend"}}
    with django_capture_on_commit_callbacks(execute=True):
        notify(
            cast.ana,
            "sites/declined",
            {"suggestion": {"name": "x", "reason": ""}},
            by=cast.as_("chen"),
        )
        notify(cast.ana, "passes/renewed", {}, by=cast.as_("chen"))
    mail_link.enqueue(EMAIL, "en", "")

    rows = DBTaskResult.objects.order_by("task_path", "priority")
    rows = rows.values_list("task_path", "priority")
    assert [(path.rpartition(".")[2], priority) for path, priority in rows] == [
        ("mail_link", 50),
        ("deliver_notice", 0),
        ("deliver_notice", 50),
    ]


def test_looking_at_the_demos_outbox_makes_no_link(cast, client):
    from kindling.schools import world  # noqa: PLC0415
    from kindling.schools.models import Installation  # noqa: PLC0415

    ask()
    Installation.objects.update(is_demo=True)
    world.forget()
    mail_count = SignInLink.objects.count()

    shown = client.get("/outbox/").content.decode()

    assert ("[personal link]" in shown, SignInLink.objects.count()) == (True, mail_count)
