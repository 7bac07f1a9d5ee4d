"""A student changes their list: one tap, kept at once."""

from __future__ import annotations

from django.db import transaction
from django.utils.translation import gettext as _

from kindling.history.steps import record
from kindling.kit.http import Refused, require
from kindling.people.models import Student
from kindling.rounds import rules
from kindling.rounds.eligibility import Gate
from kindling.rounds.lists import check_takes_part, moved
from kindling.rounds.models import Ballot, Choice, Round, RoundPlace
from kindling.schools.viewer import Viewer

LONGEST = 40


@transaction.atomic
def change_list(
    one: Round, student: Student, do: str, place: RoundPlace, *, by: Viewer
) -> list[int]:
    """Do "add", "up", "down", "top" or "remove" with a place; return the list's keys, best first.

    Raises Refused after the deadline, and for a place the student could not take.
    """
    require(rules.may_rank(by, student) and place.round_id == one.pk)
    one.lock()  # a tap in the moment of closing counts, or is told that it came too late
    if not one.takes_lists(by.school.now()):
        raise Refused(_("The deadline is over: lists stay as they are."))
    check_takes_part(one, student)
    facts = {"school": by.school, "changed_at": by.school.now()}
    Ballot.objects.get_or_create(round=one, student=student, defaults=facts)
    ballot = Ballot.objects.select_for_update().get(round=one, student=student)  # two tabs wait
    was = list(ballot.choices.order_by("number").values_list("place", flat=True))
    now = moved(was, do, place.pk)
    if do == "add" and place.pk not in was:
        if len(was) >= LONGEST:
            raise Refused(_("%(num)s places are enough. Take one off first.") % {"num": LONGEST})
        if bar := Gate(one, [student]).bar(student, place):
            raise Refused(bar.sentence)
    if now == was:
        return was
    _keep(ballot, now, by=by)
    record("ballot.change", ballot, by=by, did=do, place=place.public_id)
    return now


def _keep(ballot: Ballot, places: list[int], *, by: Viewer) -> None:
    Choice.objects.filter(ballot=ballot).delete()
    Choice.objects.bulk_create(
        Choice(school=by.school, ballot=ballot, place_id=place, number=number)
        for number, place in enumerate(places, 1)
    )
    ballot.length, ballot.changed_at = len(places), by.school.now()
    ballot.save(update_fields=["length", "changed_at"])
