"""A person's own form: kept while they write, sent once, taken back until the reveal."""

from __future__ import annotations

from dataclasses import dataclass

from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.utils.translation import gettext as _

from kindling.history.steps import record_writing, take_step
from kindling.kit.http import Refused
from kindling.panels import rules
from kindling.panels.actions.revealing import log_outsider, reveal_when_all_in
from kindling.panels.locking import lock, refuse_rest
from kindling.panels.merging import Merged, Sent, merge
from kindling.panels.models import Form, Panel, Score
from kindling.panels.values import values_of
from kindling.schools.viewer import Viewer
from kindling.ui.format import clock

State = Form.State


@dataclass(frozen=True)
class Kept:
    """What became of it. `unsaid`: titles of criteria without a level, so it was not sent."""

    form: Form
    merged: Merged
    unsaid: tuple[str, ...] = ()

    @property
    def is_sent(self) -> bool:
        return self.form.state in (State.SENT, State.LATE)


@transaction.atomic
def save_form(panel: Panel, sent: Sent, *, by: Viewer) -> Kept:
    """Keep what somebody has written so far. Two devices lose no word (panels.merging).

    Refused once it is in, unless it says the same, and while the panel does not work.
    """
    panel, form = _own(panel, by=by)
    merged = _put(panel, form, sent)
    if merged.is_new:
        record_writing("form.write", form, by=by)
    return Kept(form, merged)


@transaction.atomic
def send_form(panel: Panel, sent: Sent, *, by: Viewer) -> Kept:
    """Hand the form in. The same twice is once; with the last one everybody reads everybody.

    Not sent, and only kept, where two devices said different things or a level is missing. After
    the reveal it is a comment and counts no more. Refused when another one is in.
    """
    panel, form = _own(panel, by=by)
    merged = _put(panel, form, sent)
    if form.state in (State.SENT, State.LATE) or merged.clashes:
        return Kept(form, merged)
    unsaid = _unsaid(panel, merged.values)
    if unsaid:
        return Kept(form, merged, unsaid)
    refuse_rest(panel)
    if panel.is_revealed:
        take_step(form, "come_late", by=by, sent_at=by.school.now())
        log_outsider(form, panel, by=by)
        return Kept(form, merged)
    take_step(form, "send", by=by, sent_at=by.school.now())
    reveal_when_all_in(panel, by=by)
    return Kept(form, merged)


@transaction.atomic
def take_back_form(panel: Panel, *, by: Viewer) -> Form:
    """Open one's own form again. Refused once everybody reads it."""
    panel, form = _own(panel, by=by)
    if panel.is_revealed:
        raise Refused(_("Everybody has read the forms by now, so yours stays as it is."))
    take_step(form, "take_back", by=by, sent_at=None)
    return form


def _own(panel: Panel, *, by: Viewer) -> tuple[Panel, Form]:
    """The panel, locked, and one's own form; who came unannounced gets one with the first word."""
    part = rules.part_in(by, panel.exhibition)
    if not part or by.person is None:
        raise PermissionDenied
    panel = lock(panel, by=by)
    form = Form.objects.filter(panel=panel, person=by.person).first()
    if form is None:
        refuse_rest(panel)
        is_self = by.person_id == panel.exhibition.student.person_id
        form = Form.objects.create(
            school=by.school, panel=panel, person=by.person, part=part, is_self=is_self
        )
    form.panel = panel
    return panel, form


def _put(panel: Panel, form: Form, sent: Sent) -> Merged:
    was = values_of(form, list(form.scores.all()), panel.sheet)
    merged = merge(was, sent)
    if not merged.is_new:
        return merged
    if form.state in (State.SENT, State.LATE):
        told = _(
            "Your form is in since %(time)s and counts as you sent it. What you wrote here is kept "
            "on this device. Take the form back to change it."
        )
        since = clock(form.sent_at) if form.sent_at else ""
        raise Refused(told % {"time": since})
    refuse_rest(panel)
    _write(form, merged.values, panel)
    return merged


def _write(form: Form, values: dict[str, str], panel: Panel) -> None:
    form.commends, form.recommends = values["commends"], values["recommends"]
    form.save(update_fields=["commends", "recommends"])
    kept = {one.number: one for one in form.scores.all()}
    for number, _one in enumerate(panel.sheet.criteria):
        level, words = values[f"level-{number}"], values[f"words-{number}"]
        row = kept.get(number) or Score(school_id=form.school_id, form=form, number=number)
        row.level, row.words = int(level) if level else None, words
        row.save()


def _unsaid(panel: Panel, values: dict[str, str]) -> tuple[str, ...]:
    criteria = enumerate(panel.sheet.criteria)
    return tuple(one.title for number, one in criteria if not values[f"level-{number}"])
