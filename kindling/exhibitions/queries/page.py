"""One exhibition, as each of its readers sees it."""

from __future__ import annotations

from dataclasses import dataclass

from kindling.exhibitions import rules
from kindling.exhibitions.along import Section, sections_of
from kindling.exhibitions.calendars import when_of
from kindling.exhibitions.models import Exhibition, Feedback, Material, Panelist, Rehearsal
from kindling.exhibitions.readiness import Item, checklist_of
from kindling.goals.models import Rubric
from kindling.goals.rules import visible_rubrics
from kindling.schools.viewer import Viewer

TONES = {
    "proposed": "warn", "refused": "quiet", "named": "quiet", "asked": "quiet", "coming": "good",
    "declined": "alert",
}  # fmt: skip
State = Exhibition.State


@dataclass(frozen=True)
class ExhibitionPage:
    """`mine`: the reader's own place on the panel; None for who only looks on.

    `items` and `rehearsals` are for who prepares it; empty for everybody else.
    """

    exhibition: Exhibition
    when: str
    panel: tuple[Panelist, ...]
    mine: Panelist | None
    materials: tuple[Material, ...]
    items: tuple[Item, ...]
    rehearsals: tuple[Rehearsal, ...]
    sections: tuple[Section, ...]
    rubric: Rubric | None
    is_own: bool
    may_prepare: bool
    may_lead: bool
    may_hold: bool
    may_redo: bool

    @property
    def agenda(self) -> list[str]:
        return [line for line in self.exhibition.agenda.split("\n") if line.strip()]

    @property
    def tones(self) -> dict[str, str]:
        return TONES

    @property
    def done(self) -> int:
        return sum(one.is_done for one in self.items)

    @property
    def coming(self) -> int:
        return sum(one.is_coming for one in self.panel)

    @property
    def left_alone(self) -> list[str]:
        """On the panel, with a date, and no letter went to them."""
        if not self.exhibition.has_date:
            return []
        return [one.name for one in self.panel if one.state == Panelist.State.NAMED]


def exhibition_page(viewer: Viewer, exhibition: Exhibition) -> ExhibitionPage:
    """Gather the page. Ask only for an exhibition the viewer sees."""
    exhibition.school = exhibition.student.school = viewer.school
    may_prepare, may_lead = rules.may_prepare(viewer, exhibition), rules.leads(viewer, exhibition)
    is_ahead = exhibition.is_ahead
    panel = _panel(viewer, exhibition, may_prepare=may_prepare)
    today = viewer.school.today()
    return ExhibitionPage(
        exhibition=exhibition,
        when=when_of(exhibition, viewer.school),
        panel=panel,
        mine=next((one for one in panel if one.person_id == viewer.person_id), None),
        materials=tuple(rules.visible_materials(viewer).filter(exhibition=exhibition)),
        items=tuple(checklist_of(exhibition)) if may_prepare and is_ahead else (),
        rehearsals=_rehearsals(viewer, exhibition) if may_prepare else (),
        sections=tuple(sections_of(viewer, exhibition)),
        rubric=rubric_of(viewer, exhibition),
        is_own=rules.is_own(viewer, exhibition.student),
        may_prepare=may_prepare and is_ahead,
        may_lead=may_lead and is_ahead,
        may_hold=may_lead
        and exhibition.has_date
        and bool(exhibition.on and exhibition.on <= today),
        may_redo=may_lead and exhibition.state in Exhibition.OVER and exhibition.result == "redo",
    )


def _panel(viewer: Viewer, exhibition: Exhibition, *, may_prepare: bool) -> tuple[Panelist, ...]:
    """Who is asked; who only looks on learns of those who sit there, not of guests in question."""
    rows = rules.visible_panelists(viewer).filter(exhibition=exhibition)
    if not may_prepare:
        rows = rows.filter(state__in=(Panelist.State.COMING, Panelist.State.ASKED))
    return tuple(rows)


def _rehearsals(viewer: Viewer, exhibition: Exhibition) -> tuple[Rehearsal, ...]:
    found = rules.visible_rehearsals(viewer).filter(exhibition=exhibition)
    return tuple(found.prefetch_related("feedback__person").order_by("on", "pk"))


def rubric_of(viewer: Viewer, exhibition: Exhibition) -> Rubric | None:
    """The version that is in use now. One statement."""
    key = exhibition.kind.rubric_key
    rows = visible_rubrics(viewer).filter(key=key, state=Rubric.State.PUBLISHED)
    return rows.first() if key else None


@dataclass(frozen=True)
class RehearsalPage:
    """One rehearsal: what was said to whom may read it, and the reader's own part."""

    rehearsal: Rehearsal
    said: tuple[Feedback, ...]
    waits_for: tuple[str, ...]
    mine: Feedback | None
    is_own: bool
    is_open: bool  # its day has come


def rehearsal_page(viewer: Viewer, rehearsal: Rehearsal) -> RehearsalPage:
    """Gather it. A listener reads the exhibition's title and agenda, and their own words alone."""
    rows = tuple(rules.visible_feedback(viewer).filter(rehearsal=rehearsal))
    return RehearsalPage(
        rehearsal=rehearsal,
        said=tuple(one for one in rows if one.said_at),
        waits_for=tuple(one.person.name for one in rows if not one.said_at),
        mine=next((one for one in rows if one.person_id == viewer.person_id), None),
        is_own=rules.is_own(viewer, rehearsal.exhibition.student),
        is_open=rehearsal.on <= viewer.school.today(),
    )
