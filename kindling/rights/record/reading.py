"""Read every row about a student, each part below the row that it is part of."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Any

from django.db.models import Model
from django.utils.translation import gettext as _

from kindling.disclosures.rules import statements_of
from kindling.people.about import parent_key, ways_to_student
from kindling.people.models import Student
from kindling.rights.record.areas import APART, SEALED, area_of, is_in_record
from kindling.rights.record.lines import Line, files_of, lines_of
from kindling.rights.record.saying import name_of


@dataclass
class Row:
    """One row of the record: what stands in it, its parts, its files (name in the storage → name)."""

    kind: str
    key: str
    title: str
    on: date | None
    lines: list[Line]
    files: dict[str, str]
    parts: list[Row] = field(default_factory=list)

    @property
    def area(self) -> str:
        return area_of(self.kind)

    @property
    def is_sealed(self) -> bool:
        return self.kind in SEALED

    def walk(self) -> Iterator[Row]:
        """This row and all its parts."""
        yield self
        for part in self.parts:
            yield from part.walk()

    @property
    def text(self) -> str:
        """Everything it says, what it and its files are called too, for finding a name in it."""
        said = [
            told
            for row in self.walk()
            for told in (row.title, *row.files.values(), *(line.value for line in row.lines))
        ]
        return "\n".join(said)


def record_of(student: Student, app: str = "") -> list[Row]:
    """Every row about the student, by class and day, or those of one app (parts never leave theirs).

    A statement for each model, however many rows.
    """
    found: dict[type[Model], dict[int, Row]] = {}
    parents: dict[type[Model], list[tuple[int, Row]]] = defaultdict(list)
    for model, way in ways_to_student().items():
        label = model._meta.label  # noqa: SLF001 (Django's documented name)
        if is_in_record(label) and label.startswith(f"{app}." if app else ""):
            found[model] = _read(model, way, student, parents)
    _add_statements(student, found)
    whole = [] if app not in {"", "people"} else [_about_them(student)]
    for model, rows in found.items():
        above = _parent(model)
        if above not in found:
            whole += rows.values()
            continue
        for key, row in parents[model]:
            if key in found[above]:
                found[above][key].parts.append(row)
    return sorted(whole, key=lambda row: (row.area, row.kind, row.on or date.min, row.key))


def _read(
    model: type[Model], way: str, student: Student, parents: dict[Any, list[tuple[int, Row]]]
) -> dict[int, Row]:
    """Primary key → row of one model; notes in `parents` what each is part of."""
    keys = [one.name for one in model._meta.concrete_fields if one.is_relation]  # noqa: SLF001
    rows = model._default_manager.filter(**{way: student}).select_related(*keys)  # noqa: SLF001
    above, read = parent_key(model), {}
    for one in rows.order_by("pk").distinct():
        read[one.pk] = _row(one)
        if above:
            parents[model].append((getattr(one, f"{above}_id"), read[one.pk]))
    return read


def _add_statements(student: Student, found: dict[type[Model], dict[int, Row]]) -> None:
    """What the family says of a row goes along with it."""
    rows = {(row.kind, row.key): row for read in found.values() for row in read.values()}
    for one in statements_of(student):
        if (one.kind, one.key) in rows:
            told = _("%(name)s says") % {"name": one.called}
            rows[one.kind, one.key].lines.append(Line(told, one.words))


def _parent(model: type[Model]) -> type[Model] | None:
    """Sealed words, and words of an incident, are a thing of their own, wherever they stand."""
    if model._meta.label in SEALED or model._meta.label in APART:  # noqa: SLF001
        return None
    name = parent_key(model)
    parent = model._meta.get_field(name).related_model if name else None  # noqa: SLF001
    return parent if isinstance(parent, type) else None


def _row(one: Any) -> Row:
    kind = one._meta.label  # noqa: SLF001
    sealed = kind in SEALED
    return Row(
        kind=kind,
        key=one.public_id if hasattr(one, "public_id") else str(one.pk),
        title="" if sealed else name_of(one)[:200],
        on=_day_of(one),
        lines=lines_of(one),
        files=files_of(one),
    )


def _day_of(one: Any) -> date | None:
    """The day it is about, else the day it was written."""
    for name in ("on", "at", "since_on", "asked_on", "held_on", "starts_on", "created_at"):
        value = getattr(one, name, None)
        if isinstance(value, datetime):
            return value.date()
        if isinstance(value, date):
            return value
    return None


def _about_them(student: Student) -> Row:
    """What the school knows them by."""
    row = _row(student)
    row.lines += lines_of(student.person)
    return row
