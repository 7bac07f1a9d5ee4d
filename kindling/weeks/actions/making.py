"""A week is made: its days, what it is for, and the exhibitions that belong in it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import asdict
from datetime import date, datetime

from django.core.exceptions import ValidationError
from django.db import transaction
from django.db.models import F, Q
from django.utils.translation import gettext as _

from kindling.exhibitions.models import Exhibition, Kind
from kindling.history.steps import record, take_step
from kindling.kit.http import Refused, require
from kindling.people.models import Student
from kindling.schools.viewer import Viewer
from kindling.weeks import rules
from kindling.weeks.checks import Hours, check_hours, check_title, open_week, school_days, touch
from kindling.weeks.models import Sitting, Week, WeekDay, WeekKind


@transaction.atomic
def make_week(
    *,
    title: str,
    since_on: date,
    until_on: date,
    hours: Hours,
    kinds: Iterable[Kind],
    pause: int = 10,
    books_until: datetime | None = None,
    by: Viewer,
) -> Week:
    """Make a week of the days with school, and take in the exhibitions of these kinds.

    ValidationError for days that are over, too many, or all without school.
    """
    require(rules.may_plan(by))
    check_hours(hours)
    days = school_days(since_on, until_on, by)
    check_title(title, pause)
    week: Week = Week.objects.create(
        school=by.school, title=title.strip()[:120], since_on=since_on, until_on=until_on,
        pause=pause, books_until=books_until, by=by.person,
    )  # fmt: skip
    WeekDay.objects.bulk_create(
        WeekDay(school=by.school, week=week, on=day, **asdict(hours)) for day in days
    )
    _set_kinds(week, kinds, by=by)
    record("week.make", week, by=by, days=len(days))
    gather_exhibitions(week, by=by)
    return week


def _set_kinds(week: Week, kinds: Iterable[Kind], *, by: Viewer) -> None:
    chosen = [kind for kind in kinds if kind.school_id == by.school.pk]
    if not chosen:
        raise ValidationError({"kinds": _("Choose at least one kind.")})
    for kind in chosen:
        WeekKind.objects.create(school=by.school, week=week, kind=kind, minutes=kind.minutes)


@transaction.atomic
def change_week(week: Week, *, title: str, pause: int, by: Viewer) -> None:
    """Its name and the pause. Refused while it is published, and once it is called off."""
    open_week(week, by=by)
    check_title(title, pause)
    was = {"title": week.title, "pause": week.pause}
    week.title, week.pause = title.strip()[:120], pause
    week.save(update_fields=["title", "pause"])
    touch(week)
    record("week.change", week, by=by, was=was)


@transaction.atomic
def gather_exhibitions(week: Week, *, by: Viewer) -> int:
    """Take in what is ahead, of the week's kinds, and in no other week. Returns how many."""
    open_week(week, by=by)
    minutes = {(row.kind_id, row.grade): row.minutes for row in WeekKind.objects.filter(week=week)}
    let_go(week, by=by)
    rows = Exhibition.objects.filter(
        school=by.school, kind__in={kind for kind, _grade in minutes},
        state__in=(Exhibition.State.PLANNED, Exhibition.State.POSTPONED),
        student__state=Student.State.ENROLLED,
    )  # fmt: skip
    # A week that is over holds nobody: what was put off in it may come into this one.
    over = Sitting.objects.filter(off_at=None, exhibition__in=rows)
    over.filter(week__until_on__lt=by.school.today()).update(off_at=by.school.now())
    held = Sitting.objects.filter(off_at=None, exhibition__in=rows).values("exhibition")
    found = list(rows.exclude(pk__in=held).select_related("student"))
    for one in found:
        length = minutes.get((one.kind_id, one.student.grade)) or minutes[one.kind_id, ""]
        Sitting.objects.create(school=by.school, week=week, exhibition=one, minutes=length)
    if found:
        touch(week)
        record("week.gather", week, by=by, count=len(found))
    return len(found)


@transaction.atomic
def let_go(week: Week, *, by: Viewer) -> int:
    """Follow what was done with exhibitions outside the week. Returns how many left it.

    What is over, or was given another date by whoever leads it, is not the week's any more, nor is
    that of a student who left; what was put off wants a new slot.
    """
    rows = Sitting.objects.filter(week=week, off_at=None)
    rows.filter(exhibition__state=Exhibition.State.POSTPONED, told_at__isnull=False).update(
        room=None, starts_at=None, interpreters=[], is_fixed=False, told_at=None, told_room=""
    )
    same = Q(exhibition__starts_at=F("told_at"), exhibition__room=F("told_room"))
    moved = Q(exhibition__state__in=Exhibition.DATED) & (Q(told_at=None) | ~same)
    left = ~Q(exhibition__student__state=Student.State.ENROLLED)
    gone = rows.filter(moved | left | ~Q(exhibition__state__in=Exhibition.AHEAD))
    count = gone.update(off_at=by.school.now())
    if count:
        touch(week)
        record("week.let_go", week, by=by, count=count)
    return count


@transaction.atomic
def call_off_week(week: Week, *, by: Viewer) -> None:
    """Let the exhibitions go, before anybody was told a time."""
    require(rules.may_plan(by) and week.school_id == by.school.pk)
    week.lock()
    if Sitting.objects.filter(week=week, off_at=None, told_at__isnull=False).exists():
        raise Refused(_("Students have times in this week already. Move or put off theirs first."))
    take_step(week, "call_off", by=by)
    Sitting.objects.filter(week=week, off_at=None).update(off_at=by.school.now())
