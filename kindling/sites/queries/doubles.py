"""Entries that look like one twice, and two of them side by side."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any

from django.utils.translation import gettext as _

from kindling.schools.models import Person
from kindling.schools.viewer import Viewer
from kindling.sites import rules
from kindling.sites.actions import CHOICES
from kindling.sites.doubles import Facts, Pair, alike, street
from kindling.sites.models import Kind, Organisation, Site
from kindling.sites.queries.history import FIELDS
from kindling.sites.references import in_words, references_to

type Entry = Organisation | Site | Person


@dataclass(frozen=True)
class Double:
    """Two entries of a kind, the one to keep first, and why they look the same."""

    kind: Kind
    one: Entry
    other: Entry
    why: str


@dataclass(frozen=True)
class Side:
    """One of the two on the page: the entry and what hangs on it."""

    entry: Entry
    has: list[str]


@dataclass(frozen=True)
class Choice:
    """One fact on which they may differ. `name` is a key of CHOICES."""

    name: str
    label: str
    mine: str
    other: str

    @property
    def is_open(self) -> bool:
        """Both say something, and not the same."""
        return bool(self.mine and self.other) and self.mine != self.other

    @property
    def takes_other(self) -> bool:
        """What is chosen before anybody chooses: the other's word where the first has none."""
        return not self.mine


def doubles(viewer: Viewer) -> list[Double]:
    """All pairs of the school that nobody has looked at. Seven statements."""
    apart = set(rules.visible_apart(viewer).values_list("one_id", "other_id"))
    return [
        double
        for kind in Kind
        if rules.may_merge(viewer, kind)
        for double in _doubles_of(viewer, kind, apart)
    ]


def _doubles_of(viewer: Viewer, kind: Kind, apart: set[tuple[str, str]]) -> Iterator[Double]:
    entries = {entry.public_id: entry for entry in entries_of(viewer, kind)}
    facts = _facts_of(viewer, kind, entries.values())
    for pair in alike(facts, of_people=kind == Kind.MENTOR):
        if (pair.one, pair.other) not in apart:
            yield _double(kind, pair, entries)


def _double(kind: Kind, pair: Pair, entries: dict[str, Any]) -> Double:
    """The one that has been here longer, or that signs in, is the one to keep."""
    found = [entries[pair.one], entries[pair.other]]
    found.sort(key=lambda entry: (getattr(entry, "user_id", None) is None, entry.pk))
    return Double(kind, found[0], found[1], why(pair.reasons))


def entries_of(viewer: Viewer, kind: str) -> Any:
    """What this viewer may see of a kind."""
    if kind == Kind.ORGANISATION:
        return rules.visible_organisations(viewer)
    return rules.visible_sites(viewer) if kind == Kind.SITE else rules.visible_mentors(viewer)


def _facts_of(viewer: Viewer, kind: Kind, entries: Iterable[Any]) -> Iterator[Facts]:
    if kind == Kind.MENTOR:
        yield from _facts_of_people(viewer, entries)
        return
    for one in entries:
        if kind == Kind.SITE:
            where = street(one.address, one.city)
            yield Facts(one.public_id, one.name, phone=one.phone, address=where)
        else:
            yield Facts(one.public_id, one.name, website=one.website)


def _facts_of_people(viewer: Viewer, people: Iterable[Person]) -> Iterator[Facts]:
    sites: dict[int, set[int]] = defaultdict(set)
    for person, site in rules.visible_site_mentors(viewer).values_list(
        "person_id", "site__organisation_id"
    ):
        sites[person].add(site)
    for one in people:
        near = frozenset(sites[one.pk])
        yield Facts(one.public_id, one.name, one.phone, one.email, near=near)


def why(reasons: Iterable[str]) -> str:
    """Say in words what two entries have in common."""
    words = {
        "name": _("nearly the same name"),
        "phone": _("the same phone"),
        "email": _("the same e-mail"),
        "address": _("the same address"),
        "website": _("the same website"),
    }
    return ", ".join(words[reason] for reason in reasons)


def side_of(entry: Entry) -> Side:
    """Count what hangs on an entry. One statement for each kind of thing that can."""
    counted = {one.label: range(one.rows(entry.pk).count()) for one in references_to(type(entry))}
    return Side(entry, in_words({label: rows for label, rows in counted.items() if rows}))


def choices_of(kind: str, mine: Entry, other: Entry) -> list[Choice]:
    """What can be chosen, without what neither of them says."""
    found = [
        Choice(name, _label(kind, name), _told(mine, fields), _told(other, fields))
        for name, fields in CHOICES[kind].items()
    ]
    return [choice for choice in found if choice.mine or choice.other]


def _told(entry: Any, fields: tuple[str, ...]) -> str:
    if fields[0] == "latitude":
        at = (entry.latitude, entry.longitude)
        return "" if None in at else f"{at[0]:.5f}, {at[1]:.5f} · {entry.near_metres} m"
    if fields[0] == "given_name":
        return str(entry.name)
    return ", ".join(str(getattr(entry, field)) for field in fields if getattr(entry, field))


def _label(kind: str, name: str) -> str:
    if name == "position":
        return _("Position")
    own = {"pronouns": _("Pronouns"), "email": _("E-mail"), "language": _("Reads")}
    return own.get(name) or str(FIELDS[name])
