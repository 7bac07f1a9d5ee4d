"""A support goal is written, changed, read, ended. Its words stand in no history but its own."""

from __future__ import annotations

from datetime import date
from typing import TypedDict

from django.db import transaction

from kindling.history.steps import record, take_step
from kindling.kit.http import require
from kindling.people.models import Student
from kindling.schools.models import Person
from kindling.schools.viewer import Viewer
from kindling.support import rules
from kindling.support.models import EarlierGoal, SupportGoal, SupportReader, SupportReading


class Words(TypedDict):
    """What a goal is. `manager`: the case manager, of the school."""

    kind: str
    text: str
    helps: str
    manager: Person
    advisor_reads: bool
    review_on: date | None


@transaction.atomic
def write_goal(student: Student, words: Words, *, by: Viewer) -> SupportGoal:
    """Write down a goal; who writes it and is not its case manager reads it no more afterwards."""
    require(rules.students_to_support(by).filter(pk=student.pk).exists())
    require(rules.staff_today(by).filter(pk=words["manager"].pk).exists())
    goal: SupportGoal = SupportGoal.objects.create(
        school=by.school, student=student, by=by.person, **words
    )
    record("supportgoal.write", goal, by=by, kind=goal.kind)
    return goal


@transaction.atomic
def change_goal(goal: SupportGoal, words: Words, *, by: Viewer) -> None:
    """Change it; what it said before stays to be read by those who read it."""
    require(rules.may_manage(by, goal))
    require(rules.staff_today(by).filter(pk=words["manager"].pk).exists())
    goal = SupportGoal.objects.select_for_update().get(pk=goal.pk)
    if (goal.text, goal.helps) != (words["text"], words["helps"]):
        EarlierGoal.objects.create(
            school=by.school, goal=goal, text=goal.text, helps=goal.helps, at=by.school.now(),
            by=by.person,
        )  # fmt: skip
    changed = sorted(name for name, value in words.items() if getattr(goal, name) != value)
    for name, value in words.items():
        setattr(goal, name, value)
    goal.save()
    record("supportgoal.change", goal, by=by, changed=changed)


@transaction.atomic
def open_goal_page(goal: SupportGoal, *, by: Viewer) -> None:
    """Write down that somebody of the school opened it. Student and family read without a trace."""
    require(rules.visible_support_goals(by).filter(pk=goal.pk).exists())
    if rules.is_family(by, goal.student):
        return
    now, reader = by.school.now(), by.person_id or 0
    SupportReading.objects.create(school=by.school, goal=goal, person_id=reader, at=now)
    record("supportgoal.read", goal, by=by)


@transaction.atomic
def add_support_reader(goal: SupportGoal, person: Person, *, by: Viewer) -> None:
    """Let one more adult of the school read it. Twice is once."""
    require(rules.may_manage(by, goal))
    require(rules.staff_today(by).filter(pk=person.pk).exists())
    SupportGoal.objects.select_for_update().get(pk=goal.pk)
    rows = SupportReader.objects.filter(goal=goal, person=person, until_at__isnull=True)
    if rows.exists():
        return
    facts = {"added_by": by.person, "since_at": by.school.now()}
    SupportReader.objects.create(school=by.school, goal=goal, person=person, **facts)
    record("supportgoal.add_reader", goal, by=by, person=person.public_id)


@transaction.atomic
def end_support_reader(goal: SupportGoal, person: Person, *, by: Viewer) -> None:
    """From now on they do not read it."""
    require(rules.may_manage(by, goal))
    rows = SupportReader.objects.filter(goal=goal, person=person, until_at__isnull=True)
    if rows.update(until_at=by.school.now()):
        record("supportgoal.end_reader", goal, by=by, person=person.public_id)


@transaction.atomic
def end_goal(goal: SupportGoal, verb: str, *, by: Viewer) -> None:
    """`verb`: meet (it is reached), end, or resume."""
    require(rules.may_manage(by, goal) and verb in SupportGoal.STEPS)
    take_step(goal, verb, by=by)
