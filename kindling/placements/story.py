"""What happened, as a few lines that a student can read."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from django.utils.translation import gettext as _

from kindling.history.models import Event
from kindling.placements.models import Attempt, EndedWhy
from kindling.ui.format import day


@dataclass(frozen=True)
class Line:
    """One moment: when, what, in whose words if somebody said more."""

    at: datetime
    text: str
    note: str
    icon: str


ICONS = {
    "pursuit.request": "hand",
    "pursuit.join": "users",
    "pursuit.queue": "users",
    "pursuit.offer": "armchair",
    "pursuit.accept": "check",
    "pursuit.pass_on": "hourglass",
    "pursuit.award": "dices",
    "pursuit.approve": "check",
    "pursuit.extend": "calendar-plus",
    "pursuit.decline": "circle-slash",
    "pursuit.part": "circle-slash",
    "pursuit.lapse": "hourglass",
    "pursuit.start": "flag",
    "placement.start": "flag",
    "placement.pause": "pause",
    "placement.resume": "play",
    "placement.end": "flag-off",
    Attempt.Kind.CALLED: "phone",
    Attempt.Kind.NO_ANSWER: "phone-missed",
    Attempt.Kind.WROTE: "mail",
    Attempt.Kind.VISITED: "footprints",
    Attempt.Kind.BOOKED: "calendar-check",
    Attempt.Kind.DECLINED: "circle-slash",
}


def story_lines(events: Iterable[Event], attempts: Iterable[Attempt]) -> list[Line]:
    """Return events and tries in the order in which they happened, the newest first."""
    sentences = _sentences()
    lines = [_of_event(event, sentences) for event in events if event.verb in sentences]
    lines += [
        Line(attempt.at, str(attempt.get_kind_display()), attempt.note, ICONS[attempt.kind])
        for attempt in attempts
    ]
    return sorted(lines, key=lambda line: line.at, reverse=True)


def _of_event(event: Event, sentences: dict[str, str]) -> Line:
    detail: dict[str, Any] = event.detail
    facts = {"name": event.by.first if event.by else _("Kindling")}
    for key in ("until_on", "since_on", "ends_on"):
        facts[key] = day(date.fromisoformat(detail[key])) if detail.get(key) else ""
    icon = ICONS.get(event.verb, "circle-dot")
    return Line(event.at, sentences[event.verb] % facts, _note_of(detail), icon)


def _note_of(detail: dict[str, Any]) -> str:
    """What was chosen from the short list of reasons, and what was said in own words."""
    why = detail.get("ended_why", "")
    label = str(EndedWhy(why).label) if why and why != EndedWhy.FIT else ""
    return " · ".join(filter(None, [label, detail.get("reason", "")]))


def _sentences() -> dict[str, str]:
    """What each event says, in the reader's language."""
    return {**_asking(), **_pursuing(), **_learning()}


def _asking() -> dict[str, str]:
    """Up to the yes: the queue, ties, the answers."""
    return {
        "pursuit.request": _("%(name)s asked to go after this place."),
        "pursuit.join": _("%(name)s joined the queue."),
        "pursuit.queue": _("All seats were taken. It went to the queue."),
        "pursuit.offer": _("A seat opened and was offered, until %(until_on)s."),
        "pursuit.accept": _("%(name)s said yes to the seat."),
        "pursuit.pass_on": _("The time to say yes ran out, and the next was asked."),
        "pursuit.declare_tie": _("%(name)s declared a tie to this place."),
        "pursuit.allow_tie": _("%(name)s decided about the tie: it may go on."),
        "pursuit.refuse_tie": _("%(name)s decided about the tie: it does not work."),
        "pursuit.award": _("A round gave this place."),
        "pursuit.approve": _("%(name)s said: go ahead, until %(until_on)s."),
        "pursuit.decline": _("%(name)s said: not now."),
    }


def _pursuing() -> dict[str, str]:
    return {
        "pursuit.extend": _("%(name)s gave more time, until %(until_on)s."),
        "pursuit.withdraw": _("%(name)s took it back."),
        "pursuit.part": _("Not now. Other places are open."),
        "pursuit.warn": _("A reminder went out: the time runs out soon."),
        "pursuit.lapse": _("The time ran out, and the seat opened."),
        "pursuit.request_start": _("%(name)s asked to start."),
        "pursuit.return": _("%(name)s gave it back: something is missing."),
        "pursuit.start": _("%(name)s set the days and started it."),
        "pursuit.close": _("The internship ended."),
    }


def _learning() -> dict[str, str]:
    return {
        "placement.start": _("%(name)s set the days and started it."),
        "placement.reschedule": _("%(name)s set other days from %(since_on)s."),
        "placement.change_goals": _("%(name)s wrote the goals anew."),
        "placement.hand_over": _("%(name)s chose another mentor."),
        "placement.share_memory": _("%(name)s shared what was made."),
        "placement.revoke_memory": _("%(name)s took back what was shared."),
        "placement.request_end": _("%(name)s asked to end it."),
        "placement.note_talk": _("%(name)s noted the talk about the end."),
        "placement.keep": _("%(name)s noted: you talked, and it goes on."),
        # No name: who asked for a pause may be the student's own affair.
        "placement.pause": _("It was paused."),
        "placement.resume": _("It goes on, on the days as before."),
        "placement.end": _("%(name)s ended it. The last day was %(ends_on)s."),
    }
