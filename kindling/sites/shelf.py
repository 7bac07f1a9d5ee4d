"""What search reads of a school: its places' texts and sites' names, and what must fit, in columns.

A column holds one fact of every place: fifty thousand are looked through in a millisecond. They
only say which places are worth asking the database about; who sees what, and what fits, is decided
there (queries/answering.py).
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import time
from typing import Any

import numpy as np
import numpy.typing as npt

from kindling.interests.areas import Area
from kindling.schools.models import School
from kindling.search.shelves import Contents
from kindling.sites.models import Opportunity, OpportunityArea, Site
from kindling.sites.queries.filters import ACCESS, LANGUAGES, Filters, is_within

type Column = npt.NDArray[np.integer[Any]]
type Bools = npt.NDArray[np.bool_]

UNKNOWN = -1  # an hour that nobody noted
AREA_BITS = {area: 1 << number for number, area in enumerate(Area.values)}
LANGUAGE_BITS = {language: 1 << number for number, language in enumerate(LANGUAGES)}
ACCESS_BITS = {need: 1 << number for number, need in enumerate(ACCESS)}


@dataclass(frozen=True)
class Sites:
    """Columns of sites, by id."""

    keys: Column
    languages: Column
    access: Column
    latitudes: npt.NDArray[np.float64]  # NaN where it is not known
    longitudes: npt.NDArray[np.float64]


@dataclass(frozen=True)
class Places:
    """Columns of places, by id. `texts` and `sites` say which row of passages and of sites."""

    keys: Column
    texts: Column  # -1: none yet
    sites: Column
    days: Column
    starts: Column  # minutes after midnight
    ends: Column
    ages: Column
    areas: Column
    at: Sites

    def fit(self, filters: Filters, school: School, age: int) -> Bools:
        """Say which places may fit, for somebody of this age (0: of no age in particular)."""
        fit = np.ones(len(self.keys), np.bool_)
        if filters.areas:
            fit &= self.areas & bits(filters.areas, AREA_BITS) != 0
        if filters.days:
            fit &= self.days & sum(1 << day for day in filters.days) != 0
        if filters.since:
            fit &= (self.starts == UNKNOWN) | (self.starts >= filters.since * 60)
        if filters.until:
            fit &= (self.ends == UNKNOWN) | (self.ends <= filters.until * 60)
        for asked in (filters.age, age):
            if asked:
                fit &= self.ages <= asked
        return fit & self.fit_site(filters, school)[self.sites] if filters.has_needs else fit

    def fit_site(self, filters: Filters, school: School) -> Bools:
        """Say which sites may fit."""
        at, fit = self.at, np.ones(len(self.at.keys), np.bool_)
        if filters.language:
            fit &= at.languages & LANGUAGE_BITS[filters.language] != 0
        if filters.access:
            needed = bits(filters.access, ACCESS_BITS)
            fit &= at.access & needed == needed
        if filters.minutes:
            fit &= is_within(at.latitudes, at.longitudes, filters.minutes, school)
        return fit


def contents_of(school: School) -> Contents:
    """Read all of it, whoever may see which: search.shelves keeps it, the rules come after."""
    places = Opportunity.objects.filter(school=school).order_by("pk")
    told = ("pk", "passage_id", "site_id", "days", "starts_at", "ends_at", "min_age")
    rows = list(zip(*places.values_list(*told).iterator(), strict=True)) or [()] * len(told)
    names, at = sites_of(school)
    passages = np.array([key or 0 for key in rows[1]], np.int64)
    known = np.unique(passages[passages > 0])
    keys = np.array(rows[0], np.int64)
    facts = Places(
        keys=keys,
        texts=np.where(passages > 0, np.searchsorted(known, passages), -1),
        sites=np.searchsorted(at.keys, np.array(rows[2], np.int64)),
        days=column(rows[3], day_bits, np.int16),
        starts=column(rows[4], minute, np.int16),
        ends=column(rows[5], minute, np.int16),
        ages=np.array([age or 0 for age in rows[6]], np.int16),
        areas=areas_of(school, keys),
        at=at,
    )
    return Contents(known.tolist(), names, facts)


def sites_of(school: School) -> tuple[list[str], Sites]:
    """Their names as somebody may write them, and their columns. Read after the places."""
    sites = Site.objects.filter(school=school).order_by("pk")
    told = ("pk", "name", "organisation__name", "city", "languages", "access")
    rows = list(sites.values_list(*told, "latitude", "longitude").iterator())
    names = [" ".join(dict.fromkeys(row[1:4])) for row in rows]
    return names, Sites(
        keys=np.array([row[0] for row in rows], np.int64),
        languages=column((row[4] for row in rows), said_bits(LANGUAGES), np.int32),
        access=column((row[5] for row in rows), said_bits(ACCESS), np.int32),
        latitudes=np.array([row[6] for row in rows], np.float64),
        longitudes=np.array([row[7] for row in rows], np.float64),
    )


def areas_of(school: School, keys: Column) -> Column:
    """The areas of each place as bits."""
    found = np.zeros(len(keys), np.int64)
    rows = OpportunityArea.objects.filter(school=school).order_by()
    pairs = [(place, AREA_BITS[area]) for place, area in rows.values_list("opportunity", "area")]
    if pairs:
        places, areas = np.array(pairs, np.int64).T
        at = np.searchsorted(keys, places)
        there = (at < len(keys)) & (keys[np.minimum(at, len(keys) - 1)] == places)
        np.bitwise_or.at(found, at[there], areas[there])
    return found


def bits(chosen: Iterable[str], of: dict[str, int]) -> int:
    return sum(of[one] for one in chosen)


def column(values: Iterable[Any], read: Callable[[Any], int], kind: type[Any]) -> Column:
    """Each value read into a number; the same value is read once."""
    known: dict[Any, int] = {}
    listed = list(values)
    for value in set(listed):
        known[value] = read(value)
    found: Column = np.array([known[value] for value in listed], kind)
    return found


def day_bits(days: str) -> int:
    return sum(1 << int(day) for day in days.split(",") if day)


def minute(at: time | None) -> int:
    return UNKNOWN if at is None else at.hour * 60 + at.minute


def said_bits(words: dict[str, tuple[str, ...]]) -> Callable[[str], int]:
    """Read what a site says in its own words: a bit for each language or way in it names."""
    folded = [[word.casefold() for word in some] for some in words.values()]

    def read(said: str) -> int:
        low = said.casefold()
        return sum(1 << n for n, some in enumerate(folded) if any(word in low for word in some))

    return read
