"""An answer comes by its day, in the family's language, and the family says what came of it."""

from datetime import timedelta

import pytest
import time_machine
from django.core.exceptions import PermissionDenied
from django.test import Client

from kindling.attendance.tests.placed import Statements
from kindling.concerns.actions import (
    answer_concern,
    ask_to_talk,
    give_concern,
    go_up_when_late,
    say_it_helped,
    translate_words,
)
from kindling.concerns.models import FamilyConcern, Telling
from kindling.concerns.queries.waits import waits
from kindling.concerns.tests.bringing import answered, brought, link_of
from kindling.consents.tests.asking import ask, say
from kindling.families.actions import choose_for_families
from kindling.kit.http import Refused
from kindling.notices.models import Notice
from kindling.schools.inside import inside
from kindling.schools.viewer import Viewer
from kindling.translation.tests.speaking import translator

PAGE = "/harbor-view/concerns/"


def keys(cast, name: str) -> list[str]:
    with inside(cast.school):
        return [one.kind for one in waits(cast.as_(name))]


def test_the_answer_comes_by_link_in_their_language_and_marked(cast, client_of, monkeypatch):
    concern = brought(cast)
    sent = {"text": "We eat at ten now.", "language": "en"}
    client_of("ana").post(f"{PAGE}{concern.public_id}/answer/", sent)
    Telling.objects.update(translations={"es": "Ahora comemos a las diez."})
    page = Client().get(link_of(cast)).content.decode()

    assert "Ahora comemos a las diez." in page
    assert ("We eat at ten now." in page, "máquina" in page) == (True, True)
    letter = Notice.objects.get(kind="concerns/private_answered")
    assert (letter.person, "ten" in letter.body) == (cast.rosa, False)


def test_no_translator_is_asked_where_the_school_did_not_say_yes(cast, monkeypatch, settings):
    settings.TRANSLATE_URL = "http://translator.invalid/"
    asked = []
    monkeypatch.setattr(type(translate_words), "enqueue", lambda *args: asked.append(args))
    answered(cast)

    assert asked == []


@pytest.mark.parametrize(("says", "is_sent"), [("", False), ("yes", True), ("no", False)])
def test_a_machine_reads_it_with_the_familys_yes(cast, settings, says, is_sent):
    consent = ask(cast, "machine")
    if says:
        say(cast, consent, says)
    with translator() as (url, asked):
        settings.TRANSLATE_URL = url
        choose_for_families(translates=True, letter_weekday=None, by=cast.as_("dana"))
        telling = answered(cast).tellings.get()
        translate_words.call("telling", telling.pk, "es")

    told = [one["q"] for one in asked]
    assert (["We eat at ten now."] in told, bool(told)) == (is_sent, is_sent)


def test_it_waits_for_the_keeper_then_for_the_family(cast):
    concern = brought(cast)
    before = (keys(cast, "ana"), keys(cast, "dana"), keys(cast, "rosa"))
    answer_concern(concern, "We eat at ten now.", language="en", by=cast.as_("ana"))
    after = (keys(cast, "ana"), keys(cast, "rosa"))
    say_it_helped(concern, by=cast.as_("rosa"))

    assert before == (["concern.answer"], [], [])
    assert after == ([], ["concerns.read"])
    assert keys(cast, "rosa") == []


def test_they_may_ask_to_talk_once_and_it_is_open_again_with_a_new_day(cast):
    concern = answered(cast)
    with time_machine.travel("2026-10-19T13:00:00+00:00", tick=False):
        ask_to_talk(concern, wants="call", when="después de las cinco", by=cast.as_("rosa"))
        assert (concern.state, concern.keeper) == ("assigned", cast.ana)
        assert concern.due_on.isoformat() == "2026-10-26"
        answer_concern(concern, "We talked.", language="en", by=cast.as_("ana"))
        with pytest.raises(Refused):
            ask_to_talk(concern, wants="meet", by=cast.as_("rosa"))
    assert Notice.objects.filter(kind="concerns/private_talk").get().person == cast.ana


@pytest.mark.parametrize("name", ["chen", "luis", "rosa", "priya", "otto"])
def test_who_does_not_answer(cast, name):
    concern = brought(cast)

    with pytest.raises(PermissionDenied):
        answer_concern(concern, "No.", language="en", by=cast.as_(name))


def test_handed_on_it_is_read_by_who_has_it_and_not_by_who_had_it(cast, client_of):
    concern = brought(cast)
    page = f"{PAGE}{concern.public_id}/"
    client_of("ana").post(f"{page}give/", {"keeper": cast.chen.public_id})
    found = {name: client_of(name).get(page).status_code for name in ("ana", "chen", "dana")}

    assert found == {"ana": 404, "chen": 200, "dana": 200}


def test_it_is_handed_to_nobody_it_is_about_nor_to_family(cast):
    about_chen = brought(cast, about="grown_up", person=cast.chen)

    for person in (cast.chen, cast.rosa, cast.sam, cast.otto):
        with pytest.raises(Refused):
            give_concern(about_chen, person, by=cast.as_("ana"))


def late(cast, **facts) -> FamilyConcern:
    concern = brought(cast, **facts)
    Notice.objects.all().delete()
    with time_machine.travel("2026-10-28T13:00:00+00:00", tick=False):
        assert go_up_when_late(by=Viewer.system(cast.school)) == 1
        assert go_up_when_late(by=Viewer.system(cast.school)) == 0  # once a day
    return concern


def test_what_is_late_goes_up_to_the_principal(cast):
    late(cast)
    told = Notice.objects.filter(kind="concerns/private_late").values_list("person", flat=True)

    assert set(told) == {cast.ana.pk, cast.dana.pk}


def test_about_the_principal_it_goes_up_to_somebody_who_nudges_and_reads_nothing(cast, client_of):
    concern = late(cast, about="grown_up", person=cast.dana)
    told = {(one.kind, one.person_id) for one in Notice.objects.all()}

    assert told == {
        ("concerns/private_late", cast.ana.pk), ("concerns/private_nudge", cast.chen.pk)
    }  # fmt: skip
    assert client_of("chen").get(f"{PAGE}{concern.public_id}/").status_code == 404


def test_the_late_ones_wait_for_the_principal_too(cast):
    concern = brought(cast)
    FamilyConcern.objects.update(due_on=cast.school.today() - timedelta(days=1))

    assert (keys(cast, "dana"), concern.keeper) == (["concern.answer"], cast.ana)


def test_one_and_three_cost_the_same(cast, client_of):
    counts = {}
    answered(cast)
    for number in (1, 3):
        for tap in range(number):
            brought(cast, tap=f"{number}-{tap}", text=f"{number} {tap}")
        pages = [("ana", PAGE), ("rosa", f"{PAGE}of/{cast.luis.public_id}/")]
        for name, page in pages:
            client = client_of(name)
            client.get(page)
            with Statements() as told:
                assert client.get(page).status_code == 200
            counts.setdefault(name, []).append(told.count)

    assert {name: one[0] == one[1] for name, one in counts.items()} == {"ana": True, "rosa": True}
