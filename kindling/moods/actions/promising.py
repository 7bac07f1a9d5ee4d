"""An adult is asked for their word, gives it, says when they are away, takes it back."""

from __future__ import annotations

from datetime import date

from django.db import transaction
from django.utils.translation import gettext as _

from kindling.advisory.models import Advisory
from kindling.history.steps import record, take_step
from kindling.kit.http import Refused, require
from kindling.moods import rules
from kindling.moods.actions.escalating import hand_on
from kindling.moods.actions.telling import tell
from kindling.moods.models import Mood, MoodPromise
from kindling.schools.models import Person
from kindling.schools.viewer import Viewer


@transaction.atomic
def ask_promise(
    person: Person, *, advisory: Advisory | None, reply_hours: int, by: Viewer
) -> MoodPromise:
    """Ask an adult of the school to answer a group’s students, or all. They say yes themselves."""
    require(rules.may_ask_promises(by) and person.school_id == by.school.pk)
    if not rules.people_to_ask(by).filter(pk=person.pk).exists():
        raise Refused(_("Only somebody who works at the school and can sign in can promise it."))
    if MoodPromise.objects.filter(person=person).exclude(state="ended").exists():
        raise Refused(_("%(name)s has been asked already.") % {"name": person.first})
    made: MoodPromise = MoodPromise.objects.create(
        school=by.school, person=person, advisory=advisory, reply_hours=reply_hours,
        asked_by=by.person,
    )  # fmt: skip
    record("mood_promise.ask", made, by=by, person=person.public_id, hours=reply_hours)
    tell([person], "asked", by=by, hours=reply_hours)
    return made


@transaction.atomic
def give_promise(promise: MoodPromise, *, by: Viewer) -> None:
    """Give one’s word. From now on students are asked."""
    require(rules.may_promise(by, promise))
    take_step(promise, "promise", by=by)


@transaction.atomic
def say_away(promise: MoodPromise, *, first: date | None, last: date | None, by: Viewer) -> None:
    """Say when one is away; without days: back again. What waits until then goes on to the principal."""
    require(rules.may_promise(by, promise))
    if (first is None) != (last is None) or (first and last and last < first):
        raise Refused(_("Choose a first and a last day."))
    promise.away_from, promise.away_until = first, last
    promise.save(update_fields=["away_from", "away_until"])
    record("mood_promise.away", promise, by=by, first=str(first or ""), last=str(last or ""))
    if first and last:
        for mood in _waiting(promise, by):
            due = mood.due_at.astimezone(by.school.zone).date()
            if first <= due and by.school.today() <= last:
                hand_on(mood, by=by)


@transaction.atomic
def end_promise(promise: MoodPromise, *, by: Viewer) -> None:
    """Take the word back. What still waits goes on to the principal at once."""
    require(rules.may_end_promise(by, promise))
    take_step(promise, "end", by=by)
    for mood in _waiting(promise, by):
        hand_on(mood, by=by)


def _waiting(promise: MoodPromise, by: Viewer) -> list[Mood]:
    rows = Mood.objects.filter(school=by.school, person=promise.person_id, state="said")
    return list(rows.filter(late_at__isnull=True).select_related("student", "person"))
