"""Who reads a letter: who writes it, the student it is about, and only then the next advisor."""

from __future__ import annotations

from datetime import date, timedelta

from django.db.models import Exists, OuterRef, Q, QuerySet

from kindling.advisory.models import Advisory, AdvisoryAdvisor, AdvisoryStudent
from kindling.handover.models import Handover, Letter, Version, Word
from kindling.people.models import Connection, Student
from kindling.people.rules import own_advisees
from kindling.schools.models import Membership, Person
from kindling.schools.roles import Role
from kindling.schools.viewer import Viewer

State = Letter.State
LATELY = timedelta(days=120)


def decides(viewer: Viewer) -> bool:
    """Coordinator and principal finish what somebody left behind."""
    return viewer.is_a(Role.COORDINATOR, Role.PRINCIPAL) and not viewer.purpose


def may_open(viewer: Viewer) -> bool:
    """Staff who advise or decide, and students."""
    hats = (Role.ADVISOR, Role.COORDINATOR, Role.PRINCIPAL, Role.STUDENT)
    return viewer.is_a(*hats) and not viewer.purpose


def visible_letters(viewer: Viewer) -> QuerySet[Letter]:
    """Coordinator and principal all; who leaves, while they advise the student; the student once it
    was shown; the student's own advisor once it was handed over. Substitutes none.
    """
    letters: QuerySet[Letter] = Letter.objects.filter(school=viewer.school)
    letters = letters.select_related(
        "handover__advisory", "handover__leaving", "handover__next", "student__person"
    )
    if viewer.purpose or viewer.person_id is None:
        return letters.none()
    if decides(viewer):
        return letters
    seen = Q(pk__in=[])
    if viewer.is_a(Role.STUDENT):
        shown = Version.objects.filter(letter=OuterRef("pk"))
        seen |= Q(Exists(shown), student__person=viewer.person_id)
    if viewer.is_a(Role.ADVISOR):
        mine = Q(student__in=own_advisees(viewer))
        seen |= mine & (Q(handover__leaving=viewer.person_id) | Q(state=State.GIVEN))
        seen |= Q(state=State.GIVEN, given_to=viewer.person_id)
    return letters.filter(seen)


def may_write(viewer: Viewer, letter: Letter) -> bool:
    """Who leaves, while they advise the student; coordinator and principal."""
    if letter.school_id != viewer.school.pk or viewer.purpose:
        return False
    if decides(viewer):
        return True
    own = own_advisees(viewer).filter(student=letter.student)
    return letter.handover.leaving_id == viewer.person_id and own.exists()


def is_about(viewer: Viewer, letter: Letter) -> bool:
    """Say whether the viewer is the student of the letter."""
    mine = letter.student.person_id == viewer.person_id
    return mine and viewer.is_a(Role.STUDENT) and not viewer.purpose


def may_take(viewer: Viewer, letter: Letter) -> bool:
    """Whoever it was handed to says that they have read it."""
    return letter.given_to_id == viewer.person_id and not viewer.purpose and viewer.is_staff


def reads_all(viewer: Viewer, letter: Letter) -> bool:
    """Who wrote it and who it is about read every version; the next advisor the agreed one."""
    return is_about(viewer, letter) or may_write(viewer, letter)


def versions_of(viewer: Viewer, letter: Letter) -> QuerySet[Version]:
    """What was shown, the newest first. Ask only for a letter one sees."""
    rows: QuerySet[Version] = Version.objects.filter(letter=letter).order_by("-number")
    if not reads_all(viewer, letter):
        rows = rows.filter(pk=rows.values("pk")[:1])
    return rows.select_related("by")


def words_of(viewer: Viewer, letter: Letter) -> QuerySet[Word]:
    """What the student said to it. Ask only for a letter one sees."""
    rows: QuerySet[Word] = Word.objects.filter(letter=letter).order_by("at", "pk")
    return rows if reads_all(viewer, letter) else rows.filter(kind=Word.Kind.OWN)


def visible_handovers(viewer: Viewer) -> QuerySet[Handover]:
    """Coordinator and principal all; who leaves their own, while they are staff."""
    rows: QuerySet[Handover] = Handover.objects.filter(school=viewer.school)
    rows = rows.select_related("advisory", "leaving", "next").order_by("-last_on", "-pk")
    if viewer.purpose or not viewer.is_staff:
        return rows.none()
    return rows if decides(viewer) else rows.filter(leaving=viewer.person_id)


def letters_of(handover: Handover) -> QuerySet[Letter]:
    """How far each letter is. Ask only for a hand-over one sees."""
    rows: QuerySet[Letter] = Letter.objects.filter(handover=handover)
    return rows.select_related("student__person").order_by("student__person__sort_name", "pk")


def may_start(viewer: Viewer, advisory: Advisory, leaving: Person) -> bool:
    """Who leads the group for themselves; coordinator and principal for everybody."""
    if viewer.purpose or advisory.school_id != viewer.school.pk:
        return False
    led = leads_lately(viewer).filter(advisory=advisory, person=leaving)
    return (decides(viewer) or leaving.pk == viewer.person_id) and led.exists()


def leads_lately(viewer: Viewer) -> QuerySet[AdvisoryAdvisor]:
    """Who leads a group, or did not long ago, one row for each time: for who may start one."""
    since = viewer.school.today() - LATELY
    rows: QuerySet[AdvisoryAdvisor] = AdvisoryAdvisor.objects.filter(
        Q(until_on__isnull=True) | Q(until_on__gte=since), school=viewer.school, is_lead=True
    )
    rows = rows.select_related("advisory", "person").order_by("advisory__name", "pk")
    if decides(viewer):
        return rows
    today = viewer.school.today()
    mine = rows.filter(Q(until_on__isnull=True) | Q(until_on__gte=today), person=viewer.person_id)
    return mine if viewer.is_a(Role.ADVISOR) and not viewer.purpose else rows.none()


def left_without(viewer: Viewer) -> QuerySet[AdvisoryAdvisor]:
    """Who left a group lately and wrote nothing. For coordinator and principal."""
    begun = Handover.objects.filter(advisory=OuterRef("advisory"), leaving=OuterRef("person"))
    rows = leads_lately(viewer).filter(~Exists(begun), until_on__lt=viewer.school.today())
    return rows if decides(viewer) else rows.none()


def group_of(advisory: Advisory, on: date) -> QuerySet[Student]:
    """Who sits in the group on that day. For who may start a hand-over."""
    seats = AdvisoryStudent.objects.filter(
        Q(until_on__isnull=True) | Q(until_on__gte=on), advisory=advisory, since_on__lte=on
    )
    students: QuerySet[Student] = Student.objects.filter(pk__in=seats.values("student"))
    return students.select_related("person").order_by("person__sort_name", "pk")


def next_people(viewer: Viewer) -> QuerySet[Person]:
    """Who may take over: the school's advisors of today."""
    today = viewer.school.today()
    worn = Membership.objects.filter(
        school=viewer.school, role=Role.ADVISOR, since_on__lte=today
    ).exclude(until_on__lt=today)
    people: QuerySet[Person] = Person.objects.filter(pk__in=worn.values("person"))
    return people.order_by("sort_name", "pk")


def without_letter(viewer: Viewer, handover: Handover) -> QuerySet[Student]:
    """Who sits in the group today and has no letter of this hand-over."""
    there = Letter.objects.filter(handover=handover, student=OuterRef("pk"))
    return group_of(handover.advisory, viewer.school.today()).filter(~Exists(there))


def writers_of(letter: Letter) -> list[Person]:
    """Who is told that the student asks for a change: who leaves, while they advise them; else the
    principal and the coordinator.
    """
    today = letter.school.today()
    held = Connection.objects.filter(
        Q(until_on__isnull=True) | Q(until_on__gte=today),
        student=letter.student, adult=letter.handover.leaving, role=Role.ADVISOR,
        since_on__lte=today, is_substitute=False,
    )  # fmt: skip
    worn = Membership.objects.filter(school=letter.school, since_on__lte=today)
    worn = worn.exclude(until_on__lt=today)
    advises = worn.filter(person=letter.handover.leaving, role=Role.ADVISOR)
    if held.exists() and advises.exists():
        return [letter.handover.leaving]
    hats = worn.filter(role__in=[Role.PRINCIPAL, Role.COORDINATOR])
    return list(Person.objects.filter(pk__in=hats.values("person")).order_by("pk"))
