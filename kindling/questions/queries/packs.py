"""A pack, and how it will look."""

from __future__ import annotations

from dataclasses import dataclass

from kindling.consents.protected import topics_in
from kindling.questions import rules
from kindling.questions.models import Answer, Pack, Question
from kindling.questions.queries.asked import Asked, as_asked


@dataclass(frozen=True)
class PackPage:
    """The questions, and both forms as they are met."""

    pack: Pack
    questions: list[Question]

    @property
    def sounds(self) -> dict[int, str]:
        """What protected topics the words for students name, by the question's key; "" for none."""
        told = {one.pk: " ".join([one.for_student, *one.options]) for one in self.questions}
        asked = {one.pk for one in self.questions if one.for_student}
        return {
            key: ", ".join(str(topic.label) for topic in topics_in(text)) if key in asked else ""
            for key, text in told.items()
        }

    @property
    def for_student(self) -> list[Asked]:
        return as_asked(self.questions, Answer.Side.STUDENT)

    @property
    def for_mentor(self) -> list[Asked]:
        return as_asked(self.questions, Answer.Side.MENTOR)

    @property
    def has_room(self) -> bool:
        return self.pack.state != Pack.State.ENDED and len(self.questions) < rules.MOST


def pack_page(pack: Pack) -> PackPage:
    questions = list(rules.questions_of(pack))
    for question in questions:
        question.pack = pack
    return PackPage(pack, questions)
