"""What the pages of alarms show, and what others ask about them."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime

from django.db.models import Q, QuerySet
from django.utils.translation import gettext as _

from kindling.absences.rules import may_report
from kindling.history.models import Event
from kindling.kit.waits import MOST, HoldsUp, Wait
from kindling.ladder import rules
from kindling.ladder.models import Alarm, Call
from kindling.ladder.rungs import Rung
from kindling.schools.ready import ready
from kindling.schools.viewer import Viewer

State = Alarm.State
TONES = {State.OPEN: "alert", State.TAKEN: "warn", State.CLOSED: "quiet"}


def tone_of(alarm: Alarm) -> str:
    return TONES[State(alarm.state)]


def listed(viewer: Viewer, show: str) -> QuerySet[Alarm]:
    """Alarms that are open or taken, nobody's first; or those that are over, the latest first."""
    alarms = rules.visible_alarms(viewer)
    if show == "over":
        return alarms.filter(state=State.CLOSED).order_by("-due_at", "-pk")
    return alarms.filter(state__in=Alarm.LIVE).order_by("state", "due_at", "pk")


def live_alarms(viewer: Viewer, students: Iterable[int], on: date) -> dict[int, Alarm]:
    """Return student's key → the live alarm of this day, for pages of others. One statement."""
    rows = rules.visible_alarms(viewer).filter(state__in=Alarm.LIVE, on=on)
    return {one.student_id: one for one in rows.filter(student__in=list(students))}


@dataclass(frozen=True)
class Line:
    """One thing that happened with an alarm."""

    at: datetime
    text: str
    more: str = ""


@dataclass(frozen=True)
class Phone:
    """Whom one may call about it."""

    name: str
    number: str
    what: str


@dataclass(frozen=True)
class AlarmPage:
    """One alarm: whom to call, what happened, and what the viewer may do."""

    alarm: Alarm
    phones: list[Phone]
    lines: list[Line]
    has_it: bool
    may_take: bool
    may_close: bool
    may_give_back: bool
    may_tell_family: bool
    may_report: bool


def alarm_page(viewer: Viewer, alarm: Alarm) -> AlarmPage:
    """Gather the page in four statements; the viewer sees the alarm."""
    mine = alarm.taken_by_id is not None and alarm.taken_by_id == viewer.person_id
    desk = rules.may_tell_family(viewer, alarm)
    return AlarmPage(
        alarm=alarm,
        phones=phones(alarm),
        lines=lines_of(alarm),
        has_it=mine and alarm.state == State.TAKEN,
        may_take=alarm.state == State.OPEN,
        may_close=alarm.is_live and (alarm.state == State.OPEN or mine or desk),
        may_give_back=alarm.state == State.TAKEN and (mine or desk),
        may_tell_family=alarm.is_live and desk and Rung.FAMILY not in alarm.behind,
        may_report=alarm.is_live and may_report(viewer, alarm.student),
    )


def phones(alarm: Alarm) -> list[Phone]:
    """Student, mentor and place, as far as there is a number."""
    placement, student = alarm.placement, alarm.student.person
    found = [
        Phone(student.name, student.phone, _("Student")),
        Phone(placement.mentor.name, placement.mentor.phone, _("Mentor")),
        Phone(placement.site.name, placement.site.phone, _("Place")),
    ]
    return [one for one in found if one.number]


def lines_of(alarm: Alarm) -> list[Line]:
    """Who was told by which way and who did what, first to last. Two statements."""
    calls = [call_line(call) for call in rules.calls_of(alarm)]
    events = [line for event in rules.events_of(alarm) if (line := event_line(event))]
    return sorted([*calls, *events], key=lambda line: line.at)


def call_line(call: Call) -> Line:
    facts = {"name": call.person.name, "part": call.get_part_display()}
    way = ""
    if call.notice is not None:
        words = {"way": call.notice.get_channel_display(), "state": call.notice.get_state_display()}
        way = _("%(way)s: %(state)s") % words
    if call.part == Call.Part.OVER:
        return Line(call.at, _("Told %(name)s that it is over") % facts, way)
    return Line(call.at, _("Told %(name)s (%(part)s)") % facts, way)


def event_line(event: Event) -> Line | None:
    """The steps people and the clock took; who was told stands in the calls."""
    facts = {"name": event.by.name if event.by else _("Kindling")}
    did = str(event.detail.get("did", ""))
    if event.verb == "alarm.close":
        why = str(Alarm.Why(event.detail["why"]).label)
        return Line(event.at, _("Over: %(why)s") % {"why": why}, did)
    words = {
        "alarm.raise": _("Nobody had heard from the student"),
        "alarm.again": _("Silent again: it began once more"),
        "alarm.take": _("%(name)s has it"),
        "alarm.did": _("%(name)s wrote"),
        "alarm.give_back": _("%(name)s gave it back"),
        "alarm.tell_family": _("%(name)s told the family"),
    }
    return Line(event.at, words[event.verb] % facts, did) if event.verb in words else None


@dataclass(frozen=True)
class TakePage:
    """Behind a link: the alarms of which its bearer was told."""

    alarms: list[Alarm]
    is_staff: bool  # a mentor reads first names, and no other numbers than the school's

    @property
    def live(self) -> list[Alarm]:
        return [one for one in self.alarms if one.is_live]


def take_page(viewer: Viewer) -> TakePage:
    """Gather the page: nobody's first. Two statements."""
    alarms = list(rules.visible_alarms(viewer).order_by("-state", "due_at", "pk"))
    return TakePage(alarms, rules.was_told_as_staff(viewer, alarms))


def waits(viewer: Viewer) -> list[Wait]:
    """Students of whom nobody has heard: nobody's alarms and one's own. Two statements at most."""
    if not rules.may_see_alarms(viewer):
        return []
    return [
        Wait(
            key=f"alarm.live:{one.public_id}", icon="siren", url=one.get_absolute_url(),
            say=_("Nobody has heard from %(name)s, who was expected at %(site)s.")
            % {"name": one.student.first, "site": one.placement.site.name},
            holds_up=HoldsUp.STUDENT, who=one.student.name, since=one.due_at,
        )
        for one in _live(viewer)
    ]  # fmt: skip


@ready
def _live(viewer: Viewer) -> QuerySet[Alarm]:
    mine = Q(state=State.OPEN) | Q(state=State.TAKEN, taken_by=viewer.person_id)
    rows = rules.visible_alarms(viewer).filter(mine, on=viewer.school.today())
    return rows.order_by("due_at", "pk")[:MOST]
