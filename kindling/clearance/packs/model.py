"""A rule pack: what a law, a state or common practice asks for, as data. Read from data/*.toml."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from django.utils.translation import get_language, gettext


@dataclass(frozen=True)
class Told:
    """A sentence of a pack for whoever reads now; `lang` is "en" where nobody translated it."""

    text: str
    lang: str = ""

    def __str__(self) -> str:
        return self.text


def told(english: str) -> Told:
    """Return the sentence in the reader's language. `.ci/messages.py` finds it in the TOML."""
    text = gettext(english)
    is_english = (get_language() or "en").startswith("en")
    return Told(text, "" if is_english or text != english else "en")


@dataclass(frozen=True)
class Source:
    """Where a rule comes from: the name of the law or sheet, and its address if it has one."""

    key: str
    name: str
    url: str = ""


@dataclass(frozen=True)
class When:
    """For whom a rule holds. An unknown birthday counts as too young: nobody guesses about safety.

    under: only below this age; at_least: only from this age; paid: only so;
    hazards: only where the place's screen found a hazard of this level.
    """

    under: int | None = None
    at_least: int | None = None
    paid: bool | None = None
    hazards: str = ""


@dataclass(frozen=True)
class Rule:
    """One demand of a pack. `after` names items that come first; `months`: how long a yes lasts."""

    pack: str
    key: str
    item: str
    stages: tuple[str, ...]
    says: str
    source: Source
    is_law: bool = True
    when: When = field(default_factory=When)
    blocks: bool = True
    months: int | None = None
    after: tuple[str, ...] = ()
    suggests: Mapping[str, str] = field(default_factory=dict)
    since_on: date | None = None
    until_on: date | None = None

    @property
    def told(self) -> Told:
        return told(self.says)

    def holds_on(self, day: date) -> bool:
        """In force on that day."""
        begun = self.since_on is None or self.since_on <= day
        return begun and (self.until_on is None or self.until_on >= day)


@dataclass(frozen=True)
class Hazard:
    """One thing a student might do or meet.

    level "never": nobody under `under` may; "learner": from 16 with a student-learner agreement;
    "control": with what keeps the student safe, decided by the principal.
    """

    pack: str
    key: str
    label: str
    level: str
    source: Source
    under: int | None = None
    order: int | None = None

    @property
    def told(self) -> Told:
        return told(self.label)


@dataclass(frozen=True)
class Limits:
    """How long somebody may work, in minutes and times of day, where a rule sets it."""

    pack: str
    key: str
    says: str
    source: Source
    when: When
    school_day: int | None = None
    school_week: int | None = None
    earliest: str = ""
    latest: str = ""
    outside_school: bool = False

    @property
    def told(self) -> Told:
        return told(self.says)


@dataclass(frozen=True)
class Pack:
    """One version of one pack. `id` is key-version, as a school keeps it."""

    key: str
    version: int
    name: str
    is_law: bool
    reviewed_on: date
    builds_on: tuple[str, ...]
    sources: Mapping[str, Source]
    rules: tuple[Rule, ...]
    hazards: tuple[Hazard, ...]
    limits: tuple[Limits, ...]
    left_out: tuple[str, ...]
    place: str = ""  # the country or state

    @property
    def told(self) -> Told:
        return told(self.name)

    @property
    def left_out_told(self) -> list[Told]:
        return [told(one) for one in self.left_out]

    @property
    def id(self) -> str:
        return f"{self.key}-{self.version}"
