"""The activities a school can give: the bank, in the school's own words where it has some."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from kindling.exploring.bank.activities import STANDARD, Theme
from kindling.exploring.models import Activity


@dataclass(frozen=True)
class Offered:
    """One activity as pages need it. `ref` names it in an address."""

    ref: str
    key: str
    title: str
    text: str
    theme: str
    minutes: int
    wants_photo: bool
    is_standard: bool  # in Kindling's words, in the reader's language

    @property
    def theme_name(self) -> str:
        return str(Theme(self.theme).label)


def standard(key: str) -> Offered:
    one = STANDARD[key]
    return Offered(
        key, key, str(one.title), str(one.text), one.theme.value, one.minutes, one.wants_photo,
        is_standard=True,
    )  # fmt: skip


def own(row: Activity) -> Offered:
    return Offered(
        row.public_id, row.key, row.title, row.text, row.theme, row.minutes, row.wants_photo,
        is_standard=False,
    )  # fmt: skip


def offered(rows: Iterable[Activity]) -> list[Offered]:
    """Return what can be given, by theme. `rows`: those of the school, retired ones too."""
    kept = [row for row in rows if not row.is_retired]
    replaced = {row.key for row in kept}
    all_of_them = [standard(key) for key in STANDARD if key not in replaced]
    all_of_them += [own(row) for row in kept]
    order = list(Theme.values)
    return sorted(all_of_them, key=lambda one: (order.index(one.theme), one.title))


def named(ref: str, rows: Iterable[Activity]) -> Offered | None:
    """Return the activity of this address, or None."""
    return next((one for one in offered(rows) if ref in (one.ref, one.key) and ref), None)
