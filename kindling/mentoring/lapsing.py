"""The clock looks for checks that ran out while students learn."""

from __future__ import annotations

from kindling.chores.clockwork import every
from kindling.mentoring import rules
from kindling.mentoring.actions import note_lapse
from kindling.mentoring.queries.standing import facts_of
from kindling.mentoring.standing import Standing
from kindling.schools.models import School
from kindling.schools.viewer import Viewer


@every(hours=6)
def note_lapsed() -> None:
    """The coordinator finds it in the inbox while it lasts; the mentor reads it on their page."""
    for school in School.objects.filter(set_up_at__isnull=False, asks_clearance=True):
        note_lapsed_of(school)


def note_lapsed_of(school: School) -> int:
    """Note them for one school; return how many were new."""
    people, by = list(rules.who_guide_now(school)), Viewer.system(school)
    found = facts_of(school, people)
    lapsed = [one for one in people if found[one.pk].standing == Standing.LAPSED]
    return sum(note_lapse(one, str(found[one.pk].check.until), by=by) for one in lapsed)
