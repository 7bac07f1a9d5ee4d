"""A machine translates where the school said yes; it is marked, and what was said stays."""

import pytest
from django.core import mail as outbox

from kindling.consents.actions import use_purpose
from kindling.consents.models import Consent, Purpose
from kindling.consents.tests.asking import ask, say
from kindling.conversations import actions
from kindling.conversations.models import Message
from kindling.conversations.queries.threads import thread_page
from kindling.conversations.rules import messages_of
from kindling.conversations.tests.talking import ana_writes
from kindling.translation.tests.speaking import translator

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture
def asked(settings):
    """A translator on this machine, and what it was asked."""
    with translator() as (where, asked):
        settings.TRANSLATE_URL = where
        yield asked


def says_yes(cast):
    facts = {"answers_from": None, "answers_until": None}
    actions.choose(**facts, translates=True, by=cast.as_("dana"))


def letter_to(person) -> str:
    return next(one.body for one in outbox.outbox if one.to == [person.email])


def test_rosa_reads_it_in_spanish_with_what_was_written_below(cast, asked):
    says_yes(cast)

    message = ana_writes(cast, "Luis did well.")

    body = letter_to(cast.rosa)
    assert body.index("«Luis did well.»") < body.index("\nLuis did well.\n")
    assert (message.text, Message.objects.get().translations) == (
        "Luis did well.", {"es": "«Luis did well.»"},
    )  # fmt: skip


def test_on_the_page_each_reads_their_language_first(cast, asked):
    says_yes(cast)
    thread = ana_writes(cast, "Luis did well.").thread

    def line(name):
        page = thread_page(cast.as_(name), thread, messages_of(thread))
        return page.lines[0].words

    assert (line("rosa").text, line("rosa").original) == ("«Luis did well.»", "Luis did well.")
    assert (line("ana").text, line("ana").original) == ("Luis did well.", "")


def test_without_the_schools_yes_nothing_leaves(cast, asked):
    ana_writes(cast, "Luis did well.")

    assert asked == []
    assert "Luis did well." in letter_to(cast.rosa)


def test_a_translator_that_is_away_holds_nothing_up(cast, settings):
    settings.TRANSLATE_URL = "http://127.0.0.1:9"
    says_yes(cast)

    ana_writes(cast, "Luis did well.")

    assert "Luis did well." in letter_to(cast.rosa)


def test_safety_does_not_wait_for_a_machine(cast, asked):
    says_yes(cast)

    message = ana_writes(cast, "Luis is at the hospital.", urgent=True)

    assert len([one for one in outbox.outbox if one.to == [cast.rosa.email]]) == 1
    assert "«" not in letter_to(cast.rosa)
    message.refresh_from_db()
    assert message.translations == {"es": "«Luis is at the hospital.»"}


@pytest.mark.parametrize(
    ("says", "is_sent"), [("", False), ("yes", True), ("no", False), ("back", False)]
)
def test_where_the_school_asks_a_machine_reads_it_only_with_the_familys_yes(
    cast, asked, says, is_sent
):
    says_yes(cast)
    consent = ask(cast, "machine")
    outbox.outbox.clear()
    if says:
        say(cast, consent, "yes" if says == "back" else says)
    if says == "back":
        say(cast, consent, "back")

    ana_writes(cast, "Luis did well.")

    assert bool(asked) == is_sent
    assert ("«Luis did well.»" in letter_to(cast.rosa)) == is_sent
    assert "Luis did well." in letter_to(cast.rosa)


def test_a_no_counts_though_the_school_asks_no_more(cast, asked):
    says_yes(cast)
    say(cast, ask(cast, "machine"), "no")
    machine = Purpose.objects.get(school=cast.school, kind="machine")
    use_purpose(machine, is_used=False, by=cast.as_("dana"))

    ana_writes(cast, "Luis did well.")

    assert asked == []


def test_who_reads_the_original_is_told_why_and_shown_to_an_interpreter(cast, asked, client_of):
    says_yes(cast)
    ask(cast, "machine")
    thread = ana_writes(cast, "Luis did well.").thread
    text = Message.objects.get()

    def told():
        pages = [thread_page(cast.as_(name), thread, [text]) for name in ("rosa", "ana")]
        return [page.asks_machine for page in pages]

    before = told()
    page = client_of("rosa").get(f"/harbor-view/messages/{thread.public_id}/").text
    say(cast, Consent.objects.get(kind="machine"), "yes")

    assert (before, told()) == ([True, False], [False, False])
    assert page.count("/interpreter/") == 1
