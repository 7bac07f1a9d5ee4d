"""Who reads of a visit at home. What is sensitive has the fewest readers, and each is written down."""

from __future__ import annotations

from django.db.models import QuerySet

from kindling.people.models import Connection, Student
from kindling.people.rules import is_own_advisor, own_advisees
from kindling.schools.models import Membership, Person
from kindling.schools.roles import STAFF, Role
from kindling.schools.viewer import Viewer
from kindling.visits.models import HomeReader, HomeVisit, Opening, Sensitive
from kindling.visits.rules.visits import decides


def visible_home_visits(viewer: Viewer) -> QuerySet[HomeVisit]:
    """The student's own advisor, coordinator, principal and the readers whom the school names.

    Nobody reads as staff what is about their own child.
    """
    visits: QuerySet[HomeVisit] = HomeVisit.objects.filter(school=viewer.school)
    visits = visits.select_related("student__person", "by")
    if viewer.purpose or viewer.person_id is None:
        return visits.none()
    if decides(viewer) or is_reader(viewer):
        own = Connection.objects.filter(adult=viewer.person_id, role=Role.GUARDIAN)
        return visits.exclude(student__in=own.values("student"))
    return visits.filter(student__in=own_advisees(viewer))


def is_reader(viewer: Viewer) -> bool:
    """Whom the school named, while they work here. One statement."""
    if not viewer.is_staff or viewer.purpose:
        return False
    named = HomeReader.objects.filter(school=viewer.school, person=viewer.person_id)
    return named.filter(until_at__isnull=True).exists()


def may_visit_home(viewer: Viewer, student: Student) -> bool:
    """The student's own advisor, coordinator and principal."""
    if student.school_id != viewer.school.pk or viewer.purpose:
        return False
    return decides(viewer) or is_own_advisor(viewer, student)


def visitable_homes(viewer: Viewer) -> QuerySet[Student]:
    """Enrolled students whose families one may visit, by name."""
    students: QuerySet[Student] = Student.objects.filter(
        school=viewer.school, state=Student.State.ENROLLED
    )
    if not decides(viewer):
        students = students.filter(pk__in=own_advisees(viewer))
    return students.select_related("person").order_by("person__sort_name", "pk")


def may_note_home(viewer: Viewer, visit: HomeVisit) -> bool:
    """Whoever may visit there writes it down."""
    return may_visit_home(viewer, visit.student)


def may_read_sensitive(viewer: Viewer, visit: HomeVisit) -> bool:
    """The student's own advisor, and whom the school names. No hat alone opens it."""
    if not visible_home_visits(viewer).filter(pk=visit.pk).exists():
        return False
    return is_own_advisor(viewer, visit.student) or is_reader(viewer)


def sensitive_of(visit: HomeVisit) -> QuerySet[Sensitive]:
    """The words of a visit whose sensitive part one may read, oldest first."""
    return Sensitive.objects.filter(visit=visit).select_related("by").order_by("at", "pk")


def openings_of(visit: HomeVisit) -> QuerySet[Opening]:
    """Who opened it when, the latest first."""
    return Opening.objects.filter(visit=visit).select_related("person").order_by("-at", "-pk")


def own_home_visits(viewer: Viewer) -> QuerySet[HomeVisit]:
    """What a student reads of visits at home: when they are, and the words meant for them."""
    visits: QuerySet[HomeVisit] = HomeVisit.objects.filter(school=viewer.school)
    if viewer.purpose or not viewer.is_a(Role.STUDENT):
        return visits.none()
    visits = visits.exclude(state=HomeVisit.State.CANCELLED)
    return visits.filter(student__person=viewer.person_id).select_related("by")


def may_name_readers(viewer: Viewer) -> bool:
    """The principal says who else reads what is sensitive."""
    return viewer.is_a(Role.PRINCIPAL) and not viewer.purpose


def visible_readers(viewer: Viewer) -> QuerySet[HomeReader]:
    """Who is named."""
    rows: QuerySet[HomeReader] = HomeReader.objects.filter(
        school=viewer.school, until_at__isnull=True
    )
    rows = rows.select_related("person", "named_by").order_by("person__sort_name", "pk")
    return rows if may_name_readers(viewer) else rows.none()


def staff_people(viewer: Viewer) -> QuerySet[Person]:
    """Who works at the school today, for who may name readers."""
    today = viewer.school.today()
    worn = Membership.objects.filter(school=viewer.school, role__in=STAFF, since_on__lte=today)
    worn = worn.exclude(until_on__lt=today)
    people: QuerySet[Person] = Person.objects.filter(pk__in=worn.values("person"))
    return people.order_by("sort_name", "pk") if may_name_readers(viewer) else people.none()


def home_visits_of_students(viewer: Viewer) -> QuerySet[HomeVisit]:
    """Whether there was one, of students one may visit: for subqueries, not to be read."""
    visits: QuerySet[HomeVisit] = HomeVisit.objects.filter(school=viewer.school)
    return visits.exclude(state=HomeVisit.State.CANCELLED)


def my_home_visits(viewer: Viewer) -> QuerySet[HomeVisit]:
    """What the viewer planned or held, at families they may still visit. No statement of its own."""
    mine = home_visits_of_students(viewer).filter(by=viewer.person_id)
    if viewer.purpose or viewer.person_id is None:
        return mine.none()
    return mine if decides(viewer) else mine.filter(student__in=own_advisees(viewer))
