"""Keep what lists read: when the last real talk was, and by when the next is due."""

from __future__ import annotations

from datetime import timedelta

from kindling.people.models import Student
from kindling.schools.viewer import Viewer
from kindling.talks import rules
from kindling.talks.models import LastTalk, Talk


def count_talks(student: Student, *, by: Viewer) -> LastTalk:
    """Work out anew when the student last talked. Two statements, or three the first time."""
    real = Talk.objects.filter(student=student, is_real=True).order_by("-held_on")
    last_on = real.values_list("held_on", flat=True).first()
    today = by.school.today()
    line, made = LastTalk.objects.get_or_create(
        student=student, defaults={"school": by.school, "last_on": last_on, "due_on": today}
    )
    every = line.every_days or rules.choice_of(by).every_days
    due_on = last_on + timedelta(days=every) if last_on else today
    if made or (line.last_on, line.due_on) != (last_on, due_on):
        line.last_on, line.due_on = last_on, due_on
        line.save(update_fields=["last_on", "due_on"])
    return line
