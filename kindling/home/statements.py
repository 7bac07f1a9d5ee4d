"""What first pages ask on every visit, put into SQL once.

The viewer is named by the key of their person; whoever calls knows that they wear the hat.
"""

from __future__ import annotations

from datetime import date
from typing import Any

from django.db.models import F, FilteredRelation, Q, QuerySet, Subquery, Value

from kindling.absences.models import Report
from kindling.attendance.models import Day
from kindling.attendance.sums import minutes_now
from kindling.kit.prepared import prepared
from kindling.ladder.models import Alarm
from kindling.people.models import Student
from kindling.people.rules import connected_students, connections_of, gives
from kindling.placements.models import Placement, Pursuit
from kindling.talks.models import TalkChoice

STUDENT = (
    "pk", "public_id", "minutes", "person__public_id", "person__name",
    "person__given_name", "person__preferred_given_name", "person__phone",
    "enrolled_on", "last_talk__last_on", "silent_days", "stands_in", "sees_days",
)  # fmt: skip
WORKED_OUT = {"minutes", "silent_days", "stands_in", "sees_days"}
PLACE = (
    "now__pk", "now__public_id", "now__starts_on", "now__site__name", "now__site__phone",
    "now__mentor__given_name", "now__mentor__preferred_given_name", "now__mentor__phone",
    "now__site__code__pk",
)  # fmt: skip
# The last word about today, and whether somebody looks for the student.
SAID = (
    "said__public_id", "said__kind", "said__at", "said__minutes", "said__due_at",
    "said__reason__code", "said__reason__label",
)  # fmt: skip
ALARM = ("alarm__public_id", "alarm__state", "alarm__taken_by__name", "alarm__taken_at")
# In the order of the model, as from_db wants them.
DAY = (
    "id", "public_id", "placement_id", "student_id", "on", "state", "standing", "minutes",
    "student_in_at", "student_out_at", "mentor_in_at", "mentor_out_at",
)  # fmt: skip
PURSUIT = ("public_id", "student_id", "state", "until_on", "opportunity__site__name", "holder")


def _placed(rows: QuerySet[Any], to_student: str, school: int, today: date) -> QuerySet[Any]:
    """STUDENT, PLACE, SAID and ALARM of the enrolled students whom `to_student` leads to."""
    # With the school: else the database may read the internships of the whole network.
    placements = f"{to_student}placements"
    running = Q(**{f"{placements}__school": school, f"{placements}__state__in": Placement.RUNNING})
    rows = rows.filter(**{f"{to_student}state": Student.State.ENROLLED}).annotate(
        now=FilteredRelation(placements, condition=running),
        said=FilteredRelation(f"{to_student}reports", condition=_reported(to_student, today)),
        alarm=FilteredRelation(f"{to_student}alarms", condition=_missed(to_student, today)),
        minutes=minutes_now(today, student=f"{to_student}pk"),
        silent_days=Subquery(TalkChoice.objects.filter(school=school).values("silent_days")[:1]),
    )
    rows = rows.order_by(
        f"{to_student}person__sort_name", f"{to_student}pk", "now__starts_on", "now__pk"
    )
    names = [name if name in WORKED_OUT else to_student + name for name in STUDENT]
    return rows.values_list(*names, *PLACE, *SAID, *ALARM)


def _reported(to_student: str, today: date) -> Q:
    reports = f"{to_student}reports"
    live = {f"{reports}__state__in": [state.value for state in Report.LIVE]}
    return Q(**live, **{f"{reports}__since_on__lte": today, f"{reports}__until_on__gte": today})


def _missed(to_student: str, today: date) -> Q:
    live = [state.value for state in Alarm.LIVE]
    return Q(**{f"{to_student}alarms__on": today, f"{to_student}alarms__state__in": live})


@prepared
def students_of_adult(school: int, adult: int, role: str, today: date) -> QuerySet[Any]:
    """Enrolled students with whom the adult works in this role: STUDENT, PLACE, SAID and ALARM.

    It begins at the adult's connections: beginning at the students, PostgreSQL joins the whole
    school before it looks whose they are. Who is connected twice comes twice.
    """
    mine = connections_of(school, adult, role, today).filter(gives(None, today))
    mine = mine.annotate(stands_in=F("is_substitute"), sees_days=F("has_days"))
    return _placed(mine, "student__", school, today)


@prepared
def student_of_person(school: int, person: int, today: date) -> QuerySet[Any]:
    """The enrolled student who is this person: STUDENT, PLACE, SAID and ALARM."""
    oneself = Student.objects.filter(school=school, person=person)
    oneself = oneself.annotate(stands_in=Value(value=False), sees_days=Value(value=True))
    return _placed(oneself, "", school, today)


@prepared
def days_in_question(
    *, school: int, adult: int, role: str, today: date, week_ago: date, since: date
) -> QuerySet[Any]:
    """DAY of today's days, of those that differ, and of those that wait for a week.

    Three questions in one statement: each finds its rows in an index, where an OR would read all
    days of two months.
    """
    mine = connected_students(school, adult, role, today)
    days = Day.objects.filter(student__in=mine).values_list(*DAY)
    differ = days.filter(standing=Day.Standing.DISPUTED, on__gte=since, on__lt=today)
    wait = days.filter(standing=Day.Standing.WAITING, on__gte=since, on__lte=week_ago)
    return days.filter(on=today).union(differ, wait, all=True).order_by("on", "id")


@prepared
def pursuits_in_question(
    school: int, adult: int, role: str, today: date, soon: date
) -> QuerySet[Any]:
    """PURSUIT of who asks to start, whose permission runs out by `soon`, and who waits for our yes.

    A start that waits for somebody else's yes asks nothing of us yet.
    """
    ends = Q(state=Pursuit.State.APPROVED, until_on__lte=soon)
    starts = Q(state=Pursuit.State.START_REQUESTED, holder="")
    mine = connected_students(school, adult, role, today)
    rows = Pursuit.objects.filter(ends | starts | Q(holder=role), student__in=mine)
    return rows.order_by(F("until_on").asc(nulls_last=True), "pk").values_list(*PURSUIT)
