"""What is another between two versions, in words people read: by item, by field, old and new."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.utils.translation import gettext as _

from kindling.kit.editing import steps_between
from kindling.plans.content import WORDS
from kindling.plans.questions import FOCUS, ITEM
from kindling.ui.format import short_day

WORD = re.compile(r"\s+|\S+")


@dataclass(frozen=True, slots=True)
class Span:
    """A run of words: kept (""), taken out ("old") or put in ("new")."""

    text: str
    kind: str = ""


@dataclass(frozen=True, slots=True)
class FieldChange:
    label: str
    was: str
    now: str
    spans: list[Span]


@dataclass(frozen=True, slots=True)
class ItemChange:
    """`kind`: "added", "dropped" or "changed"; `title` "" for the plan itself."""

    title: str
    kind: str
    fields: list[FieldChange]


def differences(old: dict[str, Any], new: dict[str, Any]) -> list[ItemChange]:
    """Return what changed from one content to another, in the order of the new one."""
    found = []
    if old["focus"] != new["focus"]:
        found.append(
            ItemChange("", "changed", [_changed(str(FOCUS.label), old["focus"], new["focus"])])
        )
    was = {one["id"]: one for one in old["items"]}
    for one in new["items"]:
        earlier = was.pop(one["id"], None)
        fields = _fields(earlier or {}, one)
        if earlier is None:
            found.append(ItemChange(title_of(one), "added", fields))
        elif fields:
            found.append(ItemChange(title_of(one), "changed", fields))
    found += [ItemChange(title_of(one), "dropped", _fields(one, {})) for one in was.values()]
    return found


def title_of(said: dict[str, Any]) -> str:
    return str(said.get("experience", "")).strip().partition("\n")[0]


def _fields(old: dict[str, Any], new: dict[str, Any]) -> list[FieldChange]:
    was, now = said_fields(old), said_fields(new)
    return [
        _changed(label, was.get(label, ""), now.get(label, ""))
        for label in dict.fromkeys([*now, *was])
        if was.get(label, "") != now.get(label, "")
    ]


def said_fields(said: dict[str, Any]) -> dict[str, str]:
    """Return label → words of one item of a content; what is empty is left out."""
    if not said:
        return {}
    facts = {str(ITEM[name].label): said[name] for name in WORDS}
    facts[_("When")] = when(said)
    facts[_("Goals")] = ", ".join(one["name"] for one in said["goals"])
    facts[_("Own goals")] = ", ".join(one["name"] for one in said["own_goals"])
    facts[_("Where")] = said["placement"]["name"] if said["placement"] else ""
    facts[_("Project")] = said["project"]["name"] if said["project"] else ""
    facts[_("Course")] = said["course"]["name"] if said["course"] else ""
    return {label: text for label, text in facts.items() if text.strip()}


def when(said: dict[str, Any]) -> str:
    """Return "Tue 14 Oct – Fri 7 Nov", with what is known of it."""
    days = [
        short_day(date.fromisoformat(said[key])) if said[key] else ""
        for key in ("starts_on", "ends_on")
    ]
    return " – ".join(days) if any(days) else ""


def _changed(label: str, was: str, now: str) -> FieldChange:
    return FieldChange(label, was, now, spans(was, now))


def spans(was: str, now: str) -> list[Span]:
    """Return the words of both texts in one run."""
    one, other = WORD.findall(was), WORD.findall(now)
    found: list[Span] = []
    for step, a, b, c, d in steps_between(one, other):
        if step == "equal":
            found.append(Span("".join(one[a:b])))
            continue
        if a < b:
            found.append(Span("".join(one[a:b]), "old"))
        if c < d:
            found.append(Span("".join(other[c:d]), "new"))
    return found
