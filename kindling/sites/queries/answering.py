"""Places that answer a word or a sentence, best first, each with why it is there."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import partial
from typing import Any, NamedTuple, overload

import numpy as np
import numpy.typing as npt
from django.db.models import QuerySet, prefetch_related_objects
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from kindling.people.models import Student
from kindling.schools.ready import ready
from kindling.schools.viewer import Viewer
from kindling.search.library import Reason
from kindling.search.shelves import Answer, ask
from kindling.sites import rules
from kindling.sites.models import Opportunity, OpportunityQuerySet
from kindling.sites.queries.filters import Filters, age_of, narrowed
from kindling.sites.queries.finding import with_wishes
from kindling.sites.shelf import Places, contents_of

MOST = 100  # whoever reads on so far asks better in other words
LOOKED_AT = (240, 1200)  # places; beyond them only when filters leave none
LENGTHS = (1, 5, 20, *LOOKED_AT)


class Row(NamedTuple):
    """A place, with its passage's and its site's place on the shelf."""

    place: int
    passage: int
    site: int
    score: float


@dataclass(frozen=True)
class Ranked:
    """Places in columns, the best first; rows are made of those that are looked at."""

    columns: tuple[npt.NDArray[np.number[Any]], ...]

    def __len__(self) -> int:
        return len(self.columns[0])

    def rows(self, start: int, end: int | None = None) -> list[Row]:
        cut = (column[start:end].tolist() for column in self.columns)
        return list(map(Row._make, zip(*cut, strict=True)))


@dataclass(frozen=True)
class FoundPlaces:
    """Places in the order of a search; a slice of it is read when it is asked for."""

    viewer: Viewer
    rows: tuple[Row, ...]
    answer: Answer
    more: tuple[str, ...] = ()  # what to prefetch

    def __len__(self) -> int:
        return len(self.rows)

    def sites(self) -> dict[int, Row]:
        """The sites of these places by id, each with its best place, in their order."""
        keys = self.answer.shelf.facts.at.keys
        best_of: dict[int, Row] = {}
        for row in self.rows:
            best_of.setdefault(int(keys[row.site]), row)
        return best_of

    def why(self, row: Row) -> str:
        """Why this one is there, in a sentence."""
        return sentence(self.answer.reason(row.passage, row.site))

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
        found = {place.pk: place for place in read_places(self.viewer, [row.place for row in rows])}
        prefetch_related_objects(list(found.values()), *self.more)
        for row in rows:
            if row.place in found:
                found[row.place].found_by = self.why(row)
        return [found[row.place] for row in rows if row.place in found]


def read_places(viewer: Viewer, places: list[int]) -> list[Any]:
    """Read these as for cards, in no order. One statement."""
    return these(viewer, padded(places)) if places else []


@ready
def these(viewer: Viewer, places: list[int]) -> OpportunityQuerySet:
    return with_wishes(rules.visible_opportunities(viewer).for_cards(), viewer).filter(
        pk__in=places
    )


@ready
def _fitting(
    viewer: Viewer, filters: Filters, age: int | None, places: list[int]
) -> QuerySet[Opportunity, int]:
    """Those of these places that the viewer may see and that meet the filters."""
    return fitting_all(viewer, filters, age).filter(pk__in=places)


def fitting_all(viewer: Viewer, filters: Filters, age: int | None) -> QuerySet[Opportunity, int]:
    met = narrowed(rules.visible_opportunities(viewer), filters, viewer, age).order_by()
    return met.values_list("pk", flat=True)


def answering(viewer: Viewer, filters: Filters, student: Student | None) -> FoundPlaces:
    """Ask the school's places, then keep what the viewer may see and the filters let through."""
    answer = ask(viewer.school.pk, filters.q, partial(contents_of, viewer.school))
    return FoundPlaces(viewer, tuple(best(viewer, filters, student, answer)), answer)


def best(viewer: Viewer, filters: Filters, student: Student | None, answer: Answer) -> list[Row]:
    """The best places, at most MOST. One statement, or up to three where few have a free seat."""
    age = age_of(student, viewer)
    asked, places = replace(filters, q="", order=""), ranked(viewer, filters, age, answer)
    found: list[Row] = []
    start = 0
    for end in LOOKED_AT:
        found += fitting(viewer, asked, age, places.rows(start, end))
        start = end
        if len(found) >= MOST or start >= len(places):
            return found[:MOST]
    if found:
        return found
    every = set(fitting_all(viewer, asked, age))
    return [row for row in places.rows(start) if row.place in every][:MOST]


def fitting(viewer: Viewer, asked: Filters, age: int | None, rows: list[Row]) -> list[Row]:
    """Keep what the database lets through. One statement."""
    if not rows:
        return []
    places = [row.place for row in rows]
    if asked.minutes:  # by the timetable or not, as the school has one today: no SQL is kept
        met = set(fitting_all(viewer, asked, age).filter(pk__in=places))
    else:
        met = set(_fitting(viewer, asked, age, padded(places)))
    return [row for row in rows if row.place in met]


def ranked(viewer: Viewer, filters: Filters, age: int | None, answer: Answer) -> Ranked:
    """Places that answer and may fit, the best first."""
    places: Places = answer.shelf.facts
    fit = places.fit(filters, viewer.school, (age or 0) if filters.is_open else 0)
    # One more at the end, where -1 points to: a place without a passage.
    answers, low = np.append(answer.answers, False), answer.scores[answer.answers]
    least = float(low.min()) if len(low) else 0.0
    told = np.append(np.where(answer.answers, answer.scores, least), least)
    named = answer.named[places.sites]
    chosen = np.flatnonzero(fit & (answers[places.texts] | (named > 0)))
    scores = np.round(told[places.texts[chosen]] + named[chosen], 4)
    best_first = np.argsort(-scores, kind="stable")
    order = chosen[best_first]
    columns = (places.keys[order], places.texts[order], places.sites[order], scores[best_first])
    return Ranked(columns)


def padded(keys: list[int]) -> list[int]:
    """Add keys that nothing has, up to one of a few lengths: a ready statement has its length."""
    size = next(size for size in LENGTHS if size >= len(keys))
    return keys + [-number for number in range(1, size - len(keys) + 1)]


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
