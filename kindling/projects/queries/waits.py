"""What waits for somebody in their projects."""

from __future__ import annotations

from datetime import date, datetime, time, timedelta

from django.db.models import F, Q, QuerySet
from django.utils.translation import gettext as _

from kindling.kit.waits import HoldsUp, Wait
from kindling.projects import rules
from kindling.projects.models import Member, Project
from kindling.projects.queries.lists import with_members
from kindling.schools.roles import Role
from kindling.schools.viewer import Viewer

State = Project.State
MOST = 50
LONG = timedelta(days=7)  # then who advises nobody is told, too


def waits(viewer: Viewer) -> list[Wait]:
    """Return what the viewer's projects wait for. Two statements at most for each of their hats."""
    if viewer.purpose:
        return []
    found = own_waits(viewer) if viewer.is_a(Role.STUDENT) else []
    if viewer.is_a(Role.ADVISOR, *rules.GUIDES):
        found += staff_waits(viewer)
    return found[:MOST]


def own_waits(viewer: Viewer) -> list[Wait]:
    """A student's: look again, a step that is late, judge, look back. One statement."""
    today = viewer.school.today()
    parts = rules.current_parts().filter(school=viewer.school, student__person=viewer.person_id)
    due = Q(project__state__in=[State.RETURNED, State.DELIVERED])
    due |= Q(project__state=State.JUDGED, reflected_at__isnull=True)
    due |= Q(project__state=State.WORKING, project__next_due_on__lt=today)
    rows = parts.filter(due).select_related("project").order_by("project__next_due_on", "pk")
    return [_own(part, viewer) for part in rows[:MOST]]


def _own(part: Member, viewer: Viewer) -> Wait:
    project = part.project
    say = {
        State.RETURNED.value: _("Look at your proposal again: %(title)s"),
        State.WORKING.value: _("A step is late: %(title)s"),
        State.DELIVERED.value: _("Say how your project came out: %(title)s"),
        State.JUDGED.value: _("Look back at your project: %(title)s"),
    }[project.state]
    key = f"projects.{project.state}:{project.public_id}"
    url = project.get_absolute_url()
    return Wait(
        key, say % {"title": project.title}, url, HoldsUp.NOBODY,
        _since(project, viewer), icon="rocket",
    )  # fmt: skip


def _since(project: Project, viewer: Viewer) -> datetime:
    """When it began to wait, as far as the row tells."""
    at: date | None = None
    if project.state == State.WORKING:
        at = project.next_due_on
    elif project.state in (State.DELIVERED, State.JUDGED):
        at = project.delivered_on
    elif project.proposed_at is not None:
        return project.proposed_at
    return datetime.combine(at or project.begun_on, time(8), viewer.school.zone)


def staff_waits(viewer: Viewer) -> list[Wait]:
    """A yes, a judgement, a meeting, and steps that are late. Two statements."""
    rows = with_members(_asked_of(viewer))
    return [_staff(project, viewer) for project in rows.order_by("proposed_at", "pk")[:MOST]]


def _asked_of(viewer: Viewer) -> QuerySet[Project]:
    today = viewer.school.today()
    rows = rules.visible_projects(viewer).filter(state__in=Project.OPEN)
    if viewer.is_a(Role.ADVISOR):
        rows = rows.filter(pk__in=rules.advised_parts(viewer).values("project"))
    if not viewer.is_a(Role.ADVISOR):
        long = viewer.school.now() - LONG
        stuck = Q(state=State.PROPOSED, proposed_at__lt=long) & ~Q(advisor_stamp=F("stamp"))
        judged = Q(advisor_judged_at__isnull=True, delivered_on__lt=long.date())
        return rows.filter(stuck | judged & Q(state=State.DELIVERED))
    due = Q(state=State.PROPOSED) & ~Q(advisor_stamp=F("stamp"))
    due |= Q(state=State.DELIVERED, advisor_judged_at__isnull=True)
    due |= Q(state=State.JUDGED) | Q(
        state=State.IDEA, meet_at__isnull=False, setup_meeting__isnull=True
    )
    due |= Q(state=State.WORKING, next_due_on__lt=today)
    return rows.filter(due)


def _staff(project: Project, viewer: Viewer) -> Wait:
    say, holds = {
        State.IDEA.value: (_("Agree on the set-up meeting: %(title)s"), HoldsUp.STUDENT),
        State.PROPOSED.value: (_("Answer the proposal: %(title)s"), HoldsUp.STUDENT),
        State.WORKING.value: (_("A step is late: %(title)s"), HoldsUp.NOBODY),
        State.DELIVERED.value: (_("Judge the product: %(title)s"), HoldsUp.STUDENT),
        State.JUDGED.value: (_("Close the project: %(title)s"), HoldsUp.NOBODY),
    }[project.state]
    names = ", ".join(part.student.name for part in project.here)  # type: ignore[attr-defined]
    key = f"projects.{project.state}:{project.public_id}"
    url = project.get_absolute_url()
    since = _since(project, viewer)
    return Wait(key, say % {"title": project.title}, url, holds, since, names, "rocket")
