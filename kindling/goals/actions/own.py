"""A student's own goals: written down, put differently, reached, let go, taken up again.

The history says that it happened, never the words.
"""

from __future__ import annotations

from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.utils.translation import gettext as _

from kindling.goals import rules
from kindling.goals.models import EarlierGoal, Goal, OwnGoal
from kindling.history.steps import record, take_step
from kindling.kit.http import Refused, require
from kindling.people.models import Student
from kindling.schools.viewer import Viewer

MOST_OPEN = 12  # somebody after thirteen things is after none


@transaction.atomic
def add_own_goal(
    student: Student, *, by: Viewer, words: str, why: str = "", goal: Goal | None = None
) -> OwnGoal:
    """Write down a goal of the student's own. goal: one of the school's that it goes with."""
    require(rules.may_keep_own_goals(by, student))
    if goal is not None and goal.school_id != by.school.pk:
        raise PermissionDenied
    if rules.goals_of(student).count() >= MOST_OPEN:
        raise Refused(_("You work on twelve goals already. Reach one, or let one go, first."))
    made: OwnGoal = OwnGoal.objects.create(
        school=by.school,
        student=student,
        words=words,
        why=why,
        goal=goal,
        since_on=by.school.today(),
    )
    record("owngoal.add", made, by=by)
    return made


@transaction.atomic
def change_own_goal(
    own: OwnGoal, *, by: Viewer, words: str, why: str, goal: Goal | None = None
) -> None:
    """Put it differently. The earlier words are kept."""
    require(rules.may_keep_own_goals(by, own.student))
    if own.state != OwnGoal.State.OPEN:
        raise Refused(_("This goal has ended. Take it up again before you change it."))
    require(goal is None or goal.school_id == by.school.pk)
    if (own.words, own.why) != (words, why):
        EarlierGoal.objects.create(
            school=by.school,
            own_goal=own,
            words=own.words,
            why=own.why,
            until_at=by.school.now(),
        )
    own.words, own.why, own.goal = words, why, goal
    own.save(update_fields=["words", "why", "goal"])
    record("owngoal.change", own, by=by)


@transaction.atomic
def move_own_goal(own: OwnGoal, verb: str, *, by: Viewer) -> None:
    """Reach it, let it go, or take it up again. verb: a key of OwnGoal.STEPS."""
    require(rules.may_keep_own_goals(by, own.student))
    ended_on = None if verb == "take_up" else by.school.today()
    take_step(own, verb, by=by, ended_on=ended_on)
