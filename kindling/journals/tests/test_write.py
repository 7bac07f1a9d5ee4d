"""A student writes; it is kept once, read, answered, and answered back."""

from __future__ import annotations

from datetime import date

import pytest
from django.core.exceptions import PermissionDenied, ValidationError

from kindling.consents.protected import topics_in
from kindling.goals.models import OwnGoal
from kindling.history.models import Event
from kindling.journals import actions
from kindling.journals.models import JournalEntry, JournalReply, JournalSum
from kindling.journals.prompts import PROMPTS
from kindling.journals.queries.pages import unread_journals
from kindling.journals.queries.waits import waits
from kindling.journals.rules import goals_of
from kindling.journals.tests.writing import fresh, wrote
from kindling.kit.http import Refused
from kindling.notices.models import Notice
from kindling.schools.inside import inside

TODAY = date(2026, 10, 13)


def test_the_same_tap_sent_twice_is_one_entry(cast):
    one, other = wrote(cast, tap="t1"), wrote(cast, tap="t1")

    told = JournalSum.objects.get()
    assert (one, told.entries, told.waiting, told.last_on) == (other, 1, 1, TODAY)


def test_other_words_with_a_used_tap_are_not_lost(cast):
    wrote(cast, tap="t1")
    wrote(cast, text="And one more thing.", tap="t1")

    assert JournalEntry.objects.count() == 2


@pytest.mark.parametrize("text", ["", " \n ", "x" * 12001])
def test_nothing_and_far_too_much_are_refused(cast, text):
    with pytest.raises(ValidationError):
        wrote(cast, text=text)


@pytest.mark.parametrize("name", ["ana", "dana", "rosa", "jordan", "otto"])
def test_nobody_writes_for_somebody_else(cast, name):
    with pytest.raises(PermissionDenied):
        actions.write_entry(cast.maya, text="Not me.", by=cast.as_(name))


def test_an_answer_reaches_the_student_once_and_is_counted_on_its_day(cast):
    entry = wrote(cast)
    actions.reply_to(entry, "Why older?", tap="a", by=cast.as_("ana"))
    actions.reply_to(entry, "Why older?", tap="a", by=cast.as_("ana"))
    actions.reply_to(entry, "And who mends it?", by=cast.as_("ana"))

    now, told = fresh(entry), JournalSum.objects.get()
    assert (now.answered_on, now.read_by, now.waits_since) == (TODAY, cast.ana, None)
    assert (JournalReply.objects.count(), told.waiting, told.news) == (2, 0, 1)
    assert [n.person for n in Notice.objects.filter(kind="journals/answer")] == [cast.maya.person]


def test_the_student_answers_back_and_it_waits_again(cast):
    entry = wrote(cast)
    actions.reply_to(entry, "Why older?", by=cast.as_("ana"))
    actions.see_answers(fresh(entry), by=cast.as_("maya"))
    actions.reply_to(entry, "It is from 1998.", by=cast.as_("maya"))

    told = JournalSum.objects.get()
    assert (told.waiting, told.news, unread_journals(cast.as_("ana"))) == (1, 0, 1)


def test_reading_without_an_answer_is_enough(cast):
    entry = wrote(cast)

    actions.mark_read(entry, by=cast.as_("ana"))
    actions.mark_read(fresh(entry), by=cast.as_("ana"))

    now = fresh(entry)
    assert (now.waits_since, now.answered_on, now.read_by) == (None, None, cast.ana)


def test_it_can_be_changed_until_it_was_read(cast):
    entry = wrote(cast)
    actions.change_entry(entry, text="The pump is from 1998.", title="", by=cast.as_("maya"))
    actions.mark_read(entry, by=cast.as_("ana"))

    with pytest.raises(Refused, match="has read it"):
        actions.change_entry(entry, text="Other.", title="", by=cast.as_("maya"))
    assert fresh(entry).text == "The pump is from 1998."


@pytest.mark.parametrize("name", ["jordan", "rosa", "dana", "chen", "otto"])
def test_nobody_else_answers_or_marks(cast, name):
    entry = wrote(cast)

    for act in (
        lambda by: actions.reply_to(entry, "Hello.", by=by),
        lambda by: actions.mark_read(entry, by=by),
        lambda by: actions.change_entry(entry, text="x", title="", by=by),
    ):
        with pytest.raises(PermissionDenied):
            act(cast.as_(name))


def test_what_waits_for_whom(cast, django_assert_max_num_queries):
    first, _second = wrote(cast), wrote(cast, "jordan")
    wrote(cast, "jordan", text="Another.")
    actions.reply_to(first, "Why?", by=cast.as_("ana"))

    viewers = [cast.as_(name) for name in ("ana", "maya", "dana")]
    with inside(cast.school), django_assert_max_num_queries(3):  # two of them Ana's
        found = [[one.say for one in waits(viewer)] for viewer in viewers]
    assert found == [
        ["Read 2 journal entries of Jordan"], ["Read the answer in your journal"], [],
    ]  # fmt: skip


def test_the_history_has_no_words_of_it(cast):
    entry = wrote(cast)
    actions.reply_to(entry, "A pump of 1998.", by=cast.as_("ana"))

    assert [e for e in Event.objects.all() if "pump" in str(e.detail).lower()] == []


def test_an_entry_is_tied_to_goals_by_its_student_alone(cast):
    entry, by = wrote(cast), cast.as_("maya")
    own = OwnGoal.objects.create(
        school=cast.school, student=cast.maya, words="Be a vet", since_on=TODAY
    )
    theirs = OwnGoal.objects.create(
        school=cast.school, student=cast.jordan, words="Sing", since_on=TODAY
    )

    actions.tie_entry(entry, [], [own], by=by)

    assert [one.words for one in goals_of(entry)] == ["Be a vet"]
    for goals, name in (([theirs], "maya"), ([own], "ana"), ([own], "jordan")):
        with pytest.raises(PermissionDenied):
            actions.tie_entry(entry, [], goals, by=cast.as_(name))
    actions.tie_entry(entry, [], [], by=by)
    assert list(goals_of(entry)) == []


def test_no_prompt_of_ours_asks_for_what_is_protected():
    assert [key for key, words in PROMPTS.items() if topics_in(str(words))] == []
