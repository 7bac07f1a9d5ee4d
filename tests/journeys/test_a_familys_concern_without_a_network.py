"""Rosa brings what weighs on her while the network is gone: it is not lost, and it is not two."""

from __future__ import annotations

import pytest
from playwright.sync_api import expect

from kindling.concerns.actions import tell_of
from kindling.concerns.models import FamilyConcern, TellingReply
from kindling.concerns.tests.bringing import an_incident, link_of
from kindling.passes.models import Pass
from kindling.passes.tokens import token_of
from kindling.questions.tests.recordings import webm
from kindling.uploads.models import Upload

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]

WORDS = "Llega a casa con hambre."
MORE = "Y muy cansado."
VOICE = {"name": "voice.webm", "mimeType": "audio/webm", "buffer": webm()}


@pytest.fixture(autouse=True)
def dead_network_is_expected(guard):
    guard.allow("ERR_INTERNET_DISCONNECTED|ERR_FAILED|ERR_ABORTED|ERR_EMPTY_RESPONSE")


def arrived(page) -> None:
    """The page says so, shows the words, and keeps none of them in the browser any more."""
    expect(page.locator(".toast")).to_be_visible(timeout=20_000)
    expect(page.locator("section.card p", has_text=WORDS)).to_be_visible()
    keys = page.evaluate("Object.keys(localStorage)")
    assert [key for key in keys if key.startswith("kindling-words")] == []


def words_of(page):
    return page.locator("keep-words textarea[name=text]")


def send(page) -> None:
    page.locator("keep-words button[type=submit]").click()


def kept_here(page):
    return page.locator("keep-words [role=status]").last


def page_of(cast) -> str:
    return f"/harbor-view/concerns/of/{cast.luis.public_id}/"


def test_words_sent_without_a_network_arrive_once_when_it_is_back(cast, phone, sign_in):
    sign_in(phone, cast.rosa).goto(page_of(cast))
    phone.locator("input[name=about][value=safety]").check()
    words_of(phone).fill(WORDS)
    phone.context.set_offline(True)
    phone.locator("keep-words button[type=submit]").dblclick()
    expect(kept_here(phone)).to_contain_text("Sin red")
    expect(words_of(phone)).to_have_value(WORDS)

    phone.context.set_offline(False)
    arrived(phone)
    phone.reload()

    assert [(one.text, one.about) for one in FamilyConcern.objects.all()] == [(WORDS, "safety")]


def test_behind_the_link_words_and_voice_of_a_closed_page_go_when_it_is_opened_again(cast, phone):
    door = link_of(cast)
    phone.goto(door)
    phone.locator("input[name=about][value=learning]").check()
    words_of(phone).fill(WORDS)
    phone.locator("input[name=voice]").set_input_files(VOICE)
    phone.locator("input[name=student_reads]").check()
    phone.context.set_offline(True)
    send(phone)
    expect(kept_here(phone)).to_contain_text("Sin red")
    phone.goto("about:blank")

    phone.context.set_offline(False)
    phone.goto(door)
    arrived(phone)

    one = FamilyConcern.objects.get()
    assert (one.text, one.student_reads) == (WORDS, True)
    assert (one.voice.kind, Upload.objects.count()) == ("audio", 1)
    token = door.split("/")[2]
    assert phone.evaluate("token => JSON.stringify(localStorage).includes(token)", token) is False


def test_an_answer_that_got_lost_on_its_way_is_not_a_second_concern(cast, phone, sign_in):
    sign_in(phone, cast.rosa).goto(page_of(cast))
    phone.locator("input[name=about][value=learning]").check()
    words_of(phone).fill(WORDS)

    def takes_it_and_dies(route) -> None:
        route.fetch()
        route.abort()

    phone.route("**/concerns/of/**", takes_it_and_dies, times=1)
    send(phone)
    expect(kept_here(phone)).to_contain_text("Sin red")
    assert FamilyConcern.objects.count() == 1
    phone.goto("/harbor-view/")
    phone.locator("[data-unsent-of] a").click()  # her first page says that it waits
    arrived(phone)

    assert FamilyConcern.objects.count() == 1


def test_who_writes_on_sends_it_themselves_and_half_a_sentence_goes_nowhere(cast, phone, sign_in):
    sign_in(phone, cast.rosa).goto(page_of(cast))
    phone.locator("input[name=about][value=learning]").check()
    words_of(phone).fill(WORDS)
    phone.context.set_offline(True)
    send(phone)
    expect(kept_here(phone)).to_contain_text("Sin red")
    words_of(phone).press_sequentially(" Y m")
    phone.context.set_offline(False)
    phone.wait_for_timeout(6_000)
    assert FamilyConcern.objects.count() == 0
    words_of(phone).fill(f"{WORDS} {MORE}")
    send(phone)
    expect(phone.locator("section.card p", has_text=MORE)).to_be_visible()
    phone.go_back()
    phone.go_forward()
    expect(words_of(phone)).to_have_value("")

    assert [one.text for one in FamilyConcern.objects.all()] == [f"{WORDS} {MORE}"]


def test_a_reply_by_voice_to_what_she_was_told_arrives_once(cast, phone):
    tell_of(an_incident(cast), [cast.rosa], "He is safe.", language="en", by=cast.as_("ana"))
    phone.goto(f"/p/{token_of(Pass.objects.get(purpose='read_telling'))}/")
    phone.locator("input[name=voice]").set_input_files(VOICE)
    phone.context.set_offline(True)
    send(phone)
    expect(kept_here(phone)).to_contain_text("Sin red")
    phone.context.set_offline(False)

    expect(phone.locator("article")).to_be_visible()
    reply = TellingReply.objects.get()
    assert (reply.text, reply.voice.kind) == ("", "audio")
