"""Whose number it is. One number may be several people's, at several schools."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import timedelta

from django.utils import translation

from kindling.kit.http import Refused
from kindling.kit.phones import dialled
from kindling.kit.text import plain
from kindling.schools.inside import speaking
from kindling.schools.models import TAIL, Person
from kindling.schools.viewer import Viewer
from kindling.texts import replies
from kindling.texts.along import questions_for
from kindling.texts.grammar import Said


@dataclass(frozen=True)
class Caller:
    """Somebody who has the number, with the hats they wear today."""

    person: Person
    viewer: Viewer

    @contextmanager
    def reads(self) -> Iterator[None]:
        """Speak as this person reads: their language, their school's clock."""
        with speaking(self.viewer.school), translation.override(self.person.language):
            yield


@dataclass(frozen=True)
class Told:
    """A message that was understood: its meaning, who may have sent it, and how long ago.

    `only` is the key of the person who was chosen when we asked back.
    """

    said: Said
    callers: list[Caller]
    sid: str
    delay: timedelta = timedelta()
    only: int | None = None
    body: str = ""  # as it was written


@dataclass(frozen=True)
class Answer:
    """What came of a message: who spoke, about whom, and what we say to it.

    `choices` are keys of people, where we ask back who is meant. `link_id` is the pass whose
    address takes the place of "{link}" in the reply when it leaves.
    """

    reply: str
    outcome: str
    by: Caller | None = None
    about: Person | None = None
    link_id: str = ""
    choices: list[int] = field(default_factory=list)
    is_private: bool = False  # the words stand elsewhere, and nobody reads them here


def callers_with(number: str) -> list[Caller]:
    """Return everybody who has this number (E.164) and wears a hat today, by school and name.

    Who wears none counts while an app above asks them something (`along`).
    """
    alike = Person.objects.filter(phone_tail=number[-TAIL:]).select_related("school")
    same = [person for person in alike if dialled(person.phone) == number]
    found = [Caller(person, Viewer.of_person(person)) for person in same]
    asked = {one.person.pk for one in questions_for([caller.person for caller in found])}
    there = [caller for caller in found if caller.viewer.roles or caller.person.pk in asked]
    return sorted(there, key=lambda one: (one.viewer.school.name, one.person.sort_name))


def chosen(told: Told, people: Iterable[Person]) -> tuple[list[Person], list[str]]:
    """Return who is meant, and the words that are no names.

    Meant is who was chosen when we asked back, else whom the words name, else everybody. Raises
    Refused when who was chosen is none of them any more: nobody else is meant then.
    """
    people = list(people)
    names = {person.pk: set(plain(f"{person.name} {person.first}").split()) for person in people}
    used = {word for word in told.said.words if any(word in own for own in names.values())}
    others = [word for word in told.said.words if word not in used]
    meant = [person for person in people if names[person.pk] >= used]
    if told.only is not None:
        meant = [person for person in people if person.pk == told.only]
        if not meant:
            raise Refused(replies.nothing_waits())
    return meant or people, others


def code_in(words: Iterable[str]) -> str | None:
    """Return the code of a place among words, "" for no words; None for what is no code."""
    joined = "".join(words)
    return joined if not joined or (joined.isdigit() and len(joined) in {6, 8}) else None
