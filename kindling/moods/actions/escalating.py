"""What nobody answered in the time that was promised goes to the principal, by the clock."""

from __future__ import annotations

from django.db import transaction

from kindling.chores.clockwork import every
from kindling.history.steps import record
from kindling.kit.http import require
from kindling.moods import rules
from kindling.moods.actions.telling import tell
from kindling.moods.models import Mood
from kindling.schools.inside import inside
from kindling.schools.models import School
from kindling.schools.viewer import Viewer


@every(minutes=5)
def mind_moods() -> None:
    """Look at each school where something waits. Missed runs are caught up once."""
    waiting = Mood.objects.filter(state="said", late_at__isnull=True)
    for school in School.objects.filter(pk__in=waiting.values("school")):
        with inside(school):
            escalate_moods(by=Viewer.system(school))


@transaction.atomic
def escalate_moods(*, by: Viewer) -> int:
    """Hand on what is due at this school. Returns how many."""
    require(rules.may_escalate(by))
    due = Mood.objects.filter(
        school=by.school, state="said", late_at__isnull=True, due_at__lte=by.school.now()
    )
    return sum(hand_on(mood, by=by) for mood in due.select_related("student", "person"))


def hand_on(mood: Mood, *, by: Viewer) -> bool:
    """Let the principal read and answer it, too, and tell both; says whether this call was the one."""
    mine = Mood.objects.filter(pk=mood.pk, state="said", late_at__isnull=True)
    if not mine.update(late_at=by.school.now()):
        return False
    record("mood.late", mood, by=by)
    people = [mood.person, *rules.principals_for(by, mood.student)]
    tell(people, "late", by=by, urgent=True, who=mood.person.name)
    return True
