"""The record: written once, told to student and family; links end, suggestions go to the plan."""

from __future__ import annotations

from django.db import transaction
from django.urls import reverse
from django.utils.translation import gettext as _

from kindling.exhibitions.actions import record_exhibition
from kindling.exhibitions.models import Exhibition, Result
from kindling.exhibitions.rules import JOIN_EXHIBITION
from kindling.history.steps import record
from kindling.kit.http import Refused, require
from kindling.notices.actions import Letter, notify_each
from kindling.panels import rules
from kindling.panels.actions.agreeing import close_when_met
from kindling.panels.locking import lock, refuse_untalked
from kindling.panels.models import Condition, Panel
from kindling.panels.models.panel import lines_of
from kindling.passes.actions import end_passes_to, make_pass
from kindling.people.matters import Matter
from kindling.people.rules import guardians_for
from kindling.plans.actions import Source, suggest_change
from kindling.schools.inside import inside
from kindling.schools.viewer import Viewer
from kindling.ui.format import short_day

LINK_DAYS = 60


@transaction.atomic
def record_panel(panel: Panel, *, by: Viewer) -> None:
    """Write the record. Nothing of it changes any more.

    Refused before a result is agreed, or when it says conditions and there are none.
    """
    require(rules.may_lead(by, panel.exhibition))
    panel = lock(panel, by=by)
    exhibition, now = panel.exhibition, by.school.now()
    if exhibition.state == Exhibition.State.AGREED:
        refuse_untalked(panel)  # a note may have been emptied since
        _refuse_missing(panel, exhibition)
    record_exhibition(exhibition, by=by)
    panel.recorded_at = now
    panel.save(update_fields=["recorded_at"])
    end_passes_to(exhibition.public_id, JOIN_EXHIBITION, by=by)
    _suggest(panel, exhibition)
    _tell(exhibition, by=by)
    record("panel.record", panel, by=by, result=str(exhibition.result))
    if exhibition.result != Result.REDO:
        close_when_met(panel, by=by)


def _refuse_missing(panel: Panel, exhibition: Exhibition) -> None:
    has_conditions = Condition.objects.filter(panel=panel).exists()
    if exhibition.result == Result.CONDITIONS and not has_conditions:
        raise Refused(_("The panel agreed on conditions. Write at least one, with a day."))


def _suggest(panel: Panel, exhibition: Exhibition) -> None:
    """Each recommendation waits for the student, who takes it into the next plan or says why not."""
    system = Viewer.system(panel.school)
    on = exhibition.on or system.school.today()
    source = Source("exhibition", f"{exhibition.label} · {short_day(on)}"[:200])
    for line in lines_of(panel.recommendations):
        suggest_change(exhibition.student, line[:2000], source=source, by=system)


def _tell(exhibition: Exhibition, *, by: Viewer) -> None:
    """The student, and the family with a link of their own where they do not sign in."""
    student = exhibition.student
    with inside(by.school):
        page = reverse("panels:record", args=[exhibition.public_id])
    told = {"student": student, "what": exhibition.label}
    letters = [Letter(student.person, {**told, "own": True}, url=page)]
    for adult in guardians_for(student, Matter.WORK, Matter.TOLD):
        adult.school, context = by.school, {**told, "own": False}
        if adult.user_id is not None:
            letters.append(Letter(adult, context, url=page))
            continue
        held = make_pass(
            adult, rules.READ_RECORD, [exhibition.public_id], by=by, days=LINK_DAYS,
            needs_code=True, about=student,
        )  # fmt: skip
        letters.append(Letter(adult, context, link_id=held.public_id))
    notify_each(letters, "panels/recorded", by=by)
