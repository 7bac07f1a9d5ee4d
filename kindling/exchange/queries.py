"""What the page of an import shows: its sections, how much is in each, and one section's rows."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from django.utils.translation import gettext as _

from kindling.exchange.labels import COLUMNS, MODELS
from kindling.exchange.models import Import, ImportedChange
from kindling.exchange.planning.changes import What

CHANGES = (What.ADDED, What.CHANGED, What.ENDED, What.REOPENED)
FINDINGS = ("faults", "mends", "notes")


@dataclass(frozen=True)
class Section:
    """One tab: what it shows and how many rows there are in truth."""

    key: str
    label: str
    count: int
    is_current: bool


@dataclass(frozen=True)
class ChangeRow:
    """A change in words. `parts`: (field, before, after)."""

    kind: str
    label: str
    parts: tuple[tuple[str, str, str], ...]
    place: str


@dataclass(frozen=True)
class FindingRow:
    """A fault, mend or note in words."""

    place: str
    column: str
    value: str
    message: str
    mend: str


def sections_of(imported: Import, wanted: str) -> list[Section]:
    """All sections; the wanted one is current, or the first that holds something."""
    labels = {
        "faults": _("Wrong"),
        What.ADDED.value: _("Added"),
        What.CHANGED.value: _("Changed"),
        What.ENDED.value: _("Ended"),
        What.REOPENED.value: _("Opened again"),
        "mends": _("Mended"),
        "notes": _("Worth knowing"),
    }
    counts = {key: imported.total_of(key) for key in FINDINGS}
    counts |= {what.value: imported.counts.get("totals", {}).get(what, 0) for what in CHANGES}
    shown = [key for key in labels if counts[key]]
    current = wanted if wanted in labels else next(iter(shown), What.ADDED.value)
    return [
        Section(key, label, counts[key], key == current)
        for key, label in labels.items()
        if counts[key] or key == current
    ]


def rows_of(imported: Import, key: str) -> Any:
    """The rows of a section, to be paged: a list of findings, or a queryset of changes."""
    if key in FINDINGS:
        return [_finding_row(fault) for fault in imported.findings_of(key)]
    return imported.changes.filter(what=key, is_main=True)


def in_words(rows: list[Any]) -> list[ChangeRow | FindingRow]:
    """Turn one page of rows into words."""
    return [_change_row(row) if isinstance(row, ImportedChange) else row for row in rows]


def _change_row(change: ImportedChange) -> ChangeRow:
    parts: tuple[tuple[str, str, str], ...] = ()
    if change.what != What.ADDED:
        parts = tuple(
            (str(COLUMNS[name]), _text(change.before.get(name)), _text(after))
            for name, after in change.after.items()
            if name in COLUMNS
        )
    return ChangeRow(
        kind=str(MODELS.get(change.model, change.model)),
        label=change.label,
        parts=parts,
        place=_place(change.file, change.row) if change.row else _left_out(change),
    )


def _left_out(change: ImportedChange) -> str:
    """Why a row without a place in the file is here."""
    if change.what == What.ENDED:
        return _("no longer in %(file)s") % {"file": change.file}
    return change.file


def _finding_row(fault: dict[str, Any]) -> FindingRow:
    return FindingRow(
        place=_place(fault["file"], fault["row"]),
        column=fault["column"],
        value=fault["value"],
        message=fault["message"],
        mend=fault["mend"],
    )


def _place(file: str, row: int) -> str:
    if not row:
        return file
    return _("%(file)s, row %(row)s") % {"file": file, "row": row}


def _text(value: Any) -> str:
    if value is None or value == "":
        return "–"
    if isinstance(value, bool):
        return _("yes") if value else _("no")
    return str(value)
