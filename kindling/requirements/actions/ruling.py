"""The school writes its rules, one school year at a time."""

from __future__ import annotations

from collections.abc import Mapping

from django.db import transaction
from django.utils.translation import gettext as _

from kindling.history.steps import record
from kindling.kit.http import Refused, require
from kindling.requirements import rules
from kindling.requirements.models import CreditRule, Kind, Requirement
from kindling.schools.models import SchoolYear
from kindling.schools.viewer import Viewer


@transaction.atomic
def set_requirements(
    year: SchoolYear, grade: str, amounts: Mapping[str, int], *, by: Viewer
) -> None:
    """Say what a grade asks for: kind → hours or count; 0 asks for nothing of the kind.

    Raises Refused for a year that is over: what was asked for then stays as it was.
    """
    require(rules.may_change_requirements(by) and year.school_id == by.school.pk)
    _lock_open(year, by)
    rows = Requirement.objects.filter(year=year, grade=grade)
    was = dict(rows.values_list("kind", "amount"))
    now = {kind: amounts.get(kind, 0) for kind in Kind.values if amounts.get(kind, 0)}
    if was == now:
        return
    rows.delete()
    Requirement.objects.bulk_create(
        Requirement(school=by.school, year=year, grade=grade, kind=kind, amount=amount)
        for kind, amount in now.items()
    )
    record("requirements.set", by.school, by=by, year=year.label, grade=grade, was=was, now=now)


@transaction.atomic
def set_credit(year: SchoolYear, *, hours: int, step: str, by: Viewer) -> CreditRule:
    """Say how many confirmed hours are one unit in this year, and which parts of one are given."""
    require(rules.may_change_requirements(by) and year.school_id == by.school.pk)
    _lock_open(year, by)
    facts = {"school": by.school, "hours": hours, "step": step}
    rule, _made = CreditRule.objects.update_or_create(year=year, defaults=facts)
    record("requirements.credit", by.school, by=by, year=year.label, hours=hours, step=step)
    return rule


@transaction.atomic
def copy_year(source: SchoolYear, target: SchoolYear, *, by: Viewer) -> int:
    """Take the rules of another year over where this one has none yet; return how many."""
    require(rules.may_change_requirements(by))
    require(source.school_id == target.school_id == by.school.pk)
    _lock_open(target, by)
    if Requirement.objects.filter(year=target).exists():
        raise Refused(_("%(year)s has rules already.") % {"year": target.label})
    made = Requirement.objects.bulk_create(
        Requirement(
            school=by.school, year=target, grade=one.grade, kind=one.kind, amount=one.amount
        )
        for one in Requirement.objects.filter(year=source)
    )
    credit = CreditRule.objects.filter(year=source).first()
    if credit:
        facts = {"school": by.school, "hours": credit.hours, "step": credit.step}
        CreditRule.objects.get_or_create(year=target, defaults=facts)
    told = {"source": source.label, "year": target.label, "rules": len(made)}
    record("requirements.copy", by.school, by=by, **told)
    return len(made)


def _lock_open(year: SchoolYear, by: Viewer) -> None:
    """Two who write a year's rules take turns; where there is no rule yet, there is no row to lock."""
    SchoolYear.objects.select_for_update().get(pk=year.pk)
    if year.ends_on < by.school.today():
        raise Refused(_("%(year)s is over. Its rules stay as they were.") % {"year": year.label})
