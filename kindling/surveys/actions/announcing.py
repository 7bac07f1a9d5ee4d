"""Before a survey that asks protected things opens, families read it and may say no."""

from __future__ import annotations

from collections import defaultdict
from typing import Any

from django.db import transaction
from django.utils.translation import gettext as _

from kindling.consents.protected import topics_in
from kindling.history.steps import take_step
from kindling.kit.http import Refused, require
from kindling.notices.actions import Letter, notify_each
from kindling.passes.actions import Wanted, make_passes
from kindling.people.matters import Matter
from kindling.people.rules import guardian_ties
from kindling.schools.models import Person
from kindling.schools.viewer import Viewer
from kindling.surveys import rules
from kindling.surveys.models import Invitation, Survey, SurveyQuestion, SurveySum
from kindling.ui.format import day

LINK_DAYS = 30


@transaction.atomic
def announce_survey(survey: Survey, *, by: Viewer) -> int:
    """Fix whom it asks, tell families where it must, and return how many letters went out.

    Raises Refused: no question; a question whose words sound protected and nobody looked at it; a
    first day less than a week after the letter where it asks protected things; nobody to ask.
    """
    require(rules.may_write_surveys(by))
    Survey.objects.select_for_update().get(pk=survey.pk)  # no question comes while it is looked at
    questions = list(rules.visible_questions(by, survey))
    is_protected = survey.needs_yes or any(one.topic for one in questions)
    _check(survey, questions, by, is_protected=is_protected)
    students = rules.asked_students(by, survey, is_protected=is_protected)
    if not students:
        raise Refused(_("Nobody is asked by this. Choose other grades or advisories."))
    take_step(survey, "announce", by=by, detail={"students": len(students)})
    made = Invitation.objects.bulk_create(
        Invitation(school=by.school, survey=survey, student=one) for one in students
    )
    SurveySum.objects.bulk_create(
        SurveySum(school=by.school, question=one, choice=at)
        for one in questions
        for at in range(len(one.choices))
    )
    return _tell(survey, made, by) if is_protected else 0


def _check(
    survey: Survey, questions: list[SurveyQuestion], by: Viewer, *, is_protected: bool
) -> None:
    if not questions:
        raise Refused(_("Add a question first."))
    unseen = [one for one in questions if unlooked(one)]
    if unseen:
        raise Refused(
            _("This sounds protected: “%(question)s”. Name its topic, or say that it does not ask about it.")
            % {"question": unseen[0].text}
        )  # fmt: skip
    first = by.school.today() + rules.NOTICE if is_protected else by.school.today()
    if survey.opens_on < first:
        raise Refused(
            _("Families need a week to answer. Let it open on %(day)s or later.")
            % {"day": day(first)}
            if is_protected
            else _("Its first day is over. Choose another.")
        )


def unlooked(question: SurveyQuestion) -> bool:
    """Whether its words sound protected, it has no topic, and nobody said that it is fine."""
    words = " ".join([question.text, *question.choices])
    return not question.topic and not question.is_cleared and bool(topics_in(words))


def _tell(survey: Survey, made: list[Invitation], by: Viewer) -> int:
    """One letter and one link for each who decides, for all their children."""
    ties = guardian_ties(Matter.DECIDE, by.school.today()).filter(school=by.school)
    family: dict[int, list[Person]] = defaultdict(list)
    for tie in ties.select_related("adult").order_by("pk"):
        family[tie.student_id].append(tie.adult)
    mine: dict[int, tuple[Person, list[Invitation]]] = {}
    for one in made:
        for person in family[one.student_id]:
            person.school = by.school
            mine.setdefault(person.pk, (person, []))[1].append(one)
    if not mine:
        return 0
    wanted = [Wanted(who, [one.public_id for one in rows]) for who, rows in mine.values()]
    passes = make_passes(wanted, rules.DECIDE_SURVEY, by=by, days=LINK_DAYS, needs_code=True)
    facts: dict[str, Any] = {"title": survey.title, "opens_on": survey.opens_on}
    letters = [
        Letter(
            who,
            {**facts, "needs_yes": survey.needs_yes, "names": ", ".join(one.student.first for one in rows)},
            link_id=held.public_id,
        )
        for (who, rows), held in zip(mine.values(), passes, strict=True)
    ]  # fmt: skip
    notify_each(letters, "surveys/notice", by=by)
    return len(letters)
