"""Whatever is done, in whatever order: somebody who works here has every word."""

from __future__ import annotations

from datetime import date

import pytest
from django.core.exceptions import PermissionDenied
from django.db import IntegrityError, transaction
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from kindling.attendance.tests.placed import make_placement
from kindling.conversations import actions, rules
from kindling.conversations.actions import Said
from kindling.conversations.arriving import addressee_of, hears
from kindling.conversations.models import Message, Seat, Thread
from kindling.conversations.tests.talking import jordan_writes
from kindling.kit.http import Refused
from kindling.letterbox.along import Answered
from kindling.schools.models import Membership
from kindling.schools.viewer import Viewer

NAMES = ["jordan", "sam", "ana", "chen", "dana", "rosa", "maya", "priya"]
YESTERDAY = date(2026, 10, 12)


class World:
    """One conversation of Jordan and Sam, and everything people and code do to it."""

    def __init__(self, cast) -> None:
        self.cast, self.number = cast, 0
        make_placement(cast.jordan, cast.clinic, cast.sam)
        self.thread = jordan_writes(cast).thread

    def fresh(self) -> Thread:
        return Thread.objects.get(pk=self.thread.pk)

    def say(self, name: str) -> None:
        actions.say(self.fresh(), self.words(), by=self.cast.as_(name))

    def by_link(self, name: str) -> None:
        subjects = frozenset({self.thread.public_id})
        viewer = Viewer(
            self.cast.person(name), self.cast.school, frozenset(), "write_message", subjects
        )
        actions.say(self.fresh(), self.words("link"), by=viewer)

    def by_mail(self, name: str) -> None:
        seat = Seat.objects.filter(thread=self.thread, person=self.cast.person(name)).first()
        found = addressee_of(seat.public_id) if seat else None
        if found:
            self.number += 1
            found.take(Answered("By mail.", [], f"key{self.number}"))

    def by_text(self, name: str) -> None:
        person = (
            type(self.cast.sam).objects.select_related("school").get(pk=self.cast.person(name).pk)
        )
        self.number += 1
        hears([person], "By text.", f"SM{self.number}", None)

    def leaves_the_school(self, name: str) -> None:
        Membership.objects.filter(person=self.cast.person(name)).update(until_on=YESTERDAY)

    def comes_back(self, name: str) -> None:
        Membership.objects.filter(person=self.cast.person(name)).update(until_on=None)

    def hand_on(self, name: str) -> None:
        actions.hand_on(self.fresh(), self.cast.chen, by=self.cast.as_(name))

    def join(self, name: str) -> None:
        actions.join(self.fresh(), by=self.cast.as_(name))

    def leave(self, name: str) -> None:
        actions.leave(self.fresh(), by=self.cast.as_(name))

    def clock(self, _name: str) -> None:
        actions.pass_on_threads()

    def force_keeper(self, name: str) -> None:
        """Code that goes round every rule."""
        Thread.objects.filter(pk=self.thread.pk).update(keeper=self.cast.person(name))

    def force_nobody(self, _name: str) -> None:
        Thread.objects.filter(pk=self.thread.pk).update(keeper=None)

    def force_out(self, name: str) -> None:
        Seat.objects.filter(thread=self.thread, person=self.cast.person(name)).delete()

    def force_in(self, name: str) -> None:
        Seat.objects.update_or_create(
            thread=self.thread, person=self.cast.person(name),
            defaults={"is_staff": True, "school": self.cast.school},
        )  # fmt: skip

    def words(self, via: str = "page") -> Said:
        self.number += 1
        return Said("Hello.", via, f"tap{self.number}")


DOES = [name for name in vars(World) if name not in {"fresh", "words"} and not name.startswith("_")]


def assert_the_school_has_every_word(world: World, since: int) -> None:
    thread = world.fresh()
    assert thread.keeper_id not in {None, thread.student_id, thread.outside_id}
    for message in Message.objects.filter(thread=thread, pk__gt=since):
        had = {message.by_id, *message.copies.values_list("person", flat=True)}
        assert message.keeper_id in had
        assert rules.works_here(message.keeper)
        assert had <= people_let_in(world)


def people_let_in(world: World) -> set[int]:
    """Nobody else may ever get a word: the two sides, and who is or was of the staff."""
    cast = world.cast
    staff = {cast.person(name).pk for name in ("ana", "chen", "dana", "priya")}
    return staff | {cast.jordan.person_id, cast.sam.pk}


@pytest.mark.django_db
@settings(
    max_examples=20, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@example(steps=[("force_in", "rosa"), ("say", "jordan")])
@example(steps=[("force_keeper", "rosa"), ("by_mail", "sam")])
@example(steps=[("leaves_the_school", "ana"), ("by_text", "sam"), ("by_link", "sam")])
@example(steps=[("join", "dana"), ("leaves_the_school", "dana"), ("by_mail", "dana")])
@given(steps=st.lists(st.tuples(st.sampled_from(DOES), st.sampled_from(NAMES)), max_size=8))
def test_no_conversation_of_a_student_and_an_outsider_is_without_the_school(cast, steps):
    point = transaction.savepoint_create()
    world = World(cast)
    for verb, name in steps:
        since = Message.objects.order_by("-pk").values_list("pk", flat=True)[0]
        try:
            with transaction.atomic():
                getattr(world, verb)(name)
        except (Refused, PermissionDenied, IntegrityError):
            pass
        assert_the_school_has_every_word(world, since)
    transaction.savepoint_rollback(point)
