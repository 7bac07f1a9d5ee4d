"""Late and absent in JSON: say it, read what was said, clear it."""

from datetime import date, datetime
from typing import Annotated

from django.db.models import QuerySet
from django.shortcuts import get_object_or_404
from django.utils.translation import gettext as _
from ninja import Field, Query, Router, Schema
from ninja.pagination import paginate

from kindling.absences import actions, rules
from kindling.absences.models import Kind, Report, Voice
from kindling.absences.queries import offered_reasons
from kindling.attendance.models import Method
from kindling.kit.answers import READS, Pages, one_of, reads, taken_from, writes
from kindling.kit.http import Refused, require
from kindling.people.models import Student
from kindling.schools.http import ViewerRequest

router = Router(tags=["absences"])


class ReportOut(Schema):
    """One word about one student, from `since_on` to `until_on`, both counted.

    `reason` is the code of one of the school's reasons, `sis_code` the district's; both may be
    empty. `minutes` and `due_at` only of somebody who comes late.
    """

    id: str = Field(alias="public_id")
    student: str = Field(alias="student.public_id")
    kind: Annotated[str, one_of(Kind)]
    since_on: date
    until_on: date
    minutes: int | None
    due_at: datetime | None
    reason: str
    sis_code: str
    note: str
    voice: Annotated[str, one_of(Voice)]
    by: str
    method: Annotated[str, one_of(Method)]
    at: datetime
    state: Annotated[str, one_of(Report.State)]
    is_excused: bool
    decided_at: datetime | None
    decided_note: str

    @staticmethod
    def resolve_reason(report: Report) -> str:
        return report.reason.code if report.reason else ""

    @staticmethod
    def resolve_sis_code(report: Report) -> str:
        return report.reason.sis_code if report.reason else ""

    @staticmethod
    def resolve_by(report: Report) -> str:
        return report.by.name if report.by else ""


class Wanted(Schema):
    """Words that hold on one of the days from `first` to `last`; of one student, in one state."""

    first: date | None = None
    last: date | None = None
    student: str = Field("", max_length=14)
    state: Annotated[str, taken_from(Report.State), one_of(Report.State)] | None = None


class Said(Schema):
    """`reason` is a code of the school. `tap` is an id made by the device: it counts once."""

    student: str = Field(max_length=14)
    on: date | None = None
    reason: str = Field("", max_length=40)
    note: str = Field("", max_length=500)
    tap: str = Field("", max_length=40)


class Late(Said):
    """So many minutes after the planned start; today where no day is named."""

    minutes: int = Field(ge=1, le=480)


class Absent(Said):
    """From `on` (today) until `until_on` (the same day), both counted."""

    until_on: date | None = None


class Cleared(Schema):
    """The family or the school knows of it, and (where it is known) why."""

    reason: str = Field("", max_length=40)
    note: str = Field("", max_length=500)


def find(request: ViewerRequest, public_id: str) -> Report:
    return get_object_or_404(rules.visible_reports(request.viewer), public_id=public_id)


def about(request: ViewerRequest, sent: Said, kind: Kind) -> Student:
    """Find the student; only reasons that this voice is offered on the page are taken."""
    found = rules.students_answered_for(request.viewer)
    student: Student = get_object_or_404(found, public_id=sent.student)
    require(rules.may_report(request.viewer, student))
    refuse_reason(request, student, sent.reason, kind)
    return student


def refuse_reason(request: ViewerRequest, student: Student, code: str, kind: str) -> None:
    """409 for a reason that the school does not offer to who asks."""
    voice = rules.voice_of(request.viewer, student) if code else None
    if voice is None:
        return
    if code not in {one.code for one in offered_reasons(request.viewer, voice, kind)}:
        raise Refused(_("The school does not have this reason. Choose another."))


@router.get("/", response={**READS, 200: list[ReportOut]})
@paginate(Pages)
def list_reports(request: ViewerRequest, wanted: Query[Wanted]) -> QuerySet[Report]:
    """What was reported about the students you answer for, newest first."""
    rows = rules.visible_reports(request.viewer).order_by("-since_on", "-at", "-pk")
    if wanted.first:
        rows = rows.filter(until_on__gte=wanted.first)
    if wanted.last:
        rows = rows.filter(since_on__lte=wanted.last)
    if wanted.state:
        rows = rows.filter(state=wanted.state)
    return rows.filter(student__public_id=wanted.student) if wanted.student else rows


@router.post("/late/", response=writes(ReportOut))
def report_late(request: ViewerRequest, sent: Late) -> Report:
    """The student comes late: advisor, mentor and office are told at once."""
    student = about(request, sent, Kind.LATE)
    return actions.report_late(
        student,
        minutes=sent.minutes,
        on=sent.on,
        reason=sent.reason,
        note=sent.note,
        tap=sent.tap,
        method=Method.API,
        by=request.viewer,
    )


@router.post("/absent/", response=writes(ReportOut))
def report_absence(request: ViewerRequest, sent: Absent) -> Report:
    """The student does not come; a guardian's word clears it, else the family is asked."""
    student = about(request, sent, Kind.ABSENT)
    return actions.report_absence(
        student,
        on=sent.on,
        until_on=sent.until_on,
        reason=sent.reason,
        note=sent.note,
        tap=sent.tap,
        method=Method.API,
        by=request.viewer,
    )


@router.get("/{public_id}/", response=reads(ReportOut))
def get_report(request: ViewerRequest, public_id: str) -> Report:
    """One report."""
    return find(request, public_id)


@router.post("/{public_id}/clear/", response=writes(ReportOut))
def clear(request: ViewerRequest, public_id: str, sent: Cleared) -> Report:
    """The family or the school knows of it."""
    report = find(request, public_id)
    require(rules.may_clear(request.viewer, report))
    refuse_reason(request, report.student, sent.reason, report.kind)
    actions.clear_absence(report, reason=sent.reason, note=sent.note, by=request.viewer)
    return report
