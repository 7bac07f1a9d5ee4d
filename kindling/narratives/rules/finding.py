"""Whom a round is about, who advises, who could read, whose families are told."""

from __future__ import annotations

import json
from typing import Any

from django.db.models import F, Q, QuerySet

from kindling.evidence.models import Evidence
from kindling.kit.editing import stamp_of
from kindling.narratives.models import (
    Acknowledgement,
    Narrative,
    NarrativeChoice,
    NarrativeRound,
    Review,
    Translation,
    Version,
)
from kindling.people.matters import Matter
from kindling.people.models import Connection, Student
from kindling.people.rules import guardian_ties, wards_of
from kindling.schools.models import Membership, Person
from kindling.schools.roles import Role
from kindling.schools.viewer import Viewer

State = Narrative.State


def students_of(round: NarrativeRound) -> QuerySet[Student]:
    """Who shall have a narrative of this round: enrolled, of its grades. For who runs rounds."""
    rows: QuerySet[Student] = Student.objects.filter(
        school=round.school, state=Student.State.ENROLLED
    )
    if round.grade_list:
        rows = rows.filter(grade__in=round.grade_list)
    return rows.select_related("person").order_by("person__sort_name", "pk")


def advisor_rows(round: NarrativeRound) -> QuerySet[Connection]:
    """Who advises whom today, the longest first. For who runs rounds."""
    today = round.school.today()
    rows: QuerySet[Connection] = Connection.objects.filter(
        Q(until_on__isnull=True) | Q(until_on__gte=today),
        school=round.school, role=Role.ADVISOR, since_on__lte=today, is_substitute=False,
    )  # fmt: skip
    return rows.order_by("-is_primary", "since_on", "pk")


def possible_readers(viewer: Viewer) -> QuerySet[Person]:
    """Other advisors of today, whom an advisor may ask to read."""
    today = viewer.school.today()
    worn = Membership.objects.filter(
        Q(until_on__isnull=True) | Q(until_on__gte=today),
        school=viewer.school, role=Role.ADVISOR, since_on__lte=today,
    )  # fmt: skip
    people: QuerySet[Person] = Person.objects.filter(
        pk__in=worn.values("person"), suspended_at__isnull=True
    )
    return people.exclude(pk=viewer.person_id or 0).order_by("sort_name", "pk")


def families_of(narratives: list[Narrative]) -> QuerySet[Connection]:
    """The guardians of these students today. For who releases."""
    if not narratives:
        return Connection.objects.none()
    ties = guardian_ties(Matter.WORDS, narratives[0].school.today())
    students = [one.student_id for one in narratives]
    rows = ties.filter(school=narratives[0].school_id, student__in=students, has_told=True)
    return rows.select_related("adult").order_by("-is_primary", "pk")


def waiting_translations() -> QuerySet[Translation]:
    """What waits for the translator in schools that said yes, of all schools, the longest first.

    What waits where a school said no again must not stand before it.
    """
    said_yes = NarrativeChoice.objects.filter(translates=True)
    rows: QuerySet[Translation] = Translation.objects.filter(
        state=Translation.State.WAITING, school__in=said_yes.values("school")
    )
    return rows.select_related("version__narrative", "school").order_by("pk")


def pieces_named(keys: list[str], school: int) -> QuerySet[Evidence]:
    """Pieces by their public ids, also those that were taken away. For who releases."""
    rows: QuerySet[Evidence] = Evidence.objects.filter(school=school, public_id__in=keys)
    return rows


def choice_of(viewer: Viewer) -> NarrativeChoice:
    """What the school chose, as written in the model without a row."""
    found = NarrativeChoice.objects.filter(school=viewer.school).first()
    return found or NarrativeChoice(school=viewer.school)


def grades_of(viewer: Viewer) -> list[str]:
    """The grades of the students enrolled now. For who begins a round."""
    rows = Student.objects.filter(school=viewer.school, state=Student.State.ENROLLED)
    return sorted(set(rows.exclude(grade="").values_list("grade", flat=True)))


def not_ready(round: NarrativeRound) -> QuerySet[Narrative]:
    """What stands between a round and its families. For who releases."""
    rows: QuerySet[Narrative] = Narrative.objects.filter(round=round).for_page()
    rows = rows.exclude(state__in=(State.READY, State.RELEASED))
    return rows.order_by("student__person__sort_name", "pk")


def latest_versions(round: NarrativeRound) -> QuerySet[Version]:
    """What the families of a round have now, by name of the student. For who prints it."""
    rows: QuerySet[Version] = Version.objects.filter(
        narrative__round=round, number=F("narrative__version_count")
    )
    rows = rows.select_related("narrative", "school").prefetch_related("translations")
    return rows.order_by("narrative__student__person__sort_name", "pk")


def stamp_of_texts(texts: list[str]) -> str:
    """Another for other texts: what a page that changes them began with."""
    return stamp_of(json.dumps(texts, ensure_ascii=False))


def read_by(viewer: Viewer) -> QuerySet[Acknowledgement]:
    """What the viewer has said to have read."""
    rows: QuerySet[Acknowledgement] = Acknowledgement.objects.filter(school=viewer.school)
    return rows.filter(person=viewer.person_id or 0)


def children(viewer: Viewer) -> QuerySet[Any]:
    """Keys of the students whose guardian the viewer is today. Ask it for guardians."""
    today = viewer.school.today()
    return wards_of(viewer.school.pk, viewer.person_id or 0, Matter.WORDS, today)


def waiting_reviews(viewer: Viewer) -> QuerySet[Review]:
    """What the viewer is to read before the families: asked by name, or as principal."""
    mine = Q(kind=Review.Kind.READER, reader=viewer.person_id or 0)
    if viewer.is_a(Role.PRINCIPAL):
        mine |= Q(kind=Review.Kind.PRINCIPAL)
    rows: QuerySet[Review] = Review.objects.filter(mine, school=viewer.school, verdict="")
    return rows.none() if viewer.purpose else rows
