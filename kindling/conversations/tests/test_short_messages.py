"""Short messages that a school keeps: in several languages, with their fields filled in."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.core.exceptions import PermissionDenied

from kindling.attendance.tests.placed import make_placement
from kindling.conversations import actions
from kindling.conversations.actions import Said
from kindling.conversations.models import BroadcastLine, Message, ShortMessage
from kindling.conversations.ours import OURS
from kindling.conversations.shorts import FIELDS, facts_of, shorts_of
from kindling.conversations.tests.talking import ana_writes, whom
from kindling.kit.http import Refused
from kindling.notices.models import Notice
from kindling.people.models import Connection

SHORT = "/harbor-view/messages/short/"
THANKS_EN = "Thank you for what you do for Luis. It shows, and it is talked about here."
THANKS_ES = "Gracias por lo que hace por Luis. Se nota, y aquí se habla de ello."


def letter_to(person) -> str:
    return Notice.objects.filter(person=person).latest("pk").body


def test_ours_are_there_in_three_languages_and_fill_only_known_fields(cast):
    assert [one.key for one in shorts_of(cast.school)] == list(OURS)
    for _title, words in OURS.values():
        assert sorted(words) == ["ar", "en", "es"]
        used = [{field for field in FIELDS if f"{{{field}}}" in text} for text in words.values()]
        assert used[0] == used[1] == used[2]
        assert all(
            text.count("{") == len(seen) for text, seen in zip(words.values(), used, strict=True)
        )


def test_ana_takes_one_and_it_stands_filled_in_the_form(cast, client_of):
    make_placement(cast.luis, cast.clinic, cast.sam)
    ana = cast.as_("ana")
    key = whom(ana, cast.luis, "family").key

    page = client_of("ana").get(
        f"/harbor-view/messages/new/{cast.luis.public_id}/{key}/?words=arrival"
    )

    assert "Good morning. Luis starts at Bayside Animal Clinic on Tuesday" in page.content.decode()
    assert 'name="short" value="arrival"' in page.content.decode()


def test_sent_as_it_is_rosa_reads_the_schools_own_spanish(cast):
    message = ana_writes(cast, THANKS_EN, short="thanks")

    assert (message.text, message.own_words) == (THANKS_EN, ["ar", "es"])
    assert THANKS_ES in letter_to(cast.rosa)
    assert "máquina" not in letter_to(cast.rosa)


def test_changed_it_is_ana_s_own_and_goes_as_she_wrote_it(cast):
    message = ana_writes(cast, THANKS_EN + " See you on Friday.", short="thanks")

    assert (message.translations, message.own_words) == ({}, [])
    assert "See you on Friday." in letter_to(cast.rosa)


def test_a_family_cannot_speak_in_the_schools_words(cast):
    thread = ana_writes(cast).thread

    message = actions.say(thread, Said(THANKS_EN, short="thanks"), by=cast.as_("rosa"))

    assert message.translations == {}


def test_to_many_each_reads_their_own_child_and_language(cast):
    words = OURS["thanks"][1]["en"]
    made = actions.broadcast(
        words, "families", advisory=cast.tide, short="thanks", by=cast.as_("ana")
    )
    actions.send_broadcast.func(made.pk)

    assert THANKS_ES in letter_to(cast.rosa)
    assert "{name}" not in letter_to(cast.rosa)


def test_an_answer_to_many_stands_below_the_words_as_they_were_read(cast):
    words = OURS["thanks"][1]["en"]
    made = actions.broadcast(
        words, "families", advisory=cast.tide, short="thanks", by=cast.as_("ana")
    )
    actions.send_broadcast.func(made.pk)
    line = BroadcastLine.objects.get(person=cast.rosa)

    thread = actions.answer_broadcast(line, Said("Gracias.")).thread

    first = thread.messages.order_by("at", "pk").first()
    assert (first.text, first.translations["es"]) == (THANKS_EN, THANKS_ES)


def test_braces_in_words_of_ones_own_stay_as_they_are(cast):
    made = actions.broadcast(
        "Bring {name} tags.", "families", advisory=cast.tide, by=cast.as_("ana")
    )
    actions.send_broadcast.func(made.pk)

    assert "Bring {name} tags." in letter_to(cast.rosa)


def test_the_day_is_the_next_one_at_the_place_and_a_first_day_ahead_is_that_day(cast):
    place = make_placement(cast.luis, cast.clinic, cast.sam)
    [facts] = facts_of(cast.school, [(None, cast.luis)]).values()
    place.starts_on = cast.school.today() + timedelta(days=9)
    place.save()
    [later] = facts_of(cast.school, [(None, cast.luis)]).values()

    assert facts.filled("{name}, {day}, {place}", "en") == (
        "Luis, Tuesday 13 October, Bayside Animal Clinic"
    )
    assert later.on == place.starts_on


def test_family_that_is_not_let_into_where_a_child_is_reads_no_place(cast):
    make_placement(cast.luis, cast.clinic, cast.sam)
    Connection.objects.filter(adult=cast.rosa).update(has_days=False)

    [facts] = facts_of(cast.school, [(cast.rosa, cast.luis)]).values()

    assert (facts.place, facts.on) == (cast.school.name, cast.school.today())


def test_chen_changes_one_of_ours_and_writes_one_of_the_schools_own(cast, client_of):
    chen = client_of("chen")

    chen.post(f"{SHORT}thanks/", {"title": "Thanks", "words_en": "Thank you, {name}’s people."})
    chen.post(f"{SHORT}new/", {"title": "Bus", "words_es": "El autobús llega tarde."})

    found = {one.title: dict(one.words) for one in shorts_of(cast.school)}
    assert found["Thanks"] == {"en": "Thank you, {name}’s people."}
    assert found["Bus"] == {"es": "El autobús llega tarde."}
    assert "Thank you" not in found


def test_without_words_it_is_told_so_and_nothing_is_kept(cast, client_of):
    answer = client_of("chen").post(f"{SHORT}new/", {"title": "Bus", "words_en": "  "})

    assert answer.status_code == 422
    assert "Write the words in one language at least." in answer.content.decode()
    assert ShortMessage.objects.count() == 0


def test_one_that_was_taken_out_is_offered_no_more(cast, client_of):
    made = actions.write_short("Bus", {"en": "Late."}, by=cast.as_("chen"))
    chen = client_of("chen")

    for key in (made.key, "thanks"):
        chen.post(f"{SHORT}{key}/remove/")

    assert {one.key for one in shorts_of(cast.school)} == set(OURS) - {"thanks"}
    assert chen.get(f"{SHORT}{made.key}/").status_code == 404


def test_there_is_an_end_to_them(cast):
    chen = cast.as_("chen")
    for number in range(40 - len(OURS)):
        actions.write_short(f"No {number}", {"en": "x"}, by=chen)

    with pytest.raises(Refused, match="There are many already"):
        actions.write_short("One more", {"en": "x"}, by=chen)
    actions.write_short("Thanks", {"en": "x"}, key="thanks", by=chen)


@pytest.mark.parametrize("name", ["ana", "maya", "rosa", "sam", "otto"])
def test_only_leaders_write_them(cast, name):
    with pytest.raises(PermissionDenied):
        actions.write_short("Bus", {"en": "Late."}, by=cast.as_(name))


def test_a_school_sees_nothing_of_another_ones(cast):
    actions.write_short("Bus", {"en": "Late."}, by=cast.as_("chen"))

    assert [one.key for one in shorts_of(cast.north)] == list(OURS)
    assert Message.objects.count() == 0


def test_chen_opens_the_list_and_one_of_them(cast, client_of):
    chen = client_of("chen")

    assert "Thank you for what you do for {name}." in chen.get(SHORT).content.decode()
    assert "Gracias por lo que hace por {name}." in chen.get(f"{SHORT}thanks/").content.decode()


def test_ana_uses_them_and_changes_none(cast, client_of):
    ana = client_of("ana")

    assert f"{SHORT}thanks/" not in ana.get(SHORT).content.decode()
    assert ana.get(f"{SHORT}thanks/").status_code == 403


def test_the_form_to_many_takes_one_with_its_fields_open(cast, client_of):
    page = client_of("ana").get("/harbor-view/messages/many/new/?words=thanks").content.decode()

    assert "Thank you for what you do for {name}." in page
