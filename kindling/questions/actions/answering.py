"""What student and mentor answer to what was asked along."""

from __future__ import annotations

from collections.abc import Mapping

from django.db import transaction

from kindling.attendance.models import Day
from kindling.history.steps import record
from kindling.kit.http import require
from kindling.questions import rules
from kindling.questions.models import Answer, Question
from kindling.schools.viewer import Viewer

YES_NO = ("yes", "no")
SCALE = ("1", "2", "3", "4")


@transaction.atomic
def answer_questions(day: Day, answers: Mapping[str, str], *, by: Viewer) -> list[Answer]:
    """Keep the answers of one side, by the question's public id, with the words that were asked.

    The first answer counts: the same form sent twice changes nothing. What is empty, was not asked
    of this side, or is none of the answers offered, is left out.
    """
    side = rules.side_of(by, day)
    require(bool(side))
    now, rows = by.school.now(), []
    for question in rules.answerable(day, list(answers)):
        asked = question.for_student if side == Answer.Side.STUDENT else question.for_mentor
        text = _read(question, answers[question.public_id])
        if asked and text:
            facts = {"asked": asked, "text": text, "by": by.person, "at": now}
            rows.append(Answer(school=by.school, day=day, question=question, side=side, **facts))
    if rows:
        Answer.objects.bulk_create(rows, ignore_conflicts=True)
        record("day.answer", day, by=by, side=side, count=len(rows))
    return rows


def _read(question: Question, text: str) -> str:
    """Return the answer as it is kept; "" for none, or for one that was not offered."""
    text = " ".join(text.split())[:500]
    offered = {
        Question.Kind.SCALE: SCALE,
        Question.Kind.YES_NO: YES_NO,
        Question.Kind.CHOICE: tuple(question.options),
    }.get(Question.Kind(question.kind))
    return text if offered is None or text in offered else ""
