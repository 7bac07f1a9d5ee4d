"""Words after an exhibition: the family's to the student and who guides them."""

from __future__ import annotations

from datetime import timedelta

from django.db.models import Exists, OuterRef, Q, QuerySet

from kindling.exhibitions.models import Exhibition
from kindling.exhibitions.rules import visible_exhibitions
from kindling.families.models import AfterWord
from kindling.families.rules.family import FAMILY_WEEK, children_of, reader_of
from kindling.people.matters import Matter
from kindling.people.rules import own_advisees
from kindling.schools.roles import Role
from kindling.schools.viewer import Viewer

BACK = timedelta(days=45)  # so long a family is asked
State = Exhibition.State
SHOWN = (State.HELD, State.SCORED, State.COMPARED, State.AGREED, State.RECORDED, State.CLOSED)


def shown_lately(viewer: Viewer) -> QuerySet[Exhibition]:
    """What one's children showed in the last weeks."""
    reader = reader_of(viewer)
    rows = visible_exhibitions(reader).filter(
        student__in=children_of(reader, Matter.WORK).values("pk"), state__in=SHOWN,
        on__gte=reader.school.today() - BACK,
    )  # fmt: skip
    return rows.order_by("on", "pk")


def exhibitions_to_speak_of(viewer: Viewer) -> QuerySet[Exhibition]:
    """Of these, about which this reader has said nothing yet."""
    return shown_lately(viewer).filter(~_said(viewer))


def shown_and_said(viewer: Viewer) -> QuerySet[Exhibition]:
    """All of these, with `is_said`; what this reader has said nothing about comes first."""
    return shown_lately(viewer).annotate(is_said=_said(viewer)).order_by("is_said", "on", "pk")


def _said(viewer: Viewer) -> Exists:
    words = AfterWord.objects.filter(by=viewer.person_id or 0, taken_back_at__isnull=True)
    return Exists(words.filter(exhibition=OuterRef("pk")))


def visible_after_words(viewer: Viewer) -> QuerySet[AfterWord]:
    """One's own; the student's; those of whom one advises; leaders all. No other guardian's."""
    rows: QuerySet[AfterWord] = AfterWord.objects.filter(
        school=viewer.school, taken_back_at__isnull=True
    )
    rows = rows.select_related("by", "voice", "exhibition__student__person", "transcribed_by")
    if viewer.is_leader and not viewer.purpose:
        return rows
    seen = Q(exhibition__student__in=own_advisees(viewer))
    if viewer.is_a(Role.STUDENT) and not viewer.purpose:
        seen |= Q(exhibition__student__person=viewer.person_id)
    if reader_of(viewer).is_a(Role.GUARDIAN):
        work = children_of(reader_of(viewer), Matter.WORK).values("pk")
        seen |= Q(by=viewer.person_id, exhibition__student__in=work)
    return rows.filter(seen)


def may_write_down(viewer: Viewer, word: AfterWord) -> bool:
    """Who guides the student writes down what a voice said, and says so."""
    if word.voice_id is None or word.by_id == viewer.person_id:
        return False
    return guides(viewer, word.exhibition)


def guides(viewer: Viewer, exhibition: Exhibition) -> bool:
    """Own advisor, coordinator, principal. One statement at most."""
    if viewer.purpose or exhibition.school_id != viewer.school.pk:
        return False
    if viewer.is_a(Role.COORDINATOR, Role.PRINCIPAL):
        return True
    return own_advisees(viewer).filter(student=exhibition.student_id).exists()


def sender_of(viewer: Viewer) -> Viewer:
    """As whom a family's file is sent: by its link, also when it is signed in."""
    if viewer.purpose or viewer.person is None:
        return viewer
    named = frozenset({viewer.person.public_id})
    return Viewer(viewer.person, viewer.school, frozenset(), FAMILY_WEEK, named)
