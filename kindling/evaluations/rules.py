"""A mentor writes alone; who guides the student reads it when it is handed in, then the student."""

from __future__ import annotations

from datetime import timedelta

from django.db.models import Q, QuerySet

from kindling.evaluations.models import Evaluation, EvaluationChoice, Rating, SkillEndorsement
from kindling.people.matters import Matter
from kindling.people.rules import is_own, own_advisees, visible_students, wards
from kindling.placements.models import Placement
from kindling.placements.rules import visible_placements
from kindling.schools.models import School, Term
from kindling.schools.roles import Role
from kindling.schools.viewer import Viewer

EVALUATE = "evaluate"  # the purpose of a mentor's link; its subject is one evaluation
GUIDES = (Role.COORDINATOR, Role.PRINCIPAL)
FRESH = timedelta(days=60)  # so long after an internship its mentor may still be asked


def visible_evaluations(viewer: Viewer) -> QuerySet[Evaluation]:
    """Leaders the school's, advisors their own students'; student and family what is handed in.

    A family reads only what the student may read. Behind a link: the one it names, its mentor's.
    """
    rows: QuerySet[Evaluation] = Evaluation.objects.filter(school=viewer.school)
    related = ("student__person", "mentor", "placement__site", "term")
    rows = rows.select_related(*related).order_by("-opened_at", "-pk")
    if viewer.purpose:
        return _behind_link(viewer, rows)
    if viewer.is_leader or viewer.is_a(Role.SYSTEM):
        return rows
    done, seen = Q(state__in=Evaluation.DONE), Q(pk__in=[])
    if viewer.is_a(Role.STUDENT):
        seen |= done & Q(student__person=viewer.person_id)
    if viewer.is_a(Role.ADVISOR):
        seen |= Q(student__in=own_advisees(viewer))
    if viewer.is_a(Role.GUARDIAN):
        seen |= done & Q(is_shared=True, student__in=wards(viewer, Matter.WORK))
    return rows.filter(seen)


def _behind_link(viewer: Viewer, rows: QuerySet[Evaluation]) -> QuerySet[Evaluation]:
    if viewer.purpose != EVALUATE:
        return rows.none()
    named = rows.filter(public_id__in=viewer.subjects, mentor=viewer.person_id or 0)
    named = named.filter(mentor__suspended_at__isnull=True)
    return named.exclude(state=Evaluation.State.OFF)


def guides(viewer: Viewer, student_id: int) -> bool:
    """The student's own advisor, coordinator, principal. One statement for an advisor."""
    if viewer.purpose:
        return False
    if viewer.is_a(*GUIDES, Role.SYSTEM):
        return True
    return own_advisees(viewer).filter(student=student_id).exists()


def may_read(viewer: Viewer, evaluation: Evaluation) -> bool:
    """What stands in it: its mentor always, staff who see it from the moment it is handed in.

    Student and family, unless the mentor would rather have the school speak with them.
    """
    if viewer.purpose:
        return may_write(viewer, evaluation)
    if not evaluation.is_done:
        return False
    if viewer.is_leader or evaluation.is_shared:
        return True
    return own_advisees(viewer).filter(student=evaluation.student_id).exists()


def may_open(viewer: Viewer, placement: Placement) -> bool:
    return placement.school_id == viewer.school.pk and guides(viewer, placement.student_id)


def may_write(viewer: Viewer, evaluation: Evaluation) -> bool:
    """The mentor, by the link that names it."""
    held = viewer.holds(EVALUATE, evaluation.public_id)
    return held and evaluation.mentor_id == viewer.person_id


def may_guide(viewer: Viewer, evaluation: Evaluation) -> bool:
    """Say that it was talked about, count it, take it back."""
    return evaluation.school_id == viewer.school.pk and guides(viewer, evaluation.student_id)


def may_comment(viewer: Viewer, evaluation: Evaluation) -> bool:
    return is_own(viewer, evaluation.student) and evaluation.is_shared


def may_change_choice(viewer: Viewer) -> bool:
    return viewer.is_a(*GUIDES) and not viewer.purpose


def evaluable_placements(viewer: Viewer) -> QuerySet[Placement]:
    """Internships whose mentor one may ask, or whose evaluations one may look for."""
    rows = visible_placements(viewer).select_related("student__person", "mentor", "site")
    return rows.filter(student__in=visible_students(viewer, Matter.WORK).values("pk"))


def ratings_of(evaluation: Evaluation) -> QuerySet[Rating]:
    """Only for an evaluation one may read."""
    return Rating.objects.filter(evaluation=evaluation)


def endorsements_of(evaluation: Evaluation) -> QuerySet[SkillEndorsement]:
    """Only for an evaluation one may read."""
    return SkillEndorsement.objects.filter(evaluation=evaluation).order_by("pk")


def endorsed_at(placement: Placement) -> QuerySet[SkillEndorsement]:
    """Every skill a mentor stands behind for this internship, where the student may show it."""
    rows = SkillEndorsement.objects.filter(placement=placement, evaluation__is_shared=True)
    return rows.select_related("mentor").order_by("given_on", "pk")


def term_on(school: School) -> Term | None:
    """The marking period of today, or the last one that ended. One statement."""
    return Term.of(school).filter(starts_on__lte=school.today()).last()


def choice_of(school: School) -> EvaluationChoice:
    """What the school says, or what is usual. One statement."""
    found = EvaluationChoice.objects.filter(school=school).first()
    return found or EvaluationChoice(school=school)
