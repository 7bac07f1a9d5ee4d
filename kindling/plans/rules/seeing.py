"""Who sees which plans, versions, names and cover sheets."""

from __future__ import annotations

from django.db.models import Q, QuerySet

from kindling.courses.models import Course, CoursePlace
from kindling.courses.rules import visible_courses, visible_places
from kindling.people.matters import Matter
from kindling.people.models import Connection, Student
from kindling.people.rules import (
    family_ties,
    own_advisees,
    visible_students,
)
from kindling.placements.models import Placement
from kindling.placements.rules import visible_placements
from kindling.plans.models import (
    CoverAnswer,
    CoverSheet,
    ItemGoal,
    ItemSupport,
    Party,
    Plan,
    PlanItem,
    PlanRules,
    Remark,
    Signer,
    Suggestion,
    Version,
    Voice,
)
from kindling.plans.models.plans import PlanQuerySet
from kindling.plans.rules.parts import Part
from kindling.projects.models import Project
from kindling.projects.rules import visible_projects
from kindling.schools.models import SchoolYear, Term
from kindling.schools.roles import Role
from kindling.schools.viewer import Viewer
from kindling.support.rules import visible_support_goals

SIGN_PLAN = "sign_plan"  # the purpose of a pass; its subjects are signers
ANSWER_COVER = "answer_cover"  # its subject is a cover sheet


def _family_students(viewer: Viewer) -> QuerySet[Connection]:
    return family_ties(viewer, Matter.PLAN)


def visible_plans(viewer: Viewer) -> PlanQuerySet:
    """Leaders see the school's, students theirs, advisors those of their students; families what
    was proposed or shared with them. A link opens versions, no plan.
    """
    found: PlanQuerySet = Plan.objects.filter(school=viewer.school)
    if viewer.purpose:
        return found.none()
    if viewer.is_leader or viewer.is_a(Role.SYSTEM):
        return found
    seen = Q(pk__in=[])
    if viewer.is_a(Role.STUDENT):
        seen |= Q(student__person=viewer.person_id)
    if viewer.is_a(Role.ADVISOR):
        seen |= Q(student__in=own_advisees(viewer))
    if viewer.is_a(Role.GUARDIAN):
        shown = Q(version_count__gt=0) | Q(shared_at__isnull=False)
        seen |= Q(student__in=_family_students(viewer).values("student")) & shown
    return found.filter(seen)


def visible_items(viewer: Viewer) -> QuerySet[PlanItem]:
    """The items whose words one may read as they are now (reads_words, for many at once)."""
    found: QuerySet[PlanItem] = PlanItem.objects.filter(school=viewer.school)
    found = found.select_related("plan__student__person", "plan__term__year", "plan__school")
    if viewer.purpose:
        return found.none()
    if viewer.is_leader or viewer.is_a(Role.SYSTEM):
        return found
    seen = Q(pk__in=[])
    if viewer.is_a(Role.STUDENT):
        seen |= Q(plan__student__person=viewer.person_id)
    if viewer.is_a(Role.ADVISOR):
        seen |= Q(plan__student__in=own_advisees(viewer))
    if viewer.is_a(Role.GUARDIAN):
        settled = ~Q(plan__state__in=Plan.WRITING)
        settled &= Q(plan__is_changing=False) | ~Q(plan__waits_for="")
        children = _family_students(viewer).values("student")
        shown = Q(plan__shared_at__isnull=False) | settled
        seen |= Q(plan__student__in=children) & shown
    return found.filter(seen)


def visible_versions(viewer: Viewer) -> QuerySet[Version]:
    """What was proposed, of plans one sees; behind a link what its bearer was asked to sign."""
    found: QuerySet[Version] = Version.objects.filter(school=viewer.school)
    found = found.select_related("plan__student__person", "plan__term__year")
    if viewer.purpose:
        return found.filter(pk__in=visible_signers(viewer).values("version"))
    return found.filter(plan__in=visible_plans(viewer))


def visible_signers(viewer: Viewer) -> QuerySet[Signer]:
    """Who signs what one sees. Behind a link only its own bearer's, while they have to do with it."""
    found: QuerySet[Signer] = Signer.objects.filter(school=viewer.school)
    found = found.select_related(
        "person", "version__plan__student__person", "version__plan__term__year"
    )
    if viewer.purpose == SIGN_PLAN:
        mine = found.filter(public_id__in=viewer.subjects, person=viewer.person_id)
        children = family_ties(viewer, Matter.DECIDE).values("student")
        family = Q(version__plan__student__in=children)
        return mine.filter(~Q(party=Party.FAMILY) | family)
    if viewer.purpose:
        return found.none()
    return found.filter(version__plan__in=visible_plans(viewer))


def visible_remarks(viewer: Viewer) -> QuerySet[Remark]:
    found: QuerySet[Remark] = Remark.objects.filter(school=viewer.school)
    return found.filter(plan__in=visible_plans(viewer)).select_related("by", "item")


def visible_suggestions(viewer: Viewer) -> QuerySet[Suggestion]:
    """What was suggested to students whose plans one may see. No link shows any."""
    found: QuerySet[Suggestion] = Suggestion.objects.filter(school=viewer.school)
    if viewer.purpose:
        return found.none()
    found = found.filter(student__in=students_with_plans(viewer).values("pk"))
    return found.select_related("student__person", "by", "item__plan__term")


def visible_cover_sheets(viewer: Viewer) -> QuerySet[CoverSheet]:
    """You see a cover sheet if you see its student; the bearer of a link the one it names."""
    found: QuerySet[CoverSheet] = CoverSheet.objects.filter(school=viewer.school)
    found = found.select_related("student__person", "year")
    if viewer.purpose == ANSWER_COVER:
        mine = _family_students(viewer).values("student")
        return found.filter(public_id__in=viewer.subjects, student__in=mine)
    if viewer.purpose:
        return found.none()
    return found.filter(student__in=students_with_plans(viewer).values("pk"))


def students_with_plans(viewer: Viewer) -> QuerySet[Student]:
    """Whose plans one may see: those one sees at all, but not as a substitute."""
    students = visible_students(viewer, Matter.PLAN)
    if viewer.is_leader or viewer.is_a(Role.SYSTEM):
        return students
    mine = Q(person=viewer.person_id) | Q(pk__in=own_advisees(viewer))
    if viewer.is_a(Role.GUARDIAN):
        mine |= Q(pk__in=_family_students(viewer).values("student"))
    return students.filter(mine)


def readable_answers(viewer: Viewer, sheet: CoverSheet, part: Part) -> QuerySet[CoverAnswer]:
    """One's own voice; everybody's once both have handed in. Staff read nothing before that."""
    found: QuerySet[CoverAnswer] = CoverAnswer.objects.filter(sheet=sheet)
    if sheet.is_open_to_both:
        return found
    if part.is_student:
        return found.filter(voice=Voice.STUDENT)
    if part.is_family or viewer.holds(ANSWER_COVER, sheet.public_id):
        return found.filter(voice=Voice.FAMILY)
    return found.none()


def rules_of(viewer: Viewer) -> PlanRules:
    """What the school asks of every plan; the usual where nobody changed it. One statement."""
    found = PlanRules.objects.filter(school=viewer.school).first()
    return found or PlanRules(school=viewer.school)


def terms_of(viewer: Viewer) -> QuerySet[Term]:
    """The school's terms in the order of the calendar; they are no secret inside it."""
    return Term.of(viewer.school)


def years_of(viewer: Viewer) -> QuerySet[SchoolYear]:
    return SchoolYear.of(viewer.school)


def placements_for(viewer: Viewer, student: Student) -> QuerySet[Placement]:
    """The student's internships that run, as far as one sees them."""
    found: QuerySet[Placement] = visible_placements(viewer).filter(student=student)
    return found.filter(state__in=Placement.RUNNING).select_related("site", "mentor")


def places_of(signer: Signer) -> set[str]:
    """The internships (public ids) of this student at which the signer is the mentor."""
    rows = Placement.objects.filter(mentor=signer.person_id, student=signer.version.plan.student_id)
    return set(rows.values_list("public_id", flat=True))


def items_now(plan: int) -> QuerySet[PlanItem]:
    """What is in a plan (its key) one may read, in its order, with no more than a page shows."""
    rows: QuerySet[PlanItem] = PlanItem.objects.filter(plan=plan, dropped_at__isnull=True)
    rows = rows.select_related("placement__site", "course", "project")
    rows = rows.only(
        "public_id", "number", "experience", "question", "product", "starts_on", "ends_on",
        "progress", "plan_id", "placement__site__name", "course__title", "project__title",
        "project__public_id",
    )  # fmt: skip
    return rows.order_by("number", "pk")


def touches_of(plan: int) -> QuerySet[ItemGoal]:
    """What the items of a plan (its key) one may read touch, in the order of the tree."""
    rows: QuerySet[ItemGoal] = ItemGoal.objects.filter(
        item__plan=plan, item__dropped_at__isnull=True
    )
    rows = rows.select_related("goal", "own_goal").only(
        "item_id", "goal__code", "goal__title", "goal__path", "goal__framework_id",
        "own_goal__words",
    )  # fmt: skip
    return rows.order_by("goal__framework_id", "goal__path", "pk")


def supports_of(viewer: Viewer, plan: Plan) -> QuerySet[ItemSupport]:
    """The support goals that items serve, of those the viewer reads."""
    rows: QuerySet[ItemSupport] = ItemSupport.objects.filter(item__plan=plan)
    rows = rows.filter(support_goal__in=visible_support_goals(viewer).values("pk"))
    return rows.select_related("support_goal").order_by("pk")


def signers_under(plan: int) -> QuerySet[Signer]:
    """Who signs the version in force and the one that waits, newest version first."""
    now = (Version.State.PROPOSED, Version.State.IN_FORCE)
    rows: QuerySet[Signer] = Signer.objects.filter(version__plan=plan, version__state__in=now)
    rows = rows.select_related("version", "person", "signature").only(
        "party", "state", "asked_at", "version__number", "version__state", "version__reason",
        "version__public_id", "version__settled_at", "person__name", "person__given_name",
        "person__preferred_given_name", "signature__at", "signature__way",
    )  # fmt: skip
    return rows.order_by("-version__number", "pk")


def projects_for(viewer: Viewer, student: Student) -> QuerySet[Project]:
    """What the student works on now, as far as one sees it."""
    mine = student.project_parts.filter(until_on__isnull=True)
    found: QuerySet[Project] = visible_projects(viewer).filter(pk__in=mine.values("project"))
    return found.filter(state__in=Project.OPEN).order_by("title", "pk")


def courses_for(viewer: Viewer, student: Student) -> QuerySet[Course]:
    """The courses in which the student has a place, as far as one sees them."""
    places = visible_places(viewer).filter(student=student, state=CoursePlace.State.ON)
    found: QuerySet[Course] = visible_courses(viewer).filter(pk__in=places.values("course"))
    return found.order_by("title", "pk")
