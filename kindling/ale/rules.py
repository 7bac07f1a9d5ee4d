"""Who sees alternative learning: who teaches, who advises, coordinator and principal."""

from __future__ import annotations

from datetime import date

from django.db.models import Q, QuerySet

from kindling.ale.models import AleChoice, AlePlace, MonthReview, NotedContact, StudentWord
from kindling.people.models import Student
from kindling.people.rules import own_advisees
from kindling.schools.models import Person
from kindling.schools.roles import STAFF, Role
from kindling.schools.viewer import Viewer

KEEPERS = (Role.COORDINATOR, Role.PRINCIPAL, Role.SYSTEM)


def visible_places(viewer: Viewer) -> QuerySet[AlePlace]:
    """Those of today: all for coordinator and principal, else whom one teaches or advises."""
    today = viewer.school.today()
    rows: QuerySet[AlePlace] = AlePlace.objects.filter(
        Q(until_on__isnull=True) | Q(until_on__gte=today),
        school=viewer.school, since_on__lte=today, student__state=Student.State.ENROLLED,
    )  # fmt: skip
    rows = rows.select_related("student__person", "teacher")
    if viewer.purpose or not viewer.school.has_ale:
        return rows.none()
    if viewer.is_a(*KEEPERS):
        return rows
    seen = Q(pk__in=[])
    if viewer.is_staff:
        seen |= Q(teacher=viewer.person_id)
    if viewer.is_a(Role.ADVISOR):
        seen |= Q(student__in=own_advisees(viewer))
    return rows.filter(seen)


def own_place(viewer: Viewer) -> AlePlace | None:
    """The viewer's own, as a student."""
    if viewer.purpose or not viewer.school.has_ale or not viewer.is_a(Role.STUDENT):
        return None
    today = viewer.school.today()
    rows = AlePlace.objects.filter(
        Q(until_on__isnull=True) | Q(until_on__gte=today),
        school=viewer.school, since_on__lte=today, student__person=viewer.person_id,
    )  # fmt: skip
    return rows.select_related("student__person", "teacher").first()


def _students(viewer: Viewer) -> QuerySet[AlePlace, int]:
    return visible_places(viewer).values_list("student", flat=True)


def visible_reviews(viewer: Viewer) -> QuerySet[MonthReview]:
    """Reviews of whom one sees, and a student's own. The newest month first, what counts first."""
    rows: QuerySet[MonthReview] = MonthReview.objects.filter(school=viewer.school)
    rows = rows.select_related("by", "student__person").order_by("-month_on", "-pk")
    own = own_place(viewer)
    if own is not None:
        return rows.filter(student=own.student_id)
    return rows.filter(student__in=_students(viewer))


def visible_words(viewer: Viewer) -> QuerySet[StudentWord]:
    """What students say about their months, for who writes the review."""
    rows: QuerySet[StudentWord] = StudentWord.objects.filter(school=viewer.school)
    own = own_place(viewer)
    return words_of(own) if own is not None else rows.filter(student__in=_students(viewer))


def words_of(place: AlePlace) -> QuerySet[StudentWord]:
    """What the student of a place (that one sees) said about their months."""
    return StudentWord.objects.filter(school=place.school_id, student=place.student_id)


def visible_noted(viewer: Viewer) -> QuerySet[NotedContact]:
    """Contacts noted by hand, of whom one sees."""
    rows: QuerySet[NotedContact] = NotedContact.objects.filter(school=viewer.school)
    return rows.filter(student__in=_students(viewer)).select_related("by", "student__person")


def may_look(viewer: Viewer) -> bool:
    """Whether the lists are for this viewer at all."""
    return viewer.school.has_ale and viewer.is_staff and not viewer.purpose


def may_choose(viewer: Viewer) -> bool:
    """Whether the school does this is the principal's decision, or an administrator's."""
    return viewer.is_a(Role.PRINCIPAL, Role.ADMINISTRATOR) and not viewer.purpose


def may_keep(viewer: Viewer) -> bool:
    """Who learns so, and with which teacher: coordinator and principal."""
    return viewer.is_a(*KEEPERS) and viewer.school.has_ale and not viewer.purpose


def may_audit(viewer: Viewer) -> bool:
    """The whole school's record leaves by the hand of coordinator or principal."""
    return may_keep(viewer)


def may_note(viewer: Viewer, place: AlePlace) -> bool:
    """Note a contact: whoever of staff sees the student here."""
    return viewer.is_staff and visible_places(viewer).filter(pk=place.pk).exists()


def may_review(viewer: Viewer, place: AlePlace) -> bool:
    """The certificated teacher alone."""
    mine = place.teacher_id == viewer.person_id and place.school_id == viewer.school.pk
    return mine and viewer.is_staff and viewer.school.has_ale and not viewer.purpose


def may_say(viewer: Viewer, place: AlePlace) -> bool:
    """The student's own word."""
    own = place.student.person_id == viewer.person_id and place.school_id == viewer.school.pk
    return own and viewer.is_a(Role.STUDENT) and not viewer.purpose


def teachers(viewer: Viewer) -> QuerySet[Person]:
    """Who may be named as certificated teacher: staff of today. The school knows who is."""
    today = viewer.school.today()
    worn = Q(memberships__until_on__isnull=True) | Q(memberships__until_on__gte=today)
    found: QuerySet[Person] = Person.objects.filter(
        worn, school=viewer.school, merged_into__isnull=True,
        memberships__role__in=STAFF, memberships__since_on__lte=today,
    )  # fmt: skip
    return found.distinct().order_by("sort_name", "pk") if may_keep(viewer) else found.none()


def addable_students(viewer: Viewer) -> QuerySet[Student]:
    """Enrolled students who do not learn so yet."""
    rows: QuerySet[Student] = Student.objects.filter(
        school=viewer.school, state=Student.State.ENROLLED
    )
    there = AlePlace.objects.filter(school=viewer.school, until_on__isnull=True).values("student")
    rows = rows.exclude(pk__in=there).select_related("person")
    return rows.order_by("person__sort_name", "pk") if may_keep(viewer) else rows.none()


def choice_of(viewer: Viewer) -> AleChoice:
    """What the school chose. One statement."""
    return AleChoice.of(viewer.school)


def audited_students(viewer: Viewer, first: date, last: date) -> QuerySet[Student]:
    """Everybody who learnt so at some time of these days, whoever left since."""
    held = AlePlace.objects.filter(
        Q(until_on__isnull=True) | Q(until_on__gte=first), school=viewer.school, since_on__lte=last
    )
    rows: QuerySet[Student] = Student.objects.filter(pk__in=held.values("student"))
    return rows.select_related("person") if may_audit(viewer) else rows.none()


def audited_noted(viewer: Viewer, first: date, last: date) -> QuerySet[NotedContact]:
    """Contacts noted by hand, those that were taken back as well."""
    rows: QuerySet[NotedContact] = NotedContact.objects.filter(
        school=viewer.school, on__range=(first, last)
    )
    rows = rows.select_related("student__person", "by").order_by("on", "pk")
    return rows if may_audit(viewer) else rows.none()


def audited_reviews(viewer: Viewer, first: date, last: date) -> QuerySet[MonthReview]:
    """Reviews of the months of these days, those that were replaced as well."""
    months = (first.replace(day=1), last)
    rows: QuerySet[MonthReview] = MonthReview.objects.filter(
        school=viewer.school, month_on__range=months
    )
    rows = rows.select_related("student__person", "by").order_by("month_on", "pk")
    return rows if may_audit(viewer) else rows.none()
