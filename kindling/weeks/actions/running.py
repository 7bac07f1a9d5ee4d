"""A plan is made in the background, in a process of its own, and told while it grows."""

from __future__ import annotations

from contextlib import suppress
from dataclasses import asdict
from datetime import timedelta
from functools import partial
from typing import Any

from django.db import transaction
from django.tasks import task
from django.utils import timezone
from django.utils.translation import gettext as _

from kindling.chores.clockwork import every
from kindling.history.steps import record, take_step
from kindling.kit.http import Refused
from kindling.schools.inside import inside
from kindling.schools.viewer import Viewer
from kindling.weeks.actions.making import gather_exhibitions
from kindling.weeks.actions.moving import apply_moves
from kindling.weeks.checks import open_week
from kindling.weeks.gathering import Gathered, gather
from kindling.weeks.models import Change, Run, Sitting, Week
from kindling.weeks.solving.apart import NoAnswer, solve_apart
from kindling.weeks.solving.problem import Found, Slot
from kindling.weeks.solving.reasons import reasons

STUCK = timedelta(minutes=10)


@transaction.atomic
def ask_plan(week: Week, *, by: Viewer) -> Run:
    """Ask for a plan of everything that is not fixed. While one is made, no second is begun."""
    open_week(week, by=by)
    gather_exhibitions(week, by=by)
    if not Sitting.objects.filter(week=week, off_at=None).exists():
        raise Refused(_("No exhibition is in this week yet. Begin some first."))
    if not week.rooms.filter(ended_at=None).exists():
        raise Refused(_("Add a room first."))
    if Run.objects.filter(week=week, state__in=Run.BUSY).exists():
        raise Refused(_("A plan is being made already."))
    week.refresh_from_db(fields=["version"])
    total = Sitting.objects.filter(week=week, off_at=None).count()
    run: Run = Run.objects.create(
        school=by.school, week=week, at=by.school.now(), version=week.version, total=total,
        by=by.person,
    )  # fmt: skip
    record("run.ask", run, by=by)
    transaction.on_commit(partial(run_plan.enqueue, run.pk), robust=True)
    return run


@task
def run_plan(pk: int) -> None:
    """Solve, and write the slots if nobody changed the week meanwhile. Again does what is not done."""
    run = Run.objects.select_related("week__school", "school").get(pk=pk)
    if not run.is_busy:
        return
    by = Viewer.system(run.school)
    with inside(run.school):
        take_step(run, "begin", by=by)
        gathered = gather(run.week)
        try:
            found = solve_apart(gathered.problem, partial(_tell, pk))
            finish_run(run, gathered, found, by=by)
        except (NoAnswer, Refused):  # no plan, or the week is closed to changes meanwhile
            with suppress(Refused):  # another worker was faster
                take_step(run, "fail", by=by)


def _tell(pk: int, placed: int) -> None:
    Run.objects.filter(pk=pk).update(placed=placed)


@transaction.atomic
def finish_run(run: Run, gathered: Gathered, found: Found, *, by: Viewer) -> None:
    """Write a plan whole, or not at all: a week that has changed since is planned again by hand."""
    week = run.week
    open_week(week, by=by)
    if week.version != run.version:
        take_step(run, "overtake", by=by)
        return
    moves: list[tuple[Sitting, Slot | None, bool]] = [
        (row, found.slots.get(key), row.is_fixed) for key, row in gathered.sittings.items()
    ]
    apply_moves(week, moves, Change.How.PLANNED, gathered, by=by)
    facts: dict[str, Any] = {
        "placed": len(found.slots), "total": len(gathered.sittings), "solver": found.solver,
        "is_best": found.is_best,
        "reasons": [asdict(reason) for reason in reasons(gathered.problem, found.slots)],
    }  # fmt: skip
    take_step(run, "finish", by=by, detail={"placed": len(found.slots)}, **facts)


@every(minutes=10)
def give_up_runs() -> None:
    """A worker may have been stopped in the middle of a plan: the next can be asked for."""
    rows = Run.objects.filter(state__in=Run.BUSY, created_at__lt=timezone.now() - STUCK)
    for run in rows.select_related("school")[:50]:
        take_step(run, "fail", by=Viewer.system(run.school))
