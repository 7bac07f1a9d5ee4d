"""One message to many: each once, with what became of it, and answers to the writer alone."""

import pytest
from django.core.exceptions import PermissionDenied

from kindling.attendance.tests.placed import make_placement
from kindling.conversations import actions, rules
from kindling.conversations.actions.broadcasting import send_broadcast
from kindling.conversations.actions.telling import tell_what_waits
from kindling.conversations.arriving import answers_broadcast
from kindling.conversations.models import Broadcast, BroadcastLine, Message, Thread
from kindling.conversations.queries.broadcasts import broadcast_counts, line_rows
from kindling.conversations.tests.talking import said
from kindling.kit.http import Refused
from kindling.letterbox.along import Answered
from kindling.notices.models import Notice
from kindling.people.models import Connection
from kindling.schools.models import Person
from kindling.schools.roles import Role
from tests.cast import FIRST_DAY

KIND = "conversations/broadcast"


def sent(cast, name="ana", to="families", **facts) -> Broadcast:
    group = {"advisory": cast.tide} if name == "ana" else {}
    made = actions.broadcast("School ends at noon.", to, **(group | facts), by=cast.as_(name))
    send_broadcast.call(made.pk)
    return made


def named(made: Broadcast) -> list[str]:
    return sorted(made.lines.values_list("person__given_name", flat=True))


@pytest.mark.parametrize(
    ("name", "to", "facts", "expected"),
    [
        ("ana", "families", {}, ["Rosa"]),
        ("ana", "students", {}, ["Jordan", "Luis", "Maya"]),
        ("ana", "mentors", {}, ["Sam"]),
        ("dana", "students", {}, ["Jordan", "Luis", "Maya"]),
        ("dana", "students", {"grade": "401"}, ["Luis"]),
    ],
)
def test_who_gets_it(cast, name, to, facts, expected):
    make_placement(cast.jordan, cast.clinic, cast.sam)

    assert named(sent(cast, name, to, **facts)) == expected


def test_a_guardian_of_two_gets_it_once_and_who_is_not_told_never(cast):
    Connection.objects.create(
        school=cast.school, student=cast.maya, adult=cast.rosa, role=Role.GUARDIAN,
        since_on=FIRST_DAY,
    )  # fmt: skip
    assert named(sent(cast)) == ["Rosa"]
    Connection.objects.filter(adult=cast.rosa).update(has_told=False)

    with pytest.raises(Refused, match="Nobody would get this"):
        sent(cast)


@pytest.mark.parametrize("name", ["jordan", "rosa", "liam", "otto", "priya"])
def test_who_may_not(cast, name):
    if name == "priya":  # the registrar is a leader
        assert rules.may_broadcast(cast.as_(name))
        return
    with pytest.raises(PermissionDenied):
        actions.broadcast("Hi", "students", advisory=cast.tide, by=cast.as_(name))


def test_an_advisor_writes_to_their_own_group_and_not_to_the_school(cast):
    with pytest.raises(PermissionDenied):
        actions.broadcast("Hi", "students", by=cast.as_("ana"))


def test_a_worker_that_died_goes_on_and_nobody_gets_it_twice(cast):
    made = actions.broadcast("Noon.", "students", by=cast.as_("dana"), tap="t")
    again = actions.broadcast("Noon.", "students", by=cast.as_("dana"), tap="t")
    half = made.lines.order_by("pk").first()
    made.lines.filter(pk=half.pk).update(sent_at=cast.school.now())

    for _ in range(3):
        send_broadcast.call(made.pk)

    made.refresh_from_db()
    assert (again.pk, made.state, Notice.objects.filter(kind=KIND).count()) == (made.pk, "done", 2)


def test_the_report_says_who_was_reached_who_not_and_why(cast, settings):
    Person.objects.filter(pk=cast.maya.person_id).update(email="", phone="")
    made = sent(cast, to="students")
    Notice.objects.filter(person=cast.luis.person).update(state="sent")
    Notice.objects.filter(person=cast.jordan.person).update(state="failed", error="550 no")

    rows = line_rows(rules.lines_of(made).order_by("person__given_name"))

    assert [(one.person.first, one.state, one.why) for one in rows] == [
        ("Jordan", "Could not be sent", "550 no"), ("Luis", "Sent", ""),
        ("Maya", "No way to reach them", ""),
    ]  # fmt: skip
    assert [one.number for one in broadcast_counts(made)] == [1, 1, 1]


def test_an_answer_begins_a_conversation_with_the_writer_alone(cast):
    made = sent(cast)
    line = made.lines.get()
    found = answers_broadcast(line.public_id)

    found.take(Answered("Gracias.", [], "k1"))
    found.take(Answered("¿Y mañana?", [], "k2"))

    thread = Thread.objects.get()
    assert (thread.outside, thread.keeper, thread.about) == (cast.rosa, cast.ana, cast.luis)
    assert [text for _who, _via, text in said(thread)] == [
        "School ends at noon.", "Gracias.", "¿Y mañana?",
    ]  # fmt: skip
    actions_told = Notice.objects.filter(kind="conversations/private_message")
    assert {one.person for one in actions_told} == {cast.ana}
    assert BroadcastLine.objects.get().thread == thread


def test_the_clock_does_not_send_the_words_on_top_again(cast):
    line = sent(cast).lines.get()
    answers_broadcast(line.public_id).take(Answered("Gracias.", [], "k1"))
    Message.objects.update(created_at="2026-10-13T10:00Z")
    before = Notice.objects.count()

    tell_what_waits()

    assert Notice.objects.count() == before


def test_an_answer_of_a_family_that_is_told_no_more_waits(cast):
    line = sent(cast).lines.get()
    Connection.objects.filter(adult=cast.rosa).update(has_told=False)

    with pytest.raises(PermissionDenied):
        answers_broadcast(line.public_id).take(Answered("Gracias.", [], "k1"))


def test_who_sees_what_became_of_it(cast):
    made = sent(cast)

    seen = {
        name: list(rules.visible_broadcasts(cast.as_(name)))
        for name in ("ana", "dana", "rosa", "jordan", "liam", "otto")
    }

    assert seen == {
        "ana": [made], "dana": [made], "rosa": [], "jordan": [], "liam": [], "otto": [],
    }  # fmt: skip


def test_the_same_form_counts_once_and_other_words_of_it_once_more(cast):
    by, words = cast.as_("chen"), ("No school on Friday.", "No school on Thursday.")
    for text in (words[0], words[0], words[1], words[1]):
        actions.broadcast(text, "students", tap="one", by=by)

    assert list(Broadcast.objects.order_by("pk").values_list("text", flat=True)) == list(words)
