"""Who reads rules and credits, who writes and approves rules, who gives credit."""

from __future__ import annotations

from django.db.models import QuerySet, Sum

from kindling.credits.models import Appeal, Award, Clause, CreditChoice, Crosswalk, Line, Mode
from kindling.people.matters import Matter
from kindling.people.models import Student
from kindling.people.rules import may_decide, own_advisees, students_in_full
from kindling.schools.models import School, SchoolYear, Term
from kindling.schools.roles import Role
from kindling.schools.viewer import Viewer

DRAFTS = (Role.REGISTRAR, Role.PRINCIPAL, Role.COORDINATOR, Role.SYSTEM)
APPROVES = (Role.REGISTRAR, Role.PRINCIPAL, Role.SYSTEM)


def mode_of(school: School) -> Mode:
    """How the school says what was learned. One statement."""
    kept = CreditChoice.objects.filter(school=school).values_list("mode", flat=True).first()
    return Mode(kept) if kept else Mode.COMPETENCY


def gives_credits(school: School) -> bool:
    """Whether there are credits here at all."""
    return mode_of(school) in {Mode.CREDIT, Mode.HYBRID}


def may_choose_mode(viewer: Viewer) -> bool:
    """The principal's, and the administrator's who may stand in."""
    return viewer.is_a(Role.PRINCIPAL, Role.ADMINISTRATOR, Role.SYSTEM) and not viewer.purpose


def visible_crosswalks(viewer: Viewer) -> QuerySet[Crosswalk]:
    """What was ever in use is for everybody at the school; a draft for who writes it."""
    rows: QuerySet[Crosswalk] = Crosswalk.objects.filter(school=viewer.school)
    if viewer.purpose:
        return rows.none()
    if not may_draft(viewer):
        rows = rows.exclude(state=Crosswalk.State.DRAFT)
    return rows.select_related("approved_by").order_by("-number")


def crosswalk_in_use(school: School) -> Crosswalk | None:
    """The approved version."""
    rows = Crosswalk.objects.filter(school=school, state=Crosswalk.State.APPROVED)
    return rows.select_related("approved_by").first()


def lines_in_use(school: School) -> QuerySet[Line]:
    """The subjects of the approved version."""
    rows: QuerySet[Line] = Line.objects.filter(
        crosswalk__school=school, crosswalk__state=Crosswalk.State.APPROVED
    )
    return rows.order_by("order", "pk")


def clauses_of(crosswalk: Crosswalk) -> QuerySet[Clause]:
    """The things its subjects rest on."""
    rows: QuerySet[Clause] = Clause.objects.filter(line__crosswalk=crosswalk)
    return rows.select_related("line__crosswalk")


def may_draft(viewer: Viewer) -> bool:
    """Write the next version of the rules."""
    return viewer.is_a(*DRAFTS) and not viewer.purpose


def may_approve(viewer: Viewer) -> bool:
    """Registrar and principal put rules to use, give credit and answer appeals."""
    return viewer.is_a(*APPROVES) and not viewer.purpose


def visible_years(school: School) -> QuerySet[SchoolYear]:
    """The school's years, newest first."""
    return SchoolYear.of(school)


def visible_terms(viewer: Viewer) -> QuerySet[Term]:
    """Terms that have begun, the newest first."""
    rows: QuerySet[Term] = Term.objects.filter(
        school=viewer.school, starts_on__lte=viewer.school.today()
    )
    return rows.select_related("year").order_by("-starts_on", "-pk")


def visible_awards(viewer: Viewer) -> QuerySet[Award]:
    """Of students whom one sees in full."""
    rows: QuerySet[Award] = Award.objects.filter(school=viewer.school)
    if viewer.purpose:
        return rows.none()
    if not (viewer.is_leader or viewer.is_a(Role.SYSTEM)):
        rows = rows.filter(student__in=students_in_full(viewer, Matter.WORDS).values("pk"))
    return rows.select_related("year", "term", "by").order_by("pk")


def sums_by_line(students: list[int], year: SchoolYear) -> dict[tuple[int, str], object]:
    """(student, identifier of a line) → what was given in the year. One statement."""
    rows = Award.objects.filter(student__in=students, year=year).order_by()
    found = rows.values_list("student_id", "identifier").annotate(n=Sum("amount"))
    return {(student, identifier): n for student, identifier, n in found}


def enrolled_students(viewer: Viewer) -> QuerySet[Student]:
    """For the lists: whom one sees in full and who is here."""
    rows = students_in_full(viewer, Matter.WORDS).filter(state=Student.State.ENROLLED)
    return rows.order_by("person__sort_name", "pk")


def visible_appeals(viewer: Viewer) -> QuerySet[Appeal]:
    """Of students whom one sees in full, the oldest open one first."""
    rows: QuerySet[Appeal] = Appeal.objects.filter(school=viewer.school)
    if viewer.purpose:
        return rows.none()
    if not viewer.is_leader:
        rows = rows.filter(student__in=students_in_full(viewer, Matter.WORDS).values("pk"))
    return rows.select_related("student__person", "line", "year", "by", "decided_by").order_by(
        "at", "pk"
    )


def may_appeal(viewer: Viewer, student: Student) -> bool:
    """The student, their family while they are under age, and who advises them."""
    if viewer.purpose or not students_in_full(viewer, Matter.WORDS).filter(pk=student.pk).exists():
        return False
    if viewer.person_id == student.person_id:
        return True
    if not viewer.is_staff and may_decide(viewer, student):
        return True
    return own_advisees(viewer).filter(student=student).exists()
