"""An evaluation of Jordan's term by Sam, and Sam's link to it."""

from __future__ import annotations

from kindling.attendance.tests.placed import make_placement
from kindling.evaluations import actions
from kindling.evaluations.items import ITEMS
from kindling.evaluations.models import Evaluation
from kindling.evaluations.rules import EVALUATE
from kindling.passes.models import Pass
from kindling.passes.tokens import token_of
from kindling.people.models import Student
from kindling.placements.models import Placement
from kindling.schools.viewer import Viewer
from kindling.sites.models import Opportunity

STRENGTHS = "Calm with frightened animals."


def placed(cast, student: Student | None = None, place: Opportunity | None = None) -> Placement:
    """Jordan with Sam at the clinic, unless said otherwise; found again as the pages find it."""
    made = make_placement(student or cast.jordan, place or cast.clinic, cast.sam)
    return Placement.objects.for_list().get(pk=made.pk)


def opened(cast, by: str = "chen", placement: Placement | None = None, **who) -> Evaluation:
    return actions.open_evaluation(placement or placed(cast, **who), by=cast.as_(by))


def behind(evaluation: Evaluation) -> Viewer:
    """The mentor, holding the link to it."""
    named = frozenset({evaluation.public_id})
    return Viewer(evaluation.mentor, evaluation.school, frozenset(), EVALUATE, named)


def door_of(evaluation: Evaluation) -> str:
    """The newest link's address."""
    return f"/p/{token_of(Pass.objects.filter(purpose=EVALUATE).latest('pk'))}/"


def all_lines(level: int = 3) -> dict[str, int]:
    return dict.fromkeys(ITEMS, level)


def handed_in(cast, **end) -> Evaluation:
    """Written and handed in; `end`: host_again, is_shared, skills; student, place, placement."""
    who = {name: end.pop(name) for name in ("student", "place", "placement") if name in end}
    it = Evaluation.objects.get(pk=opened(cast, **who).pk)
    by = behind(it)
    sent = actions.Answers(all_lines(), **({"host_again": "yes", "is_shared": True} | end))
    actions.write_answers(it, sent, actions.Answers(), by=by)
    base = "e3b0c44298fc1c14"  # of an empty text
    assert actions.write_text(it, "strengths", STRENGTHS, base=base, by=by) is None
    actions.submit_evaluation(it, by=by)
    return Evaluation.objects.select_related("student__person", "mentor").get(pk=it.pk)
