"""The templates a school can begin with: the bank, in the school's own words where it has some."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from kindling.projects.bank.templates import STANDARD
from kindling.projects.models import Template
from kindling.projects.models.templates import Kind


@dataclass(frozen=True)
class Offered:
    """One template as pages need it. `ref` names it in an address; steps are (what, days)."""

    ref: str
    key: str
    kind: str
    title: str
    text: str
    question: str
    product: str
    benefit: str
    research: str
    steps: tuple[tuple[str, int], ...]
    is_standard: bool  # in Kindling's words, in the reader's language
    is_shared: bool = False
    origin: str = ""

    @property
    def kind_name(self) -> str:
        return str(Kind(self.kind).label)


def standard(key: str) -> Offered:
    one = STANDARD[key]
    steps = tuple((str(title), days) for title, days in one.steps)
    return Offered(
        key, key, one.kind.value, str(one.title), str(one.text), str(one.question),
        str(one.product), str(one.benefit), str(one.research), steps, is_standard=True,
    )  # fmt: skip


def own(row: Template, origin: str = "") -> Offered:
    """A school's template. `origin`: the school whose it is, where that is another."""
    steps = tuple((str(step["title"]), int(step["days"])) for step in row.steps)
    return Offered(
        row.public_id, row.key, row.kind, row.title, row.text, row.question, row.product,
        row.benefit, row.research, steps, is_standard=False, is_shared=row.is_shared,
        origin=origin or row.origin,
    )  # fmt: skip


def offered(rows: Iterable[Template]) -> list[Offered]:
    """Return what can be begun with, by kind. `rows`: those of the school, retired ones too."""
    kept = list(rows)
    replaced = {row.key for row in kept if row.key}
    found = [standard(key) for key in STANDARD if key not in replaced]
    found += [own(row) for row in kept if not row.is_retired]
    order = list(Kind.values)
    return sorted(found, key=lambda one: order.index(one.kind))


def named(ref: str, rows: Iterable[Template]) -> Offered | None:
    """Return the template of this address, or None."""
    return next((one for one in offered(rows) if ref in (one.ref, one.key) and ref), None)
