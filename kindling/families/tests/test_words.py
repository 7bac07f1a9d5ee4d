"""An advisor's lines about a week: who writes, who reads, and in which language."""

from __future__ import annotations

import pytest
from django.core.exceptions import PermissionDenied

from kindling.consents.tests.asking import ask
from kindling.consents.tests.asking import say as speak
from kindling.families.actions import choose_for_families, fill_what_waits, write_words
from kindling.families.actions.sending import links_of
from kindling.families.models import WordsTranslation
from kindling.families.rules import may_write_to
from kindling.families.tests.family import MONDAY, door_of, page_at, say
from kindling.passes.tokens import token_of
from kindling.people.models import Connection
from kindling.schools.viewer import Viewer
from kindling.translation.tests.speaking import translator


def test_the_advisor_writes_once_a_week_and_the_last_words_stand(cast):
    say(cast, "First")
    say(cast, "Second")

    page = page_at(door_of(cast))

    assert ("First" in page, "Second" in page) == (False, True)


def test_empty_takes_them_back(cast):
    say(cast, "A slip of the pen")
    write_words(cast.tide, text=" ", language="en", week_on=MONDAY, by=cast.as_("ana"))

    assert "slip" not in page_at(door_of(cast))


@pytest.mark.parametrize("name", ["chen", "dana", "priya", "maya", "rosa", "sam", "otto", "liam"])
def test_nobody_but_the_advisor_writes(cast, name):
    with pytest.raises(PermissionDenied):
        write_words(cast.tide, text="Hi", language="en", week_on=MONDAY, by=cast.as_(name))
    assert not may_write_to(cast.as_(name), cast.luis)


def test_a_guardian_who_gets_no_letters_reads_none_of_it(cast):
    say(cast, "We go to the aquarium.")
    Connection.objects.filter(adult=cast.rosa).update(has_told=False)
    held = links_of([cast.rosa], by=Viewer.system(cast.school))[cast.rosa.pk]

    page = page_at(f"/p/{token_of(held)}/")

    assert ("aquarium" in page, "Luis" in page) == (False, True)


def test_a_machine_translates_marked_with_the_original_below(cast, settings):
    with translator() as (url, asked):
        settings.TRANSLATE_URL = url
        choose_for_families(translates=True, letter_weekday=None, by=cast.as_("dana"))
        say(cast, "We go to the aquarium.")
        fill_what_waits.call()

    page = page_at(door_of(cast))

    assert [one["q"] for one in asked] == [["We go to the aquarium."]]
    assert ("«We go to the aquarium.»" in page, page.count("We go to the aquarium.")) == (True, 2)


@pytest.mark.parametrize(("says", "is_sent"), [("", False), ("yes", True), ("no", False)])
def test_words_about_one_child_go_to_a_machine_with_the_familys_yes(cast, settings, says, is_sent):
    consent = ask(cast, "machine")
    if says:
        speak(cast, consent, says)
    with translator() as (url, asked):
        settings.TRANSLATE_URL = url
        choose_for_families(translates=True, letter_weekday=None, by=cast.as_("dana"))
        write_words(
            cast.luis, text="He held a snake.", language="en", week_on=MONDAY, by=cast.as_("ana")
        )
        fill_what_waits.call()

    assert (bool(asked), WordsTranslation.objects.exists()) == (is_sent, is_sent)
    assert "He held a snake." in page_at(door_of(cast))


def test_words_to_all_families_name_no_child_and_wait_for_none(cast, settings):
    ask(cast, "machine")
    with translator() as (url, asked):
        settings.TRANSLATE_URL = url
        choose_for_families(translates=True, letter_weekday=None, by=cast.as_("dana"))
        say(cast, "We go to the aquarium.")
        fill_what_waits.call()

    assert [one["q"] for one in asked] == [["We go to the aquarium."]]


def test_no_word_leaves_before_the_school_says_yes(cast, settings):
    with translator() as (url, asked):
        settings.TRANSLATE_URL = url
        say(cast, "We go to the aquarium.")
        fill_what_waits.call()

    assert (asked, WordsTranslation.objects.count()) == ([], 0)


def test_a_translation_of_other_words_is_none(cast, settings):
    with translator() as (url, _asked):
        settings.TRANSLATE_URL = url
        choose_for_families(translates=True, letter_weekday=None, by=cast.as_("dana"))
        words = say(cast, "The trip is on Friday.")
        fill_what_waits.call()
        words.text = "The trip is off."
        words.save()

    page = page_at(door_of(cast))

    assert ("Friday" in page, "The trip is off." in page) == (False, True)


def test_the_page_of_an_advisor_saves_and_shows(cast, client_of):
    client = client_of("ana")
    address = f"/harbor-view/families/words/{cast.luis.public_id}/"
    client.post(address, {"text": "Luis repairs a bicycle.", "language": "en"})

    page = client.get("/harbor-view/families/").content.decode()

    assert "Luis repairs a bicycle." in page
    assert client.get(address).status_code == 200
    assert client_of("dana").get(address).status_code == 404
