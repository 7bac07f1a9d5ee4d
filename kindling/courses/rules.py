"""Who sees courses, rosters and state tests, and who keeps them. Nothing here for a mentor."""

from __future__ import annotations

from django.db.models import Q, QuerySet

from kindling.courses.models import (
    Course,
    CourseDay,
    CoursePlace,
    HeldTime,
    Met,
    Missing,
    RequiredCourse,
    StateTest,
)
from kindling.people.matters import Matter
from kindling.people.models import Student
from kindling.people.rules import (
    family_ties,
    is_own_advisor,
    own_advisees,
    visible_students,
)
from kindling.schools.models import Membership, Person
from kindling.schools.roles import STAFF, Role
from kindling.schools.viewer import Viewer


def visible_courses(viewer: Viewer) -> QuerySet[Course]:
    """Staff and students see what is taught; a family what its children have a place in."""
    rows: QuerySet[Course] = Course.objects.filter(school=viewer.school)
    rows = rows.select_related("teacher", "counts_for")
    if viewer.purpose:
        return rows.none()
    if viewer.is_staff or viewer.is_a(Role.STUDENT, Role.SYSTEM):
        return rows
    if viewer.is_a(Role.GUARDIAN):
        places = CoursePlace.objects.filter(
            student__in=visible_students(viewer, Matter.PLAN).values("pk")
        )
        return rows.filter(pk__in=places.values("course"))
    return rows.none()


def visible_places(viewer: Viewer) -> QuerySet[CoursePlace]:
    """Places of the students one sees; a teacher's also those of their own courses."""
    rows: QuerySet[CoursePlace] = CoursePlace.objects.filter(school=viewer.school)
    seen = Q(student__in=visible_students(viewer, Matter.PLAN).values("pk"))
    if viewer.is_staff and not viewer.purpose:
        seen |= Q(course__teacher=viewer.person_id)
    return rows.filter(seen).select_related("course__teacher", "student__person", "by")


def visible_tests(viewer: Viewer) -> QuerySet[StateTest]:
    """The student, the family, the advisor and leaders; no substitute needs them for a day."""
    rows: QuerySet[StateTest] = StateTest.objects.filter(school=viewer.school)
    if viewer.is_leader or viewer.is_a(Role.SYSTEM):
        seen = Q() if not viewer.purpose else Q(pk__in=[])
    else:
        family = family_ties(viewer, Matter.WORDS).values("student")
        seen = Q(student__in=own_advisees(viewer))
        seen |= Q(student__in=family) if viewer.is_a(Role.GUARDIAN) else Q(pk__in=[])
        seen |= Q(student__person=viewer.person_id) if is_student(viewer) else Q(pk__in=[])
    rows = rows.filter(seen & Q(student__in=visible_students(viewer, Matter.WORDS).values("pk")))
    return rows.select_related("student__person", "by", "corrected_by__by").order_by("-on", "-pk")


def visible_required(viewer: Viewer) -> QuerySet[RequiredCourse]:
    """What is asked of everybody is no secret at the school."""
    rows: QuerySet[RequiredCourse] = RequiredCourse.objects.filter(school=viewer.school)
    rows = rows.filter(retired_on__isnull=True).order_by("grade", "title", "pk")
    return rows if may_see_courses(viewer) else rows.none()


def visible_met(viewer: Viewer) -> QuerySet[Met]:
    """What students one sees have met in another way."""
    rows: QuerySet[Met] = Met.objects.filter(school=viewer.school, ended_on__isnull=True)
    rows = rows.filter(student__in=visible_students(viewer, Matter.PLAN).values("pk"))
    return rows.select_related("by", "required")


def days_of(course: Course) -> QuerySet[CourseDay]:
    """When a course (that one sees) met, newest first."""
    return CourseDay.objects.filter(course=course).select_related("by").order_by("-on")


def missing_of(places: list[int]) -> QuerySet[Missing]:
    """Who was late or not there, of these places (keys; of students one sees)."""
    rows = Missing.objects.filter(place__in=places, day__has_met=True)
    return rows.select_related("day").order_by("-day__on", "pk")


def held_by(place: CoursePlace) -> QuerySet[HeldTime]:
    """The own time that this place takes."""
    return HeldTime.objects.filter(place=place).select_related("commitment__student")


def teachers_today(viewer: Viewer) -> QuerySet[Person]:
    """Who works at the school today and may be named as a teacher."""
    today = viewer.school.today()
    hats = Membership.objects.filter(school=viewer.school, role__in=STAFF, since_on__lte=today)
    hats = hats.filter(Q(until_on__isnull=True) | Q(until_on__gte=today))
    people: QuerySet[Person] = Person.objects.filter(pk__in=hats.values("person"))
    return people.order_by("sort_name", "pk")


def enrolled_students(viewer: Viewer) -> QuerySet[Student]:
    """Whom this keeper of a roster may put on it, by name.

    A teacher's roster is the school's: whoever teaches may take in any student of the school.
    """
    if viewer.purpose or not (viewer.is_staff or viewer.is_a(Role.SYSTEM)):
        return Student.objects.none()
    rows: QuerySet[Student] = Student.objects.filter(school=viewer.school)
    rows = rows.filter(state=Student.State.ENROLLED).select_related("person")
    return rows.order_by("person__sort_name", "pk")


def may_see_courses(viewer: Viewer) -> bool:
    """Who works, learns or has a child here."""
    inside = viewer.is_staff or viewer.is_a(Role.STUDENT, Role.GUARDIAN, Role.SYSTEM)
    return inside and not viewer.purpose


def may_offer_course(viewer: Viewer) -> bool:
    """Whoever works here may offer a workshop or a class."""
    return (viewer.is_staff or viewer.is_a(Role.SYSTEM)) and not viewer.purpose


def may_keep_course(viewer: Viewer, course: Course) -> bool:
    """Its teacher, while they work here, and the leaders."""
    if viewer.purpose or course.school_id != viewer.school.pk:
        return False
    if viewer.is_leader or viewer.is_a(Role.SYSTEM):
        return True
    return viewer.is_staff and course.teacher_id == viewer.person_id is not None


def may_ask(viewer: Viewer, course: Course) -> bool:
    """Students ask for a place where the course takes requests."""
    return is_student(viewer) and course.may_ask and course.is_on


def is_student(viewer: Viewer) -> bool:
    return viewer.is_a(Role.STUDENT) and not viewer.purpose


def own_student(viewer: Viewer) -> Student | None:
    """The enrolled student who is asking; None for everybody else. One statement."""
    if not is_student(viewer) or viewer.person is None:
        return None
    mine = visible_students(viewer, Matter.PLAN).filter(person=viewer.person)
    return mine.filter(state=Student.State.ENROLLED).first()


def may_leave(viewer: Viewer, place: CoursePlace) -> bool:
    """The student takes back what they asked for; out of a course its keepers write them."""
    if may_keep_course(viewer, place.course):
        return True
    own = is_student(viewer) and place.student.person_id == viewer.person_id
    return own and place.state == CoursePlace.State.ASKED


def may_record_tests(viewer: Viewer) -> bool:
    """Records are the registrar's; principal and administrator may stand in."""
    keepers = (Role.REGISTRAR, Role.PRINCIPAL, Role.ADMINISTRATOR, Role.SYSTEM)
    return viewer.is_a(*keepers) and not viewer.purpose


def may_note_met(viewer: Viewer, student: Student) -> bool:
    """Who advises the student, and who keeps the records."""
    if viewer.purpose or student.school_id != viewer.school.pk:
        return False
    if viewer.is_leader or viewer.is_a(Role.SYSTEM):
        return True
    return viewer.is_a(Role.ADVISOR) and is_own_advisor(viewer, student)


def may_change_required(viewer: Viewer) -> bool:
    """What is asked of everybody: whoever keeps the records."""
    return may_record_tests(viewer)
