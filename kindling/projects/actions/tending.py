"""By the clock: two to four weeks after an internship began, a project and its meeting are begun."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from contextlib import suppress
from datetime import date, datetime, timedelta

from django.core.exceptions import ValidationError
from django.db import transaction
from django.db.models import F

from kindling.attendance.expected import moment_of
from kindling.attendance.timetable import timetable_of_placement
from kindling.chores.clockwork import every
from kindling.history.steps import record
from kindling.kit.http import Refused
from kindling.meetings.models import Attendee, Meeting
from kindling.people.models import Student
from kindling.placements.models import Placement
from kindling.projects import audience
from kindling.projects.actions.beginning import begin_project, book_setup, hold_meeting
from kindling.projects.actions.deciding import drop_project
from kindling.projects.actions.telling import tell_advisors
from kindling.projects.models import Project, ProjectChoice
from kindling.schools.models import School
from kindling.schools.viewer import Viewer

AHEAD = timedelta(days=7)  # before the first day on which the meeting may be
WEEK = timedelta(days=7)
AROUND = timedelta(minutes=59)  # another meeting, and the way there


@every(minutes=60)
def tend_projects() -> None:
    """Look after the set-up meetings of all schools."""
    for school in School.objects.filter(set_up_at__isnull=False):
        tend_projects_of(school)


def tend_projects_of(school: School) -> list[Project]:
    """Begin a project for every internship that is due one; return them. Safe to call twice.

    A set-up meeting that was held opens the proposal, with its minutes as notes. An idea whose
    internship ended is set aside.
    """
    by, choice = Viewer.system(school), ProjectChoice.of(school)
    ideas = Project.objects.filter(school=school, state=Project.State.IDEA)
    held = ideas.filter(setup_meeting__state=Meeting.State.HELD)
    _each(
        held.select_related("setup_meeting", "school"), lambda one: open_after_meeting(one, by=by)
    )
    over = ideas.filter(placement__state=Placement.State.ENDED)
    _each(over, lambda one: drop_project(one, "", by=by))
    rows = Project.objects.filter(school=school, state__in=Project.OPEN, placement__isnull=False)
    moved = rows.exclude(mentor=F("placement__mentor")).select_related("placement__mentor")
    _each(moved, lambda one: follow_mentor(one, by=by))
    return _each(_due(school, choice), lambda one: begin_setup(one, choice, by=by))


def _each[M, T](rows: Iterable[M], act: Callable[[M], T]) -> list[T]:
    """Do it for each; where somebody was faster, go on with the next."""
    done = []
    for one in rows:
        with suppress(Refused):
            done.append(act(one))
    return done


@transaction.atomic
def follow_mentor(project: Project, *, by: Viewer) -> None:
    """Another mentor guides the internship now, and so the project. What was said stays."""
    project.mentor = project.placement.mentor if project.placement else None
    Project.objects.filter(pk=project.pk).update(mentor=project.mentor)
    record("project.follow_mentor", project, by=by)


@transaction.atomic
def open_after_meeting(project: Project, *, by: Viewer) -> None:
    """The meeting was held: its minutes stand with the project, and the proposal can be written."""
    meeting = project.setup_meeting
    if meeting is not None:
        on = min(meeting.starts_at.astimezone(by.school.zone).date(), by.school.today())
        hold_meeting(project, on=on, notes=meeting.notes, by=by)


def _due(school: School, choice: ProjectChoice) -> list[Placement]:
    """Internships in their weeks of setting up that no project belongs to. One statement."""
    today = school.today()
    last = today - choice.meets_from_weeks * WEEK + AHEAD  # began on this day or before
    first = today - choice.meets_until_weeks * WEEK
    rows = Placement.objects.filter(
        school=school, state=Placement.State.ACTIVE, starts_on__range=(first, last),
        student__state=Student.State.ENROLLED, projects__isnull=True,
    )  # fmt: skip
    return list(rows.select_related("student__person", "site", "mentor", "school").order_by("pk"))


@transaction.atomic
def begin_setup(placement: Placement, choice: ProjectChoice, *, by: Viewer) -> Project:
    """Begin an idea with a day for its meeting, and ask the advisor whether it suits."""
    Placement.objects.select_for_update().get(pk=placement.pk)
    again = Project.objects.filter(placement=placement).first()
    if again is not None:
        return again
    project = begin_project(
        placement.student, title=placement.site.name, placement=placement, by=by
    )
    moments = _good_moments(placement, choice, by.school.today())
    free = next((at for at in moments if _is_free(project, at, by)), None)
    if choice.meets_at is not None and free is not None and _book(project, free, by):
        return project
    project.meet_at = free or next(iter(moments), None)
    Project.objects.filter(pk=project.pk).update(meet_at=project.meet_at)
    record("project.propose_meeting", project, by=by, at=str(project.meet_at or ""))
    tell_advisors(project, "meeting", by=by)
    return project


def _book(project: Project, at: datetime, by: Viewer) -> bool:
    """Book it; False where that cannot be, and the advisor is asked."""
    try:
        with transaction.atomic():
            book_setup(project, starts_at=at, by=by)
    except (Refused, ValidationError):
        return False
    return True


def _good_moments(placement: Placement, choice: ProjectChoice, today: date) -> list[datetime]:
    """Return when student and mentor are both there, in the school's weeks, the earliest first."""
    first = max(placement.starts_on + choice.meets_from_weeks * WEEK, today + timedelta(days=1))
    last = max(placement.starts_on + choice.meets_until_weeks * WEEK, first + WEEK)
    days = timetable_of_placement(placement, first, last).days(first, last)
    zone = placement.school.zone
    return [moment_of(day.on, choice.meets_at or day.starts_at, zone) for day in days]


def _is_free(project: Project, at: datetime, by: Viewer) -> bool:
    """Whether no advisor of it sits in another meeting around then."""
    around = (at - AROUND, at + AROUND)
    busy = Attendee.objects.filter(
        person__in=audience.advisors_of(project, by), off_at__isnull=True,
        meeting__state=Meeting.State.BOOKED, meeting__starts_at__range=around,
    )  # fmt: skip
    return not busy.exists()
