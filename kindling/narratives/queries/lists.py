"""Rounds and narratives as lists: who is how far, by advisor."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field

from django.db.models import Count, Q, QuerySet

from kindling.narratives import rules
from kindling.narratives.models import Narrative, NarrativeRound
from kindling.people.models import Student
from kindling.schools.viewer import Viewer

State = Narrative.State
TONES = {
    State.DUE: "quiet", State.DRAFTING: "calm", State.REVIEW: "info", State.RETURNED: "alert",
    State.READY: "good", State.RELEASED: "good",
}  # fmt: skip
SHOWN = {
    "all": Q(),
    "not_begun": Q(advisor_words=0) & ~Q(state=State.RELEASED),
    "writing": Q(advisor_words__gt=0, state__in=Narrative.WRITING),
    "reading": Q(state=State.REVIEW),
    "ready": Q(state=State.READY),
    "released": Q(state=State.RELEASED),
}


@dataclass
class Progress:
    """How far one advisor is. `name` is "" where nobody advises."""

    key: str
    name: str
    total: int = 0
    not_begun: int = 0
    student_due: int = 0  # students who have not handed in
    states: Counter[str] = field(default_factory=Counter)

    @property
    def done(self) -> int:
        """Off the advisor's desk."""
        return sum(self.states[one] for one in (State.REVIEW, State.READY, State.RELEASED))

    @property
    def writing(self) -> int:
        return self.total - self.done - self.not_begun

    def put(self, state: str, counts: tuple[int, int, int]) -> None:
        """Add narratives in this state: how many, not begun, without the student's words."""
        self.states[state] += counts[0]
        self.total += counts[0]
        self.not_begun += counts[1]
        self.student_due += counts[2]


def progress_of(viewer: Viewer, round: NarrativeRound) -> list[Progress]:
    """Each advisor, who has most to begin first. One statement."""
    rows = rules.visible_narratives(viewer).filter(round=round).order_by()
    rows = rows.select_related(None)
    unbegun = Count("pk", filter=Q(advisor_words=0, state__in=Narrative.WRITING))
    due = Count("pk", filter=Q(student_done_at=None) & ~Q(state=State.RELEASED))
    names = ("advisor__public_id", "advisor__name", "state")
    found: dict[str, Progress] = {}
    for key, name, state, n, begun, waits in rows.values_list(*names).annotate(
        n=Count("pk"), unbegun=unbegun, due=due
    ):
        one = found.setdefault(key or "", Progress(key or "", name or ""))
        one.put(state, (n, begun, waits))
    return sorted(found.values(), key=lambda one: (-one.not_begun, one.name))


def total_of(rows: list[Progress]) -> Progress:
    """All advisors together."""
    whole = Progress("", "")
    for one in rows:
        whole.total += one.total
        whole.not_begun += one.not_begun
        whole.student_due += one.student_due
        whole.states += one.states
    return whole


def rows_of(
    viewer: Viewer, round: NarrativeRound, *, show: str = "all", advisor: str = ""
) -> QuerySet[Narrative]:
    """Narratives of a round: a leader's all (or one advisor's), an advisor's own and to read."""
    rows = rules.visible_narratives(viewer).filter(round=round).filter(SHOWN[show])
    if advisor:
        rows = rows.filter(advisor__public_id=advisor)
    return rows.order_by("student__person__sort_name", "pk")


def own_rows(viewer: Viewer, round: NarrativeRound) -> QuerySet[Narrative]:
    """Narratives of the students one advises."""
    rows = rules.own_narratives(viewer).filter(round=round)
    return rows.order_by("student__person__sort_name", "pk")


def mine(viewer: Viewer, student: Student | None = None) -> list[Narrative]:
    """A student's own, a family's released ones, or those of one student, newest first."""
    rows = rules.visible_narratives(viewer).order_by("-round__release_on", "-pk")
    return list((rows.filter(student=student) if student else rows)[:50])
