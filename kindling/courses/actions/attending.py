"""Who was missing when a course met: only exceptions are written."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.translation import gettext as _

from kindling.courses import rules
from kindling.courses.models import Course, CourseDay, CoursePlace, Missing
from kindling.history.steps import record
from kindling.kit.http import require
from kindling.schools.viewer import Viewer


@transaction.atomic
def take_attendance(
    course: Course,
    on: date,
    missing: Mapping[str, str],
    *,
    has_met: bool = True,
    note: str = "",
    by: Viewer,
) -> CourseDay:
    """Say who was late or not there: public id of a place → kind; all others were there.

    Said again it replaces what was said; the history keeps that. This is not the school's roll.
    """
    require(rules.may_keep_course(by, course))
    _check(course, on, by)
    Course.objects.select_for_update().get(pk=course.pk)
    places = _there(course, on)
    require(set(missing) <= set(places))
    facts = {"has_met": has_met, "note": note[:500], "by": by.person, "at": by.school.now()}
    day, made = CourseDay.objects.update_or_create(
        course=course, on=on, defaults=facts, create_defaults={**facts, "school": by.school}
    )
    now = {key: kind for key, kind in missing.items() if kind in Missing.Kind and has_met}
    was = {} if made else _put_missing_away(day)
    Missing.objects.bulk_create(
        Missing(school=by.school, day=day, place=places[key], kind=kind)
        for key, kind in now.items()
    )
    record("course.attendance", course, by=by, on=str(on), was=was, now=now, has_met=has_met)
    return day


def _there(course: Course, on: date) -> dict[str, CoursePlace]:
    """Who had a place on that day, by public id."""
    rows = CoursePlace.objects.filter(course=course, since_on__lte=on)
    rows = rows.filter(state__in=(*CoursePlace.ROSTER, CoursePlace.State.LEFT))
    return {p.public_id: p for p in rows if p.until_on is None or p.until_on >= on}


def _put_missing_away(day: CourseDay) -> dict[str, str]:
    """Take what was said before away, and return it for the history."""
    rows = Missing.objects.filter(day=day)
    was = dict(rows.values_list("place__public_id", "kind"))
    rows.delete()
    return was


def _check(course: Course, on: date, by: Viewer) -> None:
    if on > by.school.today():
        raise ValidationError({"on": _("This day has not come yet.")})
    if not course.starts_on <= on <= course.ends_on:
        raise ValidationError({"on": _("The course does not meet on this day.")})
