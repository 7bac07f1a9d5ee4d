"""Members, their advisors and leaders; families once it is approved; a mentor behind their link."""

from __future__ import annotations

from django.db.models import Q, QuerySet

from kindling.kit.http import require
from kindling.people.matters import Matter
from kindling.people.models import Student
from kindling.people.rules import current_connections, visible_students, wards
from kindling.projects.models import Member, Project, Side
from kindling.projects.models.project import ProjectQuerySet
from kindling.schools.roles import Role
from kindling.schools.viewer import Viewer

LOOK_AT_PROJECT = "look_at_project"  # the mentor's pass; its subject is one project
GUIDES = (Role.COORDINATOR, Role.PRINCIPAL, Role.SYSTEM)  # speak for any advisor


def _current(viewer: Viewer) -> QuerySet[Member]:
    return Member.objects.filter(school=viewer.school, until_on__isnull=True)


def visible_projects(viewer: Viewer) -> ProjectQuerySet:
    """Leaders see the school's; else members, advisors of members, and families once approved.

    Behind a pass: the one project it names, for its mentor alone.
    """
    rows: ProjectQuerySet = Project.objects.filter(school=viewer.school)
    if viewer.purpose:
        named = rows.filter(public_id__in=viewer.subjects, mentor=viewer.person_id)
        named = named.filter(mentor__suspended_at__isnull=True)
        here = Q(placement__isnull=True) | Q(placement__mentor=viewer.person_id)
        named = named.filter(here)  # another mentor has taken over
        return named if viewer.purpose == LOOK_AT_PROJECT else rows.none()
    if viewer.is_leader or viewer.is_a(Role.SYSTEM):
        return rows
    seen = Q(pk__in=[])
    if viewer.is_a(Role.STUDENT):
        seen |= Q(
            pk__in=_current(viewer).filter(student__person=viewer.person_id).values("project")
        )
    if viewer.is_a(Role.ADVISOR):
        seen |= Q(pk__in=advised_parts(viewer).values("project"))
    if viewer.is_a(Role.GUARDIAN):
        family = _current(viewer).filter(student__in=wards(viewer, Matter.PLAN))
        seen |= Q(pk__in=family.values("project"), approved_at__isnull=False)
    return rows.filter(seen)


def current_parts() -> QuerySet[Member]:
    """Who works on what today. Only for projects one sees."""
    rows: QuerySet[Member] = Member.objects.filter(until_on__isnull=True)
    return rows.select_related("student__person").order_by("student__person__sort_name", "pk")


def advised_parts(viewer: Viewer) -> QuerySet[Member]:
    """The parts of those whom the viewer advises today."""
    mine = current_connections(viewer).filter(role=Role.ADVISOR)
    return _current(viewer).filter(student__in=mine.values("student"))


def members_of(project: Project) -> QuerySet[Member]:
    """Everybody who has a part in a project one may see, those who left last."""
    rows: QuerySet[Member] = Member.objects.filter(project=project)
    rows = rows.select_related("student__person")
    return rows.order_by("-until_on", "student__person__sort_name", "pk")


def visible_parts(viewer: Viewer, project: Project) -> QuerySet[Member]:
    """The parts whose own words (aims, reflection) the viewer reads: of students they see."""
    rows = members_of(project)
    return rows.filter(student__in=visible_students(viewer, Matter.PLAN).values("pk"))


def parts_of(viewer: Viewer, student: Student) -> QuerySet[Member]:
    """Every part of one student, also what they left, as far as the viewer sees the student."""
    rows = Member.objects.filter(school=viewer.school, student=student)
    rows = rows.filter(student__in=visible_students(viewer, Matter.PLAN).values("pk"))
    return rows.select_related("project")


def own_student(viewer: Viewer) -> Student | None:
    """Return the viewer as a student of this school, or None. One statement."""
    if viewer.person is None or viewer.purpose or not viewer.is_a(Role.STUDENT):
        return None
    return visible_students(viewer, Matter.PLAN).filter(person=viewer.person).first()


def is_member(viewer: Viewer, project: Project) -> bool:
    """Say whether the viewer works on it now."""
    if viewer.purpose or not viewer.is_a(Role.STUDENT):
        return False
    return _current(viewer).filter(project=project, student__person=viewer.person_id).exists()


def advises(viewer: Viewer, project: Project) -> bool:
    """The advisor of a member; coordinator and principal of anybody."""
    if viewer.purpose or project.school_id != viewer.school.pk:
        return False
    if viewer.is_a(*GUIDES):
        return True
    mine = current_connections(viewer).filter(role=Role.ADVISOR)
    parts = _current(viewer).filter(project=project, student__in=mine.values("student"))
    return viewer.is_a(Role.ADVISOR) and parts.exists()


def behind_link(viewer: Viewer, project: Project) -> bool:
    """The project's mentor, with the pass that names it."""
    held = viewer.holds(LOOK_AT_PROJECT, project.public_id)
    return held and project.mentor_id is not None and viewer.person_id == project.mentor_id


def may_begin(viewer: Viewer, student: Student) -> bool:
    """The student, and who advises them; only while enrolled."""
    if viewer.purpose or student.school_id != viewer.school.pk:
        return False
    if student.state != Student.State.ENROLLED:
        return False
    if viewer.is_a(*GUIDES):
        return True
    if viewer.is_a(Role.STUDENT) and student.person_id == viewer.person_id:
        return True
    mine = current_connections(viewer).filter(role=Role.ADVISOR, student=student)
    return viewer.is_a(Role.ADVISOR) and mine.exists()


def may_work(viewer: Viewer, project: Project) -> bool:
    """Members write; who advises them helps."""
    return is_member(viewer, project) or advises(viewer, project)


def may_approve(viewer: Viewer, project: Project) -> bool:
    """Who advises a member, and the mentor behind their link."""
    return advises(viewer, project) or behind_link(viewer, project)


def may_suggest(viewer: Viewer, project: Project) -> bool:
    """The mentor suggests; the students write."""
    return behind_link(viewer, project)


def may_write_standard(viewer: Viewer, project: Project) -> bool:
    """The mentor's own words; staff note them. Without a mentor the members say it."""
    if project.mentor_id is None:
        return may_work(viewer, project)
    return behind_link(viewer, project) or advises(viewer, project)


def may_note_mentor(viewer: Viewer, project: Project) -> bool:
    """Who advises writes down what the mentor said on the phone."""
    return project.mentor_id is not None and advises(viewer, project)


def may_judge(viewer: Viewer, project: Project) -> bool:
    """Members judge themselves, who advises them and the mentor each separately."""
    return may_work(viewer, project) or behind_link(viewer, project)


def may_keep_choice(viewer: Viewer) -> bool:
    """What holds for the school's projects: coordinator, principal, administrator."""
    roles = (Role.COORDINATOR, Role.PRINCIPAL, Role.ADMINISTRATOR, Role.SYSTEM)
    return viewer.is_a(*roles) and not viewer.purpose


def voice_of(viewer: Viewer, project: Project, *, for_mentor: bool = False) -> Side:
    """Return whose word it is: the mentor's or the advisor's; 403 for who has none.

    for_mentor: staff write down what the mentor said on the phone.
    """
    if behind_link(viewer, project):
        return Side.MENTOR
    require(may_note_mentor(viewer, project) if for_mentor else advises(viewer, project))
    return Side.MENTOR if for_mentor else Side.ADVISOR
