"""A translator that was away is asked again, while school and family say yes."""

from datetime import timedelta

import pytest
import time_machine
from django.utils import timezone

from kindling.concerns.actions import answer_concern, translate_words, try_translations_again
from kindling.concerns.models import FamilyConcern, Telling
from kindling.concerns.tests.bringing import WORDS, brought
from kindling.consents.tests.asking import ask, say
from kindling.families.actions import choose_for_families
from kindling.translation.tests.speaking import translator

pytestmark = pytest.mark.django_db(transaction=True)
DOWN = "http://127.0.0.1:9"


def chosen(cast, *, translates: bool) -> None:
    choose_for_families(translates=translates, letter_weekday=None, by=cast.as_("dana"))


@pytest.fixture
def failed(cast, settings) -> FamilyConcern:
    """Rosa's concern; the translator was away when it came."""
    settings.TRANSLATE_URL = DOWN
    cast.consent = ask(cast, "machine")
    say(cast, cast.consent, "yes")
    chosen(cast, translates=True)
    return brought(cast)


def tried(settings, after=timedelta(minutes=31)) -> list[list[str]]:
    """The clock strikes with the translator back; what it was asked."""
    with translator() as (url, asked), time_machine.travel(timezone.now() + after, tick=False):
        settings.TRANSLATE_URL = url
        try_translations_again()
    return [one["q"] for one in asked]


def test_it_is_tried_again_and_then_no_more(cast, client_of, settings, failed):
    page = f"/harbor-view/concerns/{failed.public_id}/"
    before = client_of("ana").get(page).content.decode()
    asked = [tried(settings), tried(settings)]
    failed.refresh_from_db()
    after = client_of("ana").get(page).content.decode()

    assert asked == [[[WORDS]], []]
    assert (list(failed.translations), failed.awaited) == (["en"], "")
    assert ("on its way" in before, "on its way" in after) == (True, False)


def test_an_answer_in_words_the_family_cannot_read_is_tried_again_too(cast, settings, failed):
    telling = answer_concern(failed, "We eat at ten.", language="en", by=cast.as_("ana"))

    assert ["We eat at ten."] in tried(settings)
    telling.refresh_from_db()
    assert telling.translations == {"es": "«We eat at ten.»"}


def test_a_family_that_took_its_yes_back_is_read_by_no_machine(cast, settings, failed):
    say(cast, cast.consent, "back")

    assert tried(settings) == []
    say(cast, cast.consent, "yes")
    assert tried(settings) == []  # nothing waits any more: what was said before was meant


def test_a_school_that_asks_none_any_more_asks_none_again(cast, settings, failed):
    chosen(cast, translates=False)

    assert tried(settings) == []


def test_after_three_days_it_is_left_as_it_was_written(cast, client_of, settings, failed):
    assert tried(settings, timedelta(days=3, minutes=1)) == []


def test_where_nobody_asked_for_a_translation_none_is_tried(cast, settings):
    settings.TRANSLATE_URL = DOWN
    ask(cast, "machine")
    chosen(cast, translates=True)
    concern = brought(cast)  # the family never said yes
    answer_concern(concern, "We eat at ten.", language="en", by=cast.as_("ana"))

    assert tried(settings) == []
    assert Telling.objects.get().awaited == ""


def test_done_twice_it_asks_once(cast, settings, failed):
    with translator() as (url, asked):
        settings.TRANSLATE_URL = url
        for _again in range(2):
            translate_words.call("concern", failed.pk, "en")

    assert len(asked) == 1
