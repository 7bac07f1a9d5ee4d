"""Whoever came of age shares matters with family, and never journals."""

from __future__ import annotations

from datetime import timedelta

import pytest

from kindling.journals.actions import share_entry, take_back
from kindling.journals.models import JournalEntry, JournalShare
from kindling.journals.rules import shared_entries
from kindling.journals.tests.writing import wrote
from kindling.people.actions import share_matter, transfer_rights
from kindling.people.matters import Matter
from kindling.people.models import Transfer
from kindling.people.rules import visible_students
from kindling.people.tests.limiting import limited, turns_18


def shared_entry(cast, whom="family", before=0) -> JournalEntry:
    now = cast.school.now() - timedelta(days=before)
    entry = JournalEntry.objects.create(
        school=cast.school, student=cast.luis, on=now.date(), at=now
    )
    JournalShare.objects.create(school=cast.school, entry=entry, whom=whom, since_at=now)
    return entry


def test_shared_work_never_brings_the_journals_back(cast):
    shared_entry(cast)
    before = shared_entries(cast.as_("rosa")).count()
    turns_18(cast)
    transfer_rights(cast.luis, Transfer.Outcome.STUDENT, by=cast.as_("priya"))
    cast.luis.refresh_from_db()
    share_matter(cast.luis, cast.rosa, Matter.WORK, by=cast.as_("luis"))

    assert before == 1
    assert visible_students(cast.as_("rosa"), Matter.WORK).get() == cast.luis
    assert not shared_entries(cast.as_("rosa")).exists()


def becomes_a_dependent(cast):
    turns_18(cast)
    showed = {"basis": "Tax return of 2026", "until_on": cast.school.today() + timedelta(days=300)}
    transfer_rights(cast.luis, Transfer.Outcome.DEPENDENT, by=cast.as_("priya"), **showed)
    cast.luis.refresh_from_db()


@pytest.mark.parametrize("whom", ["family", "team"])
def test_what_a_child_shared_closes_at_eighteen_though_the_family_reads_on(cast, whom):
    entry = shared_entry(cast, whom, before=1)

    before = shared_entries(cast.as_("rosa")).count()
    becomes_a_dependent(cast)

    assert before == 1
    assert visible_students(cast.as_("rosa"), Matter.WORK).get() == cast.luis
    assert not shared_entries(cast.as_("rosa")).exists()
    # Staff of the team go on reading: nobody's rights passed to them.
    assert shared_entries(cast.as_("dana")).filter(pk=entry.pk).exists() == (whom == "team")


def test_a_dependent_who_shares_it_again_is_read(cast, client_of):
    entry = shared_entry(cast, "family", before=1)
    becomes_a_dependent(cast)
    page = client_of("luis").get(f"/harbor-view/journals/{entry.public_id}/").text
    take_back(entry.shares.get(), by=cast.as_("luis"))

    share_entry(entry, "family", by=cast.as_("luis"))

    assert shared_entries(cast.as_("rosa")).get() == entry
    said = "You said so before you were 18"
    again = client_of("luis").get(f"/harbor-view/journals/{entry.public_id}/").text
    assert (said in page, said in again) == (True, False)


def test_a_guardian_who_is_not_let_into_the_work_reads_no_entry(cast):
    shared_entry(cast)
    limited(cast, Matter.WORK)

    assert not shared_entries(cast.as_("rosa")).exists()


def test_whoever_holds_the_rights_is_offered_no_sharing_that_nobody_would_read(cast, client_of):
    page = f"/harbor-view/journals/{wrote(cast, 'luis').public_id}/"
    before = client_of("luis").get(page).text
    turns_18(cast)
    transfer_rights(cast.luis, Transfer.Outcome.STUDENT, by=cast.as_("priya"))

    assert "Let my family read it" in before
    assert "Let my family read it" not in client_of("luis").get(page).text
