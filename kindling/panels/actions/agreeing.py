"""After the reveal: differences are talked through, a result is agreed, conditions are set."""

from __future__ import annotations

from datetime import date

from django.db import transaction
from django.utils.translation import gettext as _

from kindling.exhibitions.models import Exhibition, Result
from kindling.history.steps import record, record_writing, take_step, too_late
from kindling.kit.editing import Clash, save_field
from kindling.kit.http import Refused, require
from kindling.panels import rules
from kindling.panels.locking import lock, refuse_untalked, untalked
from kindling.panels.models import Condition, Difference, Form, Panel
from kindling.schools.models import Person
from kindling.schools.viewer import Viewer

POINTS = ("commendations", "recommendations")
State = Exhibition.State


@transaction.atomic
def write_difference(difference: Difference, text: str, *, base: str, by: Viewer) -> Clash | None:
    """Note what the panel said about a difference. A Clash when somebody was faster."""
    require(rules.may_lead(by, difference.panel.exhibition))
    panel = _open(difference.panel, by=by)
    clash = save_field(difference, "words", text, base=base)
    if clash is None:
        record_writing("panel.talk", panel, by=by, number=difference.number)
        if panel.exhibition.state == State.SCORED and not untalked(panel):
            take_step(panel.exhibition, "compare", by=by, state_since=by.school.now())
    return clash


@transaction.atomic
def write_points(panel: Panel, field: str, text: str, *, base: str, by: Viewer) -> Clash | None:
    """Save what the panel commends or recommends, a line each. field: one of POINTS."""
    require(field in POINTS and rules.may_lead(by, panel.exhibition))
    panel = _open(panel, by=by)
    clash = save_field(panel, field, text, base=base)
    if clash is None:
        record_writing("panel.write", panel, by=by, field=field)
    return clash


@transaction.atomic
def agree_result(panel: Panel, result: str, *, by: Viewer) -> None:
    """Write the result the panel agreed on; it may still change until it is recorded.

    Refused while a difference of two levels is not talked through, or before the reveal.
    """
    require(rules.may_lead(by, panel.exhibition))
    panel = _open(panel, by=by)
    exhibition = panel.exhibition
    refuse_untalked(panel)
    now = by.school.now()
    chosen = Result(result)
    if chosen == Result.NONE:
        raise Refused(_("Choose what the panel agreed on."))
    if exhibition.state == State.SCORED:
        take_step(exhibition, "compare", by=by, state_since=now)
    if exhibition.state == State.COMPARED:
        take_step(exhibition, "agree", by=by, state_since=now, result=chosen)
    else:
        rows = Exhibition.objects.filter(pk=exhibition.pk, state=State.AGREED)
        if not rows.update(result=chosen):
            raise too_late(exhibition)
        exhibition.result = chosen
    Panel.objects.filter(pk=panel.pk).update(agreed_at=now, agreed_by=by.person)
    record("panel.agree", panel, by=by, result=str(chosen))


@transaction.atomic
def add_condition(panel: Panel, *, text: str, owner: Person, due_on: date, by: Viewer) -> Condition:
    """Something that has to be done by a day, by somebody who sat on the panel. Refused for a day gone."""
    require(rules.may_lead(by, panel.exhibition))
    panel = _open(panel, by=by)
    require(Form.objects.filter(panel=panel, person=owner).exists())
    if due_on < by.school.today():
        raise Refused(_("That day is over. Choose one ahead."))
    made, is_new = Condition.objects.get_or_create(
        panel=panel, text=text, owner=owner, due_on=due_on, defaults={"school": by.school}
    )
    if is_new:  # a second tap is one condition
        record("condition.add", made, by=by)
    return made


@transaction.atomic
def drop_condition(condition: Condition, *, by: Viewer) -> None:
    """Take a condition out again, before the record is written."""
    require(rules.may_lead(by, condition.panel.exhibition))
    _open(condition.panel, by=by)
    record("condition.drop", condition, by=by, text=condition.text)
    condition.delete()


@transaction.atomic
def meet_condition(condition: Condition, *, by: Viewer) -> None:
    """It is done. With the last one the exhibition is closed."""
    require(rules.may_meet(by, condition))
    panel = lock(condition.panel, by=by)
    rows = Condition.objects.filter(pk=condition.pk, done_at__isnull=True)
    if rows.update(done_at=by.school.now(), done_by=by.person):
        record("condition.meet", condition, by=by)
        close_when_met(panel, by=by)


@transaction.atomic
def reopen_condition(condition: Condition, *, by: Viewer) -> None:
    """It is not done after all: whoever leads says so."""
    require(rules.may_lead(by, condition.panel.exhibition))
    panel = lock(condition.panel, by=by)
    if panel.exhibition.state == State.CLOSED:
        raise Refused(_("Everything was met and the exhibition is closed. It stays so."))
    Condition.objects.filter(pk=condition.pk).update(done_at=None, done_by=None)
    record("condition.reopen", condition, by=by)


def close_when_met(panel: Panel, *, by: Viewer) -> None:
    """Nothing is open any more: the exhibition is closed. The caller holds the panel's row."""
    is_open = Condition.objects.filter(panel=panel, done_at__isnull=True).exists()
    if panel.exhibition.state == State.RECORDED and not is_open:
        take_step(panel.exhibition, "close", by=by, state_since=by.school.now())


def _open(panel: Panel, *, by: Viewer) -> Panel:
    """The panel, locked, between the reveal and the record. Refused before and after."""
    panel = lock(panel, by=by)
    if not panel.is_revealed:
        raise Refused(_("Not every form is in yet. Wait for them, or close the scoring."))
    if panel.recorded_at:
        raise Refused(_("This is recorded. The record stays as everybody was told."))
    return panel
