"""One form on two devices: what each sends is put together, and no word is lost.

A device sends every field with what it began from. A field that only one of them changed is that
one's. Words that both changed are joined line by line; of levels the later tap is taken. Who sent
is told which fields the other device had changed, too.
"""

from __future__ import annotations

from dataclasses import dataclass, field

from kindling.kit.editing import clean_text, joined, stamp_of

MOST_WORDS = 4000


@dataclass(frozen=True)
class Sent:
    """`values`: every field by its name; `bases`: what the device began with, a level or a stamp."""

    values: dict[str, str]
    bases: dict[str, str] = field(default_factory=dict)


@dataclass(frozen=True)
class Merged:
    """`values` as they are now; `clashes`: the fields that both devices had changed; `is_new`:
    something is other than it was kept.
    """

    values: dict[str, str]
    clashes: tuple[str, ...] = ()
    is_new: bool = False


def base_of(name: str, value: str) -> str:
    """What a page sends back to say what it began with."""
    return value if is_level(name) else stamp_of(value)


def is_level(name: str) -> bool:
    return name.startswith("level-")


def merge(kept: dict[str, str], sent: Sent) -> Merged:
    """Put what was sent into what is kept. A field that was not sent stays."""
    values, clashes = dict(kept), []
    for name, was in kept.items():
        said = clean_text(sent.values.get(name, was))
        base = sent.bases.get(name, base_of(name, was))
        if said == was or base_of(name, said) == base:
            continue  # the same words, or this device changed nothing here
        if base_of(name, was) == base or not was:
            values[name] = said
            continue
        clashes.append(name)
        both = said if is_level(name) else joined(was, said)
        values[name] = both
    return Merged(values, tuple(clashes), values != kept)
