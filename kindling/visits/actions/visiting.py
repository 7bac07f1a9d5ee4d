"""A visit is planned, done, noted, followed up, closed."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, time
from decimal import Decimal
from typing import Any

from django.db import IntegrityError, transaction
from django.db.models import Max
from django.utils.translation import gettext as _

from kindling.history.steps import record, take_step
from kindling.kit.addresses import url
from kindling.kit.http import Refused, require
from kindling.notices.actions import notify
from kindling.outreach.actions import log_contact
from kindling.outreach.models import Contact
from kindling.placements.models import Placement
from kindling.schools.inside import inside
from kindling.schools.viewer import Viewer
from kindling.visits import rules
from kindling.visits.models import Visit
from kindling.visits.working_out import count_visit

Kind, State = Visit.Kind, Visit.State
# How the log of contacts calls it.
HOW = {
    Kind.VISIT: Contact.How.VISIT,
    Kind.CALL: Contact.How.CALL,
    Kind.MAIL: Contact.How.MAIL,
    Kind.VIDEO: Contact.How.CALL,
}


@transaction.atomic
def plan_visit(
    placement: Placement, *, on: date, by: Viewer, kind: str = Kind.VISIT, at: time | None = None
) -> Visit:
    """Plan to go there or to call, last in the round of that day. A double tap makes one."""
    require(rules.may_visit(by, placement))
    if on < by.school.today():
        raise Refused(_("Choose today or a later day. What has been is noted, not planned."))
    round_ = Visit.objects.filter(by=by.person, planned_on=on, state=State.PLANNED)
    last = round_.aggregate(last=Max("order"))["last"] or 0
    facts = {"kind": kind, "planned_on": on, "planned_at": at, "order": last + 1}
    try:
        with transaction.atomic():
            visit: Visit = Visit.objects.create(
                school=by.school, placement=placement, student=placement.student, by=by.person,
                **facts,
            )  # fmt: skip
    except IntegrityError:
        same = {"placement": placement, "planned_on": on, "kind": kind, "state": State.PLANNED}
        return Visit.objects.get(**same)
    record("visit.plan", visit, by=by, on=on.isoformat())
    return visit


def plan_round(placements: Iterable[Placement], *, on: date, by: Viewer) -> list[Visit]:
    """Plan a visit to each of these on one day."""
    with transaction.atomic():
        return [plan_visit(placement, on=on, by=by) for placement in placements]


@transaction.atomic
def move_visit(visit: Visit, *, earlier: bool, by: Viewer) -> None:
    """Swap places with the stop before or after it on the same day."""
    require(rules.may_note(by, visit))
    same = {"by": visit.by, "planned_on": visit.planned_on, "state": State.PLANNED}
    stops = list(Visit.objects.select_for_update().filter(**same).order_by("order", "pk"))
    at = next((n for n, one in enumerate(stops) if one.pk == visit.pk), None)
    to = None if at is None else at - 1 if earlier else at + 1
    if at is None or to is None or not 0 <= to < len(stops):
        return
    stops[at], stops[to] = stops[to], stops[at]
    for number, stop in enumerate(stops, 1):
        stop.order = number
    Visit.objects.bulk_update(stops, ["order"])
    record("visit.move", visit, by=by)


@transaction.atomic
def cancel_visit(visit: Visit, *, by: Viewer) -> None:
    """It does not happen."""
    require(rules.may_note(by, visit))
    take_step(visit, "cancel", by=by)


@transaction.atomic
def do_visit(visit: Visit, *, by: Viewer, on: date | None = None) -> None:
    """It happened; the note can wait. It stands in the log of contacts with the site, too."""
    require(rules.may_note(by, visit))
    day = _not_ahead(on or by.school.today(), by)
    take_step(visit, "do", by=by, on=day)
    _enter(visit, by)


@transaction.atomic
def note_visit(visit: Visit, *, by: Viewer, on: date | None = None, **note: Any) -> None:
    """Write down what was seen (`note`: the fields of Visit.NOTE), or put it right.

    What was noted before stays as it was where a field is left out.
    """
    require(rules.may_note(by, visit))
    _know(note)
    if visit.state == State.PLANNED:
        do_visit(visit, by=by, on=on)
    elif on is not None and on != visit.on:
        note["on"] = _not_ahead(on, by)
    note = {name: text.strip() if isinstance(text, str) else text for name, text in note.items()}
    ahead = note.get("next_step", visit.next_step)
    if visit.state == State.CLOSED:
        # What was closed is closed; its words may still be put right.
        Visit.objects.filter(pk=visit.pk).update(**note)
        record("visit.mend", visit, by=by, fields=sorted(note))
        return
    take_step(visit, "follow" if ahead else "note", by=by, detail={"fields": sorted(note)}, **note)


def _know(note: dict[str, Any]) -> None:
    if unknown := note.keys() - set(Visit.NOTE):
        raise TypeError(f"not part of a note: {unknown}")


def log_visit(
    placement: Placement, *, kind: str, by: Viewer, on: date | None = None, tap: str = "",
    **note: Any,
) -> Visit:  # fmt: skip
    """Note a visit, call, mail or video talk at once: the one planned for that day, or a new one.

    tap: the id a phone gave it. The same tap again changes nothing and answers the same visit.
    """
    require(rules.may_visit(by, placement))
    _know(note)
    try:
        with transaction.atomic():
            visit = _sent_before(placement, tap, by)
            if visit is None:
                day = _not_ahead(on or by.school.today(), by)
                visit = _to_note(placement, kind, day, tap, by)
                do_visit(visit, by=by, on=day)
                if any(note.values()):
                    note_visit(visit, by=by, **note)
            return visit
    except IntegrityError:  # the same tap, sent twice at one moment
        return Visit.objects.get(school=by.school, tap=tap or None)


def _sent_before(placement: Placement, tap: str, by: Viewer) -> Visit | None:
    sent = Visit.objects.filter(school=by.school, tap=tap).first() if tap else None
    require(sent is None or (sent.by_id, sent.placement_id) == (by.person_id, placement.pk))
    return sent


def _to_note(placement: Placement, kind: str, day: date, tap: str, by: Viewer) -> Visit:
    """Return the visit planned for that day, or a new one."""
    facts = {"placement": placement, "kind": kind, "by": by.person}
    planned = Visit.objects.filter(planned_on=day, state=State.PLANNED, **facts).first()
    visit: Visit = planned or Visit.objects.create(
        school=by.school, student=placement.student, **facts
    )
    if tap:
        Visit.objects.filter(pk=visit.pk).update(tap=tap)
    return visit


def _not_ahead(day: date, by: Viewer) -> date:
    if day > by.school.today():
        raise Refused(_("Choose today or an earlier day. What is ahead is planned, not noted."))
    return day


def _enter(visit: Visit, by: Viewer) -> None:
    """In the log of contacts (without words), and in what is due next."""
    placement = visit.placement
    contact = log_contact(
        placement.site, how=HOW[Kind(visit.kind)], on=visit.on, mentor=placement.mentor, by=by
    )
    Visit.objects.filter(pk=visit.pk).update(contact=contact)
    visit.contact = contact
    count_visit(visit)


@transaction.atomic
def close_visit(visit: Visit, *, by: Viewer) -> None:
    """What was to be done is done."""
    require(rules.may_note(by, visit))
    take_step(visit, "close", by=by)


@transaction.atomic
def note_miles(visit: Visit, *, miles: Decimal | None, by: Viewer) -> None:
    """How far one drove for it."""
    require(rules.may_note(by, visit))
    was, visit.miles = visit.miles, miles
    visit.save(update_fields=["miles"])
    record("visit.miles", visit, by=by, was=str(was), now=str(miles))


@transaction.atomic
def share_visit(visit: Visit, *, words: str, whom: str, by: Viewer) -> None:
    """Tell student, mentor or both in words of their own; the note stays where it is.

    The mentor gets a letter. Raises Refused before it happened.
    """
    require(rules.may_note(by, visit))
    if visit.state not in Visit.HAPPENED:
        raise Refused(_("Share it when it has happened."))
    facts = {"shared": words.strip(), "shared_with": whom, "shared_at": by.school.now()}
    for name, value in facts.items():
        setattr(visit, name, value)
    visit.save(update_fields=list(facts))
    record("visit.share", visit, by=by, whom=whom)
    context = {"visit": visit, "student": visit.student, "by": by.person}
    if whom != Visit.Whom.STUDENT:
        notify(visit.placement.mentor, "visits/shared", context, by=by)
    if whom != Visit.Whom.MENTOR:
        with inside(by.school):
            address = url("visits:visits")
        notify(visit.student.person, "visits/shared", context, by=by, url=address)


def note_mileage_export(first: date, last: date, *, of_all: bool, by: Viewer) -> None:
    """Write down who took miles out, and of which days."""
    span = {"first": first.isoformat(), "last": last.isoformat()}
    record("visits.export_miles", by.school, by=by, of_all=of_all, **span)
