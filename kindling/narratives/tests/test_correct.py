"""What was released never changes; a correction is another version, with its reason."""

from __future__ import annotations

import pytest
from django.core.exceptions import PermissionDenied

from kindling.kit.http import Refused
from kindling.narratives import actions
from kindling.narratives.models import Version
from kindling.narratives.structure import Heading
from kindling.narratives.tests.writing import PAGE, WORDS, fresh, release_luis, write
from kindling.notices.models import Notice


@pytest.fixture
def luis(cast):
    return release_luis(cast)


def test_a_correction_is_the_next_version_and_the_family_is_told(cast, client_of, luis):
    first = Version.objects.get()
    actions.acknowledge(luis, by=cast.as_("rosa"))
    actions.begin_correction(luis, reason="The clinic, not the shelter.", by=cast.as_("ana"))
    write(cast, fresh(luis), "ana", 1, "At the clinic.")
    page = f"{PAGE}{luis.public_id}/"
    before = client_of("rosa").get(page).text

    actions.publish_correction(fresh(luis), by=cast.as_("ana"))

    after = client_of("rosa").get(page).text
    assert ("At the clinic." in before, "At the clinic." in after) == (False, True)
    assert (
        "The clinic, not the shelter." in after,
        "I have read it" in after or "Lo he leído" in after,
    ) == (True, True)
    told = Notice.objects.filter(kind="narratives/corrected").order_by("pk")
    assert [one.person for one in told] == [cast.rosa, cast.luis.person]
    assert "The clinic, not the shelter." in told[0].body
    kept = Version.objects.get(number=1)
    assert (kept.content, kept.content_hash) == (first.content, first.content_hash)
    assert WORDS in client_of("rosa").get(f"{page}?version=1").text


def test_a_version_cannot_be_written_over(cast, luis):
    version = Version.objects.get()
    version.content = {}
    with pytest.raises(TypeError, match="never changes"):
        version.save()


def test_nothing_is_written_into_a_released_one_without_a_reason(cast, luis):
    with pytest.raises(Refused, match="closed"):
        write(cast, luis, "ana", 1, "Quietly.")
    with pytest.raises(Refused, match="not being put right"):
        actions.publish_correction(luis, by=cast.as_("ana"))


def test_a_correction_that_changes_nothing_is_none(cast, luis):
    actions.begin_correction(luis, reason="Wait.", by=cast.as_("ana"))
    with pytest.raises(Refused, match="No word is different"):
        actions.publish_correction(fresh(luis), by=cast.as_("ana"))


def test_dropped_it_is_as_it_was(cast, luis):
    actions.begin_correction(luis, reason="Wait.", by=cast.as_("ana"))
    write(cast, fresh(luis), "ana", 1, "Other.")

    actions.drop_correction(fresh(luis), by=cast.as_("ana"))

    assert luis.parts.get(section__number=1, voice="advisor").text == WORDS
    assert (fresh(luis).correcting_why, Version.objects.count()) == ("", 1)


@pytest.mark.parametrize("name", ["luis", "rosa", "priya", "liam", "otto", "maya"])
def test_nobody_else_puts_it_right(cast, luis, name):
    with pytest.raises(PermissionDenied):
        actions.begin_correction(luis, reason="Mine.", by=cast.as_(name))


def test_two_who_begin_a_correction_one_is_told(cast, luis):
    actions.begin_correction(luis, reason="One.", by=cast.as_("ana"))
    with pytest.raises(Refused, match="already"):
        actions.begin_correction(luis, reason="Two.", by=cast.as_("ana"))
    assert fresh(luis).correcting_why == "One."


def test_dropped_it_is_as_it_was_under_headings_with_another_title(cast, luis):
    rows = luis.round.sections.order_by("number")
    told = [(one.public_id, Heading("The same", "", one.student_words, 60)) for one in rows]
    actions.set_headings(luis.round, told, by=cast.as_("dana"))
    actions.begin_correction(luis, reason="Wait.", by=cast.as_("ana"))
    write(cast, fresh(luis), "ana", 1, "Other.")
    actions.add_idea(fresh(luis), "Never mind.", by=cast.as_("ana"))
    before = luis.advisor_words

    actions.drop_correction(fresh(luis), by=cast.as_("ana"))

    texts = set(luis.parts.filter(voice="advisor").values_list("text", flat=True))
    assert (texts, fresh(luis).advisor_words, luis.ideas.count()) == ({WORDS}, before, 0)


def test_what_is_wrong_is_put_right_also_once_its_round_is_kept(cast, luis):
    actions.close_round(luis.round, by=cast.as_("dana"))
    with pytest.raises(Refused, match="closed"):
        write(cast, fresh(luis), "ana", 1, "Quietly.")

    actions.begin_correction(fresh(luis), reason="The clinic.", by=cast.as_("ana"))
    write(cast, fresh(luis), "ana", 1, "At the clinic.")
    actions.publish_correction(fresh(luis), by=cast.as_("ana"))

    assert list(Version.objects.order_by("pk").values_list("number", "reason")) == [
        (1, ""),
        (2, "The clinic."),
    ]
