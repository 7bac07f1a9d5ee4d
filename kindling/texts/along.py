"""What apps above take by text: a yes or a no to a question, and words that answer a message.

Such an app registers in its AppConfig.ready. It may know people who wear no hat here.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from kindling.schools.models import Person


@dataclass(frozen=True, slots=True)
class Question:
    """One question that waits for this person. `answer` does it and returns what we text back."""

    person: Person
    answer: Callable[[bool], str]


# Called with everybody who has the number; never writes.
type Asks = Callable[[Sequence[Person]], list[Question]]

_asks: list[Asks] = []


def register(asks: Asks) -> None:
    """Let an app above ask by text. The same function twice is one."""
    if asks not in _asks:
        _asks.append(asks)


def questions_for(people: Sequence[Person]) -> list[Question]:
    """What waits for these people, app by app."""
    return [one for asks in _asks for one in asks(people)] if people else []


@dataclass(frozen=True, slots=True)
class Heard:
    """Words that an app above took. `choices`: we ask back whom they are about, and nothing was done.

    What was written stands with that app; here it is not kept.
    """

    person: Person
    reply: str
    choices: list[Person]


# Called with everybody who has the number, the words, the message's own id, and the key of whom it
# is about where we asked back. None: nobody waits for their words.
type Hears = Callable[[Sequence[Person], str, str, int | None], Heard | None]

_hears: list[Hears] = []


def register_words(hears: Hears) -> None:
    """Let an app above take words. The same function twice is one."""
    if hears not in _hears:
        _hears.append(hears)


def hear(people: Sequence[Person], body: str, sid: str, only: int | None) -> Heard | None:
    """The first app that takes them."""
    return next((told for hears in _hears if (told := hears(people, body, sid, only))), None)
