"""Places that answer a word or a sentence, best first, each with why it is there."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import partial
from typing import overload

from django.db.models import Q, QuerySet, prefetch_related_objects
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from kindling.people.models import Student
from kindling.schools.ready import ready
from kindling.schools.viewer import Viewer
from kindling.search.library import Reason
from kindling.search.shelves import Answer, ask
from kindling.sites import rules
from kindling.sites.models import Opportunity, OpportunityQuerySet
from kindling.sites.queries.filters import Filters, narrowed
from kindling.sites.queries.finding import with_wishes
from kindling.sites.shelf import contents_of

MOST = 100  # whoever reads on so far asks better in other words
LOOKED_AT = (30, 240)  # texts; beyond them only when filters leave no place

LENGTHS = (1, 5, *LOOKED_AT)

type Row = tuple[int, int | None, int]  # place, its passage, its site


@dataclass(frozen=True)
class FoundPlaces:
    """Places in the order of a search; a slice of it is read when it is asked for."""

    viewer: Viewer
    rows: tuple[Row, ...]
    answer: Answer
    more: tuple[str, ...] = ()  # what to prefetch

    def __len__(self) -> int:
        return len(self.rows)

    def prefetch_related(self, *names: str) -> FoundPlaces:
        return replace(self, more=names)

    @overload
    def __getitem__(self, asked: int) -> Opportunity: ...
    @overload
    def __getitem__(self, asked: slice) -> list[Opportunity]: ...
    def __getitem__(self, asked: int | slice) -> Opportunity | list[Opportunity]:
        if isinstance(asked, int):
            return self.read([self.rows[asked]])[0]
        return self.read(self.rows[asked])

    def read(self, rows: Sequence[Row]) -> list[Opportunity]:
        """Read these, each with `found_by`: why it is there."""
        found = {place.pk: place for place in these(self.viewer, [row[0] for row in rows])}
        prefetch_related_objects(list(found.values()), *self.more)
        for place, passage, site in rows:
            if place in found:
                reason = self.answer.reason(passage, site)
                found[place].found_by = sentence(reason)
        return [found[place] for place, *_rest in rows if place in found]


@ready
def these(viewer: Viewer, places: list[int]) -> OpportunityQuerySet:
    return with_wishes(rules.visible_opportunities(viewer).for_cards(), viewer).filter(
        pk__in=places
    )


@ready
def _facts(
    viewer: Viewer, filters: Filters, passages: list[int], sites: list[int]
) -> QuerySet[Opportunity, Row]:
    """(place, passage, site) of what meets the filters, of these passages or at these sites."""
    met = narrowed(rules.visible_opportunities(viewer), filters, viewer, None).order_by()
    met = met.filter(Q(passage_id__in=passages) | Q(site_id__in=sites))
    return met.values_list("pk", "passage_id", "site_id")


def answering(viewer: Viewer, filters: Filters, student: Student | None) -> FoundPlaces:
    """Ask the school's places, then keep what the viewer may see and the filters let through."""
    answer = ask(viewer.school.pk, filters.q, partial(contents_of, viewer.school))
    return FoundPlaces(viewer, tuple(best(viewer, filters, student, answer)), answer)


def best(
    viewer: Viewer, filters: Filters, student: Student | None, answer: Answer
) -> Sequence[Row]:
    """The places of the best texts and names, at most MOST. One statement, or up to three."""
    if not answer.passages and not answer.sites:
        return []
    ranked, sites = list(answer.passages), list(answer.sites)
    for count in LOOKED_AT:
        rows = chosen(viewer, filters, student, (ranked[:count], sites))
        if len(rows) >= MOST or count >= len(ranked):
            break
    if not rows and len(ranked) > LOOKED_AT[-1]:  # the filters leave few: look at every place
        rows = chosen(viewer, filters, student, None)
        rows = [row for row in rows if row[1] in answer.passages or row[2] in answer.sites]
    low = min(answer.passages.values(), default=0.0)

    def rank(row: Row) -> tuple[float, int]:
        told = answer.passages.get(row[1] or 0, low)
        return (-round(told + answer.sites.get(row[2], 0.0), 4), row[0])

    return sorted(rows, key=rank)[:MOST]


def chosen(
    viewer: Viewer,
    filters: Filters,
    student: Student | None,
    among: tuple[list[int], list[int]] | None,
) -> list[Row]:
    """What meets the filters, of these passages and sites or of all. One statement."""
    if among is not None and not (filters.is_open and student):
        return _facts(viewer, replace(filters, q=""), *map(padded, among))
    met = narrowed(rules.visible_opportunities(viewer), filters, viewer, student).order_by()
    if among is not None:
        met = met.filter(Q(passage_id__in=among[0]) | Q(site_id__in=among[1]))
    rows: list[Row] = list(met.values_list("pk", "passage_id", "site_id"))
    return rows


def padded(keys: list[int]) -> list[int]:
    """Repeat the last key up to one of a few lengths: a ready statement has its length."""
    size = next(size for size in LENGTHS if size >= len(keys))
    return keys + [keys[-1] if keys else 0] * (size - len(keys))


def sentence(reason: Reason) -> str:
    """Say why a place was found; never a number."""
    parts = []
    if reason.words:
        parts.append(_("The words: %(words)s") % {"words": ", ".join(reason.words[:4])})
    if reason.occupation and (get_language() or "en").startswith("en"):
        told = lowered(reason.occupation)
        parts.append(_("Close to what %(occupation)s do") % {"occupation": told})
    return " · ".join(parts) or _("Close in meaning to what you wrote")


def lowered(title: str) -> str:
    """Write it as within a sentence: "Bicycle Repairers" → "bicycle repairers"; "EEG" stays."""
    return " ".join(word if word.isupper() else word.lower() for word in title.split())
