"""From the bytes of an import to its plan: read, understand, compare."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any

from django.utils.translation import gettext as _

from kindling.exchange.models import Import
from kindling.exchange.planning.calendar import Calendar, calendar_of
from kindling.exchange.planning.changes import Plan
from kindling.exchange.planning.from_oneroster import roster_of, schools_in
from kindling.exchange.planning.from_sheet import staff_of, students_of
from kindling.exchange.planning.internships import note_internships
from kindling.exchange.planning.known import load_known
from kindling.exchange.planning.places import plan_places
from kindling.exchange.planning.roster import plan_roster
from kindling.exchange.reading.faults import Log, Shelf
from kindling.exchange.reading.headings import NEEDED, unknown_fields
from kindling.exchange.reading.records import Org, Package
from kindling.exchange.reading.rosters import read_roster
from kindling.exchange.reading.sheets import Sheet, read_sheet


@dataclass
class Made:
    """A plan, what was found on the way, and which schools a package holds."""

    plan: Plan = field(default_factory=Plan)
    log: Log = field(default_factory=Log)
    schools: list[Org] = field(default_factory=list)
    org: str = ""
    calendar: Calendar | None = None


def make_plan(imported: Import, content: bytes) -> Made:
    """Return what the file would change. A plan is empty when anything is wrong."""
    if imported.kind == Import.Kind.ONEROSTER:
        return _plan_package(imported, content)
    return _plan_sheet(imported, content)


def plan_package(package: Package, log: Log, imported: Import, org: str) -> Made:
    """Return what one school of a package that was read would change here."""
    made = Made(log=log, schools=schools_in(package), org=org)
    if log.faults or not org:
        return made
    known = load_known(imported.school)
    wanted = roster_of(package, org, today=known.today, log=log)
    made.plan = plan_roster(wanted, known, "users.csv")
    note_internships(made.plan, imported.school, log, "users.csv")
    made.calendar = calendar_of(package, org, known.today)
    return made


def _plan_package(imported: Import, content: bytes) -> Made:
    package, log = read_roster(content, name=imported.file_name, lenient=imported.is_lenient)
    org = imported.org or which_school(package, imported)
    if not org and not log.faults:
        log.at("orgs.csv").fault(
            "which_school",
            _("The package holds several schools, and none has this school's name."),
            _("Choose the school, then look at the preview again."),
        )
    return plan_package(package, log, imported, org)


def which_school(package: Package, imported: Import) -> str:
    """The school we know by its id; else the only one; else the one with our name."""
    schools = schools_in(package)
    ours = imported.school
    if ours.source_id:
        same = [org for org in schools if org.source_id == ours.source_id]
        # a file of changes names no school again
        return ours.source_id if same or not schools else ""
    if len(schools) == 1:
        return schools[0].source_id
    named = [org.source_id for org in schools if org.name.casefold() == ours.name.casefold()]
    return named[0] if len(named) == 1 else ""


def _plan_sheet(imported: Import, content: bytes) -> Made:
    made = Made()
    sheet = read_sheet(content, name=imported.file_name, log=made.log)
    mapping = _checked_mapping(imported, len(sheet.header), made.log)
    if made.log.faults:
        return made
    made.plan = _plan_rows(imported, sheet, mapping, made.log)
    if made.log.faults:
        # rows stand alone: the good ones are planned without those that are wrong
        wrong = made.log.faults.rows
        sheet.rows = [row for row in sheet.rows if row[0] not in wrong]
        made.plan = _plan_rows(imported, sheet, mapping, Log())
    if made.log.faults and imported.is_complete:
        made.plan = Plan()
    note_internships(made.plan, imported.school, made.log, imported.file_name)
    return made


def _plan_rows(imported: Import, sheet: Sheet, mapping: dict[str, int], log: Log) -> Plan:
    known = load_known(imported.school)
    if imported.kind == Import.Kind.PLACES:
        return plan_places(sheet, mapping, known, log)
    if imported.kind == Import.Kind.STAFF:
        wanted = staff_of(sheet, mapping, first_on=known.today, log=log)
    else:
        is_complete = imported.is_complete
        wanted = students_of(sheet, mapping, first_on=known.today, is_complete=is_complete, log=log)
    return plan_roster(wanted, known, imported.file_name)


def _checked_mapping(imported: Import, width: int, log: Log) -> dict[str, int]:
    mapping = {name: int(index) for name, index in imported.mapping.items()}
    spot = log.at(imported.file_name)
    if unknown_fields(mapping, imported.kind) or any(i >= width for i in mapping.values()):
        spot.fault(
            "mapping",
            _("The columns chosen do not fit this file."),
            _("Choose the columns again."),
        )
    if not any(set(names) <= set(mapping) for names in NEEDED[imported.kind]):
        spot.fault(
            "no_name_column",
            _("No column was chosen for the name."),
            _("Choose which column holds the name."),
        )
    return mapping


def findings_of(log: Log, schools: Sequence[Org] = ()) -> dict[str, Any]:
    """What the log holds and which schools there were, as an import keeps it."""
    shelves: dict[str, Shelf] = {"faults": log.faults, "mends": log.mends, "notes": log.notes}
    found: dict[str, Any] = {
        name: [fault.as_json() for fault in shelf] for name, shelf in shelves.items()
    }
    found["schools"] = [(org.source_id, org.name) for org in schools]
    found["totals"] = {name: shelf.total for name, shelf in shelves.items()}
    return found
