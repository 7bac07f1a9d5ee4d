"""Draft the next rules, and put them to use. Rules in use never change."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

from django.db import IntegrityError, transaction
from django.db.models import Max
from django.utils.translation import gettext as _

from kindling.credits import rules
from kindling.credits.models import Clause, CreditChoice, Crosswalk, Line
from kindling.credits.sample import plant
from kindling.goals.models import Goal
from kindling.history.steps import record, take_step
from kindling.kit.http import Refused, require
from kindling.schools.viewer import Viewer

State = Crosswalk.State
LINE = ("identifier", "order", "title", "credits", "asked")
CLAUSE = ("way", "kind", "number", "goals", "piece", "words")


@transaction.atomic
def choose_mode(mode: str, *, by: Viewer) -> None:
    """How the school says what was learned."""
    require(rules.may_choose_mode(by))
    kept, _made = CreditChoice.objects.update_or_create(school=by.school, defaults={"mode": mode})
    record("credits.choose_mode", kept, by=by, mode=mode)


@transaction.atomic
def start_crosswalk(*, by: Viewer) -> Crosswalk:
    """Begin the next version as a copy of the one in use; a draft that is there is returned."""
    require(rules.may_draft(by))
    every = Crosswalk.objects.filter(school=by.school)
    draft: Crosswalk | None = every.filter(state=State.DRAFT).first()
    if draft is not None:
        return draft
    number = (every.aggregate(most=Max("number"))["most"] or 0) + 1
    try:
        with transaction.atomic():
            made: Crosswalk = Crosswalk.objects.create(
                school=by.school, number=number, by=by.person
            )
    except IntegrityError:  # two pressed at once: one draft
        return every.get(state=State.DRAFT)
    before = rules.crosswalk_in_use(by.school)
    if before is not None:
        _copy(before, made)
    else:
        plant(made)
    record("crosswalk.start", made, by=by)
    return made


def _copy(before: Crosswalk, made: Crosswalk) -> None:
    for line in Line.objects.filter(crosswalk=before):
        facts = {name: getattr(line, name) for name in LINE}
        new = Line.objects.create(school=made.school, crosswalk=made, **facts)
        Clause.objects.bulk_create(
            Clause(school=made.school, line=new, **{name: getattr(clause, name) for name in CLAUSE})
            for clause in Clause.objects.filter(line=line)
        )


def _hold(crosswalk: Crosswalk) -> None:
    """Lock a draft; refuse for what is in use."""
    fresh = Crosswalk.objects.select_for_update().get(pk=crosswalk.pk)
    if fresh.state != State.DRAFT:
        raise Refused(_("These rules are in use and do not change. Begin the next version."))


@transaction.atomic
def put_line(
    crosswalk: Crosswalk,
    line: Line | None,
    *,
    title: str,
    credits: Decimal,
    asked: Decimal,
    by: Viewer,
) -> Line:
    """Add a subject to a draft, or change one."""
    require(rules.may_draft(by))
    _hold(crosswalk)
    facts: dict[str, Any] = {"title": title, "credits": credits, "asked": asked}
    if line is None:
        most = Line.objects.filter(crosswalk=crosswalk).aggregate(most=Max("order"))["most"] or 0
        line = Line.objects.create(school=by.school, crosswalk=crosswalk, order=most + 1, **facts)
    else:
        Line.objects.filter(pk=line.pk, crosswalk=crosswalk).update(**facts)
    record("crosswalk.put_line", crosswalk, by=by, title=title)
    return line


@transaction.atomic
def remove_line(line: Line, *, by: Viewer) -> None:
    """Take a subject out of a draft."""
    require(rules.may_draft(by))
    _hold(line.crosswalk)
    record("crosswalk.remove_line", line.crosswalk, by=by, title=line.title)
    line.delete()


@transaction.atomic
def add_clause(line: Line, *, by: Viewer, goals: list[Goal], **facts: Any) -> Clause:
    """Say one more thing that has to be there. facts: way, kind, number, piece, words."""
    require(rules.may_draft(by))
    _hold(line.crosswalk)
    if facts["kind"] == Clause.Kind.LEVELS and not goals:
        raise Refused(_("Choose the goals that have to be at this level."))
    kept = [[goal.identifier, goal.code or goal.title[:40]] for goal in goals]
    made: Clause = Clause.objects.create(school=by.school, line=line, goals=kept, **facts)
    record("crosswalk.add_clause", line.crosswalk, by=by, title=line.title)
    return made


@transaction.atomic
def remove_clause(clause: Clause, *, by: Viewer) -> None:
    """Take a thing out of a subject of a draft."""
    require(rules.may_draft(by))
    _hold(clause.line.crosswalk)
    record("crosswalk.remove_clause", clause.line.crosswalk, by=by, title=clause.line.title)
    clause.delete()


@transaction.atomic
def approve_crosswalk(crosswalk: Crosswalk, *, by: Viewer, changes: str = "") -> None:
    """Put a draft to use; the version before is kept with what was given by it."""
    require(rules.may_approve(by))
    _hold(crosswalk)
    lines = Line.objects.filter(crosswalk=crosswalk)
    if not lines.exists():
        raise Refused(_("Add a subject first."))
    empty = lines.filter(clauses=None).first()
    if empty is not None:
        told = {"title": empty.title}
        raise Refused(_("Say what %(title)s rests on. Without that it would give nothing.") % told)
    before = rules.crosswalk_in_use(by.school)
    if before is not None:
        take_step(before, "retire", by=by)
    take_step(
        crosswalk, "approve", by=by, approved_by=by.person, approved_at=by.school.now(),
        changes=changes,
    )  # fmt: skip
