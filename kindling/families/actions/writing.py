"""A family writes back from its letter: into the conversation with the advisor."""

from __future__ import annotations

from django.utils.translation import gettext as _

from kindling.conversations.actions import Said, begin
from kindling.conversations.models import Message
from kindling.conversations.rules import whom_around
from kindling.families import rules
from kindling.kit.http import Refused, require
from kindling.people.models import Student
from kindling.schools.viewer import Viewer


def write_back(student: Student, text: str, *, tap: str, by: Viewer) -> Message:
    """Say something to the advisor of one's child. The same tap twice is one message.

    Raises Refused with a sentence, for empty words and where nobody of the school is there.
    """
    require(rules.children_of(rules.reader_of(by)).filter(pk=student.pk).exists())
    around = whom_around(by, student)
    if not around:
        raise Refused(_("Nobody of the school can answer here just now. Please call the school."))
    via = Message.Via.LINK if by.purpose else Message.Via.PAGE
    return begin(around[0], Said(text, via=via, tap=tap), by=by)
