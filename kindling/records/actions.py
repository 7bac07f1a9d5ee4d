"""What records write: that somebody took them away, and a letter a week."""

from __future__ import annotations

from datetime import date, timedelta

from django.db import transaction

from kindling.absences.audience import people_with
from kindling.absences.queries import reports_by_day
from kindling.advisory.rules import visible_leads
from kindling.chores.clockwork import every
from kindling.history.models import Event
from kindling.history.steps import record
from kindling.kit.http import require
from kindling.notices.actions import notify
from kindling.records import rules
from kindling.records.clearing import counts, word_of
from kindling.records.exceptions import WeekOf, of_advisory, week_of
from kindling.records.spans import WEEK, last_finished, span_of
from kindling.roll.words import follow_words
from kindling.schedule.queries import open_days
from kindling.schools.models import School
from kindling.schools.roles import Role
from kindling.schools.viewer import Viewer

TOLD = "records.week"
BACK = timedelta(days=14)  # reports further back are for the office to correct
READERS = (Role.PRINCIPAL, Role.COORDINATOR)  # of the whole school's week


@transaction.atomic
def note_export(what: str, first: date, last: date, *, by: Viewer) -> None:
    """Keep who took which sheet away, and when."""
    require(rules.may_read_sheets(by))
    record("records.export", by.school, by=by, what=what, first=str(first), last=str(last))


@every(minutes=10)
def mark_reports() -> None:
    """What families and the office said about absences reaches the marks of the roll."""
    for school in rules.schools_with_summaries():
        mark_reports_of(school)


@transaction.atomic
def mark_reports_of(school: School) -> int:
    """Bring the marks of the last days in line with what was reported; return how many changed.

    Excused and nobody marked: excused. Safe to call twice; staff who correct later win.
    """
    by, today = Viewer.system(school), school.today()
    first = today - BACK
    reports = reports_by_day(school, first, today)
    days = set(open_days(school, first, today)) if reports else set()
    words = {key: word_of(one) for key, one in reports.items() if key[1] in days and counts(one)}
    changed = follow_words(words, by) if words else 0
    if changed:
        record("records.mark_reports", school, by=by, days=changed)
    return changed


@every(minutes=20)
def send_week_summaries() -> None:
    """On Friday afternoon the week's exceptions go to who can do something. Catches up once."""
    for school in rules.schools_with_summaries():
        send_week_of(school)


@transaction.atomic
def send_week_of(school: School) -> int:
    """Send the last finished week of one school, if nobody did; return how many letters left."""
    by = Viewer.system(school)
    monday = last_finished(school.now())
    span = span_of(WEEK, monday, ())
    if _was_told(school, monday) or not open_days(school, span.first, span.last):
        return 0
    record(TOLD, school, by=by, week=str(monday))
    week = week_of(by, span)
    if week.is_fine:
        return 0
    return _send(week, by)


def _was_told(school: School, monday: date) -> bool:
    """Say whether the summary of this week was made. One statement."""
    told = Event.objects.filter(school=school, subject_id=school.public_id, verb=TOLD)
    return told.filter(detail__week=str(monday)).exists()


def _send(week: WeekOf, by: Viewer) -> int:
    """The school's leaders get the whole week, each advisor the advisory's."""
    url = f"/{by.school.slug}/records/exceptions/?on={week.span.first}"
    sent = set()
    for person in people_with(by.school, READERS, by.school.today()):
        notify(person, "records/week", {"week": week, "name": person.first}, by=by, url=url)
        sent.add(person.pk)
    for lead in visible_leads(by).select_related("advisory"):
        own = of_advisory(week, lead.advisory.name)
        if own.is_fine or lead.person_id in sent:
            continue
        notify(
            lead.person, "records/week", {"week": own, "name": lead.person.first}, by=by, url=url
        )
        sent.add(lead.person_id)
    return len(sent)
