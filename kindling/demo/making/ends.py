"""Places that came to nothing this year, and why, so that the sums of the funnel have something."""

from __future__ import annotations

from itertools import cycle

from kindling.people.models import Student
from kindling.placements.models import EndedWhy, Pursuit
from kindling.schools.models import School
from kindling.sites.models import Opportunity

State = Pursuit.State
# Of forty: too far for twelve, paper for nine, and the rest as it comes.
WHY = [
    (EndedWhy.TRAVEL, State.WITHDRAWN, "Two buses each way, and the second one rarely comes."),
    (EndedWhy.PAPERS, State.WITHDRAWN, "The papers took longer than the place could wait."),
    (EndedWhy.TRAVEL, State.DECLINED, "Nobody could take you there before nine."),
    (EndedWhy.PAPERS, State.DECLINED, "Their insurance had run out."),
    (EndedWhy.SILENCE, State.WITHDRAWN, "Four calls, and nobody rang back."),
    (EndedWhy.ELSEWHERE, State.WITHDRAWN, "I found one nearer to what I like."),
    (EndedWhy.TRAVEL, State.WITHDRAWN, "There is no bus in the morning."),
    ("", State.LAPSED, ""),
    (EndedWhy.AGE, State.DECLINED, "They take students from 16."),
    (EndedWhy.FIT, State.DECLINED, "After the shadow day: not now."),
]


def make_ends(school: School) -> None:
    """Every second student went after a place before, and it came to nothing."""
    students = Student.objects.filter(school=school).order_by("pk")[:80]
    places = list(Opportunity.objects.filter(school=school).order_by("pk")[:12])
    rows = [
        Pursuit(
            school=school, student=student, opportunity=place, state=state, ended_why=why,
            reason=reason, why="It looked like something I could be good at.",
        )
        for student, place, (why, state, reason) in zip(
            list(students)[::2], cycle(places), cycle(WHY), strict=False
        )
    ]  # fmt: skip
    Pursuit.objects.bulk_create(rows)
