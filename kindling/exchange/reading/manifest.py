"""Reads manifest.csv and compares it with what is really in the zip."""

from __future__ import annotations

from django.utils.translation import gettext as _

from kindling.exchange.reading.faults import Log, Spot
from kindling.exchange.reading.oneroster import ALL_FILES, NEEDED_FILES, SPECS
from kindling.exchange.reading.tables import read_table

MANIFEST = "manifest.csv"
MODES = ("absent", "bulk", "delta")
VERSIONS = {"manifest.version": "1.0", "oneroster.version": "1.2"}


def read_modes(files: dict[str, bytes], log: Log) -> tuple[dict[str, str], str]:
    """Return file → absent, bulk or delta as it will be read, and the source system's name."""
    properties = _read_properties(files, log)
    present = {name.removesuffix(".csv") for name in files if name != MANIFEST}
    if properties is None:
        modes = {name: "bulk" if name in present else "absent" for name in ALL_FILES}
        system = ""
    else:
        _check_versions(properties, log)
        modes = {name: _mode(name, properties, present, log) for name in ALL_FILES}
        system = properties.get("source.systemName", ("", 0))[0]
    _check_extra(present, log)
    _check_needed(modes, log)
    return modes, system


def _read_properties(files: dict[str, bytes], log: Log) -> dict[str, tuple[str, int]] | None:
    if MANIFEST not in files:
        log.at(MANIFEST).slip(
            "no_manifest",
            _("The package has no manifest.csv."),
            _("Every file is taken to be complete (bulk)."),
        )
        return None
    table = read_table(files[MANIFEST], log.at(MANIFEST))
    header = [name.strip().lower() for name in table.header]
    if header[:2] != ["propertyname", "value"]:
        log.at(MANIFEST, 1).fault(
            "manifest_header",
            _("The header of manifest.csv must be propertyName,value."),
            _("Correct the first row."),
            ",".join(table.header),
        )
        return {}
    found: dict[str, tuple[str, int]] = {}
    for number, cells in table.rows:
        if len(cells) > 1:
            found.setdefault(cells[0].strip(), (cells[1].strip(), number))
    return found


def _check_versions(properties: dict[str, tuple[str, int]], log: Log) -> None:
    for name, wanted in VERSIONS.items():
        value, row = properties.get(name, ("", 0))
        spot = log.at(MANIFEST, row, name)
        message = _("%(name)s must be %(wanted)s.") % {"name": name, "wanted": wanted}
        if not value:
            spot.slip("version", message, _("Write it into manifest.csv."))
        elif value != wanted:
            spot.fault("version", message, _("Export the package as OneRoster 1.2."), value)


def _mode(name: str, properties: dict[str, tuple[str, int]], present: set[str], log: Log) -> str:
    value, row = properties.get(f"file.{name}", ("", 0))
    spot = log.at(MANIFEST, row, f"file.{name}")
    if value not in MODES:
        return _guess_mode(name, value, present, spot)
    if value != "absent" and name not in present:
        spot.fault(
            "file_missing",
            _("manifest.csv announces %(file)s.csv, the package does not hold it.")
            % {"file": name},
            _("Add the file, or write “absent”."),
            value,
        )
        return "missing"
    if value == "absent" and name in present:
        spot.fault(
            "file_unannounced",
            _("The package holds %(file)s.csv, manifest.csv says it is absent.") % {"file": name},
            _("Write “bulk” or “delta”, or take the file out."),
            value,
        )
    return value


def _guess_mode(name: str, value: str, present: set[str], spot: Spot) -> str:
    """An empty or misspelt mode: capitals are safe to mend, an unknown word is not."""
    mend = _("Write absent, bulk or delta.")
    if value and value.lower() not in MODES:
        spot.fault("mode", _("This is not a way to hand in a file."), mend, value)
        return "bulk" if name in present else "absent"
    spot.slip(
        "mode",
        _("manifest.csv does not say how %(file)s.csv is handed in.") % {"file": name},
        mend,
        value,
    )
    if value.lower() in MODES and name in present:
        return value.lower()
    return "bulk" if name in present else "absent"


def _check_extra(present: set[str], log: Log) -> None:
    read = {spec.name for spec in SPECS}
    for name in sorted(present):
        file = f"{name}.csv" if name in ALL_FILES else name
        if name in read:
            continue
        if name in ALL_FILES:
            log.at(file).note(
                "not_read", _("Kindling has no use for this file yet; it is not read.")
            )
        else:
            log.at(file).slip(
                "extra_file",
                _("This file does not belong to a OneRoster package."),
                _("Take it out of the zip."),
            )


def _check_needed(modes: dict[str, str], log: Log) -> None:
    if "delta" in modes.values():
        return
    for name in NEEDED_FILES:
        if modes[name] == "absent":
            log.at(f"{name}.csv").fault(
                "file_needed",
                _("A complete roster needs this file."),
                _("Export it with the others."),
            )
