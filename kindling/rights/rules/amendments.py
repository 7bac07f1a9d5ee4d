"""Who asks to have what put right, who answers, and who hears it."""

from __future__ import annotations

from typing import Any

from django.apps import apps
from django.db.models import Q, QuerySet

from kindling.people.about import ways_to_student
from kindling.people.matters import Matter
from kindling.people.models import Student
from kindling.people.rules import family_ties, is_of_age, kin_of, own_kin
from kindling.rights.models import Amendment
from kindling.rights.record.areas import SEALED, is_confidential, is_in_record
from kindling.rights.rules.records import ASK_RECORDS, may_answer
from kindling.schools.models import Membership, Person
from kindling.schools.roles import STAFF
from kindling.schools.viewer import Viewer


def may_amend(viewer: Viewer, student: Student) -> bool:
    """Ask for it: the student, and until eighteen a guardian who decides, also behind a link."""
    if viewer.person is None or student.school_id != viewer.school.pk:
        return False
    if viewer.purpose and not viewer.holds(ASK_RECORDS, student.public_id):
        return False
    if viewer.person_id == student.person_id:
        return not viewer.purpose
    ties = family_ties(viewer, Matter.DECIDE)
    return not is_of_age(student) and ties.filter(student=student).exists()


def visible_amendments(viewer: Viewer) -> QuerySet[Amendment]:
    """Who answers sees all, who hears one that, who asked their own; behind a link their own."""
    rows: QuerySet[Amendment] = Amendment.objects.filter(school=viewer.school)
    mine = Q(asked_by=viewer.person_id or 0)
    if viewer.purpose:
        mine &= Q(student__public_id__in=viewer.subjects)
        rows = rows.filter(mine) if viewer.purpose == ASK_RECORDS else rows.none()
    elif not may_answer(viewer):
        rows = rows.filter(mine | Q(heard_by=viewer.person_id or 0))
    else:
        rows = rows.filter(mine | ~Q(student__in=own_kin(viewer)))
    related = ("student__person", "student__school", "asked_by", "answered_by", "heard_by")
    return rows.select_related(*related, "statement").order_by("-asked_at", "-pk")


def open_amendments(viewer: Viewer) -> QuerySet[Amendment]:
    """What waits for an answer or a hearing."""
    return visible_amendments(viewer).filter(state__in=Amendment.OPEN).order_by("asked_at", "pk")


def may_answer_amendment(viewer: Viewer, asked: Amendment) -> bool:
    """Registrar and principal, but nobody their own."""
    if not may_answer(viewer) or asked.school_id != viewer.school.pk:
        return False
    if viewer.person_id in {asked.asked_by_id, asked.student.person_id}:
        return False
    return viewer.person_id not in kin_of(asked.student)


def may_hear(viewer: Viewer, asked: Amendment) -> bool:
    """Write the outcome: who heard it, or who answers, but never who refused."""
    if viewer.purpose or viewer.person_id in {asked.answered_by_id, None}:
        return False
    return viewer.person_id == asked.heard_by_id or may_answer_amendment(viewer, asked)


def may_go_on(viewer: Viewer, asked: Amendment) -> bool:
    """Ask to be heard, attach a statement: who asked, while they still may."""
    return viewer.person_id == asked.asked_by_id and may_amend(viewer, asked.student)


def who_may_hear(asked: Amendment) -> list[Person]:
    """Staff who did not refuse it, and are not family (34 CFR 99.22(c): no interest of their own)."""
    today = asked.school.today()
    hats = Membership.objects.filter(school=asked.school_id, role__in=STAFF, since_on__lte=today)
    hats = hats.filter(Q(until_on__isnull=True) | Q(until_on__gte=today))
    people = Person.objects.filter(pk__in=hats.values("person"))
    people = people.exclude(pk=asked.answered_by_id or 0).exclude(pk=asked.asked_by_id or 0)
    people = people.exclude(connections__student=asked.student_id)
    return list(people.order_by("sort_name", "pk"))


def part_of_record(student: Student, about: str) -> Any:
    """The row that "plans.Plan:ab12…" names, if it is in this student's record; None for any other."""
    kind, _colon, key = about.partition(":")
    if kind in SEALED or is_confidential(kind) or not is_in_record(kind):
        return None
    try:
        model = apps.get_model(kind)
    except (LookupError, ValueError):
        return None
    way = ways_to_student().get(model)
    if way is None or not hasattr(model, "public_id"):
        return None
    rows = model._default_manager.filter(public_id=key, **{way: student})  # noqa: SLF001
    return rows.first()
