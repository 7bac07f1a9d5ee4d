"""One list of everything that waits for somebody."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import groupby
from urllib.parse import urlencode

from django.utils.translation import gettext as _

from kindling.inbox import rules
from kindling.inbox.kinds import heading_of, label_of
from kindling.inbox.sources import sources
from kindling.kit.waits import HoldsUp, Wait
from kindling.schools.viewer import Viewer

MONDAY = 7


@dataclass(frozen=True)
class Item:
    """One thing that waits, and of which app; `until_on` while it is put aside."""

    wait: Wait
    app: str
    days: int  # how long it has waited
    is_safety: bool
    until_on: date | None = None

    @property
    def group(self) -> tuple[bool, HoldsUp]:
        return (not self.is_safety, self.wait.holds_up)

    @property
    def label(self) -> str:
        return label_of(self.app)

    @property
    def students(self) -> list[str]:
        """Whom it is about; a group's project names several, with commas."""
        return [name for name in self.wait.who.split(", ") if name]


@dataclass(frozen=True)
class Filter:
    """What the address asks for; "" asks for all."""

    kind: str = ""
    who: str = ""
    is_aside: bool = False

    @property
    def query(self) -> str:
        """The address again, for the next page."""
        facts = {"kind": self.kind, "who": self.who, "show": "aside" if self.is_aside else ""}
        return urlencode({name: value for name, value in facts.items() if value})

    def lets(self, item: Item) -> bool:
        return self.kind in ("", item.app) and (not self.who or self.who in item.students)


@dataclass(frozen=True)
class Inbox:
    """What is shown, what could be asked for, and how much there is."""

    items: list[Item]
    kinds: list[tuple[str, str, int]]  # app, word, how many
    students: list[str]
    count: int  # before filters, without what is put aside
    aside_count: int
    tomorrow: date
    monday: date

    @property
    def kind_choices(self) -> list[tuple[str, str]]:
        """App and its word with how many there are, for a filter."""
        return [(app, f"{label} ({number})") for app, label, number in self.kinds]

    @property
    def student_choices(self) -> list[tuple[str, str]]:
        return [(name, name) for name in self.students]


def inbox(viewer: Viewer, asked: Filter) -> Inbox:
    """Ask every app, once. One statement for what was put aside; each app says how many it needs."""
    asides = dict(rules.visible_asides(viewer).values_list("key", "until_on"))
    found = [_item(viewer, wait, app, asides) for app, wait in _all(viewer)]
    open_ones = [item for item in found if item.until_on is None]
    aside = [item for item in found if item.until_on is not None]
    listed = aside if asked.is_aside else open_ones
    today = viewer.school.today()
    return Inbox(
        items=sorted((item for item in listed if asked.lets(item)), key=_place),
        kinds=_kinds(listed), students=sorted({name for item in listed for name in item.students}),
        count=len(open_ones), aside_count=len(aside), tomorrow=today + timedelta(days=1),
        monday=today + timedelta(days=MONDAY - today.weekday()),
    )  # fmt: skip


def _all(viewer: Viewer) -> list[tuple[str, Wait]]:
    """Each thing once, also where two apps tell of it."""
    found: dict[str, tuple[str, Wait]] = {}
    for app, ask in sources().items():
        for wait in ask(viewer):
            found.setdefault(wait.key, (app, wait))
    return list(found.values())


def _item(viewer: Viewer, wait: Wait, app: str, asides: dict[str, date]) -> Item:
    days = (viewer.school.today() - wait.since.astimezone(viewer.school.zone).date()).days
    safety = rules.is_safety(wait.key)
    return Item(wait, app, max(0, days), safety, None if safety else asides.get(wait.key))


def _place(item: Item) -> tuple[bool, HoldsUp, object, str]:
    """Safety first, then by whom it holds up, then by how long."""
    return (*item.group, item.wait.since, item.wait.key)


def _kinds(items: list[Item]) -> list[tuple[str, str, int]]:
    counts = Counter(item.app for item in items)
    return sorted(((app, label_of(app), num) for app, num in counts.items()), key=lambda k: k[1])


def grouped(viewer: Viewer, items: list[Item]) -> list[tuple[str, list[Item]]]:
    """The items of a page below their headings, in their order."""
    return [
        (
            heading_of(holds_up, is_staff=viewer.is_staff) if later else _("Now: safety"),
            list(rows),
        )
        for (later, holds_up), rows in groupby(items, key=lambda item: item.group)
    ]
