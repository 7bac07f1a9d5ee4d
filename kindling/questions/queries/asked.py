"""Questions as they are asked with a tap, and answers as they are read."""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from django.utils.translation import gettext as _

from kindling.attendance.along import Moment
from kindling.attendance.models import Day
from kindling.questions import rules
from kindling.questions.models import Answer, Question
from kindling.schools.viewer import Viewer

Kind = Question.Kind


@dataclass(frozen=True)
class Asked:
    """One question on a form: the field's name, the words, and the answers offered (value, label)."""

    name: str
    words: str
    kind: str
    offered: list[tuple[str, str]]
    is_shared: bool


def asked_now(viewer: Viewer, moment: Moment, student: int) -> list[Asked]:
    """Return at most three questions. One statement while something is asked, else none."""
    today, until = viewer.school.today(), viewer.school.questions_until
    if until is None or until < today:
        return []
    keys: dict[str, Any] = {"school": viewer.school.pk, "student": student, "on": today}
    if moment == Moment.CONFIRM:
        rows = rules.asked_of_mentor(**keys)
    else:
        rows = rules.asked_of_student(**keys, moment=moment.value)
    return [
        asked(ident, kind, mentor if moment == Moment.CONFIRM else student_, options, shared)
        for ident, kind, student_, mentor, options, shared in rows
    ]


def asked(ident: str, kind: str, words: str, options: object, shared: object) -> Asked:
    read = json.loads(options) if isinstance(options, str) else options
    texts = read if isinstance(read, list) else []
    return Asked(f"q-{ident}", words, kind, offered(kind, texts), bool(shared))


def as_asked(questions: Iterable[Question], side: str) -> list[Asked]:
    """The same from rows: for the preview."""
    is_mentor = side == Answer.Side.MENTOR
    told = [(q, q.for_mentor if is_mentor else q.for_student) for q in questions]
    return [
        asked(q.public_id, q.kind, words, q.options, q.pack.is_shared) for q, words in told if words
    ]


def offered(kind: str, options: list[str]) -> list[tuple[str, str]]:
    """Return the answers one may choose from; none for a text."""
    if kind == Kind.YES_NO:
        return [("yes", _("Yes")), ("no", _("No"))]
    if kind == Kind.SCALE:
        words = [_("not at all"), _("a little"), _("quite"), _("very much")]
        return [(str(n), f"{n} {word}") for n, word in enumerate(words, 1)]
    return [(text, text) for text in options] if kind == Kind.CHOICE else []


@dataclass
class Pair:
    """One question and what both sides answered; "" where a side has not."""

    asked_student: str = ""
    student: str = ""
    asked_mentor: str = ""
    mentor: str = ""


def pairs_of(viewer: Viewer, day: Day) -> list[Pair]:
    """Return the answers of a day side by side, for this viewer. One statement."""
    pairs: dict[int, Pair] = {}
    for answer in rules.visible_answers(viewer, day):
        pair = pairs.setdefault(answer.question_id, Pair())
        text = in_words(answer.question.kind, answer.text)
        if answer.side == Answer.Side.STUDENT:
            pair.asked_student, pair.student = answer.asked, text
        else:
            pair.asked_mentor, pair.mentor = answer.asked, text
    return list(pairs.values())


def in_words(kind: str, text: str) -> str:
    """Return an answer as one reads it."""
    return dict(offered(kind, [])).get(text, text)
