"""A mentor's rhythm: how often they are asked."""

from __future__ import annotations

from django.db import transaction

from kindling.attendance import rules
from kindling.attendance.models import MentorChoice, Rhythm
from kindling.history.steps import record
from kindling.kit.http import require
from kindling.schools.models import Person
from kindling.schools.viewer import Viewer


@transaction.atomic
def choose_rhythm(mentor: Person, rhythm: Rhythm, *, by: Viewer) -> MentorChoice:
    """Ask this mentor after every day, once a week, or only when something differs.

    The last is a standing word given from today on, and nobody but the mentor gives it. Tapping
    it again renews it. Days that wait are not touched.
    """
    require(rules.may_choose_rhythm(by, mentor, rhythm))
    kept = {"school_id": mentor.school_id}
    choice, _is_new = MentorChoice.objects.get_or_create(person=mentor, defaults=kept)
    was = choice.rhythm
    choice.rhythm = rhythm
    choice.word_on = by.school.today() if rhythm == Rhythm.EXCEPTIONS else None
    choice.save()
    record("mentor.choose_rhythm", mentor, by=by, was=was, now=rhythm.value)
    return choice
