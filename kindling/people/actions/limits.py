"""Limit what a guardian is let into, and lift it. Rows are written once and ended once."""

from __future__ import annotations

from collections.abc import Collection
from datetime import date

from django.db import transaction
from django.utils.translation import gettext as _

from kindling.history.steps import record
from kindling.kit.http import Refused, require
from kindling.people import rules
from kindling.people.actions.settling import settle
from kindling.people.matters import Matter
from kindling.people.models import Connection, Limit
from kindling.schools.viewer import Viewer


@transaction.atomic
def limit_guardian(
    connection: Connection,
    matters: Collection[Matter],
    *,
    basis: Limit.Basis,
    words: str,
    until_on: date | None,
    by: Viewer,
) -> list[Limit]:
    """From today on this guardian is not let into these matters, until a day or until it is lifted.

    Refused for no matter, for a day that is over, and without words where they are needed.
    """
    require(rules.may_limit(by, connection))
    today = by.school.today()
    if not matters:
        raise Refused(_("Choose at least one thing to limit."))
    _refuse_unclear(basis, words, until_on, today)
    made = [
        Limit.objects.create(
            school=by.school, student_id=connection.student_id, adult_id=connection.adult_id,
            matter=matter, basis=basis, words=words.strip(), since_on=today, until_on=until_on,
            written_by=by.person,
        )
        for matter in matters
    ]  # fmt: skip
    settle(connection.student, by=by)
    for limit in made:
        record("limit.write", limit, by=by, matter=limit.matter, basis=limit.basis)
    return made


def _refuse_unclear(basis: Limit.Basis, words: str, until_on: date | None, today: date) -> None:
    if until_on is not None and until_on < today:
        raise Refused(_("The last day is over. Choose a later one, or none."))
    if basis == Limit.Basis.OTHER and not words.strip():
        raise Refused(_("Write the reason down."))


@transaction.atomic
def lift_limit(limit: Limit, *, by: Viewer) -> None:
    """It binds no longer; what was written stays. A second tap changes nothing."""
    require(rules.may_lift(by, limit))
    found = Limit.objects.select_for_update().get(pk=limit.pk)
    if found.ended_at is not None:
        return
    found.ended_at, found.ended_by = by.school.now(), by.person
    found.save(update_fields=["ended_at", "ended_by"])
    settle(found.student, by=by)
    record("limit.lift", found, by=by, matter=found.matter)


@transaction.atomic
def protect_contact(connection: Connection, *, is_protected: bool, by: Viewer) -> None:
    """Keep phone and e-mail of this guardian to leaders and the own advisor, or no longer."""
    require(rules.may_limit(by, connection))
    if connection.is_protected == is_protected:
        return
    connection.is_protected = is_protected
    pair = {"student": connection.student_id, "adult": connection.adult_id, "role": connection.role}
    Connection.objects.filter(**pair).update(is_protected=is_protected)  # those that ended, too
    record("connection.protect", connection, by=by, is_protected=is_protected)
