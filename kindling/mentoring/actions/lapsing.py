"""A check that ran out while students learn: written down, and said once to the mentor."""

from __future__ import annotations

from django.db import transaction

from kindling.history.steps import record
from kindling.kit.http import require
from kindling.mentoring import rules
from kindling.mentoring.actions.inviting import send_own_page
from kindling.schools.models import Person
from kindling.schools.viewer import Viewer


@transaction.atomic
def note_lapse(person: Person, until: str, *, by: Viewer) -> bool:
    """Once for each day at which a check ended; say whether it was new."""
    require(rules.may_keep(by))
    Person.objects.select_for_update().get(pk=person.pk)
    if rules.is_lapse_noted(person, until):
        return False
    record("mentor.lapse", person, by=by, until=until)
    if person.suspended_at is None:
        send_own_page(person, "lapsed", by=by)
    return True
