"""A visit at a student's home: planned, done, noted; what is sensitive in a drawer of its own."""

from __future__ import annotations

from datetime import date, time
from typing import Any

from django.core.exceptions import PermissionDenied
from django.db import IntegrityError, transaction
from django.utils.translation import gettext as _

from kindling.history.steps import record, take_step
from kindling.kit.addresses import url
from kindling.kit.http import Refused, require
from kindling.notices.actions import notify
from kindling.people.models import Student
from kindling.schools.inside import inside
from kindling.schools.models import Person
from kindling.schools.viewer import Viewer
from kindling.visits import rules
from kindling.visits.models import HomeReader, HomeVisit, Opening, Sensitive

State = HomeVisit.State


@transaction.atomic
def plan_home_visit(
    student: Student,
    *,
    on: date,
    by: Viewer,
    at: time | None = None,
    where: str = HomeVisit.Where.HOME,
    needs_interpreter: bool = False,
) -> HomeVisit:
    """Plan it, or note a day that has been: the note comes next. A double tap makes one."""
    require(rules.may_visit_home(by, student))
    facts = {"planned_at": at, "where": where, "needs_interpreter": needs_interpreter}
    try:
        with transaction.atomic():
            visit: HomeVisit = HomeVisit.objects.create(
                school=by.school, student=student, by=by.person, planned_on=on, **facts
            )
    except IntegrityError:
        return HomeVisit.objects.get(student=student, planned_on=on, state=State.PLANNED)
    record("home_visit.plan", visit, by=by, on=on.isoformat())
    return visit


@transaction.atomic
def do_home_visit(visit: HomeVisit, *, by: Viewer) -> None:
    """It happened; the note can wait. Raises Refused before its day."""
    require(rules.may_note_home(by, visit))
    take_step(visit, "do", by=by, on=_been(visit.planned_on, by))


@transaction.atomic
def note_home_visit(visit: HomeVisit, *, by: Viewer, sensitive: str = "", **note: Any) -> None:
    """Write it down, or put it right (`note`: the fields of HomeVisit.NOTE, and `on`).

    What is sensitive is added as a new row; what stands there already is never changed.
    """
    require(rules.may_note_home(by, visit))
    if unknown := note.keys() - {*HomeVisit.NOTE, "on"}:
        raise TypeError(f"not part of a note: {unknown}")
    note["on"] = _been(note.get("on") or visit.on or visit.planned_on, by)
    note = {name: text.strip() if isinstance(text, str) else text for name, text in note.items()}
    take_step(visit, "note", by=by, detail={"fields": sorted(note)}, **note)
    if sensitive.strip():
        add_sensitive(visit, text=sensitive, by=by)


def _been(day: date, by: Viewer) -> date:
    if day > by.school.today():
        raise Refused(_("Note it when it has been. Until then it is planned."))
    return day


@transaction.atomic
def add_sensitive(visit: HomeVisit, *, text: str, by: Viewer) -> Sensitive:
    """Keep what was told in confidence. Whoever was there may write, also who may not read it."""
    require(rules.may_note_home(by, visit))
    words: Sensitive = Sensitive.objects.create(
        school=by.school, visit=visit, text=text.strip(), by=by.person, at=by.school.now()
    )
    record("home_visit.add_sensitive", visit, by=by)  # that there is something, not what
    return words


@transaction.atomic
def open_sensitive(visit: HomeVisit, *, by: Viewer) -> list[Sensitive]:
    """Read what is sensitive. Each opening is written down first."""
    if by.person is None or not rules.may_read_sensitive(by, visit):
        raise PermissionDenied
    Opening.objects.create(school=by.school, visit=visit, person=by.person, at=by.school.now())
    record("home_visit.open_sensitive", visit, by=by)
    return list(rules.sensitive_of(visit))


@transaction.atomic
def cancel_home_visit(visit: HomeVisit, *, by: Viewer) -> None:
    """It does not happen."""
    require(rules.may_note_home(by, visit))
    take_step(visit, "cancel", by=by)


@transaction.atomic
def name_reader(person: Person, *, by: Viewer) -> None:
    """Let somebody who works here read what is sensitive in home visits. Twice is once."""
    require(rules.may_name_readers(by))
    require(rules.staff_people(by).filter(pk=person.pk).exists())
    if HomeReader.objects.filter(person=person, until_at__isnull=True).exists():
        return
    reader = HomeReader.objects.create(school=by.school, person=person, named_by=by.person)
    record("home_reader.name", reader, by=by, person=person.public_id)
    with inside(by.school):
        address = url("home_visits:visits")
    notify(person, "visits/reader", {}, by=by, url=address)


@transaction.atomic
def end_reader(reader: HomeReader, *, by: Viewer) -> None:
    """They read it no longer."""
    require(rules.may_name_readers(by))
    rows = HomeReader.objects.filter(pk=reader.pk, until_at__isnull=True)
    if rows.update(until_at=by.school.now()):
        record("home_reader.end", reader, by=by)
