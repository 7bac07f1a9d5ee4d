"""Places that answer a word or a sentence, best first, each with why it is there."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import partial
from typing import overload

from django.db.models import Q
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from kindling.people.models import Student
from kindling.schools.viewer import Viewer
from kindling.search.library import Reason
from kindling.search.shelves import Answer, ask
from kindling.sites import rules
from kindling.sites.models import Opportunity, OpportunityQuerySet
from kindling.sites.queries.filters import Filters, narrowed
from kindling.sites.queries.finding import with_wishes
from kindling.sites.shelf import contents_of

MOST = 100  # whoever reads on so far asks better in other words
LOOKED_AT_FIRST = 150  # texts; beyond them only when filters leave too few places

type Row = tuple[int, int | None, int]  # place, its passage, its site


@dataclass(frozen=True)
class FoundPlaces:
    """Places in the order of a search; a slice of it is read when it is asked for."""

    places: OpportunityQuerySet
    rows: tuple[Row, ...]
    answer: Answer

    def __len__(self) -> int:
        return len(self.rows)

    def prefetch_related(self, *names: str) -> FoundPlaces:
        return FoundPlaces(self.places.prefetch_related(*names), self.rows, self.answer)

    @overload
    def __getitem__(self, asked: int) -> Opportunity: ...
    @overload
    def __getitem__(self, asked: slice) -> list[Opportunity]: ...
    def __getitem__(self, asked: int | slice) -> Opportunity | list[Opportunity]:
        if isinstance(asked, int):
            return self.read([self.rows[asked]])[0]
        return self.read(self.rows[asked])

    def read(self, rows: Iterable[Row]) -> list[Opportunity]:
        rows = list(rows)
        found = self.places.in_bulk([place for place, *_rest in rows]) if rows else {}
        for place, passage, site in rows:
            if place in found:
                reason = self.answer.reason(passage, site)
                found[place].found_by = sentence(reason)  # type: ignore[attr-defined]
        return [found[place] for place, *_rest in rows if place in found]


def answering(viewer: Viewer, filters: Filters, student: Student | None) -> FoundPlaces:
    """Ask the school's places, then keep what the viewer may see and the filters let through."""
    answer = ask(viewer.school.pk, filters.q, partial(contents_of, viewer.school))
    seen = rules.visible_opportunities(viewer)
    rows = best(narrowed(seen, filters, viewer, student), answer)
    return FoundPlaces(with_wishes(seen.for_cards(), viewer), tuple(rows), answer)


def best(places: OpportunityQuerySet, answer: Answer) -> Sequence[Row]:
    """The places of the best texts and names, at most MOST. One statement, or two."""
    if not answer.passages and not answer.sites:
        return []
    facts = places.order_by().values_list("pk", "passage_id", "site_id")
    first = list(answer.passages)[:LOOKED_AT_FIRST]
    rows = list(facts.filter(Q(passage_id__in=first) | Q(site_id__in=list(answer.sites))))
    if len(rows) < MOST and len(answer.passages) > LOOKED_AT_FIRST:
        rows = [row for row in facts if row[1] in answer.passages or row[2] in answer.sites]
    low = min(answer.passages.values(), default=0.0)

    def rank(row: Row) -> tuple[float, int]:
        told = answer.passages.get(row[1] or 0, low)
        return (-round(told + answer.sites.get(row[2], 0.0), 4), row[0])

    return sorted(rows, key=rank)[:MOST]


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
