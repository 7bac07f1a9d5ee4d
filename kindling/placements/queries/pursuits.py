"""What the pages of pursuits show."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from kindling.kit.ids import new_public_id
from kindling.placements import rules
from kindling.placements.chains import ChainPart, asked_of, chain_part
from kindling.placements.models import (
    Attempt,
    Placement,
    Pursuit,
    PursuitPolicy,
    PursuitQuerySet,
)
from kindling.placements.policy import policy_of
from kindling.placements.queries.filters import Filter
from kindling.placements.queues import Standing, can_wait, standing_of
from kindling.placements.story import Line, story_lines
from kindling.placements.stuck import HAND, hand_for, needing_hand, persistence, with_noes
from kindling.schools.models import Person
from kindling.schools.roles import Role
from kindling.schools.viewer import Viewer

State = Pursuit.State
USUAL = PursuitPolicy()
TONES = {
    State.REQUESTED: "warn",
    State.APPROVED: "info",
    State.START_REQUESTED: "warn",
    State.OFFERED: "warn",
    State.QUEUED: "calm",
    State.LANDED: "good",
}


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
    stuck_days: int
    noes: int = 0
    has_tie: bool = False

    @property
    def is_quiet(self) -> bool:
        """Nothing was tried for a while: somebody might lend a hand."""
        return self.pursuit.state == State.APPROVED and self.quiet_days >= self.stuck_days

    @property
    def holder_name(self) -> str:
        """Whose word is asked for now."""
        return str(Role(self.pursuit.holder).label) if self.pursuit.holder else ""

    @property
    def hand(self) -> str:
        """What somebody might do about it; "" while it goes its way. For staff."""
        if self.pursuit.state != State.APPROVED:
            return ""
        return hand_for(
            quiet_days=self.quiet_days,
            stuck_days=self.stuck_days,
            tries=self.pursuit.attempts_count,
            noes=self.noes,
            days_left=self.days_left or 0,
        )


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
    credit: str
    may_set_limit: bool


def pursuit_filters(viewer: Viewer) -> list[Filter]:
    """Return what a list of pursuits can show; the first unless said otherwise."""
    hand = [Filter(HAND, _("Could use a hand"), (State.APPROVED,))] if viewer.is_staff else []
    over = (State.DECLINED, State.WITHDRAWN, State.LAPSED, State.CLOSED)
    return [
        Filter("open", _("Under way"), Pursuit.OPEN),
        *hand,
        Filter("line", _("In a queue"), Pursuit.IN_LINE),
        Filter("landed", _("Landed"), (State.LANDED,)),
        Filter("over", _("Over"), over),
    ]


def pursuits_to_list(viewer: Viewer, shown: Filter) -> PursuitQuerySet:
    """Return the pursuits this viewer sees in these states, whose move it is first."""
    seen = rules.visible_pursuits(viewer).filter(state__in=shown.states)
    if shown.key == HAND:
        return needing_hand(seen, viewer.school, policy_of(viewer.school)).for_board()
    return with_noes(seen, viewer.school).for_board()


def pursuit_rows(viewer: Viewer, pursuits: Sequence[Pursuit]) -> list[PursuitRow]:
    """Return rows for a list that `pursuits_to_list` read. One statement."""
    stuck_days = policy_of(viewer.school).stuck_days
    roles = roles_in_lists(viewer)
    return [
        replace(
            pursuit_row(viewer, p, p.last_kind, rules.steps_for(roles, p), stuck_days),  # type: ignore[attr-defined]
            noes=p.noes,  # type: ignore[attr-defined]
            has_tie=p.has_tie,  # type: ignore[attr-defined]
        )
        for p in pursuits
    ]


def roles_in_lists(viewer: Viewer) -> frozenset[Role]:
    """How the viewer meets whoever a list names: an advisor sees their own students there."""
    if rules.decides(viewer):
        return frozenset({Role.COORDINATOR})
    is_advisor = viewer.is_a(Role.ADVISOR) and not viewer.is_leader
    return frozenset({Role.ADVISOR}) if is_advisor else frozenset()


def pursuit_row(
    viewer: Viewer,
    pursuit: Pursuit,
    last_kind: str | None,
    steps: frozenset[str],
    stuck_days: int = USUAL.stuck_days,
) -> PursuitRow:
    """Return what a list says of one pursuit."""
    school = viewer.school
    return PursuitRow(
        pursuit=pursuit,
        tone=TONES.get(State(pursuit.state), "quiet"),
        days_left=pursuit.days_left(school.today()),
        last_try=str(Attempt.Kind(last_kind).label) if last_kind else "",
        last_on=pursuit.last_try_on(school),
        quiet_days=pursuit.quiet_days(school),
        steps=steps,
        stuck_days=stuck_days,
    )


def pursuit_page(viewer: Viewer, pursuit: Pursuit) -> PursuitPage:
    """Return the page of a pursuit one may see. Seven statements, eight for an advisor."""
    roles = rules.stands(viewer, pursuit.student)
    steps, today = rules.steps_for(roles, pursuit), viewer.school.today()
    attempts = list(rules.attempts_of(pursuit))
    stuck_days = policy_of(viewer.school).stuck_days
    open_book = rules.may_see_contacts(viewer, pursuit)
    site = pursuit.opportunity.site
    return PursuitPage(
        row=pursuit_row(viewer, pursuit, attempts[0].kind if attempts else None, steps, stuck_days),
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
        credit=persistence(pursuit.attempts_count),
        may_set_limit=not rules.GUIDES.isdisjoint(roles),
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
