"""What staff say: the last word about a day. And the sums, proved right."""

from __future__ import annotations

from django.db import transaction
from django.utils.translation import gettext as _

from kindling.attendance import rules
from kindling.attendance.following import Changed, count_days
from kindling.attendance.models import Day, Entry, Hours
from kindling.attendance.sums import wrong_sums
from kindling.attendance.waiting import Spoken
from kindling.history.steps import record, record_many
from kindling.kit.http import Refused, require
from kindling.schools.models import School
from kindling.schools.viewer import Viewer

MOST = 16 * 60  # minutes in one day


@transaction.atomic
def settle_day(one: Day | Spoken, *, minutes: int, reason: str, by: Viewer) -> Day:
    """Say what counts, and why. 0 minutes: the student was not there.

    Works on a day nobody spoke about (a Spoken without a row) and on one settled before; what
    everybody said stays. Raises Refused when somebody spoke since the page was made.
    """
    student = one.student if isinstance(one, Day) else one.placement.student
    require(rules.may_settle(by, student))
    if not 0 <= minutes <= MOST:
        raise Refused(_("A day has between 0 and 16 hours."))
    day = one if isinstance(one, Day) else _row(one)
    before = day.sums
    was = {"state": day.state, "minutes": day.minutes}
    Day.objects.change(
        day, state=Day.State.SETTLED, standing=Day.Standing.CONFIRMED, minutes=minutes,
        settled_minutes=minutes, settled_by=by.person, settled_reason=reason,
    )  # fmt: skip
    Entry.objects.create(
        school=by.school, day=day, voice=Entry.Voice.STAFF, kind=Entry.Kind.SETTLE, by=by.person,
        at=by.school.now(), minutes=minutes, text=reason,
    )  # fmt: skip
    count_days([Changed(day, before)], by=by)
    record("day.settle", day, by=by, minutes=minutes, was=was)
    return day


def _row(one: Spoken) -> Day:
    return one.day or Day.objects.row_for(one.placement, one.expected, one.term_id)[0]


@transaction.atomic
def recompute_hours(school: School, *, by: Viewer) -> list[Hours]:
    """Compare every sum with its days, mend what is off, and return what was mended.

    Nothing should ever be: the sums are kept on every write, and a test drives them at random.
    """
    wrong = wrong_sums(school)
    for row, parts in wrong:
        for part, minutes in parts.items():
            setattr(row, part, minutes)
        row.save()
    record_many("hours.recompute", [row for row, _parts in wrong], by=by)
    return [row for row, _parts in wrong]
