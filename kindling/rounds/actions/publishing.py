"""Everybody reads the result, and each student with a place may go after it."""

from __future__ import annotations

from functools import partial

from django.core.exceptions import PermissionDenied, ValidationError
from django.db import transaction
from django.db.models import Exists, OuterRef, QuerySet
from django.tasks import task
from django.utils.translation import gettext as _

from kindling.chores.clockwork import every
from kindling.history.steps import record, take_step
from kindling.kit.http import Refused, require
from kindling.placements.actions import award_pursuit
from kindling.rounds import rules
from kindling.rounds.actions.telling import tell
from kindling.rounds.mechanism import seed_hash
from kindling.rounds.models import Move, Outcome, Round
from kindling.schools.inside import inside
from kindling.schools.viewer import Viewer


@transaction.atomic
def publish_round(one: Round, *, by: Viewer) -> None:
    """Show everybody what they got, and the seed. The worker gives out the places one by one."""
    require(rules.may_run_rounds(by))
    facts = {"published_at": by.school.now(), "published_by": by.person}
    take_step(one, "publish", by=by, detail={"seed": one.seed}, **facts)
    Round.tell_school(by.school)
    unplaced = Outcome.objects.filter(round=one, place__isnull=True).select_related(
        "student__person"
    )
    tell([row.student.person for row in unplaced], "unplaced", one, by=by)
    record("round.show_seed", one, by=by, seed=one.seed, seed_hash=seed_hash(one.seed))
    transaction.on_commit(partial(give_out.enqueue, one.pk), robust=True)


@task
def give_out(pk: int) -> int:
    """Make the pursuits of one published round. Again does only what is not done."""
    one = Round.objects.select_related("school").get(pk=pk)
    with inside(one.school):
        return award_places(one, by=Viewer.system(one.school))


def award_places(one: Round, *, by: Viewer) -> int:
    """Give each student with a place their pursuit; returns how many got one. Each by itself."""
    require(rules.may_run_rounds(by))
    waiting = (
        _waiting()
        .filter(round=one)
        .select_related("student__person", "place__opportunity__site", "round")
    )
    return sum(award_place(row, by=by) for row in waiting.order_by("number"))


def _waiting() -> QuerySet[Outcome]:
    """Places that were given and are no pursuit yet; a change by hand came before none of them."""
    moved = Move.objects.filter(round=OuterRef("round"), student=OuterRef("student"))
    return Outcome.objects.filter(
        ~Exists(moved),
        round__state=Round.State.PUBLISHED,
        place__isnull=False,
        pursuit__isnull=True,
        trouble="",
    )


def award_place(row: Outcome, *, by: Viewer) -> bool:
    """Award one. What fails is written down and told to the student; the others go on."""
    try:
        with transaction.atomic():
            # First wait for a change by hand, then ask: one question would answer as of before.
            Outcome.objects.select_for_update().get(pk=row.pk)
            if row.place is None or not _waiting().filter(pk=row.pk).exists():
                return False
            why = _("From the round “%(name)s”.") % {"name": row.round.name}
            pursuit = award_pursuit(row.student, row.place.opportunity, why, by=by)
            Outcome.objects.filter(pk=row.pk).update(pursuit=pursuit)
            record("outcome.award", row, by=by, pursuit=pursuit.public_id)
    except (Refused, ValidationError, PermissionDenied) as failure:
        _note_trouble(row, failure, by=by)
        return False
    return True


@transaction.atomic
def _note_trouble(row: Outcome, failure: Exception, *, by: Viewer) -> None:
    sentence = str(failure) or _("The student is not enrolled any more.")
    Outcome.objects.filter(pk=row.pk).update(trouble=sentence[:500])
    record("outcome.fail", row, by=by, reason=sentence)
    tell([row.student.person], "failed", row.round, by=by, place=str(row.place), reason=sentence)


@every(minutes=10)
def give_out_what_waits() -> None:
    """A worker may have been stopped in the middle."""
    for pk in _waiting().values_list("round", flat=True).order_by().distinct():
        give_out.enqueue(pk)
