"""What the pages of pursuits and internships show."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from kindling.kit.ids import new_public_id
from kindling.placements import rules
from kindling.placements.chains import ChainPart, asked_of, chain_part
from kindling.placements.models import (
    Attempt,
    ExitTalk,
    Placement,
    PlacementQuerySet,
    PlannedDay,
    PrivateWord,
    Pursuit,
    PursuitQuerySet,
)
from kindling.placements.queues import Standing, can_wait, standing_of
from kindling.placements.story import Line, story_lines
from kindling.schools.models import Person
from kindling.schools.roles import Role
from kindling.schools.viewer import Viewer

State = Pursuit.State
# A week without a try: time to ask how it goes.
QUIET = 7
TONES = {
    State.REQUESTED: "warn",
    State.APPROVED: "info",
    State.START_REQUESTED: "warn",
    State.OFFERED: "warn",
    State.QUEUED: "calm",
    State.LANDED: "good",
}


SUSPENDED = "mentor"  # internships that somebody has to decide about


@dataclass(frozen=True)
class Filter:
    """Which pursuits or internships a list shows."""

    key: str
    label: str
    states: tuple[str, ...]


@dataclass(frozen=True)
class PursuitRow:
    """One pursuit in a list. `quiet_days` counts since the last try, or since the yes."""

    pursuit: Pursuit
    tone: str
    days_left: int | None
    last_try: str
    last_on: date | None
    quiet_days: int
    steps: frozenset[str]

    @property
    def is_quiet(self) -> bool:
        """Nothing was tried for a week: somebody might lend a hand."""
        return self.pursuit.state == State.APPROVED and self.quiet_days >= QUIET


@dataclass(frozen=True)
class PursuitPage:
    """One pursuit with all that its page shows; contacts only to whom they are open."""

    row: PursuitRow
    steps: frozenset[str]
    is_own: bool
    lines: list[Line]
    sees_contacts: bool
    mentors: list[Person]
    may_log: bool
    tap: str
    placement: Placement | None
    line: Standing | None
    can_wait: bool
    chain: ChainPart


@dataclass(frozen=True)
class PlacementRow:
    """One internship in a list, with its weekdays in words."""

    placement: Placement
    week: list[PlannedDay]
    is_over: bool

    @property
    def waits(self) -> bool:
        """The mentor is suspended, and somebody has to decide what becomes of it."""
        running = self.placement.state in (Placement.State.ACTIVE, Placement.State.ENDING)
        return running and self.placement.mentor.suspended_at is not None

    @property
    def tone(self) -> str:
        """Of the chip."""
        tones = {"active": "good", "ending": "warn", "paused": "calm", "ended": "quiet"}
        return "warn" if self.is_over else tones[self.placement.state]


@dataclass(frozen=True)
class PlacementPage:
    """One internship with all that its page shows."""

    row: PlacementRow
    later: list[PlannedDay]
    steps: frozenset[str]
    is_own: bool
    lines: list[Line]
    may_change_goals: bool
    may_reschedule: bool
    talks: list[ExitTalk]
    may_note_talk: bool
    told: list[PrivateWord]


def pursuit_filters() -> list[Filter]:
    """Return what a list of pursuits can show; the first unless said otherwise."""
    over = (State.DECLINED, State.WITHDRAWN, State.LAPSED, State.CLOSED)
    return [
        Filter("open", _("Under way"), Pursuit.OPEN),
        Filter("line", _("In a queue"), Pursuit.IN_LINE),
        Filter("landed", _("Landed"), (State.LANDED,)),
        Filter("over", _("Over"), over),
    ]


def placement_filters(viewer: Viewer) -> list[Filter]:
    """Return what a list of internships can show; the first unless said otherwise."""
    filters = [
        Filter("running", _("Running"), Placement.RUNNING),
        Filter("ended", _("Ended"), (Placement.State.ENDED,)),
        Filter(SUSPENDED, _("Mentor suspended"), Placement.RUNNING),
    ]
    return filters if viewer.is_staff else filters[:2]


def chosen(filters: list[Filter], key: str | None) -> Filter:
    """Return the filter of that key, or the first."""
    return next((one for one in filters if one.key == key), filters[0])


def pursuits_to_list(viewer: Viewer, shown: Filter) -> PursuitQuerySet:
    """Return the pursuits this viewer sees in these states, whose move it is first."""
    return rules.visible_pursuits(viewer).filter(state__in=shown.states).for_board()


def pursuit_rows(viewer: Viewer, pursuits: Sequence[Pursuit]) -> list[PursuitRow]:
    """Return rows for a list that `for_board()` read. No statement."""
    roles = frozenset({Role.COORDINATOR}) if rules.decides(viewer) else frozenset()
    return [
        pursuit_row(viewer, p, p.last_kind, rules.steps_for(roles, p))  # type: ignore[attr-defined]
        for p in pursuits
    ]


def pursuit_row(
    viewer: Viewer, pursuit: Pursuit, last_kind: str | None, steps: frozenset[str]
) -> PursuitRow:
    """Return what a list says of one pursuit."""
    today, last_at = viewer.school.today(), pursuit.last_attempt_at
    last_on = last_at.astimezone(viewer.school.zone).date() if last_at else None
    heard = max(filter(None, [last_on, pursuit.approved_on]), default=today)
    return PursuitRow(
        pursuit=pursuit,
        tone=TONES.get(State(pursuit.state), "quiet"),
        days_left=pursuit.days_left(today),
        last_try=str(Attempt.Kind(last_kind).label) if last_kind else "",
        last_on=last_on,
        quiet_days=(today - heard).days,
        steps=steps,
    )


def pursuit_page(viewer: Viewer, pursuit: Pursuit) -> PursuitPage:
    """Return the page of a pursuit one may see. Six statements, seven for an advisor."""
    roles = rules.stands(viewer, pursuit.student)
    steps, today = rules.steps_for(roles, pursuit), viewer.school.today()
    attempts = list(rules.attempts_of(pursuit))
    open_book = rules.may_see_contacts(viewer, pursuit)
    site = pursuit.opportunity.site
    return PursuitPage(
        row=pursuit_row(viewer, pursuit, attempts[0].kind if attempts else None, steps),
        steps=steps,
        is_own=Role.STUDENT in roles,
        lines=story_lines(rules.story_of(pursuit), attempts),
        sees_contacts=open_book,
        mentors=list(rules.mentors_at(site, today)) if open_book else [],
        may_log=Role.STUDENT in roles and pursuit.state in (State.APPROVED, State.START_REQUESTED),
        tap=new_public_id(),
        placement=getattr(pursuit, "placement", None),
        line=standing_of(viewer, pursuit),
        can_wait=can_wait(viewer, pursuit),
        chain=chain_part(viewer, pursuit, roles),
    )


def standing(row: PursuitRow) -> str:
    """Say in a sentence where a pursuit stands."""
    left = row.days_left or 0
    sentences = {
        State.REQUESTED: _("Asked. The coordinator decides next."),
        State.QUEUED: _("All seats are taken. You hear when it is your turn."),
        State.OFFERED: _("A seat is free for you. Say yes in time, else the next is asked."),
        State.START_REQUESTED: _("Agreed with the place. Days and goals come next."),
        State.APPROVED: ngettext(
            "Go ahead. %(num)s day left.", "Go ahead. %(num)s days left.", left
        )
        % {"num": left},
        State.LANDED: _("Landed. It is an internship now."),
        State.DECLINED: _("Not now. Other places are open."),
        State.WITHDRAWN: _("Taken back."),
        State.LAPSED: _("The time ran out, and the seat is open again."),
        State.CLOSED: _("Finished. It was an internship."),
    }
    if row.pursuit.holder:
        return asked_of(row.pursuit)
    if row.pursuit.state == State.APPROVED and left <= 0:
        return _("Go ahead. Today is the last day.")
    return sentences[State(row.pursuit.state)]


def placements_to_list(viewer: Viewer, shown: Filter) -> PlacementQuerySet:
    """Return the internships this viewer sees, with their planned days: two statements."""
    placements = rules.visible_placements(viewer).filter(state__in=shown.states)
    if shown.key == SUSPENDED:
        placements = placements.filter(mentor__suspended_at__isnull=False)
    return placements.for_list().prefetch_related("planned_days")


def placement_row(placement: Placement, today: date) -> PlacementRow:
    """Return what a list says of one internship: the days of this week, or of its first."""
    on = max(today, placement.starts_on)
    week = [d for d in placement.planned_days.all() if in_force(d, on)]
    ended = placement.ends_on is not None and placement.ends_on < today
    return PlacementRow(
        placement=placement,
        week=sorted(week, key=lambda d: d.weekday),
        is_over=ended and placement.state != Placement.State.ENDED,
    )


def in_force(day: PlannedDay, on: date) -> bool:
    """Say whether the row holds on that day."""
    return day.since_on <= on and (day.until_on is None or day.until_on >= on)


def placement_page(viewer: Viewer, placement: Placement) -> PlacementPage:
    """Return the page of an internship one may see. Two statements, three for an advisor.

    Two more when its end is near or past.
    """
    roles = rules.stands(viewer, placement.student)
    today, runs = viewer.school.today(), placement.state in Placement.RUNNING
    ends = placement.state in (Placement.State.ENDING, Placement.State.ENDED)
    row = placement_row(placement, today)
    now = {d.pk for d in row.week}
    on = max(today, placement.starts_on) + timedelta(days=1)
    later = [d for d in placement.planned_days.all() if d.pk not in now and d.since_on >= on]
    return PlacementPage(
        row=row,
        later=sorted(later, key=lambda d: (d.since_on, d.weekday)),
        steps=rules.steps_for(roles, placement),
        is_own=Role.STUDENT in roles,
        lines=story_lines(rules.story_of(placement), []),
        may_change_goals=runs and bool(roles & rules.DOERS["placement.change_goals"]),
        may_reschedule=runs
        and placement.state != Placement.State.PAUSED
        and bool(roles & rules.DOERS["placement.reschedule"]),
        talks=list(rules.exit_talks_of(placement)) if ends else [],
        may_note_talk=ends and not rules.GUIDES.isdisjoint(roles),
        told=list(rules.own_private_words(viewer, placement)) if ends else [],
    )
