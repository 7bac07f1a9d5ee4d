"""Who reads what helps a student, and what worries their adults. No hat alone opens either.

The principal, who answers for both by law, reads them; other leaders do not, unless named.
"""

from __future__ import annotations

from django.db.models import Q, QuerySet

from kindling.people.matters import Matter
from kindling.people.models import Connection, Student
from kindling.people.rules import (
    family_ties,
    is_of_age,
    may_decide,
    own_advisees,
    visible_students,
)
from kindling.schools.models import Membership, Person
from kindling.schools.roles import STAFF, Role
from kindling.schools.viewer import Viewer
from kindling.support.models import (
    Concern,
    ConcernReader,
    ConcernReading,
    ConcernWord,
    EarlierGoal,
    SupportGoal,
    SupportReader,
    SupportReading,
    SupportTravel,
)

ALLOW_TRAVEL = "allow_travel"  # a guardian's pass; its subject is one sentence
WRITERS = (Role.PRINCIPAL, Role.ADVISOR, Role.COORDINATOR, Role.STAFF)


def visible_support_goals(viewer: Viewer) -> QuerySet[SupportGoal]:
    """The student, the family, the case manager, the principal, the advisor if allowed, readers.

    A substitute reads none.
    """
    goals: QuerySet[SupportGoal] = SupportGoal.objects.filter(school=viewer.school)
    goals = goals.select_related("student__person", "manager")
    if viewer.purpose or viewer.person_id is None:
        return goals.none()
    seen = Q(pk__in=[])
    if viewer.is_staff:
        added = SupportReader.objects.filter(person=viewer.person_id, until_at__isnull=True)
        seen |= Q(manager=viewer.person_id) | Q(pk__in=added.values("goal"))
    if viewer.is_a(Role.PRINCIPAL):
        return goals
    seen |= Q(advisor_reads=True, student__in=own_advisees(viewer))
    return goals.filter(seen | _own(viewer))


def _own(viewer: Viewer) -> Q:
    """What is about oneself or one's own child."""
    seen = Q(pk__in=[])
    if viewer.is_a(Role.STUDENT):
        seen |= Q(student__person=viewer.person_id)
    if viewer.is_a(Role.GUARDIAN):
        mine = family_ties(viewer, Matter.CARE)
        seen |= Q(student__in=mine.values("student"))
    return seen


def is_family(viewer: Viewer, student: Student) -> bool:
    """Say whether the viewer is the student or their family today: their reading is not written."""
    if viewer.person_id == student.person_id:
        return True
    mine = family_ties(viewer, Matter.CARE).filter(student=student)
    return viewer.is_a(Role.GUARDIAN) and mine.exists()


def visible_travels(viewer: Viewer) -> QuerySet[SupportTravel]:
    """What of a goal one sees was asked to travel, newest first; by link the one it names."""
    rows: QuerySet[SupportTravel] = SupportTravel.objects.filter(school=viewer.school)
    if viewer.purpose:
        named = viewer.subjects if viewer.purpose == ALLOW_TRAVEL else ()
        family = family_ties(viewer, Matter.DECIDE).filter(has_care=True)
        rows = rows.filter(public_id__in=named, student__in=family.values("student"))
    else:
        rows = rows.filter(goal__in=visible_support_goals(viewer).values("pk"))
    related = ("goal", "student__person", "asked_by", "answered_by", "revoked_by")
    return rows.select_related(*related).order_by("-created_at", "-pk")


def allowed_travels(school: int, student: int) -> QuerySet[SupportTravel]:
    """What a mentor of this student (key) may know today. The caller knows that they are."""
    rows = SupportTravel.objects.filter(
        school=school,
        student=student, state=SupportTravel.State.ALLOWED,
        goal__state=SupportGoal.State.ACTIVE,
    )  # fmt: skip
    return rows.order_by("pk")


def earlier_of(goal: SupportGoal) -> QuerySet[EarlierGoal]:
    """What a goal (that one sees) said before, newest first."""
    return EarlierGoal.objects.filter(goal=goal).select_related("by").order_by("-at", "-pk")


def support_readers_of(goal: SupportGoal) -> QuerySet[SupportReader]:
    """Who was added, and still reads."""
    rows = SupportReader.objects.filter(goal=goal, until_at__isnull=True)
    return rows.select_related("person", "added_by").order_by("since_at", "pk")


def support_readings_of(goal: SupportGoal) -> QuerySet[SupportReading]:
    """Who opened it when, the latest first."""
    rows = SupportReading.objects.filter(goal=goal)
    return rows.select_related("person").order_by("-at", "-pk")


def visible_concerns(viewer: Viewer) -> QuerySet[Concern]:
    """Owner, writer, the student's advisor, principal, readers, and who has something to do in it.

    The student where it is opened to them. Never a mentor; a family what it is told (concerns).
    """
    rows: QuerySet[Concern] = Concern.objects.filter(school=viewer.school)
    rows = rows.select_related("student__person", "owner", "by")
    if viewer.purpose or viewer.person_id is None:
        return rows.none()
    me = viewer.person_id
    seen = Q(pk__in=[])
    if viewer.is_a(Role.STUDENT):
        seen |= Q(student__person=me, student_reads=True)
    if viewer.is_staff:
        added = ConcernReader.objects.filter(person=me, until_at__isnull=True)
        doing = ConcernWord.objects.filter(owner=me)
        named = Q(owner=me) | Q(by=me) | Q(pk__in=added.values("concern"))
        named |= Q(pk__in=doing.values("concern"))
        named |= Q(student__in=own_advisees(viewer))
        if viewer.is_a(Role.PRINCIPAL):
            named = Q()
        # Nobody reads as staff what others write about their own child.
        own = Connection.objects.filter(adult=me, role=Role.GUARDIAN)
        seen |= named & ~Q(student__in=own.values("student"))
    return rows.filter(seen)


def words_of(concern: Concern) -> QuerySet[ConcernWord]:
    """Everything said in a concern one sees, oldest first."""
    rows = ConcernWord.objects.filter(concern=concern)
    return rows.select_related("by", "owner", "done_by").order_by("at", "pk")


def visible_actions(viewer: Viewer) -> QuerySet[ConcernWord]:
    """What somebody promised to do in concerns one sees."""
    rows: QuerySet[ConcernWord] = ConcernWord.objects.filter(
        school=viewer.school, kind=ConcernWord.Kind.ACTION
    )
    rows = rows.filter(concern__in=visible_concerns(viewer).values("pk"))
    return rows.select_related("concern__student__person", "owner")


def concern_readers_of(concern: Concern) -> QuerySet[ConcernReader]:
    """Who was added, and still reads."""
    rows = ConcernReader.objects.filter(concern=concern, until_at__isnull=True)
    return rows.select_related("person", "added_by").order_by("since_at", "pk")


def concern_readings_of(concern: Concern) -> QuerySet[ConcernReading]:
    """Who opened it when, the latest first."""
    rows = ConcernReading.objects.filter(concern=concern)
    return rows.select_related("person").order_by("-at", "-pk")


def staff_today(viewer: Viewer) -> QuerySet[Person]:
    """Who works at the school today."""
    today = viewer.school.today()
    hats = Membership.objects.filter(school=viewer.school, role__in=STAFF, since_on__lte=today)
    hats = hats.filter(Q(until_on__isnull=True) | Q(until_on__gte=today))
    people: QuerySet[Person] = Person.objects.filter(pk__in=hats.values("person"))
    return people.order_by("sort_name", "pk")


def staff_ever(viewer: Viewer) -> QuerySet[Person]:
    """Adults of the school whom somebody may have named as readers."""
    hats = Membership.objects.filter(school=viewer.school, role__in=STAFF)
    people: QuerySet[Person] = Person.objects.filter(pk__in=hats.values("person"))
    return people


def students_to_support(viewer: Viewer) -> QuerySet[Student]:
    """Enrolled students about whom this viewer may write something, by name."""
    if not may_write_support(viewer):
        return Student.objects.none()
    rows: QuerySet[Student] = Student.objects.filter(school=viewer.school)
    if not viewer.is_a(Role.STAFF, Role.PRINCIPAL, Role.COORDINATOR):
        rows = visible_students(viewer, Matter.CARE)
    rows = rows.filter(state=Student.State.ENROLLED).select_related("person")
    return rows.order_by("person__sort_name", "pk")


def may_write_support(viewer: Viewer) -> bool:
    """Principal, coordinator, advisors, and other staff such as a case manager or a counsellor."""
    return viewer.is_a(*WRITERS) and not viewer.purpose


def may_manage(viewer: Viewer, goal: SupportGoal) -> bool:
    """The case manager and the principal change it, name readers, and ask for it to travel."""
    if viewer.purpose or goal.school_id != viewer.school.pk or not viewer.is_staff:
        return False
    return viewer.is_a(Role.PRINCIPAL) or goal.manager_id == viewer.person_id


def may_decide_travel(viewer: Viewer, travel: SupportTravel) -> bool:
    """The family decides what a mentor may know; the student alone once they are of age."""
    student = travel.student
    if student.school_id != viewer.school.pk:
        return False
    own = viewer.is_a(Role.STUDENT) and viewer.person_id == student.person_id
    if is_of_age(student):
        return own and not viewer.purpose
    if viewer.purpose:
        return visible_travels(viewer).filter(pk=travel.pk).exists()
    return not own and may_decide(viewer, student)


def may_carry(viewer: Viewer, concern: Concern) -> bool:
    """Whoever of the staff reads a concern writes in it."""
    seen = visible_concerns(viewer).filter(pk=concern.pk)
    return viewer.is_staff and not viewer.purpose and seen.exists()


def may_lead(viewer: Viewer, concern: Concern) -> bool:
    """Its owner and the principal name readers, hand it on and close it."""
    leads = viewer.is_a(Role.PRINCIPAL) or concern.owner_id == viewer.person_id
    return leads and may_carry(viewer, concern)
