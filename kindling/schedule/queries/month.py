"""A month of the school's calendar."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta

from django.utils.translation import gettext

from kindling.kit.addresses import url
from kindling.schedule.models import Change, Closure
from kindling.schedule.plan import Date, WeekFacts
from kindling.schedule.queries.days import days_between
from kindling.schedule.queries.plans import change_facts, closure_facts, weeks_on
from kindling.schedule.rules import (
    anchors_of,
    blocks_between,
    changes_between,
    may_change_closures,
)
from kindling.schools.models import School
from kindling.schools.queries import terms_of
from kindling.schools.viewer import Viewer
from kindling.ui.month import Day, Entry, month_weeks

FAR = 5  # years from today that the calendar shows
CLOSED, OUT, TERM, CHANGED, EXAM = 2, 4, 6, 7, 8  # hues


@dataclass(frozen=True)
class Month:
    """A month of the school's calendar."""

    first: date
    weeks: tuple[tuple[Day, ...], ...]
    earlier: date
    later: date


def month_of(viewer: Viewer, first: date) -> Month:
    """Return the month that begins on `first`: closures, changes, terms and internship days."""
    school = viewer.school
    last = (first + timedelta(days=31)).replace(day=1) - timedelta(days=1)
    closures = list(Closure.between(school, first, last))
    changes = list(changes_between(school, first, last))
    links = may_change_closures(viewer)
    entries = [
        *closure_entries(closures, first, last, links=links),
        *change_entries(changes, links=links),
        *term_entries(school, first, last),
    ]
    entries += out_entries(school, first, last, closures, changes)
    weeks = month_weeks(first, entries, today=school.today())
    earlier, later = (first - timedelta(days=1)).replace(day=1), last + timedelta(days=1)
    return Month(first, weeks, earlier, later)


def closure_entries(
    closures: list[Closure], first: date, last: date, *, links: bool
) -> list[Entry]:
    """Return one entry for each day of each closure, the grades named."""
    entries = []
    for one in closures:
        address = url("schedule:change_closure", one.public_id) if links else ""
        label = one.label
        if one.grades:
            label = gettext("%(what)s (%(grades)s)") % {
                "what": one.label, "grades": ", ".join(one.grade_list),
            }  # fmt: skip
        hue = CLOSED if one.shuts_school else EXAM
        days = days_between(max(first, one.starts_on), min(last, one.ends_on))
        entries += [Entry(day, label, hue, url=address) for day in days]
    return entries


def change_entries(changes: list[Change], *, links: bool) -> list[Entry]:
    """Return what runs differently, for whom where it is not for all."""
    entries = []
    for one in changes:
        label = one.note
        if one.specificity:
            label = gettext("%(what)s (%(whom)s)") % {"what": one.note, "whom": one.audience}
        address = url("schedule:change", one.public_id) if links else ""
        entries.append(Entry(one.on, label, CHANGED, url=address))
    return entries


def out_entries(
    school: School, first: date, last: date, closures: list[Closure], changes: list[Change]
) -> list[Entry]:
    """Return the internship days of the school's plan. Three statements.

    A school without a week has them on the weekdays it named when it was set up.
    """
    weeks = weeks_on(
        blocks_between(school, first, last).filter(week__grade="", week__advisory=None)
    )
    years = list(school.years.filter(starts_on__lte=last, ends_on__gte=first))
    anchors = tuple(anchors_of(school, last))
    dates = (
        Date(
            day,
            is_in_year=any(year.starts_on <= day <= year.ends_on for year in years),
            weeks=tuple(week for week in weeks if week.holds_on(day)) or (usual_week(school),),
            changes=tuple(change_facts(one) for one in changes if one.on == day),
            closures=tuple(
                closure_facts(one) for one in closures if one.starts_on <= day <= one.ends_on
            ),
            anchors=anchors,
        )
        for day in days_between(first, last)
    )
    label = gettext("Internship day")
    return [Entry(one.on, label, OUT) for one in dates if one.has_internships]


def usual_week(school: School) -> WeekFacts:
    """The school's internship days as a week."""
    return WeekFacts.of_internships(school.name, school.weekdays)


def term_entries(school: School, first: date, last: date) -> list[Entry]:
    """Return where a term begins or ends in these days. One statement."""
    entries = []
    for term in terms_of(school):
        name = {"term": term.label}
        if first <= term.starts_on <= last:
            entries.append(Entry(term.starts_on, gettext("%(term)s begins") % name, TERM))
        if first <= term.ends_on <= last:
            entries.append(Entry(term.ends_on, gettext("%(term)s ends") % name, TERM))
    return entries
