"""Alternative learning, switched on for one advisory, so that its pages have something to show."""

from __future__ import annotations

from datetime import timedelta

from kindling.ale.models import AleChoice, AlePlace, MonthReview, NotedContact, StudentWord
from kindling.ale.queries.months import earlier_month
from kindling.people.models import Student
from kindling.schools.models import Person, School


def make_ale(school: School, students: list[Student]) -> None:
    """Ana’s students; last month is reviewed for most of them, one was called by phone."""
    # Without journals, so that somebody is silent: in this demo every journal is answered.
    kinds = ["talk", "visit", "meeting", "noted"]
    AleChoice.objects.create(school=school, is_on=True, kinds=kinds)
    School.objects.filter(pk=school.pk).update(has_ale=True)
    school.has_ale = True
    tide = students[0].advisory_seats.get().advisory
    teacher = tide.advisors.get().person
    seated = Student.objects.filter(advisory_seats__advisory=tide).select_related("person")
    mine = list(seated.order_by("person__sort_name"))
    AlePlace.objects.bulk_create(
        AlePlace(
            school=school, student=one, teacher=teacher, hours_week=25,
            since_on=school.today() - timedelta(days=75), contact_how=AlePlace.How.IN_PERSON,
        )
        for one in mine
    )  # fmt: skip
    _review(mine[:-3], teacher)
    _words(students[0], mine[-1], teacher)


def _words(maya: Student, sick: Student, teacher: Person) -> None:
    """What Maya says about her month, and a call to somebody who is sick."""
    today, now = maya.school.today(), maya.school.now()
    StudentWord.objects.create(
        school=maya.school, student=maya, month_on=today.replace(day=1), at=now,
        text="Good, because I could see the animals. Writing it up is slow.",
    )  # fmt: skip
    NotedContact.objects.create(
        school=maya.school, student=sick, on=today - timedelta(days=1), how=AlePlace.How.PHONE,
        words="Sick at home, does the reading.", by=teacher, at=now,
    )  # fmt: skip


def _review(students: list[Student], teacher: Person) -> None:
    """The month that is over, for these; every fourth goes slower than planned."""
    school = teacher.school
    month_on, at = earlier_month(school.today()), school.now() - timedelta(days=14)
    MonthReview.objects.bulk_create(
        MonthReview(
            school=school, student=one, month_on=month_on, by=teacher, at=at,
            progress=MonthReview.Progress.ON_WAY if number % 4 else MonthReview.Progress.SLOWER,
            words="Kept to the plan: two of three pieces are under way, and the draft is readable.",
            next_steps="" if number % 4 else "One piece less, and a talk on Mondays.",
        )
        for number, one in enumerate(students)
    )  # fmt: skip
