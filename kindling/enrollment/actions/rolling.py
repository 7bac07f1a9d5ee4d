"""A school year begins: grades move, leavers become alumni, placements go on. And back."""

from __future__ import annotations

from datetime import date, timedelta

from django.db import IntegrityError, transaction
from django.db.models import Case, Q, Value, When
from django.utils.translation import gettext as _

from kindling.advisory.actions import seat_student, unseat_student
from kindling.advisory.models import AdvisoryStudent
from kindling.enrollment import rules
from kindling.enrollment.actions.joining import readmit_student
from kindling.enrollment.models import RollOver, RollOverLine
from kindling.enrollment.rolling import LEAVES, MOVES, STAYS, Line, Plan
from kindling.history.steps import record, record_many
from kindling.kit.http import Refused, require
from kindling.people.actions import end_role, give_role
from kindling.people.models import Student
from kindling.placements.actions import end_everything
from kindling.schools.roles import Role
from kindling.schools.viewer import Viewer


def roll_over(plan: Plan, *, by: Viewer) -> RollOver:
    """Do what the plan says, all or nothing. Raises Refused when it was done before.

    Whoever changed since the plan was made (another grade, withdrawn) makes it be refused, too.
    """
    require(rules.may_keep_roster(by) and plan.year.school_id == by.school.pk)
    try:
        with transaction.atomic():
            made = RollOver.objects.create(
                school=by.school, year=plan.year, by=by.person, at=by.school.now()
            )
            _move([line for line in plan.lines if line.what == MOVES], by)
            _keep(made, [line for line in plan.lines if line.what != STAYS], by)
            for line in plan.lines:
                if line.what == LEAVES:
                    left_on = plan.last_day(by.school.today())
                    graduate_student(line.student, left_on=left_on, by=by)
            counts = {"moves": plan.counted(MOVES), "leaves": plan.counted(LEAVES)}
            record("roll_over.run", made, by=by, year=plan.year.label, **counts)
            return made
    except IntegrityError:
        raise Refused(_("%(year)s has begun already.") % {"year": plan.year.label}) from None


def _keep(made: RollOver, lines: list[Line], by: Viewer) -> None:
    """What undo needs: the grade and the advisory that each student had. Two statements."""
    seats = AdvisoryStudent.objects.filter(school=by.school, until_on__isnull=True)
    advisories = dict(seats.values_list("student", "advisory"))
    RollOverLine.objects.bulk_create(
        RollOverLine(
            school=by.school, roll_over=made, student=line.student,
            was_grade=line.student.grade, grade=line.grade,
            advisory_id=advisories.get(line.student.pk),
        )
        for line in lines
    )  # fmt: skip


def _move(lines: list[Line], by: Viewer) -> None:
    """Move grades in one statement, compare and set, and leave a trace for each."""
    if not lines:
        return
    as_read = Q(pk__in=[])
    by_grade: dict[tuple[str, str], list[int]] = {}
    for line in lines:
        by_grade.setdefault((line.student.grade, line.grade), []).append(line.student.pk)
    for (was, _now), keys in by_grade.items():
        as_read |= Q(pk__in=keys, grade=was)
    whens = [When(pk__in=keys, then=Value(now)) for (_was, now), keys in by_grade.items()]
    rows = Student.objects.filter(as_read, school=by.school, state=Student.State.ENROLLED)
    if rows.update(grade=Case(*whens)) != len(lines):
        raise Refused(_("Somebody on the list has changed meanwhile. Look at it again."))
    record_many("student.roll_over", [line.student for line in lines], by=by)


@transaction.atomic
def graduate_student(student: Student, *, left_on: date, by: Viewer) -> None:
    """The student has finished school: internships end, the seat opens, an alum's hat is given."""
    require(rules.may_keep_roster(by))
    left = max(left_on, student.enrolled_on)
    facts = {"state": Student.State.GRADUATED, "left_on": left}
    if not Student.objects.filter(pk=student.pk, state=Student.State.ENROLLED).update(**facts):
        raise Refused(_("Somebody on the list has changed meanwhile. Look at it again."))
    end_everything(student, by=by, reason=_("Finished school."))
    unseat_student(student, by=by)
    end_role(student.person, Role.STUDENT, by=by, until_on=left)
    give_role(student.person, Role.ALUM, by=by, since_on=left + timedelta(days=1))
    student.state, student.left_on = Student.State.GRADUATED, left
    record("student.graduate", student, by=by, left_on=str(left))


@transaction.atomic
def undo_roll_over(done: RollOver, *, by: Viewer) -> list[Student]:
    """Take it back; return the students who changed since and were left as they are.

    Leavers are enrolled again and sit where they sat; an internship that ended stays ended.
    """
    require(rules.may_keep_roster(by))
    rows = RollOver.objects.filter(pk=done.pk, state=RollOver.State.DONE)
    if not rows.update(state=RollOver.State.UNDONE):
        raise Refused(_("This was undone already."))
    done.state = RollOver.State.UNDONE
    lines = done.lines.select_related("student__person", "advisory").order_by("pk")
    skipped = [
        line.student
        for line in lines
        if not (_move_back(line, by) if line.grade else _bring_back(line, by))
    ]
    record("roll_over.undo", done, by=by, skipped=[one.public_id for one in skipped])
    return skipped


def _move_back(line: RollOverLine, by: Viewer) -> bool:
    rows = Student.objects.filter(pk=line.student_id, grade=line.grade)
    moved = rows.filter(state=Student.State.ENROLLED).update(grade=line.was_grade)
    if moved:
        record("student.roll_back", line.student, by=by, grade=line.was_grade)
    return bool(moved)


def _bring_back(line: RollOverLine, by: Viewer) -> bool:
    student = line.student
    if student.state != Student.State.GRADUATED:
        return False
    readmit_student(student, by=by)
    end_role(student.person, Role.ALUM, by=by)
    if line.advisory is not None:
        seat_student(student, line.advisory, by=by)
    return True
