"""Whoever came of age shares matters with family, and never journals."""

from __future__ import annotations

from kindling.journals.models import JournalEntry, JournalShare
from kindling.journals.rules import shared_entries
from kindling.journals.tests.writing import wrote
from kindling.people.actions import share_matter, transfer_rights
from kindling.people.matters import Matter
from kindling.people.models import Transfer
from kindling.people.rules import visible_students
from kindling.people.tests.limiting import limited, turns_18


def shared_entry(cast) -> JournalEntry:
    now = cast.school.now()
    entry = JournalEntry.objects.create(
        school=cast.school, student=cast.luis, on=cast.school.today(), at=now
    )
    JournalShare.objects.create(school=cast.school, entry=entry, whom="family", since_at=now)
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
