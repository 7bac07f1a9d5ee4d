"""Record what happened, and move a thing from one state to the next, once."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import timedelta
from typing import Any

from django.utils.translation import gettext as _

from kindling.history.models import Event
from kindling.kit.http import Refused, require
from kindling.kit.inserting import insert_rows
from kindling.schools.viewer import Viewer

SITTING = timedelta(minutes=30)


@dataclass(frozen=True)
class Step:
    """One legal move between states."""

    sources: tuple[str, ...]
    target: str


def record(verb: str, subject: Any, *, by: Viewer, **detail: Any) -> None:
    """Write what happened. Every action passes here, so no action can cross schools."""
    record_many(verb, [subject], by=by, **detail)


def record_many(verb: str, subjects: Iterable[Any], *, by: Viewer, **detail: Any) -> None:
    """Write one event for each subject in one statement (lists moved at once, imports)."""
    said = _said(verb, by, detail)
    events = []
    for subject in subjects:
        _refuse_other_schools(subject, by)
        events.append({**said, "subject_id": subject.public_id})
    insert_rows(Event, events)


def record_writing(verb: str, subject: Any, *, by: Viewer, **detail: Any) -> None:
    """Write one event a sitting for words that a page saves every few seconds (kit.editing).

    The same person doing the same within half an hour of the event leaves no other.
    """
    _refuse_other_schools(subject, by)
    said = {**_said(verb, by, detail), "subject_id": subject.public_id}
    same = {key: said[key] for key in ("school_id", "subject_id", "by_id", "by_pass", "verb")}
    lately = Event.objects.filter(**same, at__gt=said["at"] - SITTING)
    if detail not in lately.values_list("detail", flat=True):
        insert_rows(Event, [said])


def _said(verb: str, by: Viewer, detail: dict[str, Any]) -> dict[str, Any]:
    return {
        "school_id": by.school.pk,
        "at": by.school.now(),
        "by_id": by.person_id,
        "by_pass": bool(by.purpose),
        "verb": verb,
        "detail": detail,
    }


def _refuse_other_schools(subject: Any, by: Viewer) -> None:
    require(subject.school_id == by.school.pk and by.scope == "write")


def take_step(
    thing: Any, verb: str, *, by: Viewer, detail: dict[str, Any] | None = None, **changes: Any
) -> None:
    """Move `thing` by one of its STEPS and leave a trace. Two people racing: one wins.

    `changes` are fields set with the state; `detail` is kept in the history only.
    Raises Refused for the one who comes second, naming the state the thing is in now.
    """
    step: Step = thing.STEPS[verb]
    rows = type(thing).objects.filter(pk=thing.pk, state__in=step.sources)
    if not rows.update(state=step.target, **changes):
        thing.refresh_from_db(fields=["state"])
        raise too_late(thing)
    was = thing.state
    for name, value in {"state": step.target, **changes}.items():
        setattr(thing, name, value)
    told = {"was": was, "now": step.target, **(detail or {})}
    record(f"{thing._meta.model_name}.{verb}", thing, by=by, **told)  # noqa: SLF001


def too_late(thing: Any) -> Refused:
    """What the one who comes second reads, with the state the thing is in now."""
    told = _("Someone was faster: this is now “%(state)s”. Look at it again before you go on.")
    return Refused(told % {"state": thing.get_state_display()})
