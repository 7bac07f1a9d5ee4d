"""Rules in use, levels and pieces for tests of credits."""

from __future__ import annotations

from kindling.credits import actions
from kindling.credits.models import Crosswalk, Line
from kindling.evidence.actions import keep_evidence
from kindling.evidence.models import Evidence
from kindling.evidence.tagging import Targets
from kindling.exhibitions.models import Exhibition, Kind
from kindling.judgements.actions import accept_judgement, begin_judgement, set_sample
from kindling.judgements.tests.judging import a_piece, goal_of, level_of, said
from kindling.people.models import Student
from tests.cast import Cast


def rules_in_use(cast: Cast, mode: str = "hybrid") -> Crosswalk:
    """The example, approved by Priya."""
    actions.choose_mode(mode, by=cast.as_("dana"))
    found = actions.start_crosswalk(by=cast.as_("chen"))
    actions.approve_crosswalk(found, by=cast.as_("priya"))
    found.refresh_from_db()
    return found


def line_of(crosswalk: Crosswalk, title: str) -> Line:
    return Line.objects.get(crosswalk=crosswalk, title=title)


def reached(cast: Cast, *codes: str, who: str = "luis", position: int = 3) -> None:
    """Ana judged these goals at this level."""
    set_sample(0, by=cast.as_("dana"))
    for code in codes:
        goal = goal_of(cast, code)
        piece = a_piece(cast, who)
        ana = cast.as_("ana")
        one = begin_judgement(
            getattr(cast, who), goal, said(goal, position), pieces=[piece], by=ana
        )
        accept_judgement(one, level_of(goal, position), by=ana)


def writing(cast: Cast, words: str, who: str = "luis", code: str = "CO2") -> Evidence:
    """A piece of writing that is tagged with a goal."""
    targets = Targets({"goal": (goal_of(cast, code).public_id,)} if code else {})
    return keep_evidence(getattr(cast, who), words=words, targets=targets, by=cast.as_(who))


def exhibited(cast: Cast, student: Student, result: str = "move_on") -> Exhibition:
    """An exhibition this fall that the panel agreed on."""
    kind = Kind.objects.filter(school=cast.school).first() or Kind.objects.create(
        school=cast.school, title="Fall exhibition"
    )
    now = cast.school.now()
    return Exhibition.objects.create(
        school=cast.school, student=student, kind=kind, advisor=cast.ana, starts_at=now,
        on=cast.school.today(), state="recorded", state_since=now, result=result,
    )  # fmt: skip
