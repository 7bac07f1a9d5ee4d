"""Which entries look like the same one twice, and why. Pure: no statement, any number of rows.

Only entries that share something rare are compared: a word of the name, its beginning or end, a
phone number, an address. Three thousand sites are looked through in about a second.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import combinations

from kindling.kit.text import digits, plain
from kindling.sites.similar import bare, is_similar

CROWD = 40  # a word that so many share tells nothing; nor does a switchboard
TAIL = 7  # digits of a phone number, as in Person.phone_tail
STREETS = {
    "st": "street", "str": "street", "ave": "avenue", "av": "avenue", "rd": "road", "dr": "drive",
    "blvd": "boulevard", "ln": "lane", "hwy": "highway", "sq": "square", "ct": "court",
    "n": "north", "s": "south", "e": "east", "w": "west", "ste": "suite",
}  # fmt: skip


@dataclass(frozen=True)
class Facts:
    """What is compared of one entry. `near`: what it belongs to (an organisation, sites)."""

    id: str
    name: str
    phone: str = ""
    email: str = ""
    address: str = ""
    website: str = ""
    near: frozenset[int] = frozenset()


@dataclass(frozen=True)
class Pair:
    """Two entries that may be one. `reasons`: name, phone, email, address, website."""

    one: str
    other: str
    reasons: tuple[str, ...]


def street(address: str, city: str = "") -> str:
    """Fold an address: "12 Water St., Providence" and "12 water street" with the city are one."""
    words = re.sub(r"[^\w\s]", " ", plain(f"{address} {city}")).split()
    return " ".join(STREETS.get(word, word) for word in words) if plain(address) else ""


def host(website: str) -> str:
    """The name of a website, without what all have in common."""
    return re.sub(r"^(https?://)?(www\.)?", "", website.strip().lower()).split("/")[0]


def tail(phone: str) -> str:
    """The last digits of a number, whatever country code people write; "" for a short one."""
    found = digits(phone)[-TAIL:]
    return found if len(found) == TAIL else ""


def alike(entries: Iterable[Facts], *, of_people: bool = False) -> list[Pair]:
    """Return the pairs that may be the same, those with the most reasons first.

    People may share a name: theirs counts where they share something else or one workplace.
    """
    known = {entry.id: entry for entry in entries}
    pairs = []
    for one, other in sorted(_candidates(known.values())):
        reasons = _reasons(known[one], known[other])
        is_shared = bool(known[one].near & known[other].near)
        if of_people and reasons == ("name",) and not is_shared:
            continue
        if of_people and "name" not in reasons and "email" not in reasons:
            continue  # colleagues share the shop's phone
        if reasons:
            pairs.append(Pair(one, other, reasons))
    return sorted(pairs, key=lambda pair: (-len(pair.reasons), pair.one, pair.other))


def _candidates(entries: Iterable[Facts]) -> set[tuple[str, str]]:
    shared: dict[str, list[str]] = defaultdict(list)
    for entry in entries:
        for key in set(_keys(entry)):
            shared[key].append(entry.id)
    return {
        (min(pair), max(pair))
        for ids in shared.values()
        if 1 < len(ids) <= CROWD
        for pair in combinations(ids, 2)
    }


def _keys(entry: Facts) -> Iterator[str]:
    name = bare(entry.name)
    close = name.replace(" ", "")
    yield f"n:{name}"
    yield f"b:{close[:5]}"
    yield f"e:{close[-5:]}"
    for word in name.split():
        yield f"w:{word}"
    for kind, value in (
        ("t", tail(entry.phone)), ("m", entry.email.strip().lower()),
        ("a", entry.address), ("h", host(entry.website)),
    ):  # fmt: skip
        if value:
            yield f"{kind}:{value}"


def _reasons(one: Facts, other: Facts) -> tuple[str, ...]:
    pairs = {
        "phone": (tail(one.phone), tail(other.phone)),
        "email": (one.email.strip().lower(), other.email.strip().lower()),
        "address": (one.address, other.address),
        "website": (host(one.website), host(other.website)),
    }
    same = [name for name, (a, b) in pairs.items() if a and a == b]
    if is_similar(one.name, other.name):
        same.insert(0, "name")
    return () if same == ["name"] and _stand_apart(one, other) else tuple(same)


def _stand_apart(one: Facts, other: Facts) -> bool:
    """Two branches of one shop: both addresses are known, and their house numbers differ."""
    numbers = [re.findall(r"\d+", entry.address)[:1] for entry in (one, other)]
    return all(numbers) and numbers[0] != numbers[1]
