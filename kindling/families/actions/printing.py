"""A sheet of paper for each family, with their own code: for those whom no letter reaches."""

from __future__ import annotations

from collections.abc import Sequence

from django.db import transaction

from kindling.families import rules
from kindling.families.actions.sending import links_of
from kindling.history.steps import record_many
from kindling.kit.http import require
from kindling.passes.models import Pass
from kindling.schools.models import Person
from kindling.schools.viewer import Viewer


@transaction.atomic
def make_sheets(guardians: Sequence[Person], *, by: Viewer) -> dict[int, Pass]:
    """Guardian's key → the link that goes on their sheet. Whoever scans it first is let in; the
    next browser is asked for a code, so hand it over in person.
    """
    require(rules.may_send_to(by, guardians))
    held = links_of(guardians, by=by)
    record_many("family_sheet.print", guardians, by=by)
    return held
