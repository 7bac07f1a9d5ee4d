"""What the board asks every few seconds, put into SQL once.

`kinds` names what narrows the list (advisory, grade, site); the texts after it are the values.
"""

from __future__ import annotations

from typing import Any

from django.db.models import FilteredRelation, Q, QuerySet

from kindling.absences.models import Report
from kindling.attendance.models import Day
from kindling.board.rules import students_on_board
from kindling.ladder.models import Alarm
from kindling.people.models import Student
from kindling.placements.models import Placement
from kindling.roll.models import Mark
from kindling.schools.ready import ready
from kindling.schools.viewer import Viewer

type Kinds = tuple[str, ...]

STUDENT = (
    "pk", "public_id", "grade", "person__public_id", "person__name", "person__phone",
    "seat__advisory__public_id", "seat__advisory__name",
)  # fmt: skip
PLACE = (
    "now__pk", "now__site__public_id", "now__site__name", "now__site__phone",
    "now__mentor__name", "now__mentor__phone",
)  # fmt: skip
DAY = (
    "placement_id", "public_id", "state", "mode", "at_site", "minutes", "student_in_at",
    "student_out_at", "mentor_in_at", "mentor_out_at",
)  # fmt: skip
ENTRY = ("entries__kind", "entries__voice", "entries__method", "entries__at",
         "entries__arrived_at", "entries__by__name")  # fmt: skip
REPORT = ("student_id", "kind", "due_at", "voice", "method", "at", "by__name", "reason__code",
          "reason__label")  # fmt: skip
ALARM = ("placement_id", "public_id", "state", "closed_why", "taken_by__name", "closed_by__name",
         "did")  # fmt: skip
CHOICE = (
    "grade", "seat__advisory__public_id", "seat__advisory__name", "now__site__public_id",
    "now__site__name",
)  # fmt: skip


def _scope(viewer: Viewer, kinds: Kinds, advisory: str, grade: str, site: str) -> QuerySet[Student]:
    students = students_on_board(viewer, mine="mine" in kinds)
    if "grade" in kinds:
        students = students.filter(grade=grade)
    if "advisory" in kinds:
        seats = {"advisory_seats__advisory__public_id": advisory}
        students = students.filter(**seats, advisory_seats__until_on__isnull=True)
    if "site" in kinds:
        at = _held(viewer)(site__public_id=site)
        students = students.filter(pk__in=at.values("student"))
    return students


def _held(viewer: Viewer) -> Any:
    """Internships that may have a day today."""
    ends = Q(state__in=Placement.RUNNING) | Q(ends_on__gte=viewer.school.today())
    return Placement.objects.filter(ends, school=viewer.school).filter


def _with_places(students: QuerySet[Student], viewer: Viewer) -> QuerySet[Any]:
    today = viewer.school.today()
    # With the school, though the student has it already: the whole network's would be read else.
    own = Q(placements__school=viewer.school)
    held = own & (Q(placements__state__in=Placement.RUNNING) | Q(placements__ends_on__gte=today))
    sits = Q(advisory_seats__school=viewer.school, advisory_seats__until_on__isnull=True)
    return students.annotate(
        now=FilteredRelation("placements", condition=held),
        seat=FilteredRelation("advisory_seats", condition=sits),
    )


@ready
def students_of(
    viewer: Viewer, kinds: Kinds, advisory: str, grade: str, site: str
) -> QuerySet[Any]:
    """STUDENT and PLACE of everybody asked for, by name; a row for each internship."""
    rows = _with_places(_scope(viewer, kinds, advisory, grade, site), viewer)
    rows = rows.order_by("person__sort_name", "pk", "now__pk")
    return rows.values_list(*STUDENT, *PLACE)


@ready
def words_of(viewer: Viewer, kinds: Kinds, advisory: str, grade: str, site: str) -> QuerySet[Any]:
    """DAY and ENTRY of today; a row for each entry, the latest last."""
    scope = _scope(viewer, kinds, advisory, grade, site).order_by()
    days = Day.objects.filter(school=viewer.school, on=viewer.school.today())
    if kinds:
        days = days.filter(student__in=scope.values("pk"))
    return days.order_by("pk", "entries__at", "entries__pk").values_list(*DAY, *ENTRY)


@ready
def reports_of(viewer: Viewer) -> QuerySet[Any]:
    """REPORT of everybody about whom somebody said late or absent, the latest word last."""
    today = viewer.school.today()
    rows = Report.holding(viewer.school, today, today).order_by("at", "pk")
    return rows.values_list(*REPORT)


@ready
def alarms_of(viewer: Viewer) -> QuerySet[Any]:
    """ALARM of today: who has it, or what a person answered."""
    said = Q(state=Alarm.State.CLOSED, closed_why=Alarm.Why.SAID)
    rows = Alarm.objects.filter(school=viewer.school, on=viewer.school.today())
    return rows.filter(Q(state__in=Alarm.LIVE) | said).order_by("pk").values_list(*ALARM)


@ready
def marks_of(viewer: Viewer) -> QuerySet[Any]:
    """Student and letter of everybody on today's roll."""
    students = Student.objects.filter(school=viewer.school, state=Student.State.ENROLLED)
    marks = Mark.objects.filter(student__in=students, on=viewer.school.today())
    return marks.order_by().values_list("student_id", "code")


@ready
def choices_of(viewer: Viewer, kinds: Kinds) -> QuerySet[Any]:
    """CHOICE of the whole list: what it can be narrowed by."""
    rows = _with_places(_scope(viewer, kinds, "", "", ""), viewer)
    return rows.order_by().values_list(*CHOICE).distinct()
