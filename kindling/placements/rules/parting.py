"""Who reads what belongs to an end."""

from __future__ import annotations

from django.db.models import QuerySet

from kindling.placements.models import ExitTalk, Placement, PrivateReading, PrivateWord
from kindling.placements.rules.doers import GUIDES, stands
from kindling.schools.viewer import Viewer


def visible_private_words(viewer: Viewer) -> QuerySet[PrivateWord]:
    """The one adult to whom it was written, while they work here. No leader, no link, no family."""
    words: QuerySet[PrivateWord] = PrivateWord.objects.filter(school=viewer.school)
    if viewer.purpose or not viewer.is_staff or viewer.person_id is None:
        return words.none()
    related = ("placement__student__person", "placement__site", "by")
    return words.filter(adult=viewer.person_id).select_related(*related).order_by("-at", "-pk")


def own_private_words(viewer: Viewer, placement: Placement) -> QuerySet[PrivateWord]:
    """What the viewer wrote: they see to whom, and read it again."""
    words: QuerySet[PrivateWord] = PrivateWord.objects.filter(
        placement=placement, by=viewer.person_id
    )
    return words.select_related("adult").order_by("at", "pk")


def readings_of(word: PrivateWord) -> QuerySet[PrivateReading]:
    """Who opened it when, the latest first."""
    rows: QuerySet[PrivateReading] = PrivateReading.objects.filter(word=word)
    return rows.select_related("person").order_by("-at", "-pk")


def may_read_private_word(viewer: Viewer, word: PrivateWord) -> bool:
    """The adult it was written to."""
    return visible_private_words(viewer).filter(pk=word.pk).exists()


def exit_talks_of(placement: Placement) -> QuerySet[ExitTalk]:
    """The talks about the end of an internship one may see."""
    talks: QuerySet[ExitTalk] = ExitTalk.objects.filter(placement=placement)
    return talks.select_related("by").order_by("held_on", "pk")


def may_note_talk(viewer: Viewer, placement: Placement) -> bool:
    """Advisor or coordinator, who held it."""
    return not GUIDES.isdisjoint(stands(viewer, placement.student))
