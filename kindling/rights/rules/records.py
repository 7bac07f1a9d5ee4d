"""Who may ask for a record, who answers, and who reads what was given."""

from __future__ import annotations

from functools import reduce
from operator import or_

from django.db.models import Q, QuerySet

from kindling.people.matters import READS, Matter
from kindling.people.models import Connection, Limit, Student
from kindling.people.rules import (
    family_ties,
    guardian_ties,
    guardians_for,
    kin_of,
    own_kin,
    visible_students,
)
from kindling.rights.models import OwnCopy, RecordsItem, RecordsRequest
from kindling.rights.record.areas import APART, CONFIDENTIAL, is_confidential
from kindling.schools.models import Membership, Person, School
from kindling.schools.roles import Role
from kindling.schools.viewer import Viewer

KEEPERS = (Role.REGISTRAR, Role.PRINCIPAL)
ASK_RECORDS, GET_RECORDS = "ask_records", "get_records"


def askable_students(viewer: Viewer) -> QuerySet[Student]:
    """Whose record one may ask for: one's own, also after school, and one's children.

    A guardian asks whatever a court has limited: what follows is for staff to decide, and the page
    tells nobody that there is a limit.
    """
    students: QuerySet[Student] = Student.objects.filter(school=viewer.school)
    students = students.select_related("person", "school")
    if viewer.purpose == ASK_RECORDS:
        mine = _own_ties(viewer).values("student")
        return students.filter(public_id__in=viewer.subjects, pk__in=mine)
    if viewer.purpose or viewer.person is None:
        return students.none()
    found = Q(pk__in=[])
    if viewer.is_a(Role.STUDENT, Role.ALUM):
        found |= Q(person=viewer.person)
    if viewer.is_a(Role.GUARDIAN):
        found |= Q(pk__in=_own_ties(viewer).values("student"))
    return students.filter(found).order_by("person__sort_name", "pk")


def _own_ties(viewer: Viewer) -> QuerySet[Connection]:
    """The viewer's connections as family that hold today, whatever they are let into."""
    today = viewer.school.today()
    return Connection.objects.filter(
        Q(until_on__isnull=True) | Q(until_on__gte=today),
        school=viewer.school,
        adult=viewer.person_id or 0,
        role=Role.GUARDIAN,
        since_on__lte=today,
    )


def is_entitled(person: Person | None, student: Student) -> bool:
    """Say whether it is this person's own right: the student's, and a guardian's until eighteen.

    A guardian who is not let into all of it is no stranger and no holder: a person decides.
    """
    if person is None:
        return False
    if person.pk == student.person_id:
        return True
    whole = {matter.column: True for matter in (*READS, Matter.DECIDE)}
    ties = guardian_ties(Matter.DECIDE, student.school.today())
    return ties.filter(student=student, adult=person, **whole).exists()


def may_answer(viewer: Viewer) -> bool:
    """Registrar and principal answer what is asked."""
    return viewer.is_a(*KEEPERS) and not viewer.purpose


def may_handle(viewer: Viewer, asked: RecordsRequest) -> bool:
    """They answer, but nobody what they have asked themselves or for their own child."""
    if not may_answer(viewer) or asked.school_id != viewer.school.pk:
        return False
    if viewer.person_id in {asked.asked_by_id, asked.student.person_id}:
        return False
    return viewer.person_id not in kin_of(asked.student)


def visible_requests(viewer: Viewer) -> QuerySet[RecordsRequest]:
    """Who answers sees all, who asked their own; behind a link what it names."""
    rows: QuerySet[RecordsRequest] = RecordsRequest.objects.filter(school=viewer.school)
    if viewer.purpose == GET_RECORDS:
        rows = rows.filter(public_id__in=viewer.subjects, asked_by=viewer.person)
    elif viewer.purpose:
        return rows.none()
    elif not may_answer(viewer):
        rows = rows.filter(asked_by=viewer.person_id or 0)
    else:
        mine = Q(asked_by=viewer.person)
        rows = rows.filter(mine | ~Q(student__in=own_kin(viewer)))
    related = ("student__person", "student__school", "asked_by", "school", "bundle", "closed_by")
    return rows.select_related(*related, "verified_by").order_by("-asked_on", "-pk")


def open_requests(viewer: Viewer) -> QuerySet[RecordsRequest]:
    """What the viewer is still to answer, the first due first."""
    rows = visible_requests(viewer).filter(state__in=RecordsRequest.OPEN)
    rows = rows.exclude(asked_by=viewer.person_id or 0)
    return rows.exclude(student__person=viewer.person_id or 0).order_by("due_on", "pk")


def may_withdraw(viewer: Viewer, asked: RecordsRequest) -> bool:
    """Who asked takes it back."""
    return asked.asked_by_id is not None and asked.asked_by_id == viewer.person_id


def items_of(viewer: Viewer, asked: RecordsRequest) -> QuerySet[RecordsItem]:
    """What is decided about; only who handles it sees the items."""
    rows = visible_items(viewer).filter(request=asked)
    return rows if may_handle(viewer, asked) else rows.none()


def easy_items(viewer: Viewer, asked: RecordsRequest) -> QuerySet[RecordsItem]:
    """Undecided ones that nothing speaks against giving and that are the viewer's to decide.

    Never of incidents, nor what another of the family brought: each is looked at.
    """
    rows = items_of(viewer, asked).filter(
        decision=RecordsItem.Decision.OPEN, names="", is_sealed=False
    )
    rows = rows.exclude(Q(kind__in=APART) | Q(kind__startswith="concerns."))
    if not viewer.is_a(Role.PRINCIPAL):
        rows = rows.exclude(reduce(or_, (Q(kind__startswith=f"{app}.") for app in CONFIDENTIAL)))
    return rows


def may_decide(viewer: Viewer, item: RecordsItem) -> bool:
    """Of what other leaders do not read, the principal alone."""
    if not may_handle(viewer, item.request):
        return False
    return not is_confidential(item.kind) or viewer.is_a(Role.PRINCIPAL)


def may_open(viewer: Viewer, item: RecordsItem) -> bool:
    """Read an item to decide about it; what one person wrote for themselves nobody opens."""
    return may_decide(viewer, item) and not item.is_sealed


def may_take(viewer: Viewer, asked: RecordsRequest) -> bool:
    """Download what was given: who asked, while it is given as a link and they may still have it."""
    if asked.state != asked.State.PROVIDED or asked.given != asked.Given.LINK:
        return False
    if viewer.purpose and not viewer.holds(GET_RECORDS, asked.public_id):
        return False
    if viewer.person is None or viewer.person_id != asked.asked_by_id:
        return False
    if viewer.person_id == asked.student.person_id:
        return True
    if not asked.is_held:  # given as their right: it ends with a limit, and at eighteen
        return is_entitled(viewer.person, asked.student)
    since = Limit.objects.filter(
        student=asked.student_id,
        adult=viewer.person_id,
        ended_at=None,
        created_at__gt=asked.closed_at,
    )
    ties = family_ties(viewer, None).filter(student=asked.student_id)
    return ties.exists() and not since.exists()


def keepers(school: School) -> list[Person]:
    """Who answers today: the registrars; where there is none, the principals."""
    today = school.today()
    hats = Membership.objects.filter(school=school, role__in=KEEPERS, since_on__lte=today)
    hats = hats.filter(Q(until_on__isnull=True) | Q(until_on__gte=today))
    found = list(hats.select_related("person__school").order_by("pk"))
    registrars = [one.person for one in found if one.role == Role.REGISTRAR]
    return registrars or [one.person for one in found]


def visible_items(viewer: Viewer) -> QuerySet[RecordsItem]:
    """Items of every request that one answers."""
    rows: QuerySet[RecordsItem] = RecordsItem.objects.filter(school=viewer.school)
    if not may_answer(viewer):
        return rows.none()
    mine = Q(request__asked_by=viewer.person) | Q(request__student__person=viewer.person)
    related = ("request__student__person", "request__student__school", "decided_by")
    mine |= Q(request__student__in=own_kin(viewer))
    return rows.exclude(mine).select_related(*related)


def who_may_have_asked(student: Student) -> list[Person]:
    """For staff: the student, and everybody who was or is family, whatever is limited."""
    ties = Connection.objects.filter(student=student, role=Role.GUARDIAN)
    people = Person.objects.filter(Q(pk__in=ties.values("adult")) | Q(pk=student.person_id))
    return list(people.order_by("sort_name", "pk"))


def asked_before(viewer: Viewer, students: list[Student]) -> list[RecordsRequest]:
    """What the bearer of a link has asked and the school has not answered."""
    rows = RecordsRequest.objects.filter(
        asked_by=viewer.person, student__in=students, state__in=RecordsRequest.OPEN
    )
    return list(rows.select_related("student__person").order_by("pk"))


def is_own_record(viewer: Viewer, student: Student) -> bool:
    """Say whether it is the viewer's own, as a student or as one who was."""
    own = viewer.person_id is not None and viewer.person_id == student.person_id
    return own and not viewer.purpose and viewer.is_a(Role.STUDENT, Role.ALUM)


def own_copies(viewer: Viewer) -> QuerySet[OwnCopy]:
    """Files that are there or being made, the newest first."""
    rows: QuerySet[OwnCopy] = OwnCopy.objects.filter(
        school=viewer.school, student__person=viewer.person_id or 0
    )
    if viewer.purpose:
        return rows.none()
    return rows.exclude(state=OwnCopy.State.GONE).order_by("-asked_at", "-pk")


def students_of_rights(viewer: Viewer) -> QuerySet[Student]:
    """Whose page of rights one opens: who may ask, and who answers."""
    if may_answer(viewer):
        return visible_students(viewer)
    return askable_students(viewer)


def guardians_today(student: Student) -> list[Person]:
    """For who answers: every guardian of today who decides, to send the link to."""
    return list(guardians_for(student, Matter.DECIDE))
