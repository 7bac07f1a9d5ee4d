"""What a student, an advisory or the school does on a date."""

from __future__ import annotations

from datetime import date
from typing import Any

from django.db.models import QuerySet

from kindling.advisory.models import Advisory
from kindling.people.models import Student
from kindling.schedule.models import AnyBlock, Closure
from kindling.schedule.plan import (
    ChangeFacts,
    ClosureFacts,
    Date,
    DayPlan,
    Slot,
    WeekFacts,
)
from kindling.schedule.rules import anchors_of, blocks_between, changes_between, seats_of
from kindling.schools.models import School


def blocks_of(who: Student | Advisory | School, day: date) -> tuple[Slot, ...]:
    """Return the blocks of somebody's day, in order; none on a closed day. At most seven statements."""
    return plan_of(who, day).blocks


def plan_of(who: Student | Advisory | School, day: date) -> DayPlan:
    """Return a date's plan with what is different and why. At most seven statements.

    For many at once, read `plans_on(school, day)` and ask it for each.
    """
    if isinstance(who, School):
        return plans_on(who, day).plan_for()
    if isinstance(who, Advisory):
        return plans_on(who.school, day).plan_for(who.grade, who.pk)
    return plans_on(who.school, day).plan_for(who.grade, seat_of(who))


def seat_of(student: Student) -> int:
    """Return the key of the advisory in which the student sits; 0 for none. One statement."""
    return seats_of(student).values_list("advisory", flat=True).first() or 0


def plans_on(school: School, day: date) -> Date:
    """Read everything about one date of a school: six statements at most, for any number.

    `.plan_for(grade, advisory key)` then answers without asking again.
    """
    year = school.years.filter(starts_on__lte=day, ends_on__gte=day)
    return Date(
        day,
        is_in_year=year.exists(),
        weeks=weeks_on(blocks_between(school, day, day)),
        changes=tuple(change_facts(change) for change in changes_between(school, day, day)),
        closures=tuple(closure_facts(closure) for closure in Closure.between(school, day, day)),
        anchors=tuple(anchors_of(school, day)),
    )


def weeks_on(blocks: QuerySet[Any]) -> tuple[WeekFacts, ...]:
    """Put the blocks of all weeks that hold into their weeks. A week without a block is none."""
    found: dict[int, WeekFacts] = {}
    for block in blocks:
        week = block.week
        facts = found.setdefault(
            week.pk,
            WeekFacts(
                week.name, week.since_on, week.grade, week.advisory_id or 0, {}, week.until_on
            ),
        )
        key = (block.letter, block.weekday)
        facts.blocks[key] = (*facts.blocks.get(key, ()), slot_of(block))
    return tuple(found.values())


def slot_of(block: AnyBlock) -> Slot:
    return Slot(block.kind, block.title, block.starts_at, block.ends_at)


def change_facts(change: Any) -> ChangeFacts:
    names = ("note", "plan", "grade", "weekday", "letter", "starts_at", "ends_at")
    return ChangeFacts(
        **{name: getattr(change, name) for name in names},
        advisory_id=change.advisory_id or 0,
        has_internships=change.has_internships,
        blocks=tuple(slot_of(block) for block in change.blocks.all()),
    )


def closure_facts(closure: Closure) -> ClosureFacts:
    is_exam = closure.kind == Closure.Kind.EXAM
    return ClosureFacts(closure.label, is_exam, frozenset(closure.grade_list))


def internship_slots(student: Student, school: School, day: date) -> dict[tuple[str, int], Slot]:
    """Return (letter, weekday) → the internship block of the student's week. Two statements.

    Empty where the school has no week yet, or none with internships.
    """
    weeks = weeks_on(blocks_between(school, day, day))
    week = Date(day, is_in_year=True, weeks=weeks).week_for(student.grade, seat_of(student))
    if week is None:
        return {}
    return {
        key: slot
        for key, slots in sorted(week.blocks.items(), key=lambda item: (item[0][1], item[0][0]))
        for slot in slots
        if slot.kind == "internship"
    }
