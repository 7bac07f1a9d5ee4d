"""In the family's language: marked as a machine's, checked by a person, the original beside it."""

from __future__ import annotations

import pytest
from django.core.exceptions import PermissionDenied

from kindling.consents.tests.asking import ask, say
from kindling.kit.http import Refused
from kindling.narratives import actions, rules
from kindling.narratives.actions.translating import fill_what_waits, try_again
from kindling.narratives.models import Copy, Translation, Version
from kindling.narratives.rules import stamp_of_texts, waiting_translations
from kindling.narratives.tests.writing import PAGE, WORDS, fresh, release_luis, write
from kindling.translation.tests.speaking import translator


@pytest.fixture
def spanish(cast, settings):
    """Luis' narrative is with his family, who read it in Spanish from a machine."""
    with translator() as (url, asked):
        settings.TRANSLATE_URL = url
        actions.choose_translating(True, by=cast.as_("dana"))
        luis = release_luis(cast)
        fill_what_waits.call()
        yield luis, asked


def test_no_word_leaves_before_the_school_says_yes(cast, settings):
    with translator() as (url, asked):
        settings.TRANSLATE_URL = url
        luis = release_luis(cast)
        with pytest.raises(Refused, match="no translator"):
            actions.ask_for_translation(
                Version.objects.get(narrative=luis), "es", by=cast.as_("rosa")
            )
        fill_what_waits.call()
    assert (asked, Translation.objects.count()) == ([], 0)


def test_no_word_leaves_after_the_school_said_no_again(cast, settings):
    with translator() as (url, asked):
        settings.TRANSLATE_URL = url
        actions.choose_translating(True, by=cast.as_("dana"))
        release_luis(cast)
        actions.choose_translating(False, by=cast.as_("dana"))
        fill_what_waits.call()
    assert (asked, Translation.objects.get().state) == ([], "waiting")


def test_a_family_that_does_not_let_a_machine_reads_the_original_and_what_to_do(
    cast, client_of, settings
):
    consent = ask(cast, "machine")
    with translator() as (url, asked):
        settings.TRANSLATE_URL = url
        actions.choose_translating(True, by=cast.as_("dana"))
        luis = release_luis(cast)
        with pytest.raises(Refused, match="translation by a machine"):
            actions.ask_for_translation(
                Version.objects.get(narrative=luis), "es", by=cast.as_("ana")
            )
        page = f"{PAGE}{luis.public_id}/?language=es"
        before = client_of("rosa").get(page).text
        sent_before = list(asked)
        say(cast, consent, "yes")
        after = client_of("rosa").get(page).text

    assert (sent_before, Translation.objects.count()) == ([], 0)
    assert [WORDS in before, "/translate/" in before, "/translate/" in after] == [True, False, True]


def test_what_waits_is_let_go_when_the_family_takes_its_yes_back(cast, settings):
    consent = ask(cast, "machine")
    say(cast, consent, "yes")
    with translator() as (url, asked):
        settings.TRANSLATE_URL = url
        actions.choose_translating(True, by=cast.as_("dana"))
        release_luis(cast)
        waiting = Translation.objects.count()
        say(cast, consent, "back")
        fill_what_waits.call()

    assert (waiting, Translation.objects.count(), asked) == (1, 0, [])


def test_only_principal_and_administrator_say_yes(cast):
    for name in ("ana", "chen", "priya", "rosa", "otto"):
        with pytest.raises(PermissionDenied):
            actions.choose_translating(True, by=cast.as_(name))


def test_the_family_reads_it_in_its_language_with_the_original_one_tap_away(
    cast, client_of, spanish
):
    luis, asked = spanish
    page = f"{PAGE}{luis.public_id}/"
    rosa = client_of("rosa")

    read = rosa.get(page).text
    original = rosa.get(f"{page}?language=en").text

    assert (f"«{WORDS}»" in read, f"«{WORDS}»" in original, WORDS in original) == (
        True,
        False,
        True,
    )
    assert ('?version=1&amp;language=en"' in read, len(asked)) == (True, 1)
    assert Copy.objects.filter(language="es").count() == 1  # on paper, too


def test_no_name_field_is_sent(cast, spanish):
    _luis, asked = spanish
    assert [one for one in asked[0]["q"] if "Diaz" in one or "Harbor" in one] == []


def test_a_person_checks_it_and_the_mark_changes(cast, client_of, spanish):
    row = Translation.objects.get()
    sent = {f"text-{number}": f"{text}!" for number, text in enumerate(row.texts)}
    page = f"{PAGE}translations/{row.public_id}/"
    assert client_of("ana").get(page).status_code == 200

    sent["base"] = stamp_of_texts(row.texts)
    assert client_of("ana").post(page, sent).status_code == 302
    row.refresh_from_db()
    assert (row.state, row.checked_by, row.texts[0][-1]) == ("checked", cast.ana, "!")
    assert client_of("dana").post(page, sent).status_code == 409  # she began with other texts
    assert [client_of(n).get(page).status_code for n in ("rosa", "luis", "maya", "otto")] == [
        403,
        403,
        404,
        404,
    ]
    assert Version.objects.get().content["sections"][0]["advisor"] == WORDS


def test_a_translator_that_is_away_is_asked_again(cast, settings):
    actions.choose_translating(True, by=cast.as_("dana"))
    with translator(status=503) as (url, _asked):
        settings.TRANSLATE_URL = url
        luis = release_luis(cast)
        fill_what_waits.call()
    assert Translation.objects.get().state == "failed"

    with translator() as (url, _asked):
        settings.TRANSLATE_URL = url
        try_again()
        fill_what_waits.call()
    row = Translation.objects.get()
    assert (row.state, row.version.narrative) == ("machine", luis)


def test_a_correction_is_translated_anew_and_not_marked_checked(cast, spanish):
    luis, _asked = spanish
    row = Translation.objects.get()
    actions.check_translation(row, row.texts, base=stamp_of_texts(row.texts), by=cast.as_("ana"))
    actions.begin_correction(fresh(luis), reason="A wrong day.", by=cast.as_("ana"))
    write(cast, fresh(luis), "ana", 1, "Other words.")
    actions.publish_correction(fresh(luis), by=cast.as_("ana"))
    fill_what_waits.call()

    states = Translation.objects.order_by("version__number").values_list("version__number", "state")
    assert list(states) == [(1, "checked"), (2, "machine")]


def test_what_a_school_took_back_does_not_stand_before_others(cast, settings):
    with translator() as (url, asked):
        settings.TRANSLATE_URL = url
        actions.choose_translating(True, by=cast.as_("dana"))
        release_luis(cast)
        actions.choose_translating(False, by=cast.as_("dana"))
        assert (list(waiting_translations()), asked) == ([], [])
        actions.choose_translating(True, by=cast.as_("dana"))
        assert fill_what_waits.call() == 1


def test_a_worker_that_was_slower_goes_on_with_the_next(cast, settings, monkeypatch):
    with translator() as (url, _asked):
        settings.TRANSLATE_URL = url
        actions.choose_translating(True, by=cast.as_("dana"))
        release_luis(cast)
        slow = list(waiting_translations())
        fill_what_waits.call()
        monkeypatch.setattr(rules, "waiting_translations", lambda: slow)
        assert fill_what_waits.call() == 0
    assert Translation.objects.get().state == "machine"


def test_a_form_that_came_half_wipes_no_text(cast, client_of, spanish):
    row = Translation.objects.get()
    page = f"{PAGE}translations/{row.public_id}/"
    sent = {"base": stamp_of_texts(row.texts), "text-0": "Otro."}

    assert client_of("ana").post(page, sent).status_code == 409
    assert Translation.objects.get().texts == row.texts
