"""Somebody of the school is in every conversation, whatever happens to who is."""

import pytest
from django.core.exceptions import PermissionDenied
from django.db import IntegrityError, transaction

from kindling.attendance.tests.placed import make_placement
from kindling.conversations import actions, rules
from kindling.conversations.actions import Said
from kindling.conversations.models import Copy, Message, Seat, Thread
from kindling.conversations.tests.talking import jordan_writes, whom
from kindling.kit.http import Refused
from kindling.people.models import Connection
from kindling.schools.models import Membership
from kindling.schools.roles import Role
from tests.cast import FIRST_DAY


def test_a_mentor_who_advises_is_not_their_own_keeper(cast):
    make_placement(cast.jordan, cast.clinic, cast.ana)

    thread = whom(cast.as_("jordan"), cast.jordan, "mentor")

    assert (thread.outside, thread.keeper) == (cast.ana, cast.chen)


def test_nobody_is_told_where_nobody_of_the_school_could_read_along(cast):
    thread = jordan_writes(cast).thread
    Membership.objects.filter(school=cast.school).exclude(
        role__in=(Role.STUDENT, Role.MENTOR)
    ).update(until_on="2026-10-12")

    with pytest.raises(Refused, match="Call the school"):
        actions.say(thread, Said("Still there?"), by=cast.as_("jordan"))

    assert Message.objects.count() == 1


def test_when_the_advisor_leaves_the_next_one_is_in_it_before_a_word_is_said(cast):
    thread = jordan_writes(cast).thread
    Membership.objects.filter(person=cast.ana).update(until_on="2026-10-12")

    message = actions.say(thread, Said("Still there?"), by=cast.as_("jordan"))

    assert message.keeper == cast.chen
    assert set(message.copies.values_list("person", flat=True)) == {cast.chen.pk, cast.sam.pk}


def test_the_clock_finds_a_new_keeper_where_nobody_writes(cast):
    thread = jordan_writes(cast).thread
    Membership.objects.filter(person=cast.ana).update(until_on="2026-10-12")

    actions.pass_on_threads()

    thread.refresh_from_db()
    assert thread.keeper == cast.chen
    assert not rules.visible_threads(cast.as_("ana")).exists()


@pytest.mark.parametrize("keeper", ["nobody", "jordan", "sam"])
def test_the_database_refuses_a_conversation_without_the_school(cast, keeper):
    thread = jordan_writes(cast).thread
    person = None if keeper == "nobody" else cast.person(keeper)

    with pytest.raises(IntegrityError), transaction.atomic():
        Thread.objects.filter(pk=thread.pk).update(keeper=person)


def test_the_database_keeps_whoever_is_the_school_of_a_conversation(cast):
    jordan_writes(cast)

    with pytest.raises(Exception, match="protected"):
        cast.ana.delete()


def test_a_row_beside_it_lets_nobody_in(cast):
    thread = jordan_writes(cast).thread
    Seat.objects.create(school=cast.school, thread=thread, person=cast.rosa, is_staff=True)
    Seat.objects.create(school=cast.school, thread=thread, person=cast.maya.person, is_staff=True)

    for name in ("rosa", "maya", "otto", "tasha", "liam"):
        assert list(rules.visible_threads(cast.as_(name))) == []


def test_the_keeper_cannot_leave_and_hands_on_only_to_who_works_here(cast):
    thread = jordan_writes(cast).thread
    ana = cast.as_("ana")

    with pytest.raises(PermissionDenied):
        actions.leave(thread, by=ana)
    with pytest.raises(Refused):
        actions.hand_on(thread, cast.rosa, by=ana)
    actions.hand_on(thread, cast.chen, by=ana)

    thread.refresh_from_db()
    assert thread.keeper == cast.chen


def test_a_parent_who_works_here_never_keeps_a_conversation_of_their_child(cast):
    Connection.objects.create(
        school=cast.school, student=cast.jordan, adult=cast.chen, role=Role.GUARDIAN,
        since_on=FIRST_DAY,
    )  # fmt: skip
    thread = jordan_writes(cast).thread
    with pytest.raises(Refused, match="Choose somebody"):
        actions.hand_on(thread, cast.chen, by=cast.as_("ana"))
    Membership.objects.filter(person=cast.ana).update(until_on="2026-10-01")

    actions.say(thread, Said("My father is angry at night."), by=cast.as_("jordan"))

    thread.refresh_from_db()
    assert thread.keeper == cast.dana
    assert cast.chen.pk not in Copy.objects.values_list("person", flat=True)
    assert list(rules.visible_threads(cast.as_("chen"))) == []
