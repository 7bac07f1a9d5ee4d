"""Care notes: what a family allows to be known, by whose word, until when, and who reads it."""

from __future__ import annotations

from datetime import date

import pytest
import time_machine
from django.core.exceptions import PermissionDenied

from kindling.kit.http import Refused
from kindling.people.actions import allow_care_note, end_care_note
from kindling.people.models import CareNote
from kindling.people.rules import visible_care_notes

PAGE = "/harbor-view/care/"
UNTIL = date(2027, 6, 18)


def write(cast, by="rosa", **facts):
    usual = {"text": "Allergic to bees", "allowed_by": cast.rosa, "until_on": UNTIL}
    return allow_care_note(cast.luis, by=cast.as_(by), **(usual | facts))


def texts(cast, name):
    return [note.text for note in visible_care_notes(cast.as_(name))]


def test_rosa_writes_it_on_the_page_in_her_own_name(client_of, cast):
    sent = {"text": "Allergic to bees", "allowed_by": cast.rosa.public_id, "until_on": UNTIL}

    answer = client_of("rosa").post(f"{PAGE}{cast.luis.public_id}/", sent)

    note = CareNote.objects.get()
    assert answer.status_code == 302
    assert (note.text, note.allowed_by, note.since_on, note.until_on) == (
        "Allergic to bees", cast.rosa, date(2026, 10, 13), UNTIL,
    )  # fmt: skip


def test_ana_writes_down_that_rosa_said_so(cast):
    note = write(cast, by="ana")

    assert (note.allowed_by, note.written_by) == (cast.rosa, cast.ana)


@pytest.mark.parametrize("speaker", ["ana", "sam", "otto"])
def test_nobody_but_the_family_allows_it(cast, speaker):
    with pytest.raises(Refused):
        write(cast, by="ana", allowed_by=cast.person(speaker))


@pytest.mark.parametrize("by", ["luis", "maya", "liam", "otto"])
def test_who_may_not_write(cast, by):
    with pytest.raises(PermissionDenied):
        write(cast, by=by)


def test_luis_speaks_for_himself_once_he_is_18(cast):
    with time_machine.travel("2027-01-11T14:00Z"):
        note = write(cast, by="luis", allowed_by=cast.luis.person)

    assert note.allowed_by == cast.luis.person


@pytest.mark.parametrize("until_on", [date(2026, 10, 12), date(2027, 10, 15)])
def test_it_holds_at_most_a_year(cast, client_of, until_on):
    with pytest.raises(Refused):
        write(cast, until_on=until_on)
    sent = {"text": "Bees", "allowed_by": cast.rosa.public_id, "until_on": until_on}
    assert client_of("rosa").post(f"{PAGE}{cast.luis.public_id}/", sent).status_code == 422


def test_its_last_day_counts_and_the_next_does_not(cast):
    write(cast, until_on=date(2026, 10, 14))

    with time_machine.travel("2026-10-14T23:00-04:00"):
        assert texts(cast, "ana") == ["Allergic to bees"]
    with time_machine.travel("2026-10-15T01:00-04:00"):
        assert texts(cast, "ana") == []


def test_taken_back_nobody_reads_it(cast, client_of):
    note = write(cast)

    client_of("rosa").post(f"{PAGE}notes/{note.public_id}/end/")
    end_care_note(note, by=cast.as_("ana"))  # a second tap

    assert [texts(cast, name) for name in ("rosa", "ana", "dana")] == [[], [], []]


def test_who_reads_it(cast, client_of):
    write(cast)

    names = [
        "luis",
        "rosa",
        "ana",
        "dana",
        "priya",
        "maya",
        "jordan",
        "sam",
        "liam",
        "tasha",
        "otto",
    ]
    readers = [name for name in names if texts(cast, name)]
    assert readers == ["luis", "rosa", "ana", "dana", "priya"]
    assert client_of("maya").get(f"{PAGE}{cast.luis.public_id}/").status_code == 404
    page = client_of("luis").get(f"{PAGE}{cast.luis.public_id}/").content.decode()
    assert ("Allergic to bees" in page, "Take it back" in page) == (True, False)
