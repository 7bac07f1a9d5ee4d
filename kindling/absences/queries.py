"""What was reported: for pages, for the board, for the ladder and for sheets."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta

from django.db.models import Q, QuerySet
from django.utils.translation import gettext as _

from kindling.absences import rules
from kindling.absences.models import Kind, Reason, Report, Voice
from kindling.absences.rules import visible_reports
from kindling.kit.waits import MOST, HoldsUp, Wait
from kindling.people.models import Student
from kindling.people.rules import students_in_hand
from kindling.schools.models import School
from kindling.schools.ready import ready
from kindling.schools.roles import Role
from kindling.schools.viewer import Viewer

RECENT = timedelta(days=14)


def reports_on(
    school: School, on: date, students: Iterable[int] | None = None
) -> dict[int, Report]:
    """Return student's key → the report that holds on this day, the latest word of several.

    `reason` is fetched along. One statement.
    """
    return {key[0]: report for key, report in reports_by_day(school, on, on, students).items()}


def reports_by_day(
    school: School, first: date, last: date, students: Iterable[int] | None = None
) -> dict[tuple[int, date], Report]:
    """Return (student's key, day) → the report that holds, from `first` to `last`. One statement.

    A report of several days stands at each of them, weekends too: who asks knows which count.
    """
    asked = None if students is None else set(students)
    found: dict[tuple[int, date], Report] = {}
    for report in _holding(school, first, last):
        if asked is not None and report.student_id not in asked:
            continue
        day = max(first, report.since_on)
        while day <= min(last, report.until_on):
            found[report.student_id, day] = report
            day += timedelta(days=1)
    return found


@ready
def _holding(school: School, first: date, last: date) -> QuerySet[Report]:
    """All of the school's: few, and a list of students would be another statement each time."""
    return Report.holding(school, first, last).select_related("reason").order_by("at", "pk")


def all_reasons(viewer: Viewer) -> list[Reason]:
    """The school's reasons in their order; what it begins with while it has changed none."""
    return list(rules.visible_reasons(viewer)) or Reason.seeds(viewer.school.pk)


def offered_reasons(viewer: Viewer, voice: Voice, kind: str) -> list[Reason]:
    """The reasons among which this voice chooses. One statement."""
    rows = [one for one in all_reasons(viewer) if one.kind == kind and one.retired_on is None]
    if voice == Voice.STAFF:
        return rows
    return [o for o in rows if (o.for_students if voice == Voice.STUDENT else o.for_families)]


@dataclass(frozen=True)
class ReportPage:
    """One report, what it replaced, and what the viewer may do."""

    report: Report
    earlier: list[Report]
    may_clear: bool
    may_refuse: bool
    may_take_back: bool
    may_correct: bool


def report_page(viewer: Viewer, report: Report) -> ReportPage:
    """Gather the page: the earlier words about the same day, newest first."""
    live = report.state in Report.LIVE
    state = Report.State
    earlier = rules.visible_reports(viewer).filter(student=report.student, since_on=report.since_on)
    return ReportPage(
        report=report,
        earlier=list(earlier.exclude(pk=report.pk).order_by("-at", "-pk")[:10]),
        may_clear=live and report.state != state.CLEARED and rules.may_clear(viewer, report),
        may_refuse=live and report.state != state.UNEXCUSED and rules.may_refuse(viewer, report),
        may_take_back=live and rules.may_take_back(viewer, report),
        may_correct=live and rules.may_report(viewer, report.student),
    )


def filtered_reports(viewer: Viewer, wanted: dict[str, str]) -> QuerySet[Report]:
    """What the list shows: the live words of today and later, or all of one state."""
    rows = rules.visible_reports(viewer).order_by("-since_on", "-at", "-pk")
    today = viewer.school.today()
    match wanted.get("show") or "now":
        case "now":
            return rows.filter(state__in=Report.LIVE, until_on__gte=today)
        case "open":
            return rows.filter(state=Report.State.REPORTED, kind=Kind.ABSENT)
    if wanted.get("student"):
        rows = rows.filter(student__public_id=wanted["student"])
    return rows


@dataclass(frozen=True)
class FamilyPage:
    """What a guardian answers from a link: one student's open days, and a word of their own."""

    student: Student
    open: list[Report]
    told: list[Report]
    reasons: list[Reason]


def family_page(viewer: Viewer) -> FamilyPage | None:
    """Gather the page behind a guardian's link; None when it opens nothing any more."""
    student = rules.students_answered_for(viewer).first()
    if student is None:
        return None
    since = viewer.school.today() - RECENT
    asked = Q(kind=Kind.ABSENT) | Q(until_on__gte=viewer.school.today())
    rows = rules.visible_reports(viewer).filter(
        asked, student=student, until_on__gte=since, state__in=Report.LIVE
    )
    found = list(rows.order_by("-since_on", "-pk")[:20])
    waiting = [one for one in found if one.state == Report.State.REPORTED and not one.is_late]
    return FamilyPage(
        student=student,
        open=waiting,
        told=[one for one in found if one not in waiting],
        reasons=offered_reasons(viewer, Voice.GUARDIAN, Kind.ABSENT),
    )


BACK = timedelta(days=30)  # what nobody cleared in a month is found in the list


def waits(viewer: Viewer) -> list[Wait]:
    """What a student said and nobody has cleared: for the family and the advisor. One statement."""
    if viewer.purpose or not viewer.is_a(Role.GUARDIAN, Role.ADVISOR, Role.COORDINATOR):
        return []
    return [
        Wait(
            key=f"absence.clear:{one.public_id}", icon="calendar-x", url=one.get_absolute_url(),
            say=_("%(name)s reported being late or absent. Say whether that is right.")
            % {"name": one.student.first},
            holds_up=HoldsUp.STUDENT, who=one.student.name, since=one.at,
        )
        for one in _to_clear(viewer)
    ]  # fmt: skip


@ready
def _to_clear(viewer: Viewer) -> QuerySet[Report]:
    rows = visible_reports(viewer).filter(
        state=Report.State.REPORTED, voice=Voice.STUDENT,
        until_on__gte=viewer.school.today() - BACK,
    )  # fmt: skip
    if viewer.is_staff:
        rows = rows.filter(student__in=students_in_hand(viewer).values("pk"))
    return rows.order_by("at", "pk")[:MOST]
