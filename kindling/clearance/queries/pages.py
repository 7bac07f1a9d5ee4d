"""What the checklist of a student at a place shows."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from kindling.clearance import rules
from kindling.clearance.carrying import carrier_of
from kindling.clearance.holding import Holders
from kindling.clearance.items import STAGE_LABELS, STAGES, On
from kindling.clearance.packs.model import Limits, Rule
from kindling.clearance.pairs import Pair
from kindling.clearance.queries.gating import with_mentor
from kindling.clearance.reading import Reading
from kindling.clearance.rules import Subject
from kindling.clearance.standing import Line, Standing
from kindling.clearance.wording import (
    TONES,
    in_turn,
    last_day_of,
    now,
    sentence,
    standing_label,
    why_not,
)
from kindling.schools.viewer import Viewer


@dataclass(frozen=True)
class Row:
    """One item in a list. `proof` is its id where this viewer may open it."""

    line: Line
    label: str
    chip: str
    tone: str
    now: str  # what is the matter, below the item's name
    until_on: date | None
    proof: str
    renewal: str
    may_hand_in: bool
    reasons: tuple[Rule, ...]
    lacks_mentor: bool  # nobody is named at the site yet
    elsewhere: Any  # the agreement or certificate that counts, where this viewer may open it

    @property
    def key(self) -> str:
        """The item's."""
        return self.line.demand.item.key


@dataclass(frozen=True)
class Checklist:
    """A student at a place: ready or not, and every item."""

    pair: Pair
    on: date
    why: str  # "" when nothing stands in the way
    rows: list[Row]
    done: int
    age: int | None
    is_paid: bool
    limits: list[Limits]
    stages: list[tuple[str, str]]
    may_see_site: bool
    is_warned: bool  # it runs, and something is missing now
    refuses_rides: bool  # the family said no to riding with a mentor
    carrier: str | None  # who carries workers' compensation; None where nobody asks

    @property
    def is_empty(self) -> bool:
        """The school asks for nothing here."""
        return not self.rows


def subject_of(on: str, pair: Pair) -> Subject:
    """What an item of this pair hangs on."""
    place = pair.opportunity
    subjects = {
        On.STUDENT: Subject(On.STUDENT, student=pair.student),
        On.MENTOR: Subject(On.MENTOR, mentor=pair.mentor),
        On.SITE: Subject(On.SITE, site=place.site),
        On.PLACE: Subject(On.PLACE, opportunity=place),
    }
    pair_subject = Subject(On.PAIR, student=pair.student, opportunity=place)
    return subjects.get(On(on), pair_subject)


def asked_by(subject: Subject, pair: Pair) -> Subject:
    """The same with the student and the place, by whom the rules know who may hand it in."""
    return replace(subject, student=pair.student, opportunity=pair.opportunity)


def checklist(viewer: Viewer, pair: Pair, on: date) -> Checklist:
    """Return the page. A dozen statements, however many items."""
    pair = with_mentor(pair, on)
    reading = Reading(viewer.school, [pair])
    holders = Holders(viewer.school, [pair], on)
    lines, facts = reading.lines(pair, on), reading.facts(pair, on)
    blocking = in_turn(lines)
    return Checklist(
        pair=pair,
        on=on,
        why=reason(blocking, holders, pair),
        rows=[row_of(viewer, line, pair, holders) for line in lines],
        done=sum(line.is_good for line in lines),
        age=facts.age,
        is_paid=facts.is_paid,
        limits=reading.rule_set.limits_for(facts),
        stages=[(stage.value, str(STAGE_LABELS[stage])) for stage in STAGES],
        may_see_site=rules.may_see_site(viewer),
        is_warned=pair.is_running and bool(blocking),
        refuses_rides=any(line.demand.item.key == "travel" for line in lines)
        and rules.refuses_rides(pair.student),
        carrier=carrier_of(reading, lines, pair, on),
    )


def reason(blocking: Sequence[Line], holders: Holders, pair: Pair) -> str:
    """Why it is not ready; "" when it is."""
    if not blocking:
        return ""
    first = blocking[0]
    told = sentence(first, holders.named(first.holder, pair), last_day_of(first))
    return why_not(told, len(blocking) - 1)


def row_of(viewer: Viewer, line: Line, pair: Pair, holders: Holders) -> Row:
    """Return what a list shows of one item."""
    item = line.demand.item
    subject = asked_by(subject_of(item.on, pair), pair)
    hangs = item.on != On.MENTOR or pair.mentor is not None
    opens = line.standing != Standing.FORBIDDEN
    return Row(
        line=line,
        label=str(item.label),
        chip=standing_label(line.standing),
        tone=TONES[line.standing],
        now=now(line, holders.named(line.holder, pair), last_day_of(line)),
        until_on=line.until_on,
        proof=readable(viewer, line),
        renewal=line.renewal.public_id if line.renewal and readable(viewer, line) else "",
        may_hand_in=opens and hangs and rules.may_hand_in(viewer, item, subject),
        reasons=line.demand.reasons,
        lacks_mentor=not hangs,
        elsewhere=signed_elsewhere(viewer, line),
    )


def signed_elsewhere(viewer: Viewer, line: Line) -> Any:
    """The agreement or the certificate behind a line; certificates are for staff."""
    if line.signing is not None:
        return None if viewer.purpose else line.signing.agreement
    thing = line.proof.elsewhere if line.proof else None
    return thing if viewer.is_staff or line.demand.item.key != "insurance" else None


def readable(viewer: Viewer, line: Line) -> str:
    """The id of what was handed in, for who may read it."""
    proof = line.proof
    if (
        proof is None
        or proof.elsewhere is not None
        or not rules.may_read(viewer, proof, line.demand.item)
    ):
        return ""
    return proof.public_id
