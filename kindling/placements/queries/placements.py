"""What the pages of internships show."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta

from django.utils.translation import gettext as _

from kindling.placements import rules
from kindling.placements.models import (
    ExitTalk,
    Placement,
    PlacementQuerySet,
    PlannedDay,
    PrivateWord,
)
from kindling.placements.queries.filters import Filter
from kindling.placements.story import Line, story_lines
from kindling.schools.roles import Role
from kindling.schools.viewer import Viewer

SUSPENDED = "mentor"  # internships that somebody has to decide about


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
    may_share: bool
    may_revoke: bool
    may_hand_over: bool


def placement_filters(viewer: Viewer) -> list[Filter]:
    """Return what a list of internships can show; the first unless said otherwise."""
    filters = [
        Filter("running", _("Running"), Placement.RUNNING),
        Filter("ended", _("Ended"), (Placement.State.ENDED,)),
        Filter(SUSPENDED, _("Mentor suspended"), Placement.RUNNING),
    ]
    return filters if viewer.is_staff else filters[:2]


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


def is_shared(placement: Placement) -> bool:
    """Whether others read what the student made. No statement where the memory came along."""
    memory = getattr(placement, "memory", None)
    return memory is not None and memory.revoked_at is None


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
        may_share=Role.STUDENT in roles and placement.state == Placement.State.ENDED,
        may_revoke=is_shared(placement) and rules.may_revoke_as(roles, placement),
        may_hand_over=runs and Role.COORDINATOR in roles,
    )
