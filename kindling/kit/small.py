"""Numbers so small that they could point at somebody. Pure; pages show None as hidden."""

from __future__ import annotations

from collections.abc import Collection, Mapping

SMALLEST = 8


def shown(number: int) -> int | None:
    """Return the number; None where it could point at somebody. That there is nobody is told."""
    return number if number == 0 or number >= SMALLEST else None


def shown_of(number: int, everybody: int) -> int | None:
    """Return the number; None where so few are, or so few are not: not even nobody or all."""
    return number if SMALLEST <= number <= everybody - SMALLEST else None


def gives_away(hidden: Collection[int]) -> bool:
    """Say whether hidden numbers could be worked out by who knows the sum of all."""
    return len(hidden) == 1 or (bool(hidden) and sum(hidden) < SMALLEST)


def shown_beside_sum(
    numbers: Mapping[str, int], small: Collection[str] = ()
) -> dict[str, int | None]:
    """Return each number, or None. Where the sum is told, the smallest that are left go as well.

    `small`: groups so small that none of their numbers is told.
    """
    told = {key: None if key in small else shown(number) for key, number in numbers.items()}
    left = sorted(
        (key for key in told if told[key] is not None),
        key=lambda key: (numbers[key] == 0, numbers[key], key),
    )
    if shown(sum(numbers.values())) is None:
        return told
    while left and gives_away([numbers[key] for key in told if told[key] is None]):
        told[left.pop(0)] = None
    return told
