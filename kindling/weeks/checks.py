"""What must hold before a week or its plan is changed, and what a hand may do."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from django.core.exceptions import ValidationError
from django.db.models import F, Q, QuerySet
from django.utils.translation import gettext as _

from kindling.kit.http import Refused, require
from kindling.schedule.queries import open_days
from kindling.schools.viewer import Viewer
from kindling.weeks import rules
from kindling.weeks.gathering import Gathered, minute_of
from kindling.weeks.models import Sitting, Week, WeekRoom
from kindling.weeks.solving.checking import Clash, clashes, clashes_of, loosened
from kindling.weeks.solving.openings import voices_at
from kindling.weeks.solving.problem import Slot
from kindling.weeks.words import clashes_words

type Say = Callable[[Gathered, tuple[Clash, ...]], list[str]]
FEW = 3  # sentences that are told at once
LONGEST = timedelta(days=20)
MOST_PAUSE = 60


@dataclass(frozen=True)
class Hours:
    """Between which hours a day is open, and the rest in which nobody shows."""

    opens_at: time
    closes_at: time
    rest_from: time | None = None
    rest_until: time | None = None


def check_title(title: str, pause: int) -> None:
    if not title.strip():
        raise ValidationError({"title": _("Give the week a name.")})
    if not 0 <= pause <= MOST_PAUSE:
        raise ValidationError({"pause": _("A pause takes up to an hour.")})


def check_hours(hours: Hours) -> None:
    """Raise ValidationError for hours that stand backwards."""
    if hours.closes_at <= hours.opens_at:
        raise ValidationError({"closes_at": _("The day ends before it begins.")})
    rest = (hours.rest_from, hours.rest_until)
    if any(rest) and (not all(rest) or rest[1] <= rest[0]):  # type: ignore[operator]
        raise ValidationError({"rest_until": _("Give the rest a beginning and a later end.")})


def school_days(since_on: date, until_on: date, by: Viewer) -> list[date]:
    if until_on < since_on or until_on - since_on > LONGEST:
        raise ValidationError({"until_on": _("A week ends after it begins, within three weeks.")})
    if since_on <= by.school.today():
        raise ValidationError({"since_on": _("Choose a day ahead, so that people can plan.")})
    days = open_days(by.school, since_on, until_on)
    if not days:
        raise ValidationError({"since_on": _("There is no school on these days.")})
    return days


def touch(week: Week) -> None:
    """What was planned on the week as it was before is overtaken."""
    Week.objects.filter(pk=week.pk).update(version=F("version") + 1)


def open_week(week: Week, *, by: Viewer) -> None:
    """Lock a week that the viewer plans. Refused while it is published, and once it is called off."""
    require(rules.may_plan(by) and week.school_id == by.school.pk)
    week.lock()
    if week.state not in Week.OPEN:
        told = _("This week is “%(state)s” now. Its plan stays as it is.")
        raise Refused(told % {"state": week.get_state_display()})


def has_time(sitting: Sitting) -> bool:
    """It stands, for the panel or by hand: a student does not choose again."""
    return sitting.starts_at is not None and (sitting.is_fixed or sitting.told_at is not None)


def fresh(gathered: Gathered, sitting: Sitting) -> Sitting:
    """The row as it is now that the week is locked. Refused once it is out of the week."""
    current = gathered.sittings.get(sitting.public_id)
    if current is None:
        raise Refused(_("This exhibition is not in the week any more."))
    return current


def fitting_slot(
    gathered: Gathered, sitting: Sitting, room: WeekRoom, starts_at: datetime, say: Say
) -> Slot:
    """The slot with interpreters who are free. Refused with every reason why it cannot be."""
    start = minute_of(gathered.week, starts_at)
    if room.week_id != gathered.week.pk or start < 0:
        raise Refused(_("Choose a day and a room of this week."))
    key = sitting.public_id
    rest = {other: slot for other, slot in gathered.plan.items() if other != key}
    problem = loosened(gathered.problem)
    slot = Slot(room.public_id, start, voices_at(problem, rest, key, start))
    wrong = clashes_of(problem, {**rest, key: slot}, key)
    if wrong:
        raise Refused(" ".join(say(gathered, wrong)))
    return slot


def refuse_clashes(gathered: Gathered) -> None:
    refuse_lost(gathered)
    wrong = clashes(loosened(gathered.problem), gathered.plan)
    if wrong:
        told = clashes_words(gathered, wrong)[:FEW]
        raise Refused(_("The plan cannot be as it is. %(why)s") % {"why": " ".join(told)})


def lost(gathered: Gathered) -> list[Sitting]:
    """What was told a time and has none in the plan: its room and people are not free yet."""
    freed = [one for one in gathered.sittings.values() if one.told_at and one.starts_at is None]
    return [
        one for one in freed
        if one.exhibition.has_date and one.exhibition.starts_at == one.told_at
    ]  # fmt: skip


def refuse_lost(gathered: Gathered) -> None:
    for one in lost(gathered)[:1]:
        why = _("It has no time yet. Give it one first.")
        raise Refused(_("%(name)s: %(why)s") % {"name": one.exhibition.student.name, "why": why})


def untold(week: Week) -> QuerySet[Sitting]:
    """What has a slot that its panel was not told, or another one."""
    rows: QuerySet[Sitting] = Sitting.objects.filter(
        week=week, off_at=None, starts_at__isnull=False
    )
    same = Q(told_at=F("starts_at"), told_room=F("room__name"))
    return rows.filter(Q(told_at=None) | ~same)
