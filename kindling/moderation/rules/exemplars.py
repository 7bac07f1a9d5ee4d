"""Who judges asks, the student says yes, the school's staff and students look at it."""

from __future__ import annotations

from django.db.models import Count, Exists, OuterRef, Q, QuerySet

from kindling.advisory.models import AdvisoryStudent
from kindling.evidence.models import Evidence
from kindling.goals.models import Goal
from kindling.judgements.models import Judgement
from kindling.judgements.rules import CLOSED, MODERATORS, kept_from, may_judge
from kindling.moderation.models import Exemplar
from kindling.people.models import Connection, Student
from kindling.people.rules import is_own, own_advisees
from kindling.schools.models import Person
from kindling.schools.roles import STAFF, Role
from kindling.schools.viewer import Viewer

State = Exemplar.State


def visible_exemplars(viewer: Viewer) -> QuerySet[Exemplar]:
    """Shared ones: staff and students of the school. Others: the student, who advises them, who leads.

    Nothing of a piece that its student took away, nor of a judgement that the viewer marks blind.
    """
    rows: QuerySet[Exemplar] = Exemplar.objects.filter(
        school=viewer.school, evidence__state=Evidence.State.KEPT
    ).select_related("evidence__student__person", "evidence__upload", "goal", "level", "by")
    if viewer.purpose or viewer.person is None or not viewer.is_a(*STAFF, Role.STUDENT):
        return rows.none()
    for away in kept_from(viewer):  # its level would say what to mark
        same = Judgement.objects.filter(
            pk__in=away, goal=OuterRef("goal"), pieces__evidence=OuterRef("evidence")
        )
        rows = rows.exclude(Exists(same))
    if viewer.is_a(*MODERATORS):
        return rows
    mine = Q(evidence__student__person=viewer.person_id) | Q(by=viewer.person_id)
    if viewer.is_a(Role.ADVISOR):
        mine |= Q(evidence__student__in=own_advisees(viewer))
    return rows.filter(Q(state=State.SHARED) | mine)


def exemplars_of(viewer: Viewer, goal: Goal) -> QuerySet[Exemplar]:
    """Shared examples of a goal in whichever version, from the first level up."""
    rows = visible_exemplars(viewer).filter(state=State.SHARED)
    rows = rows.filter(goal__identifier=goal.identifier)
    return rows.order_by("level__position", "-asked_at", "pk")


def goals_with_exemplars(viewer: Viewer) -> QuerySet[Goal]:
    """Goals that have shared examples, in the order of reading, with how many."""
    shown = visible_exemplars(viewer).filter(state=State.SHARED).order_by().values("pk")
    rows: QuerySet[Goal] = Goal.objects.filter(school=viewer.school)
    counted = Count("exemplars", filter=Q(exemplars__in=shown))
    rows = rows.annotate(examples=counted).filter(examples__gt=0)
    return rows.order_by("framework", "path")


def asked_of_student(viewer: Viewer) -> QuerySet[Exemplar]:
    """What the viewer, as a student, is asked for."""
    rows = visible_exemplars(viewer).filter(state=State.ASKED)
    return rows.filter(evidence__student__person=viewer.person_id or 0).order_by("asked_at", "pk")


def may_ask(viewer: Viewer, judgement: Judgement, piece: Evidence) -> bool:
    """Who judges the student, for a piece on which an agreed level rests."""
    rests = judgement.pieces.filter(evidence=piece).exists()
    return rests and judgement.state in CLOSED and may_judge(viewer, judgement.student)


def may_answer_exemplar(viewer: Viewer, exemplar: Exemplar) -> bool:
    """The student whose piece it is."""
    return is_own(viewer, exemplar.evidence.student)


def may_withdraw(viewer: Viewer, exemplar: Exemplar) -> bool:
    """The student at any time; who asked, and who leads."""
    if viewer.purpose or viewer.person is None:
        return False
    asked = exemplar.by_id == viewer.person_id and viewer.is_a(*STAFF)
    return may_answer_exemplar(viewer, exemplar) or asked or viewer.is_a(*MODERATORS)


def may_see_whose(viewer: Viewer, exemplar: Exemplar) -> bool:
    """Read whose piece it is: the student, who advises them and who leads."""
    if may_answer_exemplar(viewer, exemplar) or viewer.is_a(*MODERATORS):
        return True
    return own_advisees(viewer).filter(student=exemplar.evidence.student_id).exists()


def names_around(student: Student) -> list[str]:
    """Given and family names of the student, of adults they work with, and of their advisory."""
    adults = Connection.objects.filter(student=student).values("adult")
    seats = AdvisoryStudent.objects.filter(school=student.school_id)
    mine = seats.filter(student=student).values("advisory")
    mates = seats.filter(advisory__in=mine).values("student__person")
    people = Person.objects.filter(
        Q(pk=student.person_id) | Q(pk__in=adults) | Q(pk__in=mates), school=student.school_id
    )
    fields = ("given_name", "family_name", "preferred_given_name", "preferred_family_name")
    return [name for row in people.values_list(*fields) for name in row if name]
