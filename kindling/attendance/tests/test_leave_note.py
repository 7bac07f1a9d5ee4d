"""A mentor leaves a word about the day: for the student too, or for the school only."""

from __future__ import annotations

import pytest
from django.core.exceptions import PermissionDenied

from kindling.attendance.actions import check_in, leave_note
from kindling.attendance.models import Day, Hours
from kindling.attendance.rules import may_read_note, visible_days
from kindling.attendance.tests.placed import make_placement, spoken_on, with_pass


@pytest.fixture
def placement(cast):
    return make_placement(cast.luis, cast.clinic, cast.sam)


@pytest.mark.parametrize(
    ("is_shared", "readers"),
    [(True, ["ana", "chen", "dana", "luis", "rosa"]), (False, ["ana", "chen", "dana"])],
)
def test_who_reads_it(cast, placement, is_shared, readers):
    leave_note(
        spoken_on(placement), text="Careful work", is_shared=is_shared,
        by=with_pass(cast.sam, placement),
    )  # fmt: skip

    found = [
        name
        for name in ["ana", "chen", "dana", "luis", "rosa", "maya", "otto"]
        for day in visible_days(cast.as_(name))
        if may_read_note(cast.as_(name), day)
    ]
    assert found == readers


def test_a_note_counts_nothing_and_changes_no_state(cast, placement):
    check_in(placement, by=cast.as_("luis"))

    leave_note(
        spoken_on(placement), text="On time", is_shared=True, by=with_pass(cast.sam, placement)
    )

    assert (Day.objects.get().state, Hours.objects.count()) == ("checked_in", 0)


def test_the_earlier_note_stays_among_the_entries(cast, placement):
    for text in ("One", "Two"):
        leave_note(
            spoken_on(placement), text=text, is_shared=True, by=with_pass(cast.sam, placement)
        )

    day = Day.objects.get()
    assert day.mentor_note == "Two"
    assert [e.text for e in day.entries.order_by("pk")] == ["One", "Two"]


def test_nobody_else_writes_in_the_mentors_name(cast, placement):
    for name in ["ana", "luis", "sam", "otto"]:
        with pytest.raises(PermissionDenied):
            leave_note(spoken_on(placement), text="x", is_shared=True, by=cast.as_(name))
