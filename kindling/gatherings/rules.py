"""Who sees what an advisory does together, and who leads it."""

from __future__ import annotations

from datetime import date

from django.db.models import Max, Q, QuerySet

from kindling.advisory.models import Advisory, AdvisoryAdvisor, AdvisoryStudent
from kindling.advisory.rules import visible_advisories
from kindling.gatherings.models import Gathering, Missing, Reflection, Theme, Turn
from kindling.people.models import Student
from kindling.roll.models import Mark
from kindling.schools.roles import Role
from kindling.schools.viewer import Viewer


def may_open(viewer: Viewer) -> bool:
    """Leaders, advisors and students have an advisory to look at."""
    return not viewer.purpose and (viewer.is_leader or viewer.is_a(Role.ADVISOR, Role.STUDENT))


def gathered_advisories(viewer: Viewer) -> QuerySet[Advisory]:
    """Advisories whose gatherings one sees: one's own group, or all for leaders."""
    if not may_open(viewer):
        return Advisory.objects.none()
    return visible_advisories(viewer).filter(ended_on__isnull=True)


def decides(viewer: Viewer) -> bool:
    """Coordinator and principal may lead any group."""
    return viewer.is_a(Role.COORDINATOR, Role.PRINCIPAL) and not viewer.purpose


def may_lead(viewer: Viewer, advisory: Advisory) -> bool:
    """Who leads the group today, also who stands in; coordinator and principal."""
    if viewer.purpose or advisory.school_id != viewer.school.pk:
        return False
    if decides(viewer) or viewer.is_a(Role.SYSTEM):
        return True
    today = viewer.school.today()
    led = AdvisoryAdvisor.objects.filter(
        Q(until_on__isnull=True) | Q(until_on__gte=today),
        advisory=advisory, person=viewer.person_id, since_on__lte=today,
    )  # fmt: skip
    return viewer.is_a(Role.ADVISOR) and led.exists()


def visible_gatherings(viewer: Viewer) -> QuerySet[Gathering]:
    """What the groups do that one sees."""
    rows: QuerySet[Gathering] = Gathering.objects.filter(school=viewer.school)
    rows = rows.filter(advisory__in=gathered_advisories(viewer).values("pk"))
    return rows.select_related("advisory", "by")


def members(advisory: Advisory, on: date) -> QuerySet[Student]:
    """Who sits in a group one sees, on that day, by name. Ask only for who may lead it."""
    seats = AdvisoryStudent.objects.filter(
        Q(until_on__isnull=True) | Q(until_on__gte=on), advisory=advisory, since_on__lte=on
    )
    students: QuerySet[Student] = Student.objects.filter(pk__in=seats.values("student"))
    return students.select_related("person").order_by("person__sort_name", "pk")


def missing_of(gathering: Gathering) -> QuerySet[Missing]:
    """Who was not there. Ask only for who may lead the group."""
    return Missing.objects.filter(gathering=gathering)


def marks_on(advisory: Advisory, on: date) -> QuerySet[Mark]:
    """What the roll says of the group on that day. Ask only for who may lead the group."""
    rows: QuerySet[Mark] = Mark.objects.filter(
        on=on, student__in=members(advisory, on).values("pk")
    )
    return rows


def visible_reflections(viewer: Viewer, gathering: Gathering) -> QuerySet[Reflection]:
    """Who leads reads all lines, a student their own."""
    rows: QuerySet[Reflection] = Reflection.objects.filter(gathering=gathering)
    rows = rows.select_related("student__person").order_by("student__person__sort_name", "pk")
    if may_lead(viewer, gathering.advisory):
        return rows
    return rows.filter(student__person=viewer.person_id) if viewer.person_id else rows.none()


def own_seat(viewer: Viewer, advisory: Advisory) -> Student | None:
    """The student who asks, where they sit in this group today."""
    if not viewer.is_a(Role.STUDENT) or viewer.purpose:
        return None
    return members(advisory, viewer.school.today()).filter(person=viewer.person_id).first()


def visible_turns(viewer: Viewer) -> QuerySet[Turn]:
    """Whose turn it is, was and what they shared, for the group."""
    rows: QuerySet[Turn] = Turn.objects.filter(school=viewer.school)
    rows = rows.filter(advisory__in=gathered_advisories(viewer).values("pk"))
    return rows.select_related("student__person", "advisory")


def last_turns(advisory: Advisory, kind: str) -> dict[int, date]:
    """When each student was asked last. Ask only for a group one sees."""
    asked = Turn.objects.filter(advisory=advisory, kind=kind).exclude(state=Turn.State.NEXT)
    return dict(asked.order_by().values_list("student").annotate(Max("on")))


def may_pass(viewer: Viewer, turn: Turn) -> bool:
    """Whose turn it is, and who leads."""
    mine = viewer.is_a(Role.STUDENT) and turn.student.person_id == viewer.person_id
    return (mine and not viewer.purpose) or may_lead(viewer, turn.advisory)


def may_keep_themes(viewer: Viewer) -> bool:
    """Advisors, coordinator and principal change the school's themes."""
    return decides(viewer) or (viewer.is_a(Role.ADVISOR) and not viewer.purpose)


def visible_themes(viewer: Viewer) -> QuerySet[Theme]:
    """The school's own themes, retired ones too."""
    rows: QuerySet[Theme] = Theme.objects.filter(school=viewer.school)
    return rows.order_by("quarter", "title", "pk") if may_open(viewer) else rows.none()
