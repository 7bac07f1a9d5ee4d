"""The student, who advises them and leaders see pieces; the family what is shared with it."""

from __future__ import annotations

from datetime import date
from typing import Any

from django.db.models import Count, Max, Min, Q, QuerySet

from kindling.advisory.models import AdvisoryStudent
from kindling.evidence.models import Evidence, EvidenceChoice, Series, Tag, Tally
from kindling.evidence.models.tag import TARGETS
from kindling.people.matters import Matter
from kindling.people.models import Student
from kindling.people.rules import (
    is_own,
    is_own_advisor,
    own_advisees,
    students_in_full,
    wards_of,
)
from kindling.plans.models import PlanItem
from kindling.projects.models import Project
from kindling.schools.models import School
from kindling.schools.roles import Role
from kindling.schools.viewer import Viewer

SEE_WORK = "see_work"  # the purpose of a mentor's pass; its subject is one project
WITH = ("student__person", "upload", "term", "series", "by", "school")


def shown_on(today: date, at: str = "") -> Q:
    """Pieces that others may see that day: nobody is in them, or the yes of each still holds.

    at: the way to the piece from what is asked ("evidence__"). As `Evidence.may_be_shown`.
    """
    lasts = Q(**{f"{at}shown_until__isnull": True}) | Q(**{f"{at}shown_until__gte": today})
    agreed = Q(**{f"{at}people": Evidence.People.AGREED}) & lasts
    return agreed | Q(**{f"{at}people": Evidence.People.NONE})


def visible_evidence(viewer: Viewer) -> QuerySet[Evidence]:
    """Pieces one may open, also those that were taken away. A guardian sees kept ones only."""
    rows: QuerySet[Evidence] = Evidence.objects.filter(school=viewer.school)
    rows = rows.select_related(*WITH)
    if viewer.purpose:
        return _shared_with(viewer, rows)
    if viewer.is_leader or viewer.is_a(Role.SYSTEM):
        return rows
    return rows.filter(_mine(viewer))


def _shared_with(viewer: Viewer, rows: QuerySet[Evidence]) -> QuerySet[Evidence]:
    """Behind a mentor's link: pieces of the project it names that its student shares with them."""
    if viewer.purpose != SEE_WORK:
        return rows.none()
    theirs = Tag.objects.filter(
        project__public_id__in=sorted(viewer.subjects), project__mentor=viewer.person_id,
        project__mentor__suspended_at__isnull=True,
    )  # fmt: skip
    rows = rows.filter(pk__in=theirs.values("evidence"), for_mentor=True)
    return rows.filter(shown_on(viewer.school.today()), state=Evidence.State.KEPT)


def _mine(viewer: Viewer) -> Q:
    seen, today = Q(pk__in=[]), viewer.school.today()
    adult = viewer.person_id or 0
    if viewer.is_a(Role.STUDENT):
        seen |= Q(student__person=viewer.person_id)
    if viewer.is_a(Role.ADVISOR):
        seen |= Q(student__in=own_advisees(viewer))
    if viewer.is_a(Role.GUARDIAN):
        theirs = wards_of(viewer.school.pk, adult, Matter.WORK, today)
        shared = Q() if family_sees_all(viewer.school) else Q(for_family=True)
        seen |= Q(student__in=theirs, state=Evidence.State.KEPT) & shown_on(today) & shared
    return seen


def family_sees_all(school: School) -> bool:
    """What the school chose. One statement, asked for guardians only."""
    return EvidenceChoice.objects.filter(school=school, family_sees_all=True).exists()


def kept_evidence(viewer: Viewer) -> QuerySet[Evidence]:
    """What stands in lists, the newest first."""
    rows = visible_evidence(viewer).filter(state=Evidence.State.KEPT)
    return rows.order_by("-on", "-pk")


def visible_series(viewer: Viewer) -> QuerySet[Series]:
    """Series of students whose pieces one sees as a whole."""
    rows: QuerySet[Series] = Series.objects.filter(school=viewer.school)
    return rows.filter(student__in=students_with_pieces(viewer).values("pk"))


def visible_tallies(viewer: Viewer) -> QuerySet[Tally]:
    """How much there is in each term, of students whose pieces one sees as a whole."""
    rows: QuerySet[Tally] = Tally.objects.filter(school=viewer.school).select_related("term")
    return rows.filter(student__in=students_with_pieces(viewer).values("pk"))


def students_with_pieces(viewer: Viewer) -> QuerySet[Student]:
    """Students whose gallery one may open: one's own, of whom one advises, of one's family.

    A substitute sees what the day needs, and no work.
    """
    return students_in_full(viewer, Matter.WORK)


def own_student(viewer: Viewer) -> Student | None:
    """The viewer's own record; None for who is no student. One statement."""
    if viewer.purpose or not viewer.is_a(Role.STUDENT):
        return None
    return students_with_pieces(viewer).filter(person=viewer.person_id).first()


def classmates(viewer: Viewer) -> QuerySet[Student]:
    """Who sits in the same advisory today: whom a student may name in a picture."""
    seats = AdvisoryStudent.objects.filter(school=viewer.school, until_on__isnull=True)
    mine = seats.filter(student__person=viewer.person_id or 0).values("advisory")
    rows: QuerySet[Student] = Student.objects.filter(school=viewer.school)
    rows = rows.filter(pk__in=seats.filter(advisory__in=mine).values("student"))
    rows = rows.exclude(person=viewer.person_id).select_related("person")
    return rows.order_by("person__sort_name", "pk")


def tags_of(evidence: Evidence) -> QuerySet[Tag]:
    """What a piece has to do with. The caller may see the piece."""
    rows: QuerySet[Tag] = Tag.objects.filter(evidence=evidence)
    return rows.select_related("evidence", *TARGETS).order_by("pk")


def plan_items_now(viewer: Viewer, student: Student) -> QuerySet[PlanItem]:
    """Items of the plan of the term that runs, for who keeps pieces of the student."""
    today = viewer.school.today()
    rows: QuerySet[PlanItem] = PlanItem.objects.filter(
        school=viewer.school, plan__student=student, dropped_at__isnull=True
    )
    rows = rows.filter(plan__term__starts_on__lte=today, plan__term__ends_on__gte=today)
    return rows.order_by("plan", "number", "pk")


def projects_now(student: Student) -> QuerySet[Project]:
    """Projects the student works on, for who keeps pieces of the student."""
    rows: QuerySet[Project] = Project.objects.filter(
        members__student=student, members__until_on__isnull=True, state__in=Project.OPEN
    )
    return rows.order_by("-begun_on", "pk")


def kept_sources(viewer: Viewer, student: Student, keys: list[str]) -> set[str]:
    """Which of these are evidence already. One statement."""
    rows = kept_evidence(viewer).filter(student=student, source_key__in=keys)
    return set(rows.order_by().values_list("source_key", flat=True))


def student_of(viewer: Viewer, target: str) -> Student | None:
    """Of whom staff keep a piece for "plan_item:ab12"; None for what names no one student of theirs."""
    kind, _, public_id = target.partition(":")
    if kind != "plan_item" or not viewer.is_staff:
        return None
    return students_with_pieces(viewer).filter(plans__items__public_id=public_id).first()


def counted_tags(viewer: Viewer, name: str) -> QuerySet[Any]:
    """How many kept pieces hang on each target of one kind, and the day of the last."""
    rows = Tag.objects.filter(
        school=viewer.school, evidence__state=Evidence.State.KEPT, **{f"{name}__isnull": False}
    )
    if viewer.purpose:
        rows = rows.none()
    by = rows.order_by().values(name)
    counted: QuerySet[Any] = by.annotate(n=Count("pk"), last=Max("evidence__on"))
    return counted


def pieces_in_plan(viewer: Viewer, plan: int) -> QuerySet[Any]:
    """What was kept for the items of a plan (its key), the newest first, of what one sees.

    Rows are (key of the item, title, public id, kind).
    """
    # Asked from the pieces: a subquery would first find every piece that the viewer may see.
    rows = kept_evidence(viewer).filter(tags__plan_item__plan=plan)
    found: QuerySet[Any] = rows.values_list("tags__plan_item", "title", "public_id", "kind")
    return found


def unseen_by_student(viewer: Viewer) -> QuerySet[Any]:
    """For each student one advises oneself, how many pieces one has not seen; who waits longest first."""
    rows = Evidence.objects.filter(
        school=viewer.school, state=Evidence.State.KEPT, seen_at__isnull=True,
        student__in=own_advisees(viewer),
    )  # fmt: skip
    by = rows.order_by().values("student__public_id", "student__person__name")
    counted: QuerySet[Any] = by.annotate(n=Count("pk"), since=Min("at")).order_by("since")
    return counted


def mentored_projects(evidence: Evidence) -> QuerySet[Project]:
    """Projects of a piece that a mentor guides, each with its mentor."""
    rows: QuerySet[Project] = Project.objects.filter(evidence_tags__evidence=evidence)
    rows = rows.filter(mentor__isnull=False, mentor__suspended_at__isnull=True)
    return rows.select_related("mentor").distinct()


def guides(viewer: Viewer, student: Student) -> bool:
    """Who advises the student today, and leaders."""
    if viewer.purpose or student.school_id != viewer.school.pk:
        return False
    if viewer.is_leader:
        return True
    return is_own_advisor(viewer, student)


def may_keep(viewer: Viewer, student: Student) -> bool:
    """The student, and who guides them (an observation, a photo of the work)."""
    return is_own(viewer, student) or guides(viewer, student)


def may_change(viewer: Viewer, evidence: Evidence) -> bool:
    """Tag it, put it into a series: the student, and who guides them."""
    return evidence.is_kept and may_keep(viewer, evidence.student)


def may_write(viewer: Viewer, evidence: Evidence) -> bool:
    """Title, words and reflection: the student's own; staff what they kept themselves."""
    if not evidence.is_kept:
        return False
    own = evidence.by_id == viewer.person_id and guides(viewer, evidence.student)
    return is_own(viewer, evidence.student) or own


def may_remove(viewer: Viewer, evidence: Evidence) -> bool:
    """The student; staff what they kept themselves, and leaders what should not be here."""
    if not evidence.is_kept or viewer.purpose:
        return False
    if is_own(viewer, evidence.student):
        return True
    own = evidence.by_id == viewer.person_id and guides(viewer, evidence.student)
    return own or viewer.is_a(Role.COORDINATOR, Role.PRINCIPAL)


def may_share(viewer: Viewer, evidence: Evidence) -> bool:
    """With the family or the mentor: the student's own word."""
    return evidence.is_kept and is_own(viewer, evidence.student)


def may_mark_seen(viewer: Viewer, student: Student) -> bool:
    return guides(viewer, student)


def may_choose(viewer: Viewer) -> bool:
    """What families see at this school."""
    return viewer.is_a(Role.PRINCIPAL, Role.ADMINISTRATOR) and not viewer.purpose
