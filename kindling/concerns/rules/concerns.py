"""A concern: its family's, its keeper's and the principal's. Never of whom it is about."""

from __future__ import annotations

from datetime import date, timedelta

from django.db.models import Q, QuerySet

from kindling.concerns.models import FamilyConcern
from kindling.families.rules import children_of, choice_of, reader_of
from kindling.people.matters import Matter
from kindling.people.models import Connection, Student
from kindling.people.rules import family_ties, kin_of, own_kin
from kindling.schedule.queries.days import open_days
from kindling.schools.models import Membership, Person, School
from kindling.schools.roles import STAFF, Role
from kindling.schools.viewer import Viewer

FAMILY_CONCERN = "family_concern"  # a guardian's pass; its subject is one child
# Who answers where the one before may not: the own advisor first.
AHEAD = timedelta(days=60)
IN_ORDER = (Role.PRINCIPAL, Role.COORDINATOR, Role.ADMINISTRATOR)


def children_to_speak_of(viewer: Viewer) -> QuerySet[Student]:
    """About which children this family may bring a concern: who gets letters writes back.

    By a link the child it names. From eighteen on those who let them.
    """
    if viewer.purpose == FAMILY_CONCERN:
        mine = family_ties(viewer, Matter.TOLD)
        named: QuerySet[Student] = Student.objects.filter(
            school=viewer.school, public_id__in=viewer.subjects, pk__in=mine.values("student"),
            state=Student.State.ENROLLED,
        )  # fmt: skip
        return named.select_related("person")
    return children_of(reader_of(viewer), Matter.TOLD)


def own_concerns(viewer: Viewer) -> QuerySet[FamilyConcern]:
    """What this guardian brought, of children they may speak of today, the newest first."""
    rows: QuerySet[FamilyConcern] = FamilyConcern.objects.filter(school=viewer.school)
    rows = rows.filter(by=viewer.person_id or 0).select_related("student__person", "keeper", "by")
    children = children_to_speak_of(viewer).order_by().values("pk")
    return rows.filter(student__in=children).order_by("-at", "-pk")


def visible_concerns(viewer: Viewer) -> QuerySet[FamilyConcern]:
    """Signed in: the family's own; the student's where it is shown; of staff the keeper and principal.

    Nobody reads what is said about them, nor as staff what another brings about their own child.
    """
    rows: QuerySet[FamilyConcern] = FamilyConcern.objects.filter(school=viewer.school)
    related = ("student__person", "keeper", "by", "person", "voice", "transcribed_by")
    rows, me = rows.select_related(*related), viewer.person_id
    if viewer.purpose or me is None:
        return rows.none()
    seen = Q(pk__in=[])
    if viewer.is_a(Role.GUARDIAN):
        seen |= Q(pk__in=own_concerns(viewer).order_by().values("pk"))
    if viewer.is_a(Role.STUDENT):
        seen |= Q(student__person=me, student_reads=True)
    if viewer.is_staff:
        kept = Q() if viewer.is_a(Role.PRINCIPAL) else Q(keeper=me)
        others = Q(person__isnull=True) | ~Q(person=me)
        seen |= kept & others & ~Q(student__in=own_kin(viewer))
    return rows.filter(seen)


def may_keep(viewer: Viewer, concern: FamilyConcern) -> bool:
    """Answer, write down what a voice says, hand it on: the keeper and the principal."""
    if viewer.purpose or not viewer.is_staff or viewer.person_id == concern.by_id:
        return False
    leads = viewer.is_a(Role.PRINCIPAL) or is_keeper(viewer, concern)
    return leads and visible_concerns(viewer).filter(pk=concern.pk).exists()


def is_keeper(viewer: Viewer, concern: FamilyConcern) -> bool:
    return concern.keeper_id == viewer.person_id


def may_lead(viewer: Viewer) -> bool:
    """Staff have the page; most find it empty."""
    return viewer.is_staff and not viewer.purpose


def about_people(viewer: Viewer, student: Student) -> QuerySet[Person]:
    """Grown-ups a family can name: who is with the child today and is no family, and the leaders.

    A mentor only for who may know where the child is.
    """
    ties = _ties_of_work(student, viewer.school.today())
    if not children_of_days(viewer, student):
        ties = ties.exclude(role=Role.MENTOR)
    leads = _wearing(viewer, (Role.PRINCIPAL, Role.COORDINATOR))
    people: QuerySet[Person] = Person.objects.filter(
        Q(pk__in=ties.values("adult")) | Q(pk__in=leads), school=viewer.school
    )
    return people.exclude(pk=viewer.person_id or 0).order_by("sort_name", "pk")


def people_meant(viewer: Viewer, concern: FamilyConcern) -> QuerySet[Person]:
    """Whom a keeper can name as meant: who is with the student and is no family, and all staff."""
    ties, staff = _ties_of_work(concern.student, viewer.school.today()), tuple(STAFF)
    people: QuerySet[Person] = Person.objects.filter(
        Q(pk__in=ties.values("adult")) | Q(pk__in=_wearing(viewer, staff)), school=viewer.school
    )
    return people.exclude(pk__in=kin_of(concern.student)).order_by("sort_name", "pk")


def _ties_of_work(student: Student, today: date) -> QuerySet[Connection]:
    """Whoever is with the student today and is no family."""
    ties = Connection.objects.filter(student=student, since_on__lte=today)
    ties = ties.filter(Q(until_on__isnull=True) | Q(until_on__gte=today))
    return ties.exclude(role=Role.GUARDIAN)


def children_of_days(viewer: Viewer, student: Student) -> bool:
    """Whether this guardian may know where the child is. One statement."""
    return family_ties(viewer, Matter.DAYS).filter(student=student).exists()


def keepers(viewer: Viewer, student: Student, about: Person | None) -> QuerySet[Person]:
    """Who could keep a concern about this student: works here, signs in, is not meant, no kin."""
    people: QuerySet[Person] = Person.objects.filter(pk__in=_wearing(viewer, tuple(STAFF)))
    people = people.filter(user__isnull=False).exclude(pk__in=kin_of(student))
    return people.exclude(pk=about.pk if about else 0).order_by("sort_name", "pk")


def answers_for(
    viewer: Viewer, student: Student, about: Person | None, *, above: bool, but: int = 0
) -> list[Person]:
    """Who gets it: the own advisors; where one of them is meant, or `above`, the principal.

    Then coordinator and administrator. Never the one it is about, nor the child's own family, nor
    who has it already (`but`, a key).
    """
    free = keepers(viewer, student, about).exclude(pk=but)
    if not above:
        ties = _ties_of_work(student, viewer.school.today())
        held = ties.filter(role=Role.ADVISOR, is_substitute=False)
        meant = about is not None and held.filter(adult=about).exists()
        if not meant and (found := list(free.filter(pk__in=held.values("adult")))):
            return found
    for role in IN_ORDER:
        if found := list(free.filter(pk__in=_wearing(viewer, (role,)))):
            return found
    return []


def first_keepers(
    viewer: Viewer, student: Student, about: str, person: Person | None, *, to_principal: bool
) -> list[Person]:
    """Who gets it first. Where a grown-up is meant and not named, it may be the advisor."""
    unnamed = about == FamilyConcern.About.GROWN_UP and person is None
    above = to_principal or unnamed or about == FamilyConcern.About.SAFETY
    return answers_for(viewer, student, person, above=above)


def due_day(school: School, about: str = "") -> date:
    """The last day for an answer, in school days; in long holidays twice as many days."""
    days = 1 if about == FamilyConcern.About.SAFETY else choice_of(school).answer_days
    today = school.today()
    ahead = open_days(school, today + timedelta(days=1), today + AHEAD)
    return ahead[days - 1] if len(ahead) >= days else today + timedelta(days=2 * days)


def _wearing(viewer: Viewer, roles: tuple[str, ...]) -> QuerySet[Membership, int]:
    """Keys of who wears one of these hats today."""
    today = viewer.school.today()
    hats = Membership.objects.filter(school=viewer.school, role__in=roles, since_on__lte=today)
    return hats.filter(Q(until_on__isnull=True) | Q(until_on__gte=today)).values_list(
        "person", flat=True
    )
