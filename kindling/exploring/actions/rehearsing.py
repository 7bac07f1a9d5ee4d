"""Practise the first call: written, handed in, marked ready or given back."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.translation import gettext as _

from kindling.exploring import audience, rules
from kindling.exploring.bank.scripts import CHECKS, SCRIPTS
from kindling.exploring.models import Rehearsal
from kindling.history.steps import record, take_step
from kindling.kit.http import require
from kindling.notices.actions import notify_many
from kindling.people.models import Student
from kindling.schools.inside import inside
from kindling.schools.viewer import Viewer
from kindling.sites.models import Opportunity


@transaction.atomic
def begin_rehearsal(
    student: Student, kind: str, opportunity: Opportunity | None = None, *, by: Viewer
) -> Rehearsal:
    """Begin to practise. One of a kind that is still open goes on."""
    require(rules.is_own(by, student))
    Student.objects.select_for_update().get(pk=student.pk)
    still = Rehearsal.objects.filter(student=student, kind=kind, opportunity=opportunity)
    found = still.exclude(state=Rehearsal.State.READY).first()
    if found is not None:
        return found
    made: Rehearsal = Rehearsal.objects.create(
        school=by.school, student=student, kind=kind, opportunity=opportunity
    )
    record("rehearsal.begin", made, by=by, kind=kind)
    return made


@transaction.atomic
def write_rehearsal(
    rehearsal: Rehearsal,
    lines: Mapping[str, str],
    checked: Iterable[str],
    *,
    hand_in: bool = False,
    by: Viewer,
) -> None:
    """Keep the words and the ticks; hand them in when every line is written and all is ticked."""
    require(rules.is_own(by, rehearsal.student))
    parts = SCRIPTS[rehearsal.kind]
    said = {one.key: lines.get(one.key, "").strip()[:1000] for one in parts}
    known = [key for key, _label in CHECKS[rehearsal.kind]]
    ticked = [key for key in known if key in set(checked)]
    if hand_in:
        _check_done(rehearsal, said, ticked)
    verb = "hand_in" if hand_in else "write"
    take_step(rehearsal, verb, by=by, lines=said, checked=ticked)
    if hand_in:
        people = audience.advisors_of(rehearsal.student, by.school.today())
        _tell(rehearsal, [*people], "rehearsal_handed_in", by=by)


def _check_done(rehearsal: Rehearsal, said: Mapping[str, str], ticked: list[str]) -> None:
    wrong = {
        f"line_{one.key}": _("Write your own words here.")
        for one in SCRIPTS[rehearsal.kind]
        if not said[one.key]
    }
    if len(ticked) < len(CHECKS[rehearsal.kind]):
        wrong["checked"] = _("Tick the whole list first, or save it for later.")
    if wrong:
        raise ValidationError(wrong)


@transaction.atomic
def mark_ready(rehearsal: Rehearsal, reply: str = "", *, by: Viewer) -> None:
    """The advisor has heard it: ready."""
    require(rules.guides(by, rehearsal.student))
    today = by.school.today()
    changes: dict[str, Any] = {
        "reply": reply.strip()[:2000],
        "reply_by": by.person,
        "ready_on": today,
    }
    take_step(rehearsal, "mark_ready", by=by, **changes)
    _tell(rehearsal, [rehearsal.student.person], "rehearsal_answered", by=by)


@transaction.atomic
def return_rehearsal(rehearsal: Rehearsal, reply: str, *, by: Viewer) -> None:
    """Say what to work on."""
    require(rules.guides(by, rehearsal.student))
    if not reply.strip():
        raise ValidationError({"reply": _("Say what to work on.")})
    take_step(rehearsal, "return", by=by, reply=reply.strip()[:2000], reply_by=by.person)
    _tell(rehearsal, [rehearsal.student.person], "rehearsal_answered", by=by)


def _tell(rehearsal: Rehearsal, people: list[audience.Person], kind: str, *, by: Viewer) -> None:
    with inside(by.school):
        url = rehearsal.get_absolute_url()
    facts = {
        "student": rehearsal.student, "kind": rehearsal.get_kind_display(),
        "is_ready": rehearsal.state == Rehearsal.State.READY, "reply": rehearsal.reply,
    }  # fmt: skip
    notify_many(audience.unique(people, by), f"exploring/{kind}", facts, by=by, url=url)
