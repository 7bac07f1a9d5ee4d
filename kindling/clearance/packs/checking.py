"""What a pack may say. Everything wrong becomes one sentence that names pack, rule and field."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date, time
from typing import Any

from kindling.clearance.items import ITEMS, STAGES
from kindling.clearance.questions import questions_of

PACK_WORDS = {
    "key": str, "version": int, "name": str, "law": bool, "place": str, "reviewed_on": date,
    "builds_on": list, "left_out": list, "sources": list, "rules": list, "hazards": list,
    "limits": list,
}  # fmt: skip
SOURCE_WORDS = {"key": str, "name": str, "url": str}
RULE_WORDS = {
    "key": str, "item": str, "stages": list, "says": str, "source": str, "when": dict,
    "blocks": bool, "months": int, "after": list, "suggests": dict, "since_on": date,
    "until_on": date,
}  # fmt: skip
WHEN_WORDS = {"under": int, "at_least": int, "paid": bool, "hazards": str}
HAZARD_WORDS = {
    "key": str, "label": str, "level": str, "source": str, "under": int, "order": int
}  # fmt: skip
LIMIT_WORDS = {
    "key": str, "says": str, "source": str, "when": dict, "school_day": int, "school_week": int,
    "earliest": str, "latest": str, "outside_school": bool,
}  # fmt: skip
LEVELS = ("never", "learner", "control")


class WrongPack(Exception):
    """A pack cannot be read; the sentence says which, where and what."""


class At:
    """Where in a pack we are: makes the sentence of what is wrong there."""

    def __init__(self, pack: str, rule: str = "") -> None:
        self.pack, self.rule = pack, rule

    def rule_of(self, key: str) -> At:
        """The same pack, at one of its rules."""
        return At(self.pack, key)

    def wrong(self, field: str, sentence: str) -> WrongPack:
        """Return what is raised."""
        where = f"Pack {self.pack}, rule {self.rule}" if self.rule else f"Pack {self.pack}"
        return WrongPack(f"{where}, field {field}: {sentence}")


def check_words(
    said: Mapping[str, Any], known: Mapping[str, type], needed: Iterable[str], at: At
) -> None:
    """Refuse an unknown word, a missing one and one of the wrong type."""
    for word, value in said.items():
        if word not in known:
            told = ", ".join(sorted(known))
            raise at.wrong(word, f"this word is unknown. Known are: {told}.")
        wanted = known[word]
        # True is an int to Python, and no number of months.
        if not isinstance(value, wanted) or (wanted is int and isinstance(value, bool)):
            raise at.wrong(word, f"{value!r} is no {wanted.__name__}.")
    for word in needed:
        if said.get(word) in (None, "", []):
            raise at.wrong(word, "it is missing.")


def check_rule(said: Mapping[str, Any], at: At, sources: Iterable[str]) -> None:
    """Refuse a rule that means nothing here."""
    check_words(said, RULE_WORDS, ("key", "item", "stages", "says"), at)
    check_source(said, at, sources)
    check_one_of("item", said["item"], ITEMS, at)
    for stage in said["stages"]:
        check_one_of("stages", stage, [str(one) for one in STAGES], at)
    for other in said.get("after", []):
        check_one_of("after", other, ITEMS, at)
    check_when(said.get("when", {}), at)
    asked = {one.key: one for one in questions_of(said["item"])}
    for word, answer in said.get("suggests", {}).items():
        check_one_of("suggests", word, asked, at)
        if asked[word].kind != "text":
            check_one_of("suggests", answer, dict(asked[word].choices), at)
    if said.get("months", 1) < 1:
        raise at.wrong("months", "it must be 1 or more.")


def check_source(said: Mapping[str, Any], at: At, sources: Iterable[str]) -> None:
    """No rule without a source; what has none is listed under left_out."""
    if not said.get("source"):
        raise at.wrong("source", "it is missing. A rule without a source goes to left_out.")
    check_one_of("source", said["source"], sources, at)


def check_when(said: Mapping[str, Any], at: At) -> None:
    """Refuse unknown conditions and a span of ages that nobody is in."""
    check_words(said, WHEN_WORDS, (), at)
    if "hazards" in said:
        check_one_of("when.hazards", said["hazards"], LEVELS, at)
    if said.get("at_least", 0) >= said.get("under", 200):
        raise at.wrong("when.under", "nobody is that old and that young at once.")


def check_hazard(said: Mapping[str, Any], at: At, sources: Iterable[str]) -> None:
    """Refuse a hazard that nobody could screen for."""
    check_words(said, HAZARD_WORDS, ("key", "label", "level"), at)
    check_source(said, at, sources)
    check_one_of("level", said["level"], LEVELS, at)
    if said["level"] != "control" and "under" not in said:
        raise at.wrong("under", "it is missing: below which age is it forbidden?")


def check_limits(said: Mapping[str, Any], at: At, sources: Iterable[str]) -> None:
    """Refuse limits without a source, or with a time of day that is none."""
    check_words(said, LIMIT_WORDS, ("key", "says"), at)
    check_source(said, at, sources)
    check_when(said.get("when", {}), at)
    for word in ("earliest", "latest"):
        try:
            time.fromisoformat(str(said.get(word, "00:00")))
        except ValueError:
            wrong = f"{said[word]!r} is no time of day. Write it like 07:00."
            raise at.wrong(word, wrong) from None


def check_one_of(field: str, value: str, known: Iterable[str], at: At) -> None:
    """Refuse a word that is not among those known."""
    words = list(known)
    if value not in words:
        raise at.wrong(field, f"“{value}” is unknown. Known are: {', '.join(map(str, words))}.")


def check_once(keys: Iterable[str], at: At, field: str) -> None:
    """Refuse two with one key."""
    seen: set[str] = set()
    for key in keys:
        if key in seen:
            raise at.rule_of(key).wrong(field, "this key is used twice.")
        seen.add(key)


def find_cycle(edges: Mapping[str, Iterable[str]]) -> list[str]:
    """Return names that lead back to where they began, or nothing."""
    done: set[str] = set()

    def walk(name: str, path: list[str]) -> list[str]:
        if name in path:
            return [*path[path.index(name) :], name]
        if name in done:
            return []
        for following in edges.get(name, ()):
            found = walk(following, [*path, name])
            if found:
                return found
        done.add(name)
        return []

    for name in edges:
        found = walk(name, [])
        if found:
            return found
    return []
