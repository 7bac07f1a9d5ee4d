"""What an entry has to do with."""

from __future__ import annotations

from collections.abc import Sequence

from django.db import transaction

from kindling.goals.models import Goal, OwnGoal
from kindling.history.steps import record
from kindling.journals import rules
from kindling.journals.models import JournalEntry, JournalGoal
from kindling.kit.http import require
from kindling.schools.viewer import Viewer


@transaction.atomic
def tie_entry(
    entry: JournalEntry, goals: Sequence[Goal], own_goals: Sequence[OwnGoal], *, by: Viewer
) -> None:
    """Say which goals an entry has to do with, in place of those said before."""
    require(rules.may_share(by, entry))
    require(all(one.school_id == by.school.pk for one in goals))
    require(all(one.student_id == entry.student_id for one in own_goals))
    JournalGoal.objects.filter(entry=entry).delete()
    rows = [JournalGoal(school=by.school, entry=entry, goal=one) for one in goals]
    rows += [JournalGoal(school=by.school, entry=entry, own_goal=one) for one in own_goals]
    JournalGoal.objects.bulk_create(rows)
    record("journal.tie", entry, by=by, goals=len(rows))
