"""The panel begins: the sheet is frozen, and everybody who came has a form."""

from __future__ import annotations

from django.db import transaction
from django.utils.translation import gettext as _

from kindling.exhibitions.actions import hold_exhibition
from kindling.exhibitions.models import Exhibition, Part
from kindling.history.steps import record, take_step, too_late
from kindling.kit.http import Refused, require
from kindling.panels import rules
from kindling.panels.actions.revealing import reveal_when_all_in
from kindling.panels.freezing import sheet_now
from kindling.panels.locking import lock, refuse_rest
from kindling.panels.models import Form, Panel
from kindling.schools.models import Person
from kindling.schools.viewer import Viewer


@transaction.atomic
def begin_panel(exhibition: Exhibition, *, by: Viewer) -> Panel:
    """The exhibition is being held: whoever said they come, the student and who leads it score.

    The same twice is one panel. Refused without a date, or once it is recorded.
    """
    require(rules.may_lead(by, exhibition))
    exhibition = Exhibition.objects.select_for_update().get(pk=exhibition.pk)
    if exhibition.state in Exhibition.DATED:
        hold_exhibition(exhibition, by=by)  # which comes back here
    _refuse_not_held(exhibition)
    found = Panel.objects.filter(exhibition=exhibition).first()
    if found:
        _hand_out(found, exhibition, by=by)  # put off and held again: others may sit on it
        return found
    if exhibition.state != Exhibition.State.HELD:
        raise too_late(exhibition)
    panel = Panel.objects.create(
        school=by.school, exhibition=exhibition, rubric=sheet_now(exhibition.kind).kept,
        began_at=by.school.now(),
    )  # fmt: skip
    _hand_out(panel, exhibition, by=by)
    record("panel.begin", panel, by=by)
    return panel


def _refuse_not_held(exhibition: Exhibition) -> None:
    if exhibition.is_ahead:
        raise Refused(_("Set a date for this exhibition first. Then its panel can begin."))
    if exhibition.state not in Exhibition.JUDGING:
        raise too_late(exhibition)


def follow_held(exhibition: Exhibition, by: Viewer) -> None:
    """Whoever says on its page that an exhibition is held hands out the forms with it."""
    begin_panel(exhibition, by=by)


def _hand_out(panel: Panel, exhibition: Exhibition, *, by: Viewer) -> None:
    """A form for the student, for who leads it, and for everybody who said they come; not twice."""
    if panel.is_revealed:
        return
    people: dict[int, tuple[Person, str]] = {
        one.person.pk: (one.person, one.part)
        for one in rules.panelists_of(exhibition)
        if one.person
    }
    people.setdefault(exhibition.advisor_id, (exhibition.advisor, Part.ADVISOR))
    student = exhibition.student.person
    people[student.pk] = (student, Part.PEER)
    for person, part in people.values():
        Form.objects.get_or_create(
            panel=panel, person=person,
            defaults={"school": by.school, "part": part, "is_self": person.pk == student.pk},
        )  # fmt: skip


@transaction.atomic
def start_timer(panel: Panel, *, by: Viewer) -> None:
    """Let the minutes of the exhibition run from now."""
    require(rules.may_lead(by, panel.exhibition))
    panel.timer_at = by.school.now()
    Panel.objects.filter(pk=panel.pk).update(timer_at=panel.timer_at)
    record("panel.start_timer", panel, by=by)


@transaction.atomic
def stop_timer(panel: Panel, *, by: Viewer) -> None:
    """Take the clock away."""
    require(rules.may_lead(by, panel.exhibition))
    panel.timer_at = None
    Panel.objects.filter(pk=panel.pk).update(timer_at=None)
    record("panel.stop_timer", panel, by=by)


@transaction.atomic
def miss_form(form: Form, *, by: Viewer) -> None:
    """Somebody did not come after all: nobody waits for their form. What they send still counts."""
    require(rules.may_lead(by, form.panel.exhibition))
    panel = lock(form.panel, by=by)
    refuse_rest(panel)
    take_step(form, "miss", by=by)
    reveal_when_all_in(panel, by=by)
