"""A worry begins: the student says so, or staff write down what they heard."""

from __future__ import annotations

from contextlib import suppress
from datetime import timedelta
from typing import Any

from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction
from django.utils.translation import gettext as _

from kindling.history.steps import record, take_step
from kindling.incidents import rules
from kindling.incidents.actions.telling import tell
from kindling.incidents.models import DAY, Incident, Word
from kindling.incidents.offers import offers_to
from kindling.kit.http import Refused, require
from kindling.people.models import Student
from kindling.placements.actions import hold_placement
from kindling.placements.models import Placement
from kindling.schools.models import Person
from kindling.schools.viewer import Viewer

Urgency, Kind = Incident.Urgency, Word.Kind
AT_ONCE = 2  # hours within which somebody reads a cry for help


def raise_worry(
    student: Student,
    *,
    adult: Person,
    text: str,
    urgency: str = Urgency.SOON,
    placement: Placement | None = None,
    wants_pause: bool = False,
    tap: str = "",
    by: Viewer,
) -> Incident:
    """Tell the adult whom the student chose, at any hour. The same tap sent twice counts once.

    `wants_pause` stops expecting the student at `placement` at once, and tells nobody else.
    Raises ValidationError under "text" and "adult". It is never refused for any other reason.
    """
    require(rules.may_raise_worry(by, student))
    hours = _promise(student, adult, by)
    text = _checked(text)
    facts = {"adult": adult, "urgency": urgency, "placement": placement, "wants_pause": wants_pause}
    try:
        with transaction.atomic():
            worry = begin_incident(student, hours, text, tap=tap, by=by, **facts)
            if wants_pause:
                _hold(placement, by)
            _tell_adults(worry, by)
    except IntegrityError:  # this tap arrived before
        return Incident.objects.get(school=by.school, tap=tap, student=student)
    return worry


@transaction.atomic
def open_incident(
    student: Student,
    *,
    text: str,
    source: str,
    urgency: str = Urgency.SOON,
    placement: Placement | None = None,
    by: Viewer,
) -> Incident:
    """Staff write down what a mentor, a family or their own eyes told. The principal is told."""
    require(rules.may_open_incident(by, student))
    text = _checked(text)
    facts = {"adult": by.person, "urgency": urgency, "placement": placement, "source": source}
    incident = begin_incident(student, DAY, text, tap="", by=by, **facts)
    incident.read_at, incident.read_by = incident.opened_at, by.person
    incident.save(update_fields=["read_at", "read_by"])
    tell(rules.principals_for(by, student), "opened", by=by)
    return incident


@transaction.atomic
def add_words(worry: Incident, text: str, *, by: Viewer) -> None:
    """The student writes more. It waits to be read again, and opens again what was closed."""
    require(rules.may_add_to_worry(by, worry))
    text, now = _checked(text), by.school.now()
    say(worry, Kind.MORE, text, by=by)
    changes: dict[str, Any] = {"read_at": None, "read_by": None, "due_at": now + worry.wait}
    Incident.objects.filter(pk=worry.pk).update(**changes)
    with suppress(Refused):  # it was open all along
        take_step(worry, "reopen", by=by)
    tell([worry.adult], "raised", by=by, hours=worry.reply_hours)


def say(incident: Incident, kind: str, text: str, *, by: Viewer, **facts: Any) -> Word:
    """Write one word. The history learns who wrote and of which kind, and none of it."""
    word: Word = Word.objects.create(
        school=by.school, incident=incident, kind=kind, by=by.person, at=by.school.now(),
        text=text, **facts,
    )  # fmt: skip
    record(f"incident.{kind}", incident, by=by)
    return word


def begin_incident(
    student: Student, hours: int, text: str, *, tap: str, by: Viewer, **facts: Any
) -> Incident:
    now = by.school.now()
    hours = min(hours, AT_ONCE) if facts["urgency"] == Urgency.NOW else hours
    facts |= {"opened_by": by.person, "opened_at": now, "due_at": now + timedelta(hours=hours)}
    incident: Incident = Incident.objects.create(
        school=by.school, student=student, reply_hours=hours, tap=tap or None, **facts
    )  # fmt: skip
    say(incident, Kind.WORRY, text, by=by)
    return incident


def _tell_adults(worry: Incident, by: Viewer) -> None:
    is_now = worry.urgency == Urgency.NOW
    tell([worry.adult], "raised", by=by, hours=worry.reply_hours, urgent=is_now)
    if is_now:
        others = rules.principals_for(by, worry.student).exclude(pk=worry.adult_id)
        tell(others, "urgent", by=by, urgent=True)


def _promise(student: Student, adult: Person, by: Viewer) -> int:
    """Within how many hours this adult promises to read; only those whom the school offers."""
    for offer in offers_to(by, student):
        if offer.person.pk == adult.pk:
            return offer.hours
    raise ValidationError({"adult": _("Choose one of the adults in the list.")})


def _hold(placement: Placement | None, by: Viewer) -> None:
    # Already paused, or ended meanwhile: the worry counts all the same.
    if placement is None or placement.student.person_id != by.person_id:
        return
    with suppress(Refused), transaction.atomic():
        hold_placement(placement, by=by)


def _checked(text: str) -> str:
    text = text.strip()[:4000]
    if not text:
        raise ValidationError({"text": _("Write a few words. One is enough.")})
    return text
