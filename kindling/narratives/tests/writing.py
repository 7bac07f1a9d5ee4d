"""Narratives as tests need them."""

from __future__ import annotations

from datetime import date
from typing import Any

from kindling.kit.editing import stamp_of
from kindling.narratives import actions
from kindling.narratives.models import Narrative, NarrativeRound, Part, Section
from kindling.schools.models import Term

PAGE = "/harbor-view/narratives/"
WORDS = "You ask before you act, and the animals trust you."
OWN = "I learn best when I can try things out."


def begin(cast, **facts: Any) -> NarrativeRound:
    """A round of the first trimester, begun by Dana."""
    days = {
        "student_due_on": date(2026, 11, 6), "advisor_due_on": date(2026, 11, 20),
        "release_on": date(2026, 11, 25),
    }  # fmt: skip
    term = Term.objects.filter(school=cast.school).order_by("starts_on")[0]
    return actions.start_round(term, by=cast.as_("dana"), **({"title": "Fall", **days} | facts))


def narrative_of(round: NarrativeRound, student) -> Narrative:
    return Narrative.objects.for_page().get(round=round, student=student)


def fresh(narrative: Narrative) -> Narrative:
    return Narrative.objects.for_page().get(pk=narrative.pk)


def section(narrative: Narrative, number: int) -> Section:
    return narrative.round.sections.get(number=number)


def write(cast, narrative: Narrative, who: str, number: int, text: str):
    """One voice writes below one heading, whatever stood there."""
    voice = "advisor" if who != narrative.student.first.lower() else "student"
    there = Part.objects.filter(
        narrative=narrative, section__number=number, section__round=narrative.round, voice=voice
    ).first()
    base = stamp_of(there.text if there else "")
    return actions.write_part(
        narrative, section(narrative, number), voice, text, base=base, by=cast.as_(who)
    )


def write_all(cast, narrative: Narrative, who: str = "ana", text: str = WORDS) -> None:
    """The advisor writes below every heading."""
    for one in narrative.round.sections.all():
        write(cast, narrative, who, one.number, text)


def make_ready(cast, narrative: Narrative) -> Narrative:
    """Written by Ana, read by Dana."""
    write_all(cast, narrative)
    actions.submit_narrative(fresh(narrative), by=cast.as_("ana"))
    actions.pass_on(fresh(narrative), by=cast.as_("dana"))
    return fresh(narrative)


def release_luis(cast) -> Narrative:
    """Luis has a narrative, his family has it."""
    fall = begin(cast)
    luis = make_ready(cast, narrative_of(fall, cast.luis))
    actions.release_round(fall, without=True, by=cast.as_("dana"))
    return fresh(luis)
