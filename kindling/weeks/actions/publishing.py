"""The plan becomes real: every exhibition gets its date, or none does."""

from __future__ import annotations

from functools import partial
from typing import Any

from django.core.exceptions import PermissionDenied, ValidationError
from django.db import transaction
from django.tasks import task
from django.utils.translation import gettext as _

from kindling.chores.clockwork import every
from kindling.exhibitions.actions import schedule_exhibition, settle_interpreter
from kindling.history.steps import record, take_step
from kindling.kit.http import Refused
from kindling.schools.inside import inside
from kindling.schools.viewer import Viewer
from kindling.weeks.actions.making import let_go
from kindling.weeks.checks import open_week, refuse_clashes, untold
from kindling.weeks.gathering import Gathered, gather
from kindling.weeks.models import Sitting, Week


@transaction.atomic
def publish_week(week: Week, *, by: Viewer) -> None:
    """Check the whole plan, then let the worker set every date. Refused with what clashes."""
    open_week(week, by=by)
    let_go(week, by=by)
    gathered = gather(week)
    refuse_clashes(gathered)
    if not untold(week).exists():
        raise Refused(_("Nothing is new since it was published."))
    facts: dict[str, Any] = {"published_at": by.school.now(), "trouble": ""}
    take_step(week, "publish", by=by, **facts)
    transaction.on_commit(partial(tell_all.enqueue, week.pk), robust=True)


@task
def tell_all(pk: int) -> None:
    """Set every date in one transaction. Again does nothing once it is done."""
    week = Week.objects.select_related("school").get(pk=pk)
    if week.state != Week.State.SENDING:
        return
    by = Viewer.system(week.school)
    with inside(week.school):
        week.get_absolute_url()  # a worker’s first address reads every page: not while others wait
        try:
            set_dates(week, by=by)
        except (Refused, ValidationError, PermissionDenied) as failure:
            take_step(week, "fail", by=by, trouble=_trouble_of(failure))


def _trouble_of(failure: Exception) -> str:
    messages = failure.messages if isinstance(failure, ValidationError) else [str(failure)]
    return " ".join(messages)[:500]


@transaction.atomic
def set_dates(week: Week, *, by: Viewer) -> None:
    """All or nothing. Two workers at once: the second finds it done."""
    week.lock()
    if week.state != Week.State.SENDING:
        return
    let_go(week, by=by)
    gathered = gather(week)
    refuse_clashes(gathered)
    waiting = set(untold(week).values_list("pk", flat=True))
    for row in gathered.sittings.values():
        if row.pk in waiting:
            tell_one(row, gathered, by=by)
    take_step(week, "finish", by=by, detail={"count": len(waiting)})


def tell_one(sitting: Sitting, gathered: Gathered, *, by: Viewer) -> None:
    """Set the date of one exhibition: invitations and calendars follow by themselves."""
    if sitting.room is None or sitting.starts_at is None:
        return
    exhibition = sitting.exhibition
    exhibition.school = by.school
    video = sitting.room.video if _needs_video(sitting, gathered) else ""
    try:
        schedule_exhibition(
            exhibition, starts_at=sitting.starts_at, minutes=sitting.minutes,
            room=sitting.room.name, video=video, by=by,
        )  # fmt: skip
    except (Refused, ValidationError) as failure:
        told = _("%(name)s: %(why)s")
        facts = {"name": exhibition.student.name, "why": _trouble_of(failure)}
        raise Refused(told % facts) from failure
    _settle_interpreters(sitting, gathered, by=by)
    Sitting.objects.filter(pk=sitting.pk).update(
        told_at=sitting.starts_at, told_room=sitting.room.name
    )
    record("sitting.tell", sitting, by=by, at=sitting.starts_at.isoformat())


def _settle_interpreters(sitting: Sitting, gathered: Gathered, *, by: Viewer) -> None:
    """The exhibition says who interprets, once an interpreter of the week is planned along."""
    panel = gathered.panels[sitting.exhibition_id]
    voices = dict(zip(panel.languages(), sitting.interpreters, strict=False))
    for one in panel.listeners:
        name = gathered.names.get(voices.get(one.language, ""), "")
        if name and one.interpreter_name != name:
            one.exhibition = sitting.exhibition
            settle_interpreter(one, needs=True, name=name, comes=True, by=by)


def _needs_video(sitting: Sitting, gathered: Gathered) -> bool:
    return any(talk.needs_video for talk in gathered.problem.talks if talk.key == sitting.public_id)


@every(minutes=5)
def tell_what_waits() -> None:
    """A worker may have been stopped in the middle."""
    for pk in Week.objects.filter(state=Week.State.SENDING).values_list("pk", flat=True):
        tell_all.enqueue(pk)
