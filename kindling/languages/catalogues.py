"""What each catalogue holds, as `make messages` counted it. The settings offer languages by it."""

from __future__ import annotations

import json
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from django.conf.locale import LANG_INFO
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy

STATE = Path(__file__).parents[1] / "locale" / "state.json"


@dataclass(frozen=True)
class Catalogue:
    """`words`: all of Kindling; `family`: what families and mentors read; `missing` of each."""

    code: str
    words: int
    missing: int
    family: int
    family_missing: int
    reviewed: str  # "reviewed by NAME on DAY", "" for a draft
    offered: bool

    @property
    def percent(self) -> int:
        """Of all words, rounded down: 100 means that nothing is missing."""
        return (self.words - self.missing) * 100 // self.words

    @property
    def family_percent(self) -> int:
        return (self.family - self.family_missing) * 100 // self.family


@cache
def catalogues() -> dict[str, Catalogue]:
    """Django's code of a language ("zh-hans") → its catalogue."""
    found = json.loads(STATE.read_text("utf-8"))
    return {code: Catalogue(code, **facts) for code, facts in found.items()}


def offered() -> list[tuple[str, str | Promise]]:
    """What people may choose: English, and each language that has all that families read."""
    codes = ["en", *(code for code, one in catalogues().items() if one.offered)]
    return [(code, gettext_lazy(str(LANG_INFO[code]["name"]))) for code in codes]
