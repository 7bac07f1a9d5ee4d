"""Ask people for something no more often than they can bear."""

from __future__ import annotations

from collections.abc import Iterable

from django.db import transaction
from django.utils.translation import gettext as _

from kindling.history.steps import record_many
from kindling.kit.http import Refused
from kindling.notices.asking import refuse_left_alone, resting, spend
from kindling.schools.models import Person
from kindling.schools.viewer import Viewer
from kindling.ui.format import day


@transaction.atomic
def spend_asks(people: Iterable[Person], *, by: Viewer) -> list[Person]:
    """Count one ask for each of these people of the school; return those who may be asked now.

    Call it just before the message is written. What is about safety is no ask. The others rest
    until next month, whichever school asked them.
    """
    asked = spend(people, by.school)
    record_many("person.ask", asked, by=by)
    return asked


@transaction.atomic
def spend_ask(person: Person, *, by: Viewer) -> None:
    """Count one ask. Raises Refused for somebody who rests."""
    refuse_left_alone(person, by.school)
    if not spend_asks([person], by=by):
        until = resting([person], by.school).get(person.pk)
        told = {"name": person.first, "day": day(until) if until else ""}
        raise Refused(
            _("%(name)s has been asked often this month and rests until %(day)s. Call instead.")
            % told
        )
