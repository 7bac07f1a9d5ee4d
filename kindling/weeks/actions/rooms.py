"""Days and rooms of a week, and how long each kind of exhibition takes in it."""

from __future__ import annotations

from dataclasses import asdict
from datetime import time

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.translation import gettext as _

from kindling.exhibitions.models import Kind
from kindling.history.steps import record
from kindling.kit.http import Refused
from kindling.schools.viewer import Viewer
from kindling.weeks.checks import Hours, check_hours, open_week, touch
from kindling.weeks.models import Sitting, Week, WeekDay, WeekKind, WeekRoom

MOST_ROOMS = 40
LEAST_MINUTES, MOST_MINUTES = 10, 240


@transaction.atomic
def set_day(day: WeekDay, hours: Hours, *, by: Viewer) -> None:
    """Another opening, another rest. What then stands outside is told by the plan."""
    open_week(day.week, by=by)
    check_hours(hours)
    was = {"opens_at": str(day.opens_at), "closes_at": str(day.closes_at)}
    for name, value in asdict(hours).items():
        setattr(day, name, value)
    day.save()
    touch(day.week)
    record("week_day.set", day, by=by, was=was)


@transaction.atomic
def add_room(
    week: Week,
    *,
    name: str,
    video: str = "",
    from_at: time | None = None,
    until_at: time | None = None,
    by: Viewer,
) -> WeekRoom:
    """Add a room, or bring one back that was taken out. The same name twice is one room."""
    open_week(week, by=by)
    name = " ".join(name.split())[:120]
    if not name:
        raise ValidationError({"name": _("Give the room a name.")})
    if from_at and until_at and until_at <= from_at:
        raise ValidationError({"until_at": _("The room closes before it opens.")})
    if WeekRoom.objects.filter(week=week, ended_at=None).count() >= MOST_ROOMS:
        raise Refused(_("A week has at most 40 rooms."))
    facts = {"video": video, "from_at": from_at, "until_at": until_at, "ended_at": None}
    room, _made = WeekRoom.objects.update_or_create(
        week=week, name=name, defaults=facts, create_defaults={**facts, "school": by.school}
    )
    touch(week)
    record("week_room.add", room, by=by)
    return room


@transaction.atomic
def drop_room(room: WeekRoom, *, by: Viewer) -> None:
    """Take a room out. Refused while an exhibition stands in it."""
    open_week(room.week, by=by)
    taken = Sitting.objects.filter(room=room, off_at=None).count()
    if taken:
        told = _("%(num)s exhibitions stand in this room. Move them first.")
        raise Refused(told % {"num": taken})
    WeekRoom.objects.filter(pk=room.pk).update(ended_at=by.school.now())
    touch(room.week)
    record("week_room.drop", room, by=by)


@transaction.atomic
def set_length(week: Week, kind: Kind, grade: str, minutes: int, *, by: Viewer) -> None:
    """How long a kind takes in this week, for one grade or (without one) for all others.

    Who was told a time keeps their length; what then overlaps is told by the plan.
    """
    open_week(week, by=by)
    if not LEAST_MINUTES <= minutes <= MOST_MINUTES:
        raise ValidationError({"minutes": _("An exhibition takes 10 minutes to 4 hours.")})
    facts = {"week": week, "kind": kind, "grade": grade}
    made = {"minutes": minutes, "school": by.school}
    row, _is_new = WeekKind.objects.update_or_create(
        **facts, defaults={"minutes": minutes}, create_defaults=made
    )
    rows = Sitting.objects.filter(week=week, off_at=None, told_at=None, exhibition__kind=kind)
    if grade:
        rows = rows.filter(exhibition__student__grade=grade)
    else:
        own = WeekKind.objects.filter(week=week, kind=kind).exclude(grade="")
        rows = rows.exclude(exhibition__student__grade__in=own.values("grade"))
    rows.update(minutes=minutes)
    touch(week)
    record("week_kind.set", row, by=by, grade=grade, minutes=minutes)
