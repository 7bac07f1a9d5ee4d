"""What this process holds of the texts: read when first asked, again when something has changed.

One library for all schools of the process; a school's shelf says which of its texts are theirs and
what their sites are called. Nothing of it is read before the first search.
"""

from __future__ import annotations

import gc
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from threading import RLock
from typing import Any

import numpy as np

from kindling.kit.prepared import prepared
from kindling.search.asking import Question, question
from kindling.search.bm25 import Scores, WordIndex
from kindling.search.library import Bools, Library, Numbers, Reason, grown
from kindling.search.models import Passage, Shelf
from kindling.search.occupations import NEAREST
from kindling.search.spelling import Spelling, meant

MOST_TEXTS = 20_000  # about 60 MB; beyond that the process begins anew with the school that asks
MOST_SHELVES = 200
NAMED = 4.0  # a site whose name is asked for stands above what is only like it
NAME_ENOUGH = 0.3  # of the question's words
MOST_NAMED = 200
LOCK = RLock()


@dataclass(frozen=True)
class Contents:
    """What a school has: the passages of its places, the name of each site, in an order of theirs.

    `facts` is what else the reader wants kept as long as nothing changes; search never looks at it.
    """

    passages: list[int]
    names: list[str]
    facts: Any = None


@dataclass
class Held:
    """One school's shelf as this process knows it."""

    number: int
    keys: list[int]  # of passages, as in Contents; those that are gone stand at number 0
    texts: Numbers  # their numbers in the library
    is_there: Bools
    titles: list[str]
    names: WordIndex
    spelling: Spelling
    library: Library
    facts: Any
    guesses: dict[str, list[str]] = field(default_factory=dict)

    def meant(self, word: str) -> list[str]:
        if word not in self.guesses:
            with LOCK:
                spellings = [self.library.spelling, grown(self.spelling, self.names)]
                self.guesses[word] = meant(word, spellings)
        return self.guesses[word]


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
            with uncollected():
                known = HELD.shelves[school] = _read(number, read(), known)
            if len(HELD.shelves) > MOST_SHELVES:
                HELD.shelves.pop(next(iter(HELD.shelves)))
        return known


@contextmanager
def uncollected() -> Iterator[None]:
    """Let the collector rest: it would look through the whole process while the rows come."""
    was = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was:
            gc.enable()


def _read(number: int, contents: Contents, before: Held | None) -> Held:
    wanted = [key for key in contents.passages if key not in HELD.numbers or key in HELD.untold]
    if len(HELD.numbers) + len(wanted) > MOST_TEXTS + len(contents.passages):
        forget()
        wanted, before = contents.passages, None
    for start in range(0, len(wanted), 500):
        _take(Passage.objects.filter(pk__in=wanted[start : start + 500]).iterator())
    numbers = [HELD.numbers.get(key, -1) for key in contents.passages]
    texts = np.array(numbers, np.int64)
    if before is not None and before.titles == contents.names:
        names, spelling = before.names, before.spelling
    else:
        names, spelling = WordIndex(), Spelling()
        for name in contents.names:
            names.add(name, "")
    return Held(
        number=number,
        keys=contents.passages,
        texts=np.maximum(texts, 0),
        is_there=texts >= 0,
        titles=contents.names,
        names=names,
        spelling=spelling,
        library=HELD.library,
        facts=contents.facts,
    )


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
    """How well each passage of the shelf answers, and whose site's name is asked for."""

    asked: Question
    shelf: Held
    scores: Scores
    answers: Bools
    named: Scores  # of each site; 0 where its name says nothing

    def reason(self, passage: int, site: int) -> Reason:
        """Why a place with this passage at this site answers; both by their place on the shelf."""
        names = self.shelf.names
        named = [
            one.meant or one.word
            for one in self.asked.said
            if self.named[site] and any(names.holds(site, root) for root in one.stems)
        ]
        told = Reason()
        if passage >= 0 and self.answers[passage]:
            with LOCK:
                number = int(self.shelf.texts[passage])
                told = self.shelf.library.reason(self.asked, number)
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
        scores, answers = shelf.library.weigh(asked, shelf.texts)
    _scores, shares = shelf.names.scores(asked.asked)
    named = np.where(shares >= NAME_ENOUGH, NAMED * shares, 0).astype(np.float32)
    chosen = np.flatnonzero(named)
    if len(chosen) > MOST_NAMED:
        named[chosen[np.argsort(-named[chosen], kind="stable")[MOST_NAMED:]]] = 0
    return Answer(asked, shelf, scores, answers & shelf.is_there, named)
