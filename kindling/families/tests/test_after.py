"""A family's word after an exhibition: who may say it, who reads and hears it."""

from __future__ import annotations

import pytest
from django.core.exceptions import PermissionDenied
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client

from kindling.exhibitions.models import Exhibition
from kindling.families.actions import say_after, take_back_word, write_down
from kindling.families.models import AfterWord
from kindling.families.rules import exhibitions_to_speak_of, visible_after_words
from kindling.families.tests.family import another_family, door_of
from kindling.panels.tests.seating import an_exhibition
from kindling.people.actions import connect
from kindling.people.models import Connection
from kindling.questions.tests.recordings import webm
from kindling.schools.roles import Role
from kindling.schools.viewer import Viewer
from kindling.uploads.models import Upload


@pytest.fixture
def shown(cast) -> Exhibition:
    """Luis has shown his work this morning."""
    found = an_exhibition(cast, cast.luis)
    today = cast.school.today()
    Exhibition.objects.filter(pk=found.pk).update(state="held", on=today)
    found.refresh_from_db()
    return found


def voice(data: bytes | None = None) -> SimpleUploadedFile:
    return SimpleUploadedFile("voice", webm() if data is None else data, "audio/webm")


def said(cast, shown, **facts) -> AfterWord:
    usual = {"text": "Estoy orgullosa.", "voice": None, "tap": "t1"}
    return say_after(shown, by=cast.as_("rosa"), **(usual | facts))


def test_a_voice_by_link_is_heard_by_the_student_and_the_advisor_and_nobody_else(
    cast, shown, client_of
):
    phone, address = Client(), door_of(cast)
    phone.get(address)
    sent = {"do": "after", "child": shown.public_id, "tap": "t1", "words": ""}
    answers = [phone.post(address, sent | {"voice": voice()}).status_code for _ in range(2)]
    word = AfterWord.objects.get()
    Upload.objects.update(scan=Upload.Scan.ABSENT)
    page = f"/harbor-view/families/voices/{word.public_id}/"
    heard = {
        name: client_of(name).get(page).status_code
        for name in ("luis", "ana", "dana", "rosa", "maya", "liam", "tasha", "otto")
    }

    assert answers == [302, 302]
    assert (word.voice.kind, word.voice.used_at is None) == ("audio", False)
    assert heard == {
        "luis": 200, "ana": 200, "dana": 200, "rosa": 200, "maya": 404, "liam": 404,
        "tasha": 404, "otto": 404,
    }  # fmt: skip


def test_the_same_recording_twice_is_once_and_another_is_not_thanked_for_and_dropped(cast, shown):
    phone, address = Client(), door_of(cast)
    phone.get(address)
    sent = {"do": "after", "child": shown.public_id, "tap": "t1", "words": ""}
    twice = [phone.post(address, sent | {"voice": voice()}).status_code for _ in range(2)]
    other = phone.post(address, sent | {"voice": voice(webm(5))})

    assert (twice, other.status_code, AfterWord.objects.count()) == ([302, 302], 409, 1)
    assert 'role="alert"' in other.text


def test_what_was_typed_stays_in_its_own_form_where_something_is_to_be_mended(cast, shown):
    phone, address = Client(), door_of(cast)
    phone.get(address)
    key = shown.public_id
    sent = {"do": "after", "child": key, "tap": f"abcdefghijklmn-{key}", "words": "Qué bien."}
    for _again in range(2):
        page = phone.post(address, sent | {"voice": voice(b"%PDF-1.4 nothing to hear")})
        tap = f'name="tap" value="{sent["tap"]}"'
        assert (page.status_code, page.text.count("Qué bien."), tap in page.text) == (409, 1, True)


def test_the_other_household_reads_nothing_of_it(cast, shown):
    father = another_family(cast)
    connect(cast.luis, father, Role.GUARDIAN, by=Viewer.system(cast.school))
    said(cast, shown)

    other = Viewer.of_person(father)
    assert (visible_after_words(other).count(), exhibitions_to_speak_of(other).count()) == (0, 1)


def test_it_stands_on_the_page_of_the_exhibition_with_what_was_said(cast, shown, client_of):
    word = said(cast, shown, text="", voice=voice())
    Upload.objects.update(scan=Upload.Scan.ABSENT)
    write_down(word, "I am proud of you.", by=cast.as_("ana"))

    page = client_of("luis").get(f"/harbor-view/exhibitions/{shown.public_id}/").content.decode()

    assert ("I am proud of you." in page, "<audio" in page) == (True, True)
    assert "Written down by Ana Reyes" in page


@pytest.mark.parametrize("name", ["maya", "luis", "ana", "dana", "sam", "otto"])
def test_only_family_says_it(cast, shown, name):
    with pytest.raises(PermissionDenied):
        say_after(shown, text="Hi", voice=None, tap="t", by=cast.as_(name))


def test_who_is_not_let_into_work_is_not_asked(cast, shown):
    Connection.objects.filter(adult=cast.rosa).update(has_work=False)

    with pytest.raises(PermissionDenied):
        said(cast, shown)


def test_a_file_that_is_no_sound_and_an_empty_word_are_refused(cast, shown, client_of):
    client, page = client_of("rosa"), f"/harbor-view/families/after/{shown.public_id}/"
    sent = {"tap": "t1", "words": ""}
    empty = client.post(page, sent)
    odd = client.post(page, sent | {"voice": voice(b"%PDF-1.4 nothing to hear")})

    assert [empty.status_code, odd.status_code] == [422, 422]
    assert AfterWord.objects.count() == 0


def test_taken_back_it_is_gone_for_everybody(cast, shown):
    word = said(cast, shown, voice=voice())
    with pytest.raises(PermissionDenied):
        take_back_word(word, by=cast.as_("ana"))
    take_back_word(word, by=cast.as_("rosa"))

    assert visible_after_words(cast.as_("dana")).count() == 0
    assert Upload.objects.get().state == "dropped"
    assert exhibitions_to_speak_of(cast.as_("rosa")).count() == 1


@pytest.mark.parametrize("name", ["maya", "luis", "rosa", "priya", "otto", "liam"])
def test_who_does_not_write_it_down(cast, shown, name):
    word = said(cast, shown, voice=voice())

    with pytest.raises(PermissionDenied):
        write_down(word, "Something else", by=cast.as_(name))
