"""Read packs from TOML, checked."""

from __future__ import annotations

import tomllib
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

from kindling.clearance.packs import checking
from kindling.clearance.packs.checking import At, WrongPack, check_once, check_words, find_cycle
from kindling.clearance.packs.model import Hazard, Limits, Pack, Rule, Source, When


def read_packs(folder: Path) -> dict[str, Pack]:
    """Return every pack of a folder by its id. Raises WrongPack with a sentence."""
    packs: dict[str, Pack] = {}
    for path in sorted(folder.glob("*.toml")):
        pack = read_pack(path.read_text(encoding="utf-8"), path.stem)
        if pack.id != path.stem:
            raise At(path.stem).wrong("version", f"the file should be called {pack.id}.toml.")
        packs[pack.id] = pack
    check_together(packs)
    return packs


def read_pack(text: str, name: str) -> Pack:
    """Return one pack. `name` stands in the sentence when it cannot be read."""
    try:
        said = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        raise WrongPack(f"Pack {name} is not readable TOML: {error}.") from None
    at = At(name)
    check_words(said, checking.PACK_WORDS, ("key", "version", "name", "reviewed_on"), at)
    sources = _sources(said.get("sources", []), at)
    pack_id, is_law = f"{said['key']}-{said['version']}", said.get("law", True)
    for field in ("rules", "hazards", "limits"):
        check_once((str(one.get("key", "")) for one in said.get(field, [])), at, "key")
    rules = tuple(_rule(one, at, sources, pack_id, is_law=is_law) for one in said.get("rules", []))
    _check_after(rules, at)
    return Pack(
        key=said["key"], version=said["version"], name=said["name"], is_law=is_law,
        reviewed_on=said["reviewed_on"], builds_on=tuple(said.get("builds_on", [])),
        sources=sources, rules=rules, place=said.get("place", ""),
        hazards=tuple(_hazard(one, at, sources, pack_id) for one in said.get("hazards", [])),
        limits=tuple(_limits(one, at, sources, pack_id) for one in said.get("limits", [])),
        left_out=tuple(said.get("left_out", [])),
    )  # fmt: skip


def check_together(packs: Mapping[str, Pack]) -> None:
    """Refuse packs that build on one that is not there, or on themselves."""
    for pack in packs.values():
        for other in pack.builds_on:
            checking.check_one_of("builds_on", other, packs, At(pack.id))
    circle = find_cycle({pack.id: pack.builds_on for pack in packs.values()})
    if circle:
        way = " → ".join(circle)
        raise At(circle[0]).wrong(
            "builds_on", f"these packs build on each other in a circle: {way}."
        )


def _check_after(rules: Iterable[Rule], at: At) -> None:
    """Refuse items that wait for each other."""
    edges: dict[str, list[str]] = {}
    for rule in rules:
        edges.setdefault(rule.item, []).extend(rule.after)
    circle = find_cycle(edges)
    if circle:
        rule = next(one for one in rules if one.item == circle[0] and one.after)
        way = " → ".join(circle)
        raise at.rule_of(rule.key).wrong("after", f"these items wait for each other: {way}.")


def _sources(said: Iterable[Mapping[str, Any]], at: At) -> dict[str, Source]:
    found: dict[str, Source] = {}
    for one in said:
        check_words(one, checking.SOURCE_WORDS, ("key", "name"), at.rule_of("sources"))
        found[one["key"]] = Source(**one)
    return found


def _rule(
    said: Mapping[str, Any], at: At, sources: Mapping[str, Source], pack: str, *, is_law: bool
) -> Rule:
    at = at.rule_of(str(said.get("key", "without a key")))
    checking.check_rule(said, at, sources)
    facts = dict(said)
    facts["source"] = sources[said["source"]]
    facts["when"] = When(**said.get("when", {}))
    facts["stages"], facts["after"] = tuple(said["stages"]), tuple(said.get("after", []))
    return Rule(pack=pack, is_law=is_law, **facts)


def _hazard(said: Mapping[str, Any], at: At, sources: Mapping[str, Source], pack: str) -> Hazard:
    at = at.rule_of(str(said.get("key", "without a key")))
    checking.check_hazard(said, at, sources)
    return Hazard(pack=pack, **{**said, "source": sources[said["source"]]})


def _limits(said: Mapping[str, Any], at: At, sources: Mapping[str, Source], pack: str) -> Limits:
    at = at.rule_of(str(said.get("key", "without a key")))
    checking.check_limits(said, at, sources)
    facts = {**said, "source": sources[said["source"]], "when": When(**said.get("when", {}))}
    return Limits(pack=pack, **facts)
