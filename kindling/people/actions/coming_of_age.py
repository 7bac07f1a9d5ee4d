"""Eighteen: the rights pass to the student, who then says what family still reads."""

from __future__ import annotations

from collections.abc import Collection
from datetime import date

from django.db import transaction
from django.utils.translation import gettext as _

from kindling.history.steps import record
from kindling.kit.http import Refused, require
from kindling.people import rules
from kindling.people.actions.settling import settle
from kindling.people.matters import SHARED, Matter
from kindling.people.models import Sharing, Student, Transfer
from kindling.schools.models import Person
from kindling.schools.viewer import Viewer

YEAR = 366  # days; a dependent is one for a tax year


@transaction.atomic
def transfer_rights(
    student: Student,
    outcome: Transfer.Outcome,
    *,
    basis: str = "",
    until_on: date | None = None,
    by: Viewer,
) -> Transfer:
    """Confirm that the rights are the student's, or write down why the family reads on and until when.

    Deciding passes to the student in both cases. Another decision ends the one before. Raises
    Refused before the birthday, and for a dependent without what was shown or a day within a year.
    """
    require(rules.may_transfer(by, student))
    if not rules.is_of_age(student):
        raise Refused(_("%(name)s is not 18 yet.") % {"name": student.first})
    if outcome == Transfer.Outcome.DEPENDENT:
        _refuse_unproved(basis, until_on, by)
    else:
        until_on = None
    for said in Transfer.objects.select_for_update().filter(student=student, ended_at__isnull=True):
        said.ended_at, said.ended_by = by.school.now(), by.person
        said.save(update_fields=["ended_at", "ended_by"])
    made: Transfer = Transfer.objects.create(
        school=by.school, student=student, outcome=outcome, basis=basis.strip(),
        since_on=by.school.today(), until_on=until_on, written_by=by.person,
    )  # fmt: skip
    settle(student, by=by)
    record("transfer.write", made, by=by, outcome=outcome)
    return made


def _refuse_unproved(basis: str, until_on: date | None, by: Viewer) -> None:
    if not basis.strip():
        raise Refused(_("Write down what the family showed, for example a tax return of 2026."))
    today = by.school.today()
    if until_on is None or not 0 <= (until_on - today).days <= YEAR:
        raise Refused(_("Choose a last day within a year. After it, ask the family again."))


@transaction.atomic
def share_matter(student: Student, adult: Person, matter: Matter, *, by: Viewer) -> None:
    """The student lets one of their family into a matter again. A second tap changes nothing."""
    require(rules.may_share(by, student, adult) and matter in SHARED)
    _row, made = Sharing.objects.get_or_create(
        student=student, adult=adult, matter=matter, ended_at=None,
        defaults={
            "school": by.school, "since_on": by.school.today(), "written_by": by.person,
        },
    )  # fmt: skip
    if made:
        settle(student, by=by)
        record("sharing.begin", _row, by=by, matter=matter)


@transaction.atomic
def share_only(student: Student, adult: Person, matters: Collection[Matter], *, by: Viewer) -> None:
    """What one of the family reads from now on: these matters, and nothing else."""
    for matter in SHARED:
        if matter in matters:
            share_matter(student, adult, matter, by=by)
        else:
            stop_sharing(student, adult, matter, by=by)


@transaction.atomic
def stop_sharing(student: Student, adult: Person, matter: Matter, *, by: Viewer) -> None:
    """From now on this one reads it no longer."""
    require(rules.may_share(by, student, adult))
    rows = Sharing.objects.select_for_update().filter(student=student, adult=adult, matter=matter)
    for row in rows.filter(ended_at__isnull=True):
        row.ended_at, row.ended_by = by.school.now(), by.person
        row.save(update_fields=["ended_at", "ended_by"])
        settle(student, by=by)
        record("sharing.end", row, by=by, matter=matter)
