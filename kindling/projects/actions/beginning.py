"""Begun from an idea or a template, alone or with others; joined and left."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from typing import Any

from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction
from django.utils.translation import gettext as _

from kindling.history.steps import record, take_step
from kindling.kit.http import Refused, require
from kindling.meetings.actions import book_meeting
from kindling.meetings.models import Meeting
from kindling.people.models import Student
from kindling.placements.models import Placement
from kindling.projects import rules
from kindling.projects.actions.telling import tell_students
from kindling.projects.collection import Offered
from kindling.projects.content import restamp
from kindling.projects.models import Member, Project, ProjectStep, Template
from kindling.projects.models.templates import Kind
from kindling.schools.viewer import Viewer


@transaction.atomic
def begin_project(
    student: Student,
    *,
    title: str,
    kind: str = Kind.INTERNSHIP,
    placement: Placement | None = None,
    template: Offered | None = None,
    by: Viewer,
) -> Project:
    """Begin with an idea. The mentor of the internship comes along; a template fills in its words."""
    require(rules.may_begin(by, student))
    require(placement is None or placement.student_id == student.pk)
    _check(title, kind, placement)
    project = Project(
        school=by.school, kind=kind, title=title.strip()[:120], begun_by=by.person,
        begun_on=by.school.today(),
    )  # fmt: skip
    if kind == Kind.INTERNSHIP and placement is not None:
        project.placement, project.mentor = placement, placement.mentor
    if template is not None:
        _fill(project, template)
    project.save()
    _put_steps(project, template)
    facts = {"student": student, "since_on": project.begun_on}
    Member.objects.create(school=by.school, project=project, **facts)
    restamp(project)
    record("project.begin", project, by=by, kind=kind, student=student.public_id)
    return project


def _check(title: str, kind: str, placement: Placement | None) -> None:
    if kind == Kind.INTERNSHIP and placement is None:
        raise ValidationError({"kind": _("Choose which internship it belongs to.")})
    if not title.strip():
        raise ValidationError({"title": _("Give the project a name. You can change it later.")})


def _fill(project: Project, template: Offered) -> None:
    project.question, project.product = template.question, template.product
    project.benefit, project.research = template.benefit, template.research
    if not template.is_standard:
        project.template = Template.objects.filter(public_id=template.ref).first()
    if template.steps:
        days = max(days for _title, days in template.steps)
        project.due_on = project.begun_on + timedelta(days=days)


def _put_steps(project: Project, template: Offered | None) -> None:
    if template is None or not template.steps:
        return
    rows = [
        ProjectStep(
            school=project.school, project=project, title=title,
            due_on=project.begun_on + timedelta(days=days),
        )
        for title, days in template.steps
    ]  # fmt: skip
    ProjectStep.objects.bulk_create(rows)
    first: date = min(row.due_on for row in rows)
    Project.objects.filter(pk=project.pk).update(next_due_on=first)


@transaction.atomic
def join_project(project: Project, student: Student, *, by: Viewer) -> Member:
    """Put another student in. Who advises a member does it: the school knows who works together."""
    require(rules.advises(by, project) and rules.may_begin(by, student))
    project.lock()
    if not project.is_open:
        raise Refused(_("This project is over. What is there stays as it is."))
    try:
        with transaction.atomic():
            part = Member.objects.create(
                school=by.school, project=project, student=student, since_on=by.school.today()
            )
    except IntegrityError:
        raise Refused(_("%(name)s is in it already.") % {"name": student.first}) from None
    record("project.join", project, by=by, student=student.public_id)
    tell_students(project, "joined", by=by, words=student.first)
    return part


@transaction.atomic
def leave_project(part: Member, *, by: Viewer) -> None:
    """End one student's part. Their words stay; the last one sets the project aside instead."""
    project = part.project
    own = part.student.person_id == by.person_id and rules.is_member(by, project)
    require(own or rules.advises(by, project))
    project.lock()
    others = Member.objects.filter(project=project, until_on__isnull=True).exclude(pk=part.pk)
    if not others.exists():
        raise Refused(_("The last one cannot leave. Set the project aside instead."))
    rows = Member.objects.filter(pk=part.pk, until_on__isnull=True)
    if not rows.update(until_on=by.school.today()):
        raise Refused(_("%(name)s has left already.") % {"name": part.student.first})
    record("project.leave", project, by=by, student=part.student.public_id)


@transaction.atomic
def hold_meeting(project: Project, *, on: date, notes: str = "", by: Viewer) -> None:
    """Student, mentor and advisor sat together: what was said, by the student. The proposal begins."""
    require(rules.may_work(by, project))
    if on > by.school.today():
        raise ValidationError({"on": _("Choose the day on which you met.")})
    facts: dict[str, Any] = {"met_on": on, "meeting_notes": notes.strip()[:4000]}
    if project.state == Project.State.IDEA:
        take_step(project, "plan", by=by, **facts)
        return
    Project.objects.filter(pk=project.pk).update(**facts)
    record("project.note_meeting", project, by=by, on=str(on))


@transaction.atomic
def book_setup(project: Project, *, starts_at: datetime, by: Viewer) -> Meeting:
    """Book the set-up meeting of student, advisor and mentor, at the place."""
    require(rules.may_work(by, project))
    project.lock()
    booked = project.setup_meeting
    if booked is not None and booked.state == Meeting.State.BOOKED:
        raise Refused(_("The meeting is booked already."))
    part = Member.objects.filter(project=project, until_on__isnull=True).order_by("pk").first()
    if part is None or project.state != Project.State.IDEA:
        raise Refused(_("The set-up meeting comes before the proposal."))
    people = [project.mentor] if project.mentor else []
    place = project.placement.site.name if project.placement else ""
    meeting = book_meeting(
        part.student, kind=Meeting.Kind.PROJECT, starts_at=starts_at, place=place, people=people,
        by=by,
    )  # fmt: skip
    project.setup_meeting, project.meet_at = meeting, starts_at
    Project.objects.filter(pk=project.pk).update(setup_meeting=meeting, meet_at=starts_at)
    record("project.book_meeting", project, by=by, meeting=meeting.public_id)
    return meeting


@transaction.atomic
def plan_project(project: Project, *, by: Viewer) -> None:
    """Write the proposal without a meeting first."""
    require(rules.may_work(by, project))
    take_step(project, "plan", by=by)
