"""Who reads a worry. Narrower than anything else here: no hat alone opens one but the principal's."""

from __future__ import annotations

from datetime import date

from django.db.models import Q, QuerySet

from kindling.incidents.models import (
    Incident,
    Reader,
    Reading,
    Suspension,
    TrustedAdult,
    Word,
    WorryPlan,
)
from kindling.people.matters import Matter
from kindling.people.models import Connection, Student
from kindling.people.rules import visible_students
from kindling.placements.models import Placement
from kindling.schools.models import Membership, Person
from kindling.schools.roles import STAFF, Role
from kindling.schools.viewer import Viewer
from kindling.sites.models import Opportunity


def visible_incidents(viewer: Viewer) -> QuerySet[Incident]:
    """The adult who was asked, the principal, and those who were added; only while they are staff.

    Leaders as such see none. The bearer of a pass never does, and a program neither.
    """
    incidents: QuerySet[Incident] = Incident.objects.filter(school=viewer.school)
    if viewer.purpose or not viewer.is_staff or viewer.person_id is None:
        return incidents.none()
    # Nobody reads as staff what their own child wrote, unless somebody adds them.
    added = Reader.objects.filter(person=viewer.person_id, until_at__isnull=True)
    named = Q(adult=viewer.person_id) | Q(pk__in=added.values("incident"))
    if viewer.is_a(Role.PRINCIPAL):
        own = Connection.objects.filter(adult=viewer.person_id, role=Role.GUARDIAN)
        named |= ~Q(student__in=own.values("student"))
    related = ("student__person", "placement__site", "adult", "opened_by", "read_by")
    return incidents.filter(named).select_related(*related)


def visible_worries(viewer: Viewer) -> QuerySet[Incident]:
    """What a student wrote: theirs alone, on a page of its own."""
    worries: QuerySet[Incident] = Incident.objects.filter(school=viewer.school)
    if viewer.purpose or not viewer.is_a(Role.STUDENT):
        return worries.none()
    mine = worries.filter(student__person=viewer.person_id, source=Incident.Source.STUDENT)
    return mine.select_related("adult", "read_by", "placement__site").order_by("-opened_at", "-pk")


def words_of(incident: Incident) -> QuerySet[Word]:
    """Everything written about an incident one may see, oldest first."""
    return Word.objects.filter(incident=incident).select_related("by").order_by("at", "pk")


def words_for_student(worry: Incident) -> QuerySet[Word]:
    """The student's own words, and the answers meant for them."""
    return words_of(worry).filter(kind__in=Word.FOR_STUDENT)


def told_for_student(worry: Incident) -> QuerySet[Word]:
    """That family, principal or mentor were told, and when; not how, and of no authority."""
    shown = (Word.Whom.FAMILY, Word.Whom.PRINCIPAL, Word.Whom.MENTOR)
    return words_of(worry).filter(kind=Word.Kind.TOLD, whom__in=shown)


def readers_of(incident: Incident) -> QuerySet[Reader]:
    """Who was added, and still reads."""
    readers = Reader.objects.filter(incident=incident, until_at__isnull=True)
    return readers.select_related("person", "added_by").order_by("since_at", "pk")


def readings_of(incident: Incident) -> QuerySet[Reading]:
    """Who opened the page when, the latest first."""
    return Reading.objects.filter(incident=incident).select_related("person").order_by("-at", "-pk")


def plan_of(viewer: Viewer) -> WorryPlan:
    """What the school says; a plan that is not saved where it has said nothing yet."""
    found: WorryPlan | None = WorryPlan.objects.filter(school=viewer.school).first()
    return found or WorryPlan(school=viewer.school)


def offered_adults(viewer: Viewer) -> QuerySet[TrustedAdult]:
    """The adults whom the school offers, by name: while they work here."""
    rows: QuerySet[TrustedAdult] = TrustedAdult.objects.filter(
        school=viewer.school, person__in=staff_today(viewer).values("pk")
    )
    return rows.select_related("person").order_by("person__sort_name", "pk")


def guardians_of(incident: Incident) -> QuerySet[Person]:
    """The student's family of today, let into something or not; also whom it is against already."""
    today = incident.school.today()
    held = Connection.objects.filter(
        Q(until_on__isnull=True) | Q(until_on__gte=today), student=incident.student,
        role=Role.GUARDIAN,
    )  # fmt: skip
    named = Q(pk__in=held.values("adult")) | Q(pk=incident.against_id or 0)
    people: QuerySet[Person] = Person.objects.filter(named, school=incident.school_id)
    return people.order_by("sort_name", "pk")


def staff_today(viewer: Viewer) -> QuerySet[Person]:
    """Who works at the school today."""
    held = hats_on(viewer.school.today()).filter(school=viewer.school, role__in=STAFF)
    people: QuerySet[Person] = Person.objects.filter(pk__in=held.values("person"))
    return people.order_by("sort_name", "pk")


def people_with(viewer: Viewer, role: Role) -> QuerySet[Person]:
    """Who wears this hat today."""
    held = hats_on(viewer.school.today()).filter(school=viewer.school, role=role)
    return Person.objects.filter(pk__in=held.values("person")).order_by("sort_name", "pk")


def principals_for(viewer: Viewer, student: Student) -> QuerySet[Person]:
    """The principals of today who may read what this student wrote."""
    return people_with(viewer, Role.PRINCIPAL).exclude(pk__in=family_of(student))


def hats_on(day: date) -> QuerySet[Membership]:
    hats: QuerySet[Membership] = Membership.objects.filter(since_on__lte=day)
    return hats.filter(Q(until_on__isnull=True) | Q(until_on__gte=day))


def advisors_of(viewer: Viewer, student: Student) -> QuerySet[Person]:
    """The student's own advisors of today."""
    today = viewer.school.today()
    held = Connection.objects.filter(
        Q(until_on__isnull=True) | Q(until_on__gte=today),
        student=student, role=Role.ADVISOR, is_substitute=False, since_on__lte=today,
    )  # fmt: skip
    return staff_today(viewer).filter(pk__in=held.values("adult"))


def family_of(student: Student) -> set[int]:
    """Keys of the people who are this student's family, ever."""
    held = Connection.objects.filter(student=student, role=Role.GUARDIAN)
    return set(held.values_list("adult", flat=True))


def own_student(viewer: Viewer) -> Student | None:
    """The enrolled student who is asking; None for everybody else."""
    if viewer.purpose or not viewer.is_a(Role.STUDENT):
        return None
    mine = Student.objects.filter(school=viewer.school, person=viewer.person_id)
    return mine.filter(state=Student.State.ENROLLED).select_related("person").first()


def running_placements(student: Student) -> QuerySet[Placement]:
    """Where the student is at present."""
    rows = Placement.objects.filter(student=student).running()
    return rows.select_related("site", "mentor", "student__person", "opportunity__site", "pursuit")


def may_raise_worry(viewer: Viewer, student: Student) -> bool:
    """Students speak for themselves, with no adult in between."""
    own = viewer.is_a(Role.STUDENT) and student.person_id == viewer.person_id
    return own and not viewer.purpose


def may_add_to_worry(viewer: Viewer, worry: Incident) -> bool:
    """The student goes on writing, also after it was closed."""
    return visible_worries(viewer).filter(pk=worry.pk).exists()


def may_open_incident(viewer: Viewer, student: Student) -> bool:
    """Staff write down what they saw or were told about a student they see."""
    if viewer.purpose or not viewer.is_staff:
        return False
    return visible_students(viewer, Matter.CARE).filter(pk=student.pk).exists()


def students_to_report(viewer: Viewer) -> QuerySet[Student]:
    """Enrolled students about whom this viewer may write something down, by name."""
    if viewer.purpose or not viewer.is_staff:
        return Student.objects.none()
    students = visible_students(viewer, Matter.CARE).filter(state=Student.State.ENROLLED)
    return students.order_by("person__sort_name", "pk")


def may_write(viewer: Viewer, incident: Incident) -> bool:
    """Whoever reads it writes: notes, answers, what was done and who was told."""
    return visible_incidents(viewer).filter(pk=incident.pk).exists()


def may_decide(viewer: Viewer, incident: Incident) -> bool:
    """Pause, add readers, close: the adult who was asked, and the principal."""
    leads = viewer.is_a(Role.PRINCIPAL) or incident.adult_id == viewer.person_id
    return leads and may_write(viewer, incident)


def is_site_paused(incident: Incident) -> bool:
    """Whether the place takes no new students: something is paused there, and nothing open."""
    if incident.placement is None:
        return False
    places = incident.placement.site.opportunities.values_list("state", flat=True)
    states = set(places.distinct().order_by())
    return Opportunity.State.PAUSED in states and Opportunity.State.OPEN not in states


def suspension_of(incident: Incident) -> Suspension | None:
    """The mentor who guides nobody because of this incident, if there is one. One statement."""
    held = Suspension.objects.filter(incident=incident, until_at__isnull=True)
    return held.select_related("mentor").first()


def may_set_up(viewer: Viewer) -> bool:
    """The principal or an administrator says whom the school offers."""
    return viewer.is_a(Role.PRINCIPAL, Role.ADMINISTRATOR) and not viewer.purpose


def may_escalate(viewer: Viewer) -> bool:
    """Only the clock."""
    return viewer.is_a(Role.SYSTEM)
