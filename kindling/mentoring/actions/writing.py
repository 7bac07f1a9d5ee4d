"""A mentor begins a conversation from their page; somebody of the school is always in it."""

from __future__ import annotations

from django.db import transaction
from django.utils.translation import gettext as _

from kindling.conversations.actions import Said, begin
from kindling.conversations.models import Message
from kindling.conversations.rules import Whom, whom_around
from kindling.kit.http import Refused, require
from kindling.mentoring import rules
from kindling.people.models import Student
from kindling.schools.viewer import Viewer


@transaction.atomic
def write_about(
    student: Student, text: str, *, to_student: bool, tap: str = "", by: Viewer
) -> Message:
    """Write to the school about an intern, or to the intern with the school reading along.

    Raises Refused with a sentence: nobody of the school is there, or too much at once.
    """
    whom = _whom(student, by, is_student=to_student)
    return begin(whom, Said(text, Message.Via.LINK, tap), by=by)


@transaction.atomic
def ask_call(student: Student, *, by: Viewer) -> Message:
    """“Please call me”: one tap, to the school alone. Twice on a day is once."""
    whom = _whom(student, by, is_student=False)
    words = _("Please call me about %(name)s.") % {"name": student.first}
    tap = f"call-{by.school.today().isoformat()}"
    return begin(whom, Said(words, Message.Via.LINK, tap, calls=True), by=by)


def _whom(student: Student, by: Viewer, *, is_student: bool) -> Whom:
    require(rules.own_interns(by).filter(student=student).exists())
    offered = whom_around(by, student)
    found = next((one for one in offered if (one.student is not None) == is_student), None)
    if found is None:
        raise Refused(_("Nobody of the school can answer here just now. Please call the school."))
    return found
