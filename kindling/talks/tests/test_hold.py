"""A talk is prepared, held, followed up; lists know when the last one was."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from django.core.exceptions import PermissionDenied

from kindling.history.models import Event
from kindling.kit.editing import stamp_of
from kindling.kit.http import Refused
from kindling.schools.inside import inside
from kindling.talks import actions, rules
from kindling.talks.models import LastTalk, Talk
from kindling.talks.queries.waits import waits
from kindling.talks.queries.week import silent_students
from kindling.talks.tests.talking import held

TODAY = date(2026, 10, 13)


def test_there_is_one_next_talk_whoever_asks_for_it(cast):
    one = actions.next_talk(cast.maya, by=cast.as_("maya"))
    other = actions.next_talk(cast.maya, by=cast.as_("ana"))

    assert (one, other.state, other.due_on) == (other, "due", TODAY)


@pytest.mark.parametrize("name", ["jordan", "rosa", "dana", "chen", "liam", "otto"])
def test_nobody_else_prepares_it(cast, name):
    with pytest.raises(PermissionDenied):
        actions.next_talk(cast.maya, by=cast.as_(name))


def test_each_prepares_their_own_part_and_both_write_notes(cast):
    talk = actions.next_talk(cast.maya, by=cast.as_("maya"))
    empty = stamp_of("")

    actions.write_field(talk, "wants", "The shelter.", base=empty, by=cast.as_("maya"))
    actions.write_field(talk, "brings", "The plan.", base=empty, by=cast.as_("ana"))
    actions.write_field(talk, "notes", "Call them.", base=empty, by=cast.as_("maya"))
    clash = actions.write_field(talk, "notes", "Write them.", base=empty, by=cast.as_("ana"))

    kept = Talk.objects.get()
    assert (kept.wants, kept.brings, kept.notes) == ("The shelter.", "The plan.", "Call them.")
    assert clash is not None
    assert (clash.theirs, clash.yours) == ("Call them.", "Write them.")
    for name, field in (("maya", "brings"), ("ana", "wants"), ("jordan", "notes")):
        with pytest.raises(PermissionDenied):
            actions.write_field(talk, field, "No.", base=empty, by=cast.as_(name))


def test_a_held_talk_moves_what_lists_read(cast):
    talk = held(cast, cast.maya)

    line = LastTalk.objects.get(student=cast.maya)
    assert (talk.state, talk.advisor, talk.minutes, talk.is_real) == ("held", cast.ana, 15, True)
    assert (line.last_on, line.due_on) == (TODAY, TODAY + timedelta(days=7))
    with pytest.raises(Refused):
        actions.hold_talk(talk, by=cast.as_("ana"))


def test_the_minutes_are_counted_from_the_start(cast):
    talk = actions.next_talk(cast.maya, by=cast.as_("ana"))
    actions.start_talk(talk, by=cast.as_("ana"))
    Talk.objects.update(started_at=cast.school.now() - timedelta(minutes=12))
    talk.refresh_from_db()

    actions.hold_talk(talk, by=cast.as_("ana"))

    assert Talk.objects.get().minutes == 12


def test_short_and_without_a_note_it_is_no_real_talk_until_somebody_writes_one(cast):
    talk = held(cast, cast.maya, minutes=3)
    assert (talk.is_real, LastTalk.objects.get().last_on) == (False, None)

    actions.write_field(talk, "progress", "Two pages.", base=stamp_of(""), by=cast.as_("maya"))

    assert (Talk.objects.get().is_real, LastTalk.objects.get().last_on) == (True, TODAY)


def test_a_talk_of_an_earlier_day_counts_there_and_never_one_to_come(cast):
    held(cast, cast.maya, on=TODAY - timedelta(days=3))

    assert LastTalk.objects.get().last_on == TODAY - timedelta(days=3)
    talk = actions.next_talk(cast.maya, by=cast.as_("ana"))
    for day in (TODAY + timedelta(days=1), TODAY - timedelta(days=60)):
        with pytest.raises(Refused, match="last month"):
            actions.hold_talk(talk, on=day, by=cast.as_("ana"))


def test_the_next_talk_closes_the_one_before(cast):
    first = held(cast, cast.maya, on=TODAY - timedelta(days=7))
    held(cast, cast.maya)

    first.refresh_from_db()
    assert (first.state, LastTalk.objects.get().last_on) == ("closed", TODAY)


@pytest.mark.parametrize("name", ["maya", "dana", "rosa", "otto"])
def test_only_the_advisor_says_that_it_happened(cast, name):
    talk = actions.next_talk(cast.maya, by=cast.as_("maya"))

    with pytest.raises(PermissionDenied):
        actions.hold_talk(talk, by=cast.as_(name))
    with pytest.raises(PermissionDenied):
        actions.start_talk(talk, by=cast.as_(name))


def test_a_student_has_a_rhythm_of_their_own(cast):
    held(cast, cast.maya)

    actions.choose_rhythm(cast.maya, 14, by=cast.as_("ana"))

    assert LastTalk.objects.get().due_on == TODAY + timedelta(days=14)


def test_who_was_not_talked_to_for_fourteen_days(cast):
    held(cast, cast.maya, on=TODAY - timedelta(days=15))
    held(cast, cast.jordan, on=TODAY - timedelta(days=13))

    found = [(one.first, one.last_on) for one in silent_students(cast.as_("ana"))]

    assert found == [("Luis", None), ("Maya", TODAY - timedelta(days=15))]
    assert [one.first for one in silent_students(cast.as_("dana"))] == ["Luis", "Maya"]
    assert silent_students(cast.as_("otto")) == silent_students(cast.as_("maya")) == []


def test_what_waits_for_whom(cast, django_assert_max_num_queries):
    held(cast, cast.maya)
    actions.next_talk(cast.jordan, by=cast.as_("ana"))
    ana, jordan = cast.as_("ana"), cast.as_("jordan")

    with inside(cast.school):
        with django_assert_max_num_queries(2):
            assert [one.say for one in waits(ana)] == ["Talk with Jordan", "Talk with Luis"]
        with django_assert_max_num_queries(2):
            assert [one.say for one in waits(jordan)] == ["Say what you want to talk about"]
        assert waits(cast.as_("dana")) == waits(cast.as_("otto")) == waits(cast.as_("rosa")) == []


def test_a_leader_never_reads_what_was_said_and_the_history_has_no_words(cast):
    talk = held(cast, cast.maya, note="Moves out at home.")

    readers = [n for n in ("ana", "maya", "dana", "chen", "rosa", "jordan", "otto", "liam")
               if rules.visible_talks(cast.as_(n)).filter(pk=talk.pk).exists()]  # fmt: skip
    said = " ".join(str(event.detail) for event in Event.objects.all())
    assert (readers, "Moves out" in said) == (["ana", "maya"], False)
