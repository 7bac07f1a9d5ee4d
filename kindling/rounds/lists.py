"""How a list changes with one tap, and who takes part at all."""

from __future__ import annotations

from typing import Any

from django.db.models import OuterRef, QuerySet
from django.utils.translation import gettext as _

from kindling.kit.http import Refused
from kindling.people.models import Student
from kindling.rounds.models import Outcome, Round


def moved(listed: list[int], do: str, place: int) -> list[int]:
    """Return the list after one tap; what makes no sense (two tabs) changes nothing."""
    now = [key for key in listed if key != place]
    if do == "remove":
        return now
    if do == "add":
        return listed if place in listed else [*listed, place]
    if place not in listed:
        return listed
    at = listed.index(place)
    to = {"up": at - 1, "down": at + 1, "top": 0}.get(do, at)
    now.insert(max(0, to), place)
    return now


def check_takes_part(one: Round, student: Student) -> None:
    """Raise Refused for who got a place in the round before this one."""
    if one.after_id and got_a_place(one.after_id, student):
        raise Refused(_("You have a place from the first round. This one is for the others."))


def placed_in(one: int | OuterRef) -> QuerySet[Any]:
    """Keys of the students who got a place in that round."""
    return Outcome.objects.filter(round=one, pursuit__isnull=False).values("student")


def got_a_place(one: int, student: Student) -> bool:
    """Say whether the student was placed in that round."""
    return placed_in(one).filter(student=student).exists()
