"""Who sees whose way: the student, who advises them, leaders; a family its own child's."""

from __future__ import annotations

from django.db.models import Q, QuerySet

from kindling.evidence.models import Evidence
from kindling.evidence.rules import kept_evidence
from kindling.exhibitions.models import Exhibition, Kind
from kindling.exhibitions.rules import visible_exhibitions, visible_kinds
from kindling.gateways.models import (
    AfterPlan,
    Chapter,
    Checklist,
    Choice,
    Condition,
    Gateway,
    Line,
    Milestone,
    OwnWord,
    Showing,
    Thesis,
    Waiver,
)
from kindling.panels.models import Condition as PanelCondition
from kindling.people.matters import Matter
from kindling.people.models import Student
from kindling.people.rules import own_advisees, students_in_full
from kindling.schools.roles import Role
from kindling.schools.viewer import Viewer

MOST_PIECES = 40  # to choose from


def visible_checklists(viewer: Viewer) -> QuerySet[Checklist]:
    """What is in use and what was: everybody at the school. Drafts: who writes them."""
    rows: QuerySet[Checklist] = Checklist.objects.filter(school=viewer.school)
    if viewer.purpose or not (viewer.is_staff or viewer.is_a(*READERS)):
        return rows.none()
    return rows if may_write_checklists(viewer) else rows.exclude(state=Checklist.State.DRAFT)


READERS = (Role.STUDENT, Role.GUARDIAN, Role.SYSTEM)


def lines_of(checklists: list[int]) -> QuerySet[Line]:
    """The lines of checklists (keys) that one may see, in order."""
    return Line.objects.filter(checklist__in=checklists).order_by("position", "pk")


def visible_gateways(viewer: Viewer) -> QuerySet[Gateway]:
    """Of the students whom one sees in full: no substitute, no mentor."""
    rows: QuerySet[Gateway] = Gateway.objects.filter(school=viewer.school)
    rows = rows.filter(student__in=students_in_full(viewer, Matter.WORK).values("pk"))
    return rows.select_related("student__person", "checklist", "exhibition__kind")


def own_words_of(gateways: list[int]) -> QuerySet[OwnWord]:
    """What students say is left, of gateways (keys) that one may see."""
    return OwnWord.objects.filter(gateway__in=gateways)


def showings_of(gateways: list[int]) -> QuerySet[Showing]:
    """What was shown, oldest first, of gateways (keys) that one may see."""
    rows = Showing.objects.filter(gateway__in=gateways)
    return rows.select_related("evidence", "decided_by").order_by("at", "pk")


def waivers_of(gateways: list[int]) -> QuerySet[Waiver]:
    """What is asked no longer, of gateways (keys) that one may see."""
    return Waiver.objects.filter(gateway__in=gateways).select_related("by")


def conditions_of(gateways: list[int]) -> QuerySet[Condition]:
    """What panels asked for, of gateways (keys) that one may see."""
    rows = Condition.objects.filter(gateway__in=gateways).select_related("met_by")
    return rows.order_by("due_on", "pk")


def panel_conditions_of(exhibition: int) -> QuerySet[PanelCondition]:
    """What the panel of this exhibition (key) asked for. The caller sees the gateway."""
    rows = PanelCondition.objects.filter(panel__exhibition=exhibition)
    return rows.order_by("due_on", "pk")


def pieces_to_show(viewer: Viewer, student: Student) -> QuerySet[Evidence]:
    """What this student kept, newest first, for their own choice."""
    return kept_evidence(viewer).filter(student=student)[:MOST_PIECES]


def readable_pieces(viewer: Viewer, pieces: list[int]) -> set[int]:
    """Which of these pieces (keys) this viewer may open: a family only what is shared with it."""
    rows = kept_evidence(viewer).filter(pk__in=pieces).order_by()
    return set(rows.values_list("pk", flat=True)) if pieces else set()


def shown_by(viewer: Viewer) -> QuerySet[Showing]:
    """What was shown on the ways that one sees."""
    rows = Showing.objects.filter(school=viewer.school)
    return rows.filter(gateway__student__in=students_in_full(viewer, Matter.WORK).values("pk"))


def open_conditions(viewer: Viewer) -> QuerySet[Condition]:
    """Conditions that are not met, on the ways that one sees."""
    rows = Condition.objects.filter(school=viewer.school, met_on__isnull=True)
    rows = rows.filter(gateway__state=Gateway.State.CONDITIONS)
    return rows.filter(gateway__student__in=students_in_full(viewer, Matter.WORK).values("pk"))


def open_steps(viewer: Viewer) -> QuerySet[Milestone]:
    """Steps of theses under way that are not done, of students one sees in full."""
    rows = Milestone.objects.filter(school=viewer.school, done_on__isnull=True)
    rows = rows.filter(thesis__state=Thesis.State.WORKING)
    return rows.filter(thesis__student__in=students_in_full(viewer, Matter.WORK).values("pk"))


def choices_of(viewer: Viewer) -> QuerySet[Choice]:
    """Places to go that were not given up, of students one sees in full."""
    gone = (Choice.State.LEFT, Choice.State.DECLINED)
    rows = Choice.objects.filter(school=viewer.school).exclude(state__in=gone)
    return rows.filter(plan__student__in=students_in_full(viewer, Matter.PLAN).values("pk"))


def exhibitions_to_choose(
    viewer: Viewer, student: Student, formats: tuple[str, ...]
) -> QuerySet[Exhibition]:
    """This student's exhibitions of these formats that are not over and not called off."""
    rows = visible_exhibitions(viewer).filter(student=student, kind__format__in=formats)
    live = (*Exhibition.AHEAD, *Exhibition.JUDGING)
    return rows.filter(state__in=live).order_by("starts_at", "pk")[:20]


def kinds_to_choose(viewer: Viewer, student: Student, formats: tuple[str, ...]) -> list[Kind]:
    """Kinds of these formats that the school holds for this student's grade now."""
    rows = visible_kinds(viewer).filter(format__in=formats, ended_at__isnull=True)
    return [one for one in rows if one.fits(student.grade)]


def visible_theses(viewer: Viewer) -> QuerySet[Thesis]:
    """The family reads a thesis from its proposal on; a draft is the student's and the advisor's."""
    rows: QuerySet[Thesis] = Thesis.objects.filter(school=viewer.school)
    rows = rows.filter(student__in=students_in_full(viewer, Matter.WORK).values("pk"))
    if viewer.is_a(Role.GUARDIAN) and not viewer.is_leader:
        theirs = Q(student__in=own_advisees(viewer)) | Q(student__person=viewer.person_id)
        rows = rows.filter(theirs | ~Q(state=Thesis.State.DRAFT))
    return rows.select_related("student__person", "guide_cleared_by", "exhibition__kind")


def visible_chapters(viewer: Viewer) -> QuerySet[Chapter]:
    """That there is a chapter, and how far it is. Whoever sees the student in full; words: below."""
    rows: QuerySet[Chapter] = Chapter.objects.filter(school=viewer.school)
    rows = rows.filter(student__in=students_in_full(viewer, Matter.WORK).values("pk"))
    return rows.select_related("student__person").defer("body")


def readable_chapters(viewer: Viewer) -> QuerySet[Chapter]:
    """A student's own; the advisor's once it was shared. Nobody else, whatever their hat."""
    rows: QuerySet[Chapter] = Chapter.objects.filter(school=viewer.school)
    seen = Q(pk__in=[])
    if viewer.is_a(Role.STUDENT) and not viewer.purpose:
        seen |= Q(student__person=viewer.person_id or 0)
    given = (Chapter.State.SHARED, Chapter.State.DONE)
    seen |= Q(student__in=own_advisees(viewer), state__in=given)
    return rows.filter(seen).select_related("student__person")


def visible_after_plans(viewer: Viewer) -> QuerySet[AfterPlan]:
    """The student, who advises them, leaders, and the family."""
    rows: QuerySet[AfterPlan] = AfterPlan.objects.filter(school=viewer.school)
    rows = rows.filter(student__in=students_in_full(viewer, Matter.PLAN).values("pk"))
    return rows.select_related("student__person")


def may_write_checklists(viewer: Viewer) -> bool:
    """Principal and coordinator say what is asked; an administrator may stand in."""
    writers = (Role.PRINCIPAL, Role.COORDINATOR, Role.ADMINISTRATOR, Role.SYSTEM)
    return viewer.is_a(*writers) and not viewer.purpose
