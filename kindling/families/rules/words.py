"""The lines of a week: the advisor writes, families of whom they are about read."""

from __future__ import annotations

from datetime import date

from django.db.models import Prefetch, Q, QuerySet

from kindling.advisory.models import Advisory, AdvisoryAdvisor, AdvisoryStudent
from kindling.families.models import FamilyChoice, WeekWords, WordsTranslation
from kindling.families.rules.family import children_of
from kindling.people.matters import Matter
from kindling.people.models import Connection, Student
from kindling.people.rules import guardian_ties, own_advisees
from kindling.schools.models import School
from kindling.schools.roles import Role
from kindling.schools.viewer import Viewer


def writable_advisories(viewer: Viewer) -> QuerySet[Advisory]:
    """The advisories the viewer leads today. A substitute writes to no family."""
    today = viewer.school.today()
    led = AdvisoryAdvisor.objects.filter(
        Q(until_on__isnull=True) | Q(until_on__gte=today),
        school=viewer.school, person=viewer.person_id, since_on__lte=today,
    )  # fmt: skip
    rows: QuerySet[Advisory] = Advisory.objects.filter(school=viewer.school, ended_on__isnull=True)
    if viewer.purpose or not viewer.is_a(Role.ADVISOR):
        return rows.none()
    return rows.filter(pk__in=led.values("advisory"))


def writable_students(viewer: Viewer) -> QuerySet[Student]:
    """The students whose own advisor the viewer is, by name."""
    students: QuerySet[Student] = Student.objects.filter(
        school=viewer.school, pk__in=own_advisees(viewer), state=Student.State.ENROLLED
    )
    return students.select_related("person").order_by("person__sort_name", "pk")


def may_write_to(viewer: Viewer, to: Advisory | Student) -> bool:
    """Own advisor only."""
    if isinstance(to, Advisory):
        return writable_advisories(viewer).filter(pk=to.pk).exists()
    return writable_students(viewer).filter(pk=to.pk).exists()


def visible_words(reader: Viewer) -> QuerySet[WeekWords]:
    """Whoever writes them; families those to their children and to their children's advisory.

    A family reads what was written while their child sat in that advisory.
    """
    rows: QuerySet[WeekWords] = WeekWords.objects.filter(school=reader.school)
    rows = rows.select_related("by", "advisory", "student__person")
    if reader.purpose:
        return rows.none()
    children = children_of(reader, Matter.TOLD).values("pk")
    seats = AdvisoryStudent.objects.filter(student__in=children, until_on__isnull=True)
    seen = Q(student__in=children) | Q(advisory__in=seats.values("advisory"))
    if reader.is_a(Role.ADVISOR):
        seen |= Q(advisory__in=writable_advisories(reader).values("pk"))
        seen |= Q(student__in=writable_students(reader).values("pk"))
    return rows.filter(seen)


def words_read(reader: Viewer, language: str, first: date, last: date) -> QuerySet[WeekWords]:
    """What was written about these weeks, each with `ready`: its translations into a language."""
    ready = WordsTranslation.objects.filter(language=language, state=WordsTranslation.State.READY)
    rows = visible_words(reader).filter(week_on__gte=first, week_on__lte=last)
    rows = rows.prefetch_related(Prefetch("translations", queryset=ready, to_attr="ready"))
    return rows.order_by("-week_on", "pk")


def seats_of(students: list[int]) -> dict[int, int]:
    """Student's key → key of the advisory they sit in today. Ask for students one sees."""
    seats = AdvisoryStudent.objects.filter(student__in=students, until_on__isnull=True)
    return dict(seats.values_list("student", "advisory"))


def choice_of(school: School) -> FamilyChoice:
    """What the school chose; what it begins with, unsaved, when nobody has chosen."""
    found = FamilyChoice.objects.filter(school=school).first()
    return found or FamilyChoice(school=school)


def may_choose(viewer: Viewer) -> bool:
    """Principal and administrator, as for other rules of the school."""
    return viewer.is_a(Role.PRINCIPAL, Role.ADMINISTRATOR) and not viewer.purpose


def words_to(to: Advisory | Student, week_on: date) -> WeekWords | None:
    """What stands for this week. Ask for what the viewer may write to."""
    place = {"advisory": to} if isinstance(to, Advisory) else {"student": to}
    return WeekWords.objects.filter(week_on=week_on, **place).first()


def families_of(words: WeekWords) -> QuerySet[Connection]:
    """The ties of those who get letters about whom the words are."""
    ties = guardian_ties(Matter.TOLD, words.school.today()).filter(school=words.school)
    if words.student_id:
        return ties.filter(student=words.student_id)
    seats = AdvisoryStudent.objects.filter(advisory=words.advisory_id, until_on__isnull=True)
    return ties.filter(student__in=seats.values("student"))


def waiting_translations() -> QuerySet[WordsTranslation]:
    """What waits for the translator in schools that said yes, of all schools, the longest first."""
    said_yes = FamilyChoice.objects.filter(translates=True)
    rows: QuerySet[WordsTranslation] = WordsTranslation.objects.filter(
        state=WordsTranslation.State.WAITING, school__in=said_yes.values("school")
    )
    return rows.select_related("words", "school").order_by("pk")
