"""What the clock counts of a school for its network: nothing here is read on a page's time."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

from django.db.models import Max, Q, Sum
from django.utils import timezone

from kindling.attendance.models import Day
from kindling.people.models import Student
from kindling.records.queries.years import OFTEN, away_often
from kindling.roll.models import Mark
from kindling.roll.models.month import month_of
from kindling.schedule.queries import open_days
from kindling.schools.models import School
from kindling.schools.queries import year_named
from kindling.schools.viewer import Viewer

SILENT = 3  # school days without a word
BACK = timedelta(days=42)  # as far as anybody looks for the last word


def count_of(school: School) -> dict[str, Any]:
    """Return the facts of `Sharing.COUNTED`, from the school's rows as they are now."""
    today, year = school.today(), year_named(school)
    enrolled = Student.objects.filter(school=school, state=Student.State.ENROLLED)
    begun = month_of(year.starts_on if year else today)
    often = away_often(Viewer.system(school), year, OFTEN) if year else []
    return {
        "year_from": begun,
        "students": enrolled.count(),
        "often": len(often),
        "silent_from": silent_from(school, today),
        "counted_at": timezone.now(),
        **_waiting(school, begun, month_of(today)),
    }


def _waiting(school: School, year_from: date, month: date) -> dict[str, int]:
    """Minutes that no mentor has confirmed and no staff settled."""
    open_ = (Day.Standing.WAITING, Day.Standing.DISPUTED)
    days = Day.objects.filter(school=school, standing__in=open_, on__gte=year_from)
    sums = days.aggregate(year=Sum("minutes"), month=Sum("minutes", filter=Q(on__gte=month)))
    return {"waiting_year": sums["year"] or 0, "waiting_month": sums["month"] or 0}


def silent_from(school: School, today: date) -> date | None:
    """Return the first of at least three finished school days of which nobody said a word."""
    days = open_days(school, today - BACK, today - timedelta(days=1))
    if len(days) < SILENT:
        return None
    last = _last_word(school, days[0], today)
    silent = [day for day in days if last is None or day > last]
    return silent[0] if len(silent) >= SILENT else None


def _last_word(school: School, first: date, today: date) -> date | None:
    """The latest day about which something was recorded: a mark, or a word of an internship day."""
    span = {"on__gte": first, "on__lte": today}
    marks = Mark.objects.filter(student__school=school, **span)
    days = Day.objects.filter(school=school, **span).exclude(state=Day.State.EXPECTED)
    found = [rows.aggregate(last=Max("on"))["last"] for rows in (marks, days)]
    return max((on for on in found if on), default=None)
