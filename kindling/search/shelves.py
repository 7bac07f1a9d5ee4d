"""What this process holds of the texts: read when first asked, again when something has changed.

One library for all schools of the process; a school's shelf says which of its texts are theirs and
what their sites are called. Nothing of it is read before the first search.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from functools import cached_property
from threading import RLock
from typing import Any

import numpy as np

from kindling.kit.prepared import prepared
from kindling.search.asking import Question, question
from kindling.search.bm25 import WordIndex
from kindling.search.library import Library, Numbers, Reason
from kindling.search.models import Passage, Shelf
from kindling.search.occupations import NEAREST
from kindling.search.spelling import Spelling

MOST_TEXTS = 20_000  # about 60 MB; beyond that the process begins anew with the school that asks
MOST_SHELVES = 200
NAMED = 4.0  # a site whose name is asked for stands above what is only like it
NAME_ENOUGH = 0.3  # of the question's words
LOCK = RLock()


@dataclass(frozen=True)
class Contents:
    """What a school has: the passages of its places, and (id, name) of each site."""

    passages: list[int]
    names: list[tuple[int, str]]


@dataclass
class Held:
    """One school's shelf as this process knows it."""

    number: int
    keys: list[int]  # of passages
    texts: Numbers  # their numbers in the library
    sites: list[int]
    names: WordIndex
    library: Library

    @cached_property
    def spelling(self) -> Spelling:
        return Spelling([*self.library.index.words, *self.names.words])

    def meant(self, word: str) -> list[str]:
        with LOCK:
            return self.spelling.meant(word)


@dataclass
class Process:
    library: Library = field(default_factory=Library)
    numbers: dict[int, int] = field(default_factory=dict)  # key of a passage → its number
    untold: set[int] = field(default_factory=set)
    shelves: dict[int, Held] = field(default_factory=dict)


HELD = Process()


def forget() -> None:
    """Hold nothing (tests, and when there is too much)."""
    with LOCK:
        vars(HELD).update(vars(Process()))


@prepared
def _number_of(school: int) -> Any:
    return Shelf.objects.filter(school=school).values_list("number")


def held(school: int, read: Callable[[], Contents]) -> Held:
    """Return a school's shelf as it is now. One statement where nothing has changed."""
    rows = _number_of(school=school)
    number = rows[0][0] if rows else 0
    with LOCK:
        known = HELD.shelves.get(school)
        if known is None or known.number != number:
            known = HELD.shelves[school] = _read(number, read())
            if len(HELD.shelves) > MOST_SHELVES:
                HELD.shelves.pop(next(iter(HELD.shelves)))
        return known


def _read(number: int, contents: Contents) -> Held:
    wanted = [key for key in contents.passages if key not in HELD.numbers or key in HELD.untold]
    if len(HELD.numbers) + len(wanted) > MOST_TEXTS + len(contents.passages):
        forget()
        wanted = contents.passages
    for start in range(0, len(wanted), 500):
        _take(Passage.objects.filter(pk__in=wanted[start : start + 500]).iterator())
    keys = [key for key in contents.passages if key in HELD.numbers]
    names = WordIndex()
    for _site, name in contents.names:
        names.add(name, "")
    texts = np.array([HELD.numbers[key] for key in keys], np.int64)
    sites = [site for site, _name in contents.names]
    return Held(number, keys, texts, sites, names, HELD.library)


def _take(passages: Iterable[Passage]) -> None:
    """Put passages into the library, or what they mean, now that it is known."""
    for passage in passages:
        if passage.pk not in HELD.numbers:
            HELD.numbers[passage.pk] = HELD.library.add(passage.title, passage.body)
        if not passage.near:
            HELD.untold.add(passage.pk)
            continue
        HELD.untold.discard(passage.pk)
        both = bytes(passage.near)
        near = np.frombuffer(both[: 2 * NEAREST], np.int16)
        weights = np.frombuffer(both[2 * NEAREST :], np.float16)
        point = np.frombuffer(bytes(passage.point), np.float16) if passage.point else None
        HELD.library.tell(HELD.numbers[passage.pk], point, near, weights)


@dataclass(frozen=True)
class Answer:
    """Which passages and sites answer, best first (key → score), and why."""

    asked: Question
    shelf: Held
    passages: dict[int, float]
    sites: dict[int, float]

    def reason(self, passage: int | None, site: int) -> Reason:
        """Why a place with this passage at this site answers."""
        names = self.shelf.names
        at = self.shelf.sites.index(site) if site in self.sites else -1
        named = [
            one.meant or one.word
            for one in self.asked.said
            if at >= 0 and any(names.holds(at, root) for root in one.stems)
        ]
        with LOCK:
            number = HELD.numbers.get(passage) if passage in self.passages else None
            told = Reason() if number is None else self.shelf.library.reason(self.asked, number)
        return Reason(tuple(dict.fromkeys([*named, *told.words])), told.occupation)


def ask(school: int, text: str, read: Callable[[], Contents]) -> Answer:
    """Ask a school's places: the whole way but for who may see which."""
    return ask_each(school, [text], read)[0]


def ask_each(school: int, texts: Iterable[str], read: Callable[[], Contents]) -> list[Answer]:
    """Ask several things at once, for one look at the shelf."""
    shelf = held(school, read)
    return [_ask(shelf, text) for text in texts]


def _ask(shelf: Held, text: str) -> Answer:
    asked = question(text, [shelf.library.index, shelf.names], shelf.meant)
    with LOCK:
        ranking = shelf.library.rank(asked, shelf.texts)
        keys = dict(zip(shelf.texts.tolist(), shelf.keys, strict=True))
    numbers, scores = ranking.numbers[ranking.answers], ranking.scores[ranking.answers]
    passages = {
        keys[number]: score for number, score in zip(numbers.tolist(), scores.tolist(), strict=True)
    }
    _scores, shares = shelf.names.scores(asked.asked)
    chosen = np.flatnonzero(shares >= NAME_ENOUGH)
    chosen = chosen[np.argsort(-shares[chosen], kind="stable")][:200]
    sites = {shelf.sites[at]: NAMED * float(shares[at]) for at in chosen.tolist()}
    return Answer(asked, shelf, passages, sites)
