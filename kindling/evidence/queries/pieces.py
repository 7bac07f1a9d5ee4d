"""One piece with what hangs on it."""

from __future__ import annotations

from dataclasses import dataclass

from kindling.evidence import rules
from kindling.evidence.models import Depicted, Evidence, Tag
from kindling.schools.viewer import Viewer

HIDDEN = ("plan_item", "project")  # from a family that may not read the plan


@dataclass(frozen=True)
class PiecePage:
    """`drafts`: the others of its series. `people`: who was named, for the student alone."""

    tags: tuple[Tag, ...]
    drafts: tuple[Evidence, ...]
    people: tuple[Depicted, ...]
    said_yes: int
    asked: int
    is_own: bool
    may_open: bool
    may_change: bool
    may_write: bool
    may_remove: bool
    may_ask: bool
    may_mark: bool


def piece_page(viewer: Viewer, one: Evidence) -> PiecePage:
    """Read it. Three statements, and what the rules ask."""
    drafts: tuple[Evidence, ...] = ()
    if one.series_id:
        rows = rules.kept_evidence(viewer).filter(series=one.series_id).order_by("on", "pk")
        drafts = tuple(rows[:50])
    people = (
        tuple(rules.visible_depicted(viewer).filter(evidence=one)) if one.people != "none" else ()
    )
    may_change = rules.may_change(viewer, one)  # who may not reads no plan
    own = rules.is_own(viewer, one.student)
    tags = [tag for tag in rules.tags_of(one) if may_change or tag.kind not in HIDDEN]
    return PiecePage(
        tags=tuple(tags), drafts=drafts,
        people=people if own else (),
        said_yes=sum(who.state == Depicted.State.YES for who in people), asked=len(people),
        is_own=own, may_open=rules.may_open_file(viewer, one),
        may_change=may_change, may_write=rules.may_write(viewer, one), may_remove=rules.may_remove(viewer, one),
        may_ask=rules.may_ask(viewer, one), may_mark=rules.may_mark_seen(viewer, one.student),
    )  # fmt: skip
