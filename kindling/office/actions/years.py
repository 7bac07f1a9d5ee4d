"""Years and terms: no two at once, a term inside its year, nothing backwards."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from django.db import transaction
from django.utils.translation import gettext as _

from kindling.history.steps import record
from kindling.kit.http import Refused, require
from kindling.office import rules
from kindling.schools.models import School, SchoolYear, Term
from kindling.schools.viewer import Viewer


@dataclass(frozen=True)
class TermPlan:
    """A term as it is asked for: kind is one of Term.Kind, both days count."""

    kind: str
    label: str
    starts_on: date
    ends_on: date


@transaction.atomic
def add_year(
    *, by: Viewer, label: str, starts_on: date, ends_on: date, terms: Iterable[TermPlan] = ()
) -> SchoolYear:
    """Add a school year with its terms, all or nothing."""
    require(rules.may_change_school(by))
    _lock(by.school)
    _refuse_backwards(starts_on, ends_on)
    _refuse_years(by.school, label, starts_on, ends_on)
    year: SchoolYear = SchoolYear.objects.create(
        school=by.school, label=label, starts_on=starts_on, ends_on=ends_on
    )
    record("year.add", year, by=by, label=label, starts_on=str(starts_on), ends_on=str(ends_on))
    for plan in terms:
        add_term(year, plan, by=by)
    return year


@transaction.atomic
def change_year(
    year: SchoolYear, *, by: Viewer, label: str, starts_on: date, ends_on: date
) -> None:
    """Change a year's name or days; its terms must still lie inside."""
    require(rules.may_change_school(by))
    _lock(by.school)
    _refuse_backwards(starts_on, ends_on)
    _refuse_years(by.school, label, starts_on, ends_on, but=year.pk)
    outside = year.terms.exclude(starts_on__gte=starts_on, ends_on__lte=ends_on).first()
    if outside:
        raise Refused(
            _("%(term)s would lie outside the year. Change the term first.") % {"term": outside}
        )
    was = {"label": year.label, "starts_on": str(year.starts_on), "ends_on": str(year.ends_on)}
    year.label, year.starts_on, year.ends_on = label, starts_on, ends_on
    year.save(update_fields=["label", "starts_on", "ends_on"])
    record("year.change", year, by=by, was=was)


@transaction.atomic
def add_term(year: SchoolYear, plan: TermPlan, *, by: Viewer) -> Term:
    """Add a term to a year."""
    require(rules.may_change_school(by))
    _lock(by.school)
    _refuse_term(year, plan)
    term: Term = Term.objects.create(
        school=by.school, year=year, kind=plan.kind, label=plan.label,
        starts_on=plan.starts_on, ends_on=plan.ends_on,
    )  # fmt: skip
    days = {"starts_on": str(plan.starts_on), "ends_on": str(plan.ends_on)}
    record("term.add", term, by=by, label=plan.label, **days)
    return term


@transaction.atomic
def change_term(term: Term, plan: TermPlan, *, by: Viewer) -> None:
    """Change a term; hours count by day, so days that move take their hours along."""
    require(rules.may_change_school(by))
    _lock(by.school)
    _refuse_term(term.year, plan, but=term.pk)
    was = {name: str(getattr(term, name)) for name in ("kind", "label", "starts_on", "ends_on")}
    term.kind, term.label = plan.kind, plan.label
    term.starts_on, term.ends_on = plan.starts_on, plan.ends_on
    term.save(update_fields=["kind", "label", "starts_on", "ends_on"])
    record("term.change", term, by=by, was=was)


def _lock(school: School) -> None:
    """Let one person at a time move this school's years: two overlapping terms can't both pass."""
    School.objects.select_for_update().get(pk=school.pk)


def _refuse_backwards(starts_on: date, ends_on: date) -> None:
    if ends_on <= starts_on:
        raise Refused(_("The last day must come after the first day."))


def _refuse_years(school: School, label: str, first: date, last: date, *, but: int = 0) -> None:
    others = SchoolYear.objects.filter(school=school).exclude(pk=but)
    if others.filter(label=label).exists():
        raise Refused(_("There is a year “%(label)s” already.") % {"label": label})
    other = others.filter(starts_on__lte=last, ends_on__gte=first).first()
    if other:
        raise Refused(_("These days overlap with %(other)s.") % {"other": other})


def _refuse_term(year: SchoolYear, plan: TermPlan, *, but: int = 0) -> None:
    _refuse_backwards(plan.starts_on, plan.ends_on)
    if plan.starts_on < year.starts_on or plan.ends_on > year.ends_on:
        raise Refused(
            _("%(term)s must lie inside the year, from %(first)s to %(last)s.")
            % {"term": plan.label, "first": year.starts_on, "last": year.ends_on}
        )
    others = Term.of(year.school).exclude(pk=but)
    if others.filter(year=year, label=plan.label).exists():
        raise Refused(_("There is a term “%(label)s” already.") % {"label": plan.label})
    other = others.filter(starts_on__lte=plan.ends_on, ends_on__gte=plan.starts_on).first()
    if other:
        raise Refused(_("%(term)s overlaps with %(other)s.") % {"term": plan.label, "other": other})
