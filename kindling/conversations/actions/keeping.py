"""Somebody of the school is in every conversation, also when people come and go."""

from __future__ import annotations

from django.db import transaction
from django.utils.translation import gettext as _

from kindling.chores.clockwork import every
from kindling.conversations import rules
from kindling.conversations.models import Seat, Thread
from kindling.history.steps import record
from kindling.kit.http import Refused, require
from kindling.schools.models import Person
from kindling.schools.viewer import Viewer

BATCH = 500


def keep_up(thread: Thread, *, by: Viewer) -> None:
    """Let somebody who works here keep it, before a word is said, nobody of the child's family.

    Raises Refused for nobody.

    The thread is locked by the caller.
    """
    thread.keeper.school = thread.school
    is_kin = thread.keeper_id in rules.not_its_keepers(thread)
    if rules.works_here(thread.keeper) and not is_kin:
        return
    found = _next_keeper(thread)
    if found is None:
        raise Refused(_("Nobody of the school can read along now. Call the school."))
    give_keeper(thread, found, by=by)


def _next_keeper(thread: Thread) -> Person | None:
    """Somebody who joined and works here, else the student's advisor, else a leader."""
    others = rules.not_its_keepers(thread)
    here = rules.staff_today(thread.school).exclude(pk__in=others)
    joined = Seat.objects.filter(thread=thread, is_staff=True, until_at__isnull=True)
    found = here.filter(pk__in=joined.values("person")).exclude(pk=thread.keeper_id).first()
    if found is None and thread.about is not None:
        thread.about.school = thread.school
        found = rules.keeper_for(thread.about, but=others)
    return found or here.first()


def give_keeper(thread: Thread, person: Person, *, by: Viewer) -> None:
    """Put somebody else in the keeper's place. The caller has asked whether they may and can."""
    Seat.objects.filter(thread=thread, person=thread.keeper).update(until_at=by.school.now())
    Seat.objects.update_or_create(
        thread=thread, person=person, defaults={"is_staff": True, "until_at": None},
        create_defaults={"school": thread.school, "is_staff": True},
    )  # fmt: skip
    was, thread.keeper = thread.keeper, person
    Thread.objects.filter(pk=thread.pk).update(keeper=person)
    record("thread.hand_on", thread, by=by, was=was.public_id, now=person.public_id)


@transaction.atomic
def hand_on(thread: Thread, to: Person, *, by: Viewer) -> None:
    """Somebody else of the school keeps it from now on; whoever did stays no longer. Raises Refused."""
    thread = Thread.objects.select_for_update(of=("self",)).get(pk=thread.pk)
    require(rules.may_close(by, thread) and to.school_id == by.school.pk)
    if to.pk in rules.not_its_keepers(thread) or not rules.works_here(to):
        raise Refused(_("Choose somebody who works at the school."))
    give_keeper(thread, to, by=by)


@transaction.atomic
def join(thread: Thread, *, by: Viewer) -> None:
    """Be in it, for all to see."""
    require(rules.may_join(by, thread))
    Seat.objects.update_or_create(
        thread=thread, person=by.person, defaults={"is_staff": True, "until_at": None},
        create_defaults={"school": thread.school, "is_staff": True},
    )  # fmt: skip
    record("thread.join", thread, by=by)


@transaction.atomic
def leave(thread: Thread, *, by: Viewer) -> None:
    """Get its messages no more. The keeper cannot: they hand it on."""
    require(rules.may_leave(by, thread))
    Seat.objects.filter(thread=thread, person=by.person).update(until_at=by.school.now())
    record("thread.leave", thread, by=by)


@every(hours=1)
def pass_on_threads() -> None:
    """Find a new keeper where somebody has left the school, so that no answer waits for nobody."""
    rows = Thread.objects.filter(closed_at__isnull=True).select_related("school", "keeper")
    for school_id in rows.values_list("school", flat=True).distinct().order_by("school"):
        mine = rows.filter(school=school_id)
        first = mine.first()
        if first is None:
            continue
        here = rules.staff_today(first.school)
        for thread in mine.exclude(keeper__in=here)[:BATCH]:
            _pass_on(thread)


@transaction.atomic
def _pass_on(thread: Thread) -> None:
    locked = Thread.objects.select_for_update(of=("self",)).get(pk=thread.pk)
    found = _next_keeper(locked)
    if found is not None:
        give_keeper(locked, found, by=Viewer.system(locked.school))
