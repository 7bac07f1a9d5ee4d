"""Finds the columns of a OneRoster file in its header row."""

from __future__ import annotations

from difflib import get_close_matches
from itertools import pairwise

from django.utils.translation import gettext as _

from kindling.exchange.reading.cells import Column
from kindling.exchange.reading.faults import Spot
from kindling.exchange.reading.oneroster import FileSpec
from kindling.exchange.reading.tables import Table

METADATA = "metadata."


def find_columns(table: Table, spec: FileSpec, spot: Spot) -> list[tuple[int, Column]]:
    """Return (index in the row, column) for each column to read; faults go to row 1."""
    names = _read_names(table.header, spec, spot)
    places: dict[str, int] = {}
    for index, name in enumerate(names):
        if name in places:
            _at(spot, name).fault(
                "duplicate_column",
                _("This column stands twice in the header."),
                _("Keep one of the two."),
            )
        elif name:
            places[name] = index
    _check_missing(places, spec, spot)
    _check_order(places, spec, spot)
    wanted = (*spec.columns, *spec.extras)
    return [(places[column.name], column) for column in wanted if column.name in places]


def _read_names(header: list[str], spec: FileSpec, spot: Spot) -> list[str]:
    known = {column.name.lower(): column.name for column in (*spec.columns, *spec.extras)}
    return [_read_name(raw, known, spot) for raw in header]


def _read_name(raw: str, known: dict[str, str], spot: Spot) -> str:
    """Return the column's right name, or nothing for one to leave out."""
    name = raw.strip()
    if name != raw and not _at(spot, name).slip(
        "header_spaces",
        _("There are spaces around a column's name."),
        _("Write it without."),
        raw,
    ):
        return name
    right = known.get(name.lower())
    if name == right or (not right and name.startswith(METADATA)):
        return name
    if right:
        _at(spot, name).slip(
            "header_case",
            _("Capital and small letters matter in the header."),
            _("Write %(right)s.") % {"right": right},
            name,
        )
        return right
    _extra_column(name, known, spot)
    return ""


def _extra_column(name: str, known: dict[str, str], spot: Spot) -> None:
    near = get_close_matches(name.lower()[:60], known, n=1, cutoff=0.8)
    if near:
        hint = _("If it should be %(right)s, spell it so.") % {"right": known[near[0]]}
    else:
        hint = _("Leave it out, or call it metadata.… and move it to the right.")
    _at(spot, name).slip(
        "extra_column",
        _("OneRoster has no such column in this file."),
        hint,
        name,
    )


def _check_missing(places: dict[str, int], spec: FileSpec, spot: Spot) -> None:
    for column in spec.columns:
        if column.name in places:
            continue
        message = _("The column %(name)s is missing.") % {"name": column.name}
        mend = _("Add it to the header, with empty cells where nothing is known.")
        here = _at(spot, column.name)
        if column.needed:
            here.fault("missing_column", message, mend)
        else:
            here.slip("missing_column", message, mend)


def _check_order(places: dict[str, int], spec: FileSpec, spot: Spot) -> None:
    order = {column.name: place for place, column in enumerate(spec.columns)}
    last = len(order)
    found = [(order.get(name, last), name) for name in sorted(places, key=places.__getitem__)]
    for (before, _name), (after, name) in pairwise(found):
        if after < before:
            _at(spot, name).slip(
                "column_order",
                _("The columns stand in another order than OneRoster's from here on."),
                _("Use the order: %(order)s.") % {"order": ", ".join(order)},
                name,
            )
            return


def _at(spot: Spot, column: str) -> Spot:
    return spot.log.at(spot.file, 1, column[:60])
