"""Who sees an exhibition, its panel, what is shown, and its rehearsals."""

from __future__ import annotations

from typing import Any

from django.db.models import Q, QuerySet

from kindling.evidence.rules import shown_on
from kindling.exhibitions.models import (
    Exhibition,
    Feedback,
    Kind,
    Material,
    Panelist,
    Part,
    ProgrammeChoice,
    Rehearsal,
)
from kindling.exhibitions.rules.doing import JOIN_EXHIBITION, guided, may_edit_kinds, may_prepare
from kindling.people.matters import Matter
from kindling.people.models import Connection
from kindling.people.rules import family_ties
from kindling.schools.models import School
from kindling.schools.roles import LEADERS, STAFF, Role
from kindling.schools.viewer import Viewer


def visible_kinds(viewer: Viewer) -> QuerySet[Kind]:
    """The school's kinds, ended ones for who edits them. A pass shows none."""
    kinds: QuerySet[Kind] = Kind.objects.filter(school=viewer.school)
    if viewer.purpose:
        return kinds.none()
    if not may_edit_kinds(viewer):
        kinds = kinds.filter(ended_at__isnull=True)
    return kinds


def visible_exhibitions(viewer: Viewer) -> QuerySet[Exhibition]:
    """The student's own, those of whom one advises or leads, one's children's, and one's panels.

    A link shows its one exhibition while its bearer is on the panel, until it is recorded; a
    family's only while they are the student's family. A substitute sees those they are asked to.
    """
    rows: QuerySet[Exhibition] = Exhibition.objects.filter(school=viewer.school)
    rows = rows.select_related("student__person", "kind", "advisor")
    if viewer.purpose == JOIN_EXHIBITION:
        rows = rows.exclude(state__in=Exhibition.OVER)
        return rows.filter(pk__in=_own_panels(viewer), public_id__in=viewer.subjects)
    if viewer.purpose:
        return rows.none()
    if viewer.is_leader or viewer.is_a(Role.SYSTEM):
        return rows
    seen = Q(pk__in=[])
    if viewer.is_a(*STAFF):
        seen |= Q(advisor=viewer.person_id or 0) | Q(pk__in=_own_panels(viewer))
    if viewer.is_a(Role.ADVISOR, Role.STUDENT):
        seen |= Q(student__in=guided(viewer))
    if viewer.is_a(Role.STUDENT):
        seen |= Q(pk__in=_own_panels(viewer))
    if viewer.is_a(Role.GUARDIAN):
        seen |= Q(student__in=_children(viewer))
    return rows.filter(seen)


def _children(viewer: Viewer) -> QuerySet[Connection, Any]:
    return family_ties(viewer, Matter.WORK).values("student")


def _own_panels(viewer: Viewer) -> QuerySet[Panelist, Any]:
    """Keys of the exhibitions on whose panel the viewer is now, in a part that they still have."""
    rows = Panelist.objects.filter(
        school=viewer.school, person=viewer.person_id or 0, off_at__isnull=True,
        state__in=Panelist.ON_PANEL,
    )  # fmt: skip
    parts = Q(part=Part.FAMILY, exhibition__student__in=_children(viewer))
    if viewer.purpose:
        parts |= ~Q(part=Part.FAMILY)
    if viewer.is_a(*STAFF):
        parts |= Q(part__in=(Part.ADVISOR, Part.STAFF))
    if viewer.is_a(Role.STUDENT):
        parts |= Q(part=Part.PEER)
    return rows.filter(parts).values("exhibition")


def visible_panelists(viewer: Viewer) -> QuerySet[Panelist]:
    """Who is on the panels one sees. A link and a fellow student see the names of who comes.

    Contacts are shown to nobody but who guides the student; the pages see to that.
    """
    rows: QuerySet[Panelist] = Panelist.objects.filter(school=viewer.school, off_at__isnull=True)
    rows = rows.filter(exhibition__in=visible_exhibitions(viewer).values("pk"))
    return rows.select_related("person").order_by("pk")


def waiting_places(viewer: Viewer, led: Q) -> QuerySet[Panelist]:
    """Where the viewer, signed in, is on the panel; and, for staff, rows of panels they lead."""
    rows: QuerySet[Panelist] = Panelist.objects.filter(school=viewer.school, off_at__isnull=True)
    if viewer.purpose:
        return rows.none()
    mine = Q(person=viewer.person_id or 0, exhibition__in=_own_panels(viewer))
    rows = rows.filter(mine | led if viewer.is_a(*STAFF) else mine)
    return rows.select_related("exhibition__student__person", "exhibition__kind")


def visible_materials(viewer: Viewer) -> QuerySet[Material]:
    """What is shown: all of it to who prepares it, to a panelist what the student ticked for them.

    A piece that was taken away, or whose picture waits for somebody's yes, is for nobody else.
    """
    rows: QuerySet[Material] = Material.objects.filter(school=viewer.school)
    rows = rows.filter(exhibition__in=visible_exhibitions(viewer).values("pk"))
    rows = rows.filter(evidence__state="kept").select_related(
        "exhibition__student__person", "evidence__upload", "evidence__student__person",
        "evidence__school",
    )  # fmt: skip
    shown = shown_on(viewer.school.today(), "evidence__")
    mine = shown & Q(
        ticks__panelist__person=viewer.person_id or 0, ticks__panelist__off_at__isnull=True
    )
    if viewer.purpose:
        rows = rows.exclude(exhibition__state=Exhibition.State.CALLED_OFF)
    else:
        if viewer.is_a(*LEADERS, Role.SYSTEM):
            return rows.order_by("order", "pk")
        mine |= Q(exhibition__student__in=guided(viewer))
        if viewer.is_a(*STAFF):
            mine |= Q(exhibition__advisor=viewer.person_id or 0)
        if viewer.is_a(Role.GUARDIAN):
            mine |= (
                shown & Q(evidence__for_family=True) & Q(exhibition__student__in=_children(viewer))
            )
    return rows.filter(mine).distinct().order_by("order", "pk")


def may_open(viewer: Viewer, material: Material) -> bool:
    """The file of a piece one sees: once it was scanned, and all in the picture said yes."""
    piece = material.evidence
    if may_prepare(viewer, material.exhibition):
        return piece.is_looked_at
    return piece.is_looked_at and piece.may_be_shown


def visible_rehearsals(viewer: Viewer) -> QuerySet[Rehearsal]:
    """Those of whom one guides, and those to which one is asked to listen."""
    rows: QuerySet[Rehearsal] = Rehearsal.objects.filter(school=viewer.school)
    rows = rows.select_related("exhibition__student__person", "exhibition__kind")
    if viewer.purpose:
        return rows.none()
    if viewer.is_leader or viewer.is_a(Role.SYSTEM):
        return rows
    heard = Feedback.objects.filter(school=viewer.school, person=viewer.person_id or 0)
    seen = Q(exhibition__student__in=guided(viewer))
    if viewer.is_a(*STAFF, Role.STUDENT):
        seen |= Q(pk__in=heard.values("rehearsal"))
    if viewer.is_a(*STAFF):
        seen |= Q(exhibition__advisor=viewer.person_id or 0)
    return rows.filter(seen)


def visible_feedback(viewer: Viewer) -> QuerySet[Feedback]:
    """One's own words, and those to whom they were said: the student and who guides them."""
    rows: QuerySet[Feedback] = Feedback.objects.filter(
        school=viewer.school, rehearsal__in=visible_rehearsals(viewer).values("pk")
    )
    rows = rows.select_related("person", "rehearsal__exhibition__student__person")
    if not (viewer.is_leader or viewer.is_a(Role.SYSTEM)):
        told = Q(rehearsal__exhibition__student__in=guided(viewer))
        if viewer.is_a(*STAFF):
            told |= Q(rehearsal__exhibition__advisor=viewer.person_id or 0)
        rows = rows.filter(told | Q(person=viewer.person_id or 0))
    return rows.order_by("pk")


def own_programme(school: School) -> QuerySet[ProgrammeChoice]:
    """What the school chose; a row that is open lets anybody read the programme."""
    rows: QuerySet[ProgrammeChoice] = ProgrammeChoice.objects.filter(school=school)
    return rows


def programme_of(school: School) -> QuerySet[Exhibition]:
    """What the public programme may name: kinds that are public, and nobody who said no.

    The student may say no, and so may the family (directory information).
    """
    rows: QuerySet[Exhibition] = Exhibition.objects.filter(
        school=school, state__in=Exhibition.DATED, kind__is_public=True, is_listed=True,
        student__is_unlisted=False, student__state="enrolled",
    )  # fmt: skip
    return rows.select_related("student__person", "kind").order_by("starts_at", "pk")


def school_named(slug: str) -> School | None:
    """A school that is set up, whoever asks: for what it shows to anybody."""
    return School.objects.filter(slug=slug, set_up_at__isnull=False).first()
