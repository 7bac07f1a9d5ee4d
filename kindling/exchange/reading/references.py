"""Checks that span rows and files: ids that lead nowhere, loops, dates backwards, doubles."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from typing import Any

from django.utils.translation import gettext as _

from kindling.exchange.reading.faults import Log
from kindling.exchange.reading.oneroster import SPECS
from kindling.exchange.reading.records import Org, Package, Record, Session


def check_references(package: Package, log: Log) -> None:
    """In complete files every id must lead to a row. Changes may name rows of earlier packages."""
    for spec in SPECS:
        for column in spec.columns:
            if not column.refers_to or not _must_lead(spec.name, column.refers_to, package):
                continue
            known = package.ids.get(column.refers_to, set())
            for record in getattr(package, spec.into):
                for source_id in _ids(record, column.into):
                    if source_id not in known:
                        log.at(spec.csv, record.row, column.name).fault(
                            "leads_nowhere",
                            _("%(file)s.csv has no row with this id.") % {"file": column.refers_to},
                            _("Add the row there, or correct the id."),
                            source_id,
                        )


def check_sense(package: Package, log: Log) -> None:
    """What is well formed and cannot be."""
    _check_periods(package, log)
    _check_loops("orgs.csv", package.orgs, log)
    _check_loops("academicSessions.csv", package.sessions, log)
    _check_schools(package, log)
    _check_people(package, log)


def note_doubles(package: Package, log: Log) -> None:
    """People who share an identifier or a username stay apart; someone should look."""
    for field, column in (
        ("identifier", "identifier"),
        ("master_identifier", "userMasterIdentifier"),
        ("username", "username"),
    ):
        rows: dict[str, list[int]] = defaultdict(list)
        for user in package.users:
            if value := getattr(user, field):
                rows[value].append(user.row)
        for value, found in rows.items():
            for row in found[1:]:
                log.at("users.csv", row, column).note(
                    "shared_identifier",
                    _("Row %(row)s has the same value. They stay two people.") % {"row": found[0]},
                    _("If they are one person, correct it in the roster system."),
                    value,
                )


def _must_lead(file: str, target: str, package: Package) -> bool:
    """A complete file may only lean on files that came whole; courses may be left out."""
    if package.is_bulk(target):
        return True
    is_left_out = package.modes.get(target) == "absent" and target != "courses"
    return is_left_out and package.is_bulk(file)


def _ids(record: Record, field: str) -> tuple[str, ...]:
    value: Any = getattr(record, field)
    if isinstance(value, tuple):
        return value
    return (value,) if value else ()


def _check_periods(package: Package, log: Log) -> None:
    """`ends_on` was moved back a day when read, so a period of no days is one day short."""
    for file, records, column in (
        ("academicSessions.csv", package.sessions, "endDate"),
        ("roles.csv", package.roles, "endDate"),
        ("enrollments.csv", package.enrollments, "endDate"),
    ):
        for record in _dated(records):
            begins, ends = record.begins_on, record.ends_on
            if begins and ends and (begins - ends).days > 1:
                log.at(file, record.row, column).fault(
                    "dates_backwards",
                    _("The end is before the beginning (%(day)s).") % {"day": begins.isoformat()},
                    _("Exchange or correct the two dates."),
                    ends.isoformat(),
                )


def _dated(records: Iterable[Any]) -> Iterable[Any]:
    return records


def _check_loops(file: str, records: Sequence[Org | Session], log: Log) -> None:
    parents = {record.source_id: record.parent for record in records}
    for record in records:
        seen, now = {record.source_id}, record.parent
        while now and now not in seen:
            seen.add(now)
            now = parents.get(now, "")
        if now == record.source_id:
            log.at(file, record.row, "parentSourcedId").fault(
                "loop",
                _("The row is its own parent, directly or by others."),
                _("Correct the parent."),
                record.parent,
            )


def _check_schools(package: Package, log: Log) -> None:
    """An enrollment names the school of its class."""
    schools = {group.source_id: group.school for group in package.groups}
    for enrollment in package.enrollments:
        school = schools.get(enrollment.group)
        if school and school != enrollment.school:
            log.at("enrollments.csv", enrollment.row, "schoolSourcedId").fault(
                "other_school",
                _("The class belongs to school %(school)s.") % {"school": school},
                _("Correct the school or the class."),
                enrollment.school,
            )


def _check_people(package: Package, log: Log) -> None:
    """Everyone has a name, nobody is their own guardian, everyone has a role."""
    with_role = package.ids.get("roles.user", set())
    for user in package.users:
        if not (user.given_name or user.family_name):
            log.at("users.csv", user.row, "givenName").fault(
                "no_name",
                _("This person has no name."),
                _("One name is enough; fill givenName or familyName."),
            )
        if user.source_id in user.agents:
            log.at("users.csv", user.row, "agentSourcedIds").fault(
                "own_agent",
                _("This person is named as their own guardian."),
                _("Correct the list."),
                user.source_id,
            )
        if package.is_bulk("roles") and user.source_id not in with_role:
            log.at("users.csv", user.row, "sourcedId").fault(
                "no_role",
                _("roles.csv gives this person no role."),
                _("Add a row there, or take the person out."),
                user.source_id,
            )
