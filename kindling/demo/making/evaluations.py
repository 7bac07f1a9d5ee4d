"""What mentors said of the term: some handed in, one half written, some only asked."""

from __future__ import annotations

import random
from datetime import timedelta

from kindling.evaluations import actions
from kindling.evaluations.actions import Answers
from kindling.evaluations.items import ITEMS
from kindling.evaluations.models import Evaluation
from kindling.evaluations.rules import EVALUATE, term_on
from kindling.kit.editing import stamp_of
from kindling.placements.models import Placement
from kindling.schools.models import School
from kindling.schools.viewer import Viewer

SAID = [
    ("Calm with people and with tools. Asks before guessing.",
     "Say sooner when something takes longer than we thought.",
     "We were two short on a Thursday. They opened the counter alone and nothing was missing.",
     [("Talking with customers", "Explained a repair to a man who was angry, until he laughed.")]),
    ("Notices what others overlook.",
     "Finish one thing before the next one.",
     "Found the fault in the list that we had copied wrong for a year.",
     [("Careful work", "Every count was right in four months."),
      ("Teaching others", "Showed the newest intern how the shelves are kept.")]),
    ("Always on time, and glad to be here. That does something to the room.",
     "Ask more questions when it is busy, not only when it is quiet.",
     "Wrote the sheet we now give to every visitor.", []),
]  # fmt: skip
HANDED_IN = 6


def make_evaluations(school: School) -> None:
    """Jordan's first: read, talked about. The last one of these is half written."""
    system, term = Viewer.system(school), term_on(school)
    if term is None:
        return
    jordan = Placement.objects.filter(school=school, student__person__given_name="Jordan")
    running = Placement.objects.filter(
        school=school, state__in=Placement.RUNNING, mentor__suspended_at__isnull=True,
        mentor__quiet_until__isnull=True, starts_on__lte=school.today() - timedelta(days=28),
    )  # fmt: skip
    rest = running.exclude(pk__in=jordan.values("pk")).order_by("pk")[: HANDED_IN + 2]
    rows = [*jordan.filter(state__in=Placement.RUNNING), *rest]
    chance = random.Random(76)
    for number, placement in enumerate(rows):
        it = Evaluation.objects.create(
            school=school, placement=placement, student=placement.student, mentor=placement.mentor,
            term=term, opened_at=school.now() - timedelta(days=9),
        )  # fmt: skip
        if number < HANDED_IN:
            _write(it, number, chance)
    for it in Evaluation.objects.filter(school=school, state="submitted").order_by("pk")[:2]:
        actions.discuss_evaluation(it, school.today(), "Two things to try next term.", by=system)


def _write(it: Evaluation, number: int, chance: random.Random) -> None:
    by = Viewer(it.mentor, it.school, frozenset(), EVALUATE, frozenset({it.public_id}))
    strengths, next_thing, example, skills = SAID[number % len(SAID)]
    levels = {item: chance.choice([2, 3, 3, 3, 4, 4, 0]) for item in ITEMS}
    half = number == HANDED_IN - 1
    if half:
        levels = dict(list(levels.items())[:6])
    again, shared = ("" if half else "yes"), number != HANDED_IN - 2
    actions.write_answers(it, Answers(levels, again, shared, skills), Answers(), by=by)
    texts = {"strengths": strengths, "to_work_on": next_thing, "example": example}
    for name, text in texts.items():
        actions.write_text(it, name, text, base=stamp_of(""), by=by)
    if not half:
        actions.submit_evaluation(it, by=by)
