"""Count what is past its end, and destroy it in the background, in one transaction."""

from __future__ import annotations

import logging
from contextlib import suppress
from functools import partial

from django.db import DatabaseError, transaction
from django.tasks import task
from django.utils import timezone
from django.utils.translation import gettext as _

from kindling.history.steps import record, take_step
from kindling.kit.http import Refused, require
from kindling.people.models import Student
from kindling.privacy import rules
from kindling.privacy.actions.certifying import certify
from kindling.privacy.actions.destroying import destroy
from kindling.privacy.ending.gathering import Found, counted, gather
from kindling.privacy.ending.whose import Whose
from kindling.privacy.models import Run, RunLine
from kindling.schools.inside import inside
from kindling.schools.viewer import Viewer

log = logging.getLogger(__name__)
SAMPLES = 8  # names that staff see before they decide
State = Run.State


@transaction.atomic
def start_run(*, by: Viewer) -> Run:
    """Begin to count what is past its end today. While one is under way there is no second."""
    require(rules.may_keep(by))
    busy = Run.objects.filter(school=by.school, state__in=[State.COUNTING, State.RUNNING])
    if busy.exists():
        raise Refused(_("One is under way already. Look again in a minute."))
    run: Run = Run.objects.create(
        school=by.school, on=by.school.today(), by=by.person, at=by.school.now()
    )
    record("run.start", run, by=by)
    transaction.on_commit(partial(count_run.enqueue, run.pk))
    return run


@task
def count_run(pk: int) -> None:
    """Write down how much there is, by topic and end. Nothing is destroyed."""
    run = Run.objects.select_related("school").get(pk=pk)
    if run.state != State.COUNTING:
        return
    with inside(run.school):
        whose = Whose(run.school, run.on)
        keep_count(run, gather(run.school, whose), whose, by=Viewer.system(run.school))


@transaction.atomic
def keep_count(run: Run, found: Found, whose: Whose, *, by: Viewer) -> None:
    """Write the count of a run: lines, how many students, some of them to look at."""
    left = counted(found.bundle)
    for kept, keep, _names, keys in found.emptied:
        left[kept.topic, keep] += len(keys)
        found.first[kept.topic, keep] += len(keys)
    RunLine.objects.bulk_create(
        RunLine(
            school=run.school, run=run, topic=topic, keep=keep, found=max(left[key], found.first[key]),
            stays=max(0, found.first[key] - left[key]),
        )
        for key in sorted({*found.first, *left})
        for topic, keep in [key]
    )  # fmt: skip
    past = whose.students("record") | whose.students("work") | whose.students("private")
    some = Student.objects.filter(pk__in=list(past)[:500]).order_by("-left_on", "pk")
    told = list(some.values_list("public_id", flat=True)[:SAMPLES])
    take_step(run, "count", by=by, students=len(past), held=len(whose.held), samples=told)


@transaction.atomic
def carry_out_run(run: Run, *, by: Viewer) -> None:
    """Destroy what was counted. Refused when the count is a month old or found nothing."""
    require(rules.may_keep(by))
    if by.school.now() - run.at > rules.OLD:
        raise Refused(_("This count is a month old. Count again first."))
    if not run.lines.exists():
        raise Refused(_("There is nothing to destroy."))
    take_step(run, "carry_out", by=by, by_id=by.person_id, begun_at=timezone.now())
    transaction.on_commit(partial(do_run.enqueue, run.pk, by.person_id))


@task
def do_run(pk: int, person_id: int | None) -> None:
    """Destroy in one transaction, or nothing of it; a failure is written down."""
    run = Run.objects.select_related("school", "by").get(pk=pk)
    if run.state != State.RUNNING:
        return
    by = (
        Viewer.of_person(run.by) if run.by_id == person_id and run.by else Viewer.system(run.school)
    )
    with inside(run.school):
        try:
            finish_run(run, by=by)
        except (Refused, DatabaseError) as failure:
            log.exception("A run stopped")
            with suppress(Refused):  # another worker has finished it meanwhile
                take_step(run, "fail", by=by, trouble=type(failure).__name__)


@transaction.atomic
def finish_run(run: Run, *, by: Viewer) -> None:
    """Look once more, destroy, write the certificate, forget the names."""
    found = gather(run.school, Whose(run.school, run.on))
    gone, files = destroy(found, by=by)
    for line in run.lines.all():
        key = (line.topic, line.keep)
        run.lines.filter(pk=line.pk).update(gone=gone.pop(key, 0), files=files.pop(key, 0))
    RunLine.objects.bulk_create(
        RunLine(school=run.school, run=run, topic=topic, keep=keep, gone=n, files=files.pop((topic, keep), 0))
        for (topic, keep), n in gone.items()
    )  # fmt: skip
    take_step(run, "finish", by=by, samples=[])
    certify(run, by=by)


@transaction.atomic
def put_away_run(run: Run, *, by: Viewer) -> None:
    """Leave everything as it is; the count is kept without names."""
    require(rules.may_keep(by))
    take_step(run, "put_away", by=by, samples=[])
