"""Words of another script, set apart in a sentence that is read from right to left.

Without it “3 Meets” stands as “Meets 3”, “555 0100” as “0100 555”, and a full stop goes to the wrong
end. The two signs of Unicode do what <bdi> does, also inside an attribute, and nobody sees them.
"""

from __future__ import annotations

import re

from kindling.kit.tongue import is_right_to_left

FIRST_STRONG, POP = "\u2068", "\u2069"
RIGHT = re.compile("[\u0590-\u08ff]")
LATIN = re.compile("[A-Za-z\u00c0-\u024f]")
# Groups of digits change places; a time or a date of two parts with one sign between does not.
GROUPS = re.compile(r"\d[)]?[ ./-]+[(]?\d.*\d")
NAME = re.compile("[A-Za-z\u00c0-\u024f]+(?:[ '\u2019-][A-Za-z\u00c0-\u024f]+)*")


def amid(value: str) -> str:
    """Return the value for a place with other words around it."""
    if not is_right_to_left() or not (LATIN.search(value) or is_number(value)):
        return value
    return f"{FIRST_STRONG}{value}{POP}"


def alone(value: str) -> str:
    """Return the value for an element of its own: a bare name reads well there as it is."""
    return value if NAME.fullmatch(value) else amid(value)


def is_number(value: str) -> bool:
    """Say whether it is a telephone number or the like, and no sentence."""
    return GROUPS.search(value) is not None and RIGHT.search(value) is None
