"""What is on record of students for each kind of line, one statement a kind, for any number of them.

The caller asks only for students whom the viewer sees in full.
"""

from __future__ import annotations

from typing import Any

from django.db.models import Count, Q, QuerySet, Sum

from kindling.attendance.models import Hours
from kindling.courses.models import CoursePlace, Met, RequiredCourse, StateTest
from kindling.credits.models import Award, Crosswalk
from kindling.credits.models import Line as CreditLine
from kindling.exhibitions.models import Exhibition, Result
from kindling.gateways.models import AfterPlan, Chapter, Showing, Thesis
from kindling.judgements.models import Judgement
from kindling.plans.models import Plan
from kindling.schools.models import School

FINISHED = (Plan.State.EXHIBITED, Plan.State.REFLECTED, Plan.State.CLOSED)
AGREED = (Judgement.State.ACCEPTED, Judgement.State.AWARDED)


def hours_of(school: School, students: list[int]) -> QuerySet[Any]:
    """(student, confirmed minutes, minutes that wait), of all years."""
    rows = Hours.objects.filter(school=school, student__in=students).order_by()
    waits = Sum("waiting") + Sum("disputed")
    return rows.values_list("student").annotate(done=Sum("confirmed"), waits=waits)


def exhibitions_of(school: School, students: list[int]) -> QuerySet[Any]:
    """(student, exhibitions that were passed, those with a date or being judged)."""
    rows = Exhibition.objects.filter(school=school, student__in=students).order_by()
    passed = Q(state__in=Exhibition.OVER, result__in=(Result.MOVE_ON, Result.CONDITIONS))
    waits = Q(state__in=(*Exhibition.DATED, *Exhibition.JUDGING))
    return rows.values_list("student").annotate(
        done=Count("pk", filter=passed), waits=Count("pk", filter=waits)
    )


def plans_of(school: School, students: list[int]) -> QuerySet[Any]:
    """(student, plans shown at an exhibition or closed, plans in force)."""
    rows = Plan.objects.filter(school=school, student__in=students).order_by()
    return rows.values_list("student").annotate(
        done=Count("pk", filter=Q(state__in=FINISHED)),
        waits=Count("pk", filter=Q(state=Plan.State.ACTIVE)),
    )


def goals_of(school: School, students: list[int]) -> QuerySet[Any]:
    """(student, goals agreed or awarded, goals being judged). A goal counts once."""
    rows = Judgement.objects.filter(school=school, student__in=students).order_by()
    one = "goal__identifier"
    return rows.values_list("student").annotate(
        done=Count(one, filter=Q(state__in=AGREED), distinct=True),
        waits=Count(one, filter=~Q(state__in=AGREED), distinct=True),
    )


def tests_of(school: School, students: list[int]) -> QuerySet[Any]:
    """(student, tests that count: passed, exempt or without a pass mark, 0 waiting)."""
    good = (StateTest.Outcome.PASSED, StateTest.Outcome.EXEMPT, StateTest.Outcome.NO_MARK)
    rows = StateTest.objects.filter(
        school=school, student__in=students, corrected_by__isnull=True, is_required=True
    )
    rows = rows.order_by()
    return rows.values_list("student").annotate(
        done=Count("title", filter=Q(outcome__in=good), distinct=True)
    )


def required_courses(school: School) -> QuerySet[Any]:
    """Keys of what the state asks for."""
    rows = RequiredCourse.objects.filter(school=school, retired_on__isnull=True)
    return rows.values_list("pk", flat=True)


def courses_met(school: School, students: list[int]) -> QuerySet[Any]:
    """(student, required course) that is met by a course that was completed."""
    rows = CoursePlace.objects.filter(
        school=school, student__in=students, state=CoursePlace.State.DONE,
        course__counts_for__isnull=False,
    ).order_by()  # fmt: skip
    return rows.values_list("student", "course__counts_for")


def courses_under_way(school: School, students: list[int]) -> QuerySet[Any]:
    """(student, required course) that a course they take now would meet."""
    rows = CoursePlace.objects.filter(
        school=school, student__in=students, state=CoursePlace.State.ON,
        course__counts_for__isnull=False,
    ).order_by()  # fmt: skip
    return rows.values_list("student", "course__counts_for")


def otherwise_met(school: School, students: list[int]) -> QuerySet[Any]:
    """(student, required course) that is met by a transfer, a test, a project."""
    rows = Met.objects.filter(school=school, student__in=students, ended_on__isnull=True)
    return rows.order_by().values_list("student", "required")


def credits_asked(school: School) -> QuerySet[Any]:
    """(subject, credits to graduate) of the rules in use."""
    rows = CreditLine.objects.filter(
        school=school, crosswalk__state=Crosswalk.State.APPROVED, asked__gt=0
    )
    return rows.order_by().values_list("identifier", "asked")


def credits_of(school: School, students: list[int]) -> QuerySet[Any]:
    """(student, subject, credits given, what was taken back counted off)."""
    rows = Award.objects.filter(school=school, student__in=students).order_by()
    return rows.values_list("student", "identifier").annotate(amount_given=Sum("amount"))


def theses_of(school: School, students: list[int]) -> QuerySet[Any]:
    """(student, state of the thesis)."""
    rows = Thesis.objects.filter(school=school, student__in=students).order_by()
    return rows.values_list("student", "state")


def chapters_of(school: School, students: list[int]) -> QuerySet[Any]:
    """(student, chapters done, chapters with the advisor)."""
    rows = Chapter.objects.filter(school=school, student__in=students).order_by()
    return rows.values_list("student").annotate(
        done=Count("pk", filter=Q(state=Chapter.State.DONE)),
        waits=Count("pk", filter=Q(state=Chapter.State.SHARED)),
    )


def after_plans_of(school: School, students: list[int]) -> QuerySet[Any]:
    """(student, state of the plan after school)."""
    rows = AfterPlan.objects.filter(school=school, student__in=students).order_by()
    return rows.values_list("student", "state")


def shown_of(school: School, students: list[int]) -> QuerySet[Any]:
    """(student, line, amount that counts, amount that waits)."""
    rows = Showing.objects.filter(school=school, gateway__student__in=students).order_by()
    return rows.values_list("gateway__student", "line_key").annotate(
        done=Sum("amount", filter=Q(state=Showing.State.ACCEPTED), default=0),
        waits=Sum("amount", filter=Q(state=Showing.State.SHOWN), default=0),
    )
