"""What came of a gateway: the panel's word, conditions with a day, and the principal's yes."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db import transaction
from django.utils.translation import gettext as _

from kindling.exhibitions.actions import plan_exhibition
from kindling.exhibitions.models import Exhibition, Kind, Result
from kindling.gateways import rules
from kindling.gateways.actions.going import _hold, _must_be_open, _person
from kindling.gateways.counting import standings_now
from kindling.gateways.models import Condition, Gateway, Line, Waiver
from kindling.gateways.standing import open_lines
from kindling.history.steps import record, take_step, too_late
from kindling.kit.http import Refused, require
from kindling.people.models import Student
from kindling.schools.viewer import Viewer

State = Gateway.State
VERBS = {Result.MOVE_ON: "pass", Result.CONDITIONS: "condition", Result.REDO: "redo"}


@dataclass(frozen=True)
class Asked:
    """A condition as it is written down."""

    words: str
    due_on: date


@transaction.atomic
def schedule_gateway(gateway: Gateway, chosen: Exhibition | Kind, *, by: Viewer) -> None:
    """Say which exhibition it is, or begin one of a kind. Its panel decides."""
    require(rules.may_guide(by, gateway.student))
    exhibition = exhibition_of(gateway.student, chosen, by=by)
    if exhibition.state not in (*Exhibition.AHEAD, *Exhibition.JUDGING):
        raise Refused(_("This exhibition is over or called off. Choose one that is still to come."))
    now = by.school.now()
    take_step(gateway, "schedule", by=by, since=now, exhibition=exhibition)


def exhibition_of(student: Student, chosen: Exhibition | Kind, *, by: Viewer) -> Exhibition:
    """The student's own that there is, or a new one of this kind."""
    if isinstance(chosen, Kind):
        return plan_exhibition(student, chosen, by=by)
    require(chosen.student_id == student.pk)
    return chosen


@transaction.atomic
def call_off_gateway(gateway: Gateway, *, by: Viewer) -> None:
    """It will not be this exhibition; another one can be chosen."""
    require(rules.may_guide(by, gateway.student))
    take_step(gateway, "call_off", by=by, since=by.school.now(), exhibition=None)


@transaction.atomic
def decide_gateway(
    gateway: Gateway, result: str, words: str, *, conditions: Sequence[Asked] = (), by: Viewer
) -> None:
    """Write down what came of it. With an exhibition it is what its panel recorded, nothing else.

    `conditions`: beside those that the panel wrote down itself.
    """
    require(rules.may_guide(by, gateway.student))
    _hold(gateway)
    if gateway.state not in (State.CHECKED, State.SCHEDULED):
        raise too_late(gateway)  # a page from before would pass over conditions
    _as_recorded(gateway, result)
    if result == Result.CONDITIONS and not conditions and not _panel_asks(gateway):
        raise Refused(_("Write down what the condition is, and by when."))
    today = by.school.today()
    facts: dict[str, Any] = {"since": by.school.now(), "result_words": words}
    if result == Result.REDO:
        facts["back_words"] = words  # the exhibition stays until the student applies again
    else:
        facts["decided_on"] = today
    take_step(gateway, VERBS[Result(result)], by=by, **facts)
    if result == Result.CONDITIONS:
        Condition.objects.bulk_create(
            Condition(school=by.school, gateway=gateway, words=one.words, due_on=one.due_on)
            for one in conditions
        )


def _as_recorded(gateway: Gateway, result: str) -> None:
    """Refuse what the panel did not agree on, and anything before it has."""
    held = gateway.exhibition
    if held is None:
        return
    held.refresh_from_db(fields=["state", "result"])
    if held.state not in Exhibition.OVER:
        raise Refused(_("The panel has not recorded its result yet."))
    if held.result != result:
        told = {"result": held.get_result_display()}
        raise Refused(_("The panel recorded: %(result)s. Only a new exhibition changes it.") % told)


def _panel_asks(gateway: Gateway) -> bool:
    held = gateway.exhibition_id
    return held is not None and rules.panel_conditions_of(held).exists()


@transaction.atomic
def meet_condition(condition: Condition, *, by: Viewer) -> None:
    """It is met. With the last one the gateway is passed."""
    gateway = condition.gateway
    require(rules.may_guide(by, gateway.student))
    _hold(gateway)
    open_ones = Condition.objects.filter(gateway=gateway, met_on__isnull=True)
    if not open_ones.filter(pk=condition.pk).update(met_on=by.school.today(), met_by=_person(by)):
        raise Refused(_("This condition was met already."))
    record("gateway.meet_condition", gateway, by=by, condition=condition.public_id)
    pass_if_met(gateway, by=by)


@transaction.atomic
def pass_if_met(gateway: Gateway, *, by: Viewer) -> None:
    """Passed once nothing is open: neither of what was written here nor of what the panel wrote."""
    own = Condition.objects.filter(gateway=gateway, met_on__isnull=True)
    held = gateway.exhibition_id
    panels = rules.panel_conditions_of(held).filter(done_at__isnull=True) if held else own.none()
    if gateway.state == State.CONDITIONS and not own.exists() and not panels.exists():
        take_step(gateway, "pass", by=by, since=by.school.now(), decided_on=by.school.today())


@transaction.atomic
def waive_line(gateway: Gateway, line: Line, reason: str, *, by: Viewer) -> None:
    """The principal asks this student for it no longer. The reason stands beside it for good."""
    require(rules.may_let_go_on(by) and line.checklist_id == gateway.checklist_id)
    _hold(gateway)
    _must_be_open(gateway)
    if not reason:
        raise Refused(_("Say why this student is not asked for it."))
    Waiver.objects.get_or_create(
        gateway=gateway, line_key=line.key,
        defaults={
            "school": by.school, "reason": reason, "by": _person(by), "on": by.school.today(),
        },
    )  # fmt: skip
    record("gateway.waive", gateway, by=by, line=line.key)


@transaction.atomic
def ask_again(gateway: Gateway, line: Line, *, by: Viewer) -> None:
    """Take a waiver back."""
    require(rules.may_let_go_on(by))
    _hold(gateway)
    _must_be_open(gateway)
    Waiver.objects.filter(gateway=gateway, line_key=line.key).delete()
    record("gateway.ask_again", gateway, by=by, line=line.key)


@transaction.atomic
def let_go_on(gateway: Gateway, *, leaves_on: date | None = None, by: Viewer) -> None:
    """The last yes. Refused while a line is open; what it rests on is kept as it stands today."""
    require(rules.may_let_go_on(by))
    _hold(gateway)
    standings = standings_now(gateway)
    left = open_lines(standings)
    if left:
        told = {"lines": "; ".join(one.line.label for one in left)}
        raise Refused(_("Still open: %(lines)s. Wait for it, or say why it is not asked.") % told)
    if gateway.checklist.is_graduation and leaves_on is None:
        raise Refused(_("Choose the last day at school."))
    if leaves_on is not None and leaves_on < by.school.today():
        raise Refused(_("The last day has passed already. Choose a later one."))
    take_step(
        gateway, "promote", by=by, since=by.school.now(),
        leaves_on=leaves_on if gateway.checklist.is_graduation else None,
        settled=[one.kept for one in standings],
    )  # fmt: skip


@transaction.atomic
def take_yes_back(gateway: Gateway, *, by: Viewer) -> None:
    """It was a mistake, and the student is still here. What was settled is open again."""
    require(rules.may_let_go_on(by))
    _hold(gateway)  # the worker may be ending their school right now
    student = gateway.student
    student.refresh_from_db(fields=["state"])
    if student.state != Student.State.ENROLLED:
        raise Refused(_("%(name)s is not at school any more.") % {"name": student.first})
    take_step(
        gateway,
        "take_back",
        by=by,
        since=by.school.now(),
        leaves_on=None,
        finished_on=None,
        settled=[],
    )
