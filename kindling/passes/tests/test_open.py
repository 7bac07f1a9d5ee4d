"""Opening a pass: whose it is, what it shows, and what it never does."""

from __future__ import annotations

import pytest
import time_machine
from django.utils import timezone

from kindling.history.models import Event
from kindling.passes.actions import make_pass
from kindling.passes.models import Pass, PassDevice, PassUse
from kindling.passes.tests.conftest import words_of
from kindling.passes.tokens import token_of


def test_the_page_says_whose_it_is(client, door):
    answer = client.get(door)

    assert answer.status_code == 200
    assert words_of(answer).startswith("Kindling For Sam Ito · Harbor View Not you?")
    assert "seen: ['day-1']" in answer.content.decode().replace("&#39;", "'")


def test_opening_changes_nothing_but_the_log(client, door):
    events = Event.objects.count()

    client.get(door)
    client.get(door)

    assert [use.what for use in PassUse.objects.all()] == ["opened"]
    assert (Event.objects.count(), PassDevice.objects.count()) == (events, 0)


def test_a_mail_scanner_that_asks_for_the_head_leaves_no_trace(client, door):
    client.head(door)

    assert PassUse.objects.count() == 0


def test_who_is_signed_in_does_not_matter(client_of, door):
    answer = client_of("maya").get(door)

    assert "for Sam Ito" in words_of(answer)
    assert "Maya" not in answer.content.decode()
    assert client_of("maya").get("/harbor-view/").status_code == 200


def test_the_bearer_is_not_signed_in_by_it(client, door):
    client.get(door)

    assert client.get("/harbor-view/").status_code == 302


def test_the_page_speaks_the_bearers_language(client, cast, held, door):
    cast.sam.language = "es"
    cast.sam.save()

    answer = client.get(door, headers={"Accept-Language": "en"})

    assert answer["Content-Language"] == "es"
    assert '<html lang="es" dir="ltr"' in answer.content.decode()


def test_search_engines_and_caches_keep_out(client, door):
    answer = client.get(door)

    assert (answer["X-Robots-Tag"], answer["Cache-Control"]) == (
        "noindex, nofollow",
        "private, no-store",
    )


@pytest.mark.parametrize("change", ["a", "Z", "-", "", "aa"])
def test_a_changed_letter_opens_nothing(client, door, change):
    tampered = f"{door[:-2]}{change}/"
    if tampered == door:
        tampered = f"{door[:-2]}b/"

    answer = client.get(tampered)

    assert answer.status_code == 404
    assert "We do not know this link" in words_of(answer)


def test_an_expired_pass_explains_itself(client, door):
    with time_machine.travel("2026-10-28T13:00:00Z"):
        answer = client.get(door)

    assert answer.status_code == 410
    assert "This link has expired" in words_of(answer)
    assert "Send a new link" in words_of(answer)
    assert [use.what for use in PassUse.objects.all()] == ["expired"]


def test_a_pass_the_school_ended_offers_no_new_one(client, held, door):
    Pass.objects.update(revoked_at=timezone.now())

    answer = client.get(door)

    assert answer.status_code == 410
    assert "The school has ended this link" in words_of(answer)
    assert "Send a new link" not in words_of(answer)


def test_what_nobody_built_yet_is_a_404(client, held, door):
    Pass.objects.update(purpose="something_else")

    assert client.get(door).status_code == 404


def test_guessing_is_stopped(client, cast):
    guesses = [client.get(f"/p/abcdefghjkmnpq.{n}/").status_code for n in range(22)]

    assert guesses == [404] * 20 + [429] * 2


def test_hammering_one_link_is_stopped(client, door):
    answers = [client.get(door) for _ in range(61)]

    assert [answer.status_code for answer in answers] == [200] * 60 + [429]
    assert 0 < int(answers[-1]["Retry-After"]) <= 60
    assert "Please wait a little" in words_of(answers[-1])


def test_two_passes_of_one_person_show_their_own_things(client, cast, held, door):
    other = make_pass(cast.sam, "look", ["day-2"], by=cast.as_("chen"))

    assert "day-1" not in client.get(f"/p/{token_of(other)}/").content.decode()
