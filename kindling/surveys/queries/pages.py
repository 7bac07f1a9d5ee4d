"""The page of a survey for who wrote it, for a family, and for a student."""

from __future__ import annotations

from dataclasses import dataclass

from kindling.consents.protected import Topic, topics_in
from kindling.schools.viewer import Viewer
from kindling.surveys import rules
from kindling.surveys.models import Invitation, Survey, SurveyQuestion


@dataclass(frozen=True)
class Asked:
    """One question. `sounds`: protected topics that its words name, where nobody has looked yet.

    `sums`: of each choice its count, None where it would point at somebody; empty before the end.
    """

    question: SurveyQuestion
    topic: str
    sounds: list[str]
    sums: list[tuple[str, int | None]]


@dataclass(frozen=True)
class SurveyPage:
    survey: Survey
    questions: list[Asked]
    is_protected: bool
    too_few: bool  # it is over, and fewer than eight have answered
    whom: list[str]  # grades and names of advisories; none: the whole school


def survey_page(viewer: Viewer, survey: Survey) -> SurveyPage:
    """Three statements, whatever the number of questions."""
    counts: dict[tuple[int, int], int] = {
        (one.question_id, one.choice): one.count for one in rules.sums_of(viewer, survey)
    }
    questions = [_asked(one, counts) for one in rules.visible_questions(viewer, survey)]
    named = {one.public_id: one.name for one in rules.advisories_here(viewer)}
    whom = [*survey.grades, *(named[key] for key in survey.advisories if key in named)]
    over = survey.state == Survey.State.CLOSED
    return SurveyPage(
        survey=survey,
        questions=questions,
        is_protected=survey.needs_yes or any(one.topic for one in questions),
        too_few=over and survey.answers < rules.FEWEST,
        whom=whom,
    )


def _asked(question: SurveyQuestion, counts: dict[tuple[int, int], int]) -> Asked:
    words = " ".join([question.text, *question.choices])
    looked = bool(question.topic) or question.is_cleared
    mine = [counts.get((question.pk, at)) for at in range(len(question.choices))]
    shown = hidden([count or 0 for count in mine]) if any(one is not None for one in mine) else []
    return Asked(
        question=question,
        topic=str(Topic(question.topic).label) if question.topic else "",
        sounds=[] if looked else [str(one.label) for one in topics_in(words)],
        sums=list(zip(question.choices, shown, strict=True)) if shown else [],
    )


def hidden(counts: list[int]) -> list[int | None]:
    """Leave out what is below eight, and one more where the rest would tell it.

    All below eight are left out alike, nobody included: that nobody chose something tells, too.
    """
    shown: list[int | None] = [one if one >= rules.FEWEST else None for one in counts]
    if shown.count(None) == 1 and len(shown) > 1:
        least = min(one for one in shown if one is not None)
        shown[shown.index(least)] = None
    return shown


@dataclass(frozen=True)
class DecidePage:
    """What a family reads: every question as the student would."""

    invitation: Invitation
    survey: Survey
    questions: list[Asked]
    may_decide: bool


def decide_page(viewer: Viewer, invitation: Invitation) -> DecidePage:
    """Two statements and the rule's."""
    questions = [_asked(one, {}) for one in rules.visible_questions(viewer, invitation.survey)]
    may = rules.may_decide_survey(viewer, invitation)
    return DecidePage(invitation, invitation.survey, questions, may)
