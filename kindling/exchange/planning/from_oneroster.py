"""What one school of a OneRoster package should look like here."""

from __future__ import annotations

from collections import defaultdict
from datetime import date
from typing import Any

from django.utils.translation import gettext as _

from kindling.exchange.planning.wanted import (
    Origin,
    Span,
    WantedAdvisory,
    WantedFamily,
    WantedLead,
    WantedPerson,
    WantedRoster,
    WantedSeat,
)
from kindling.exchange.reading.faults import Log
from kindling.exchange.reading.records import Enrollment, Org, Package, Session, User
from kindling.exchange.reading.records import Role as RoleRow
from kindling.exchange.reading.sheet_values import language_typed
from kindling.schools.roles import Role

# Least privilege: whoever is not named here becomes other staff and sees nobody by it.
HATS = {
    "student": Role.STUDENT,
    "teacher": Role.ADVISOR,
    "principal": Role.PRINCIPAL,
    "parent": Role.GUARDIAN,
    "guardian": Role.GUARDIAN,
    "relative": Role.GUARDIAN,
}
FAMILY = {"parent", "guardian", "relative"}
USER_FILE, ROLE_FILE = "users.csv", "roles.csv"


def schools_in(package: Package) -> list[Org]:
    """The schools of a package, by name."""
    schools = [org for org in package.orgs if org.type == "school" and not org.deleted]
    return sorted(schools, key=lambda org: (org.name, org.source_id))


def year_of(package: Package, today: date) -> Session | None:
    """The school year that runs today, else the next, else the last."""
    years = [s for s in package.sessions if s.type == "schoolYear" and not s.deleted]
    running = [year for year in years if year.begins_on <= today <= year.ends_on]
    coming = [year for year in years if year.begins_on > today]
    if running or coming:
        return min(running or coming, key=lambda year: year.begins_on)
    return max(years, key=lambda year: year.begins_on, default=None)


def roster_of(package: Package, org: str, *, today: date, log: Log) -> WantedRoster:
    """Return what the package says of one school; what is worth knowing goes to the log."""
    year = year_of(package, today)
    first_on = min(year.begins_on, today) if year else today
    wanted = WantedRoster(first_on=first_on, complete=_complete_parts(package))
    _want_people(wanted, package, org, today)
    _want_families(wanted, package)
    _want_advisories(wanted, package, org, log)
    _want_places_in_advisories(wanted, package, org, today)
    return wanted


def _complete_parts(package: Package) -> frozenset[str]:
    parts = set()
    if package.is_bulk("users") and package.is_bulk("roles"):
        parts |= {"people", "families"}
    if package.is_bulk("classes") and package.is_bulk("enrollments"):
        parts |= {"advisories", "seats"}
    return frozenset(parts)


def _want_people(wanted: WantedRoster, package: Package, org: str, today: date) -> None:
    """Everyone with a role at this school, and the families of its students."""
    users = {user.source_id: user for user in package.users}
    births = {row.source_id: row.birth_on for row in package.demographics if row.birth_on}
    roles: dict[str, list[RoleRow]] = defaultdict(list)
    family_rows: dict[str, RoleRow] = {}
    for role in package.roles:
        if role.org == org:
            roles[role.user].append(role)
        if role.role in FAMILY and not role.deleted:
            family_rows.setdefault(role.user, role)
    for source_id, rows in roles.items():
        user = users.get(source_id)
        person = _person(user, source_id, rows[0])
        _give_hats(wanted, person, rows, today)
        if user and not user.deleted and Role.STUDENT in person.hats:
            person.student = _student(user, births.get(source_id), wanted.first_on, rows)
        if person.hats and not (user and user.deleted):
            wanted.people[source_id] = person
    _want_families_from_elsewhere(wanted, users, family_rows)
    for user in package.users:
        if user.deleted:
            wanted.gone.people[user.source_id] = Origin(USER_FILE, user.row)


def _give_hats(
    wanted: WantedRoster, person: WantedPerson, rows: list[RoleRow], today: date
) -> None:
    for row in rows:
        hat = HATS.get(row.role, Role.STAFF)
        if row.deleted or (row.ends_on and row.ends_on < today):
            wanted.gone.hats[person.key, hat] = Origin(ROLE_FILE, row.row)
        else:
            ends_on = max(row.ends_on, row.begins_on or row.ends_on) if row.ends_on else None
            person.hats.setdefault(hat, Span(row.begins_on, ends_on))
    for hat in person.hats:
        wanted.gone.hats.pop((person.key, hat), None)


def _person(user: User | None, source_id: str, role: RoleRow) -> WantedPerson:
    """A role may name somebody of an earlier package; then only the hat is known."""
    if user is None:
        return WantedPerson(source_id, Origin(ROLE_FILE, role.row))
    return WantedPerson(
        source_id,
        Origin(USER_FILE, user.row),
        facts=_facts(user),
        language=language_typed(user.home_language) if user.home_language else "",
    )


def _facts(user: User) -> dict[str, Any]:
    return {
        "given_name": user.given_name or user.family_name,
        "family_name": user.family_name if user.given_name else "",
        "preferred_given_name": user.preferred_given_name,
        "preferred_family_name": user.preferred_family_name,
        "pronouns": user.pronouns,
        "email": user.email,
        "phone": user.sms or user.phone,
    }


def _student(
    user: User, birth_on: date | None, first_on: date, rows: list[RoleRow]
) -> dict[str, Any]:
    begins = [row.begins_on for row in rows if row.role == "student" and row.begins_on]
    return {
        "number": user.identifier[:60],
        "grade": user.grades[0][:10] if user.grades else "",
        "birth_on": birth_on,
        "enrolled_on": min(begins, default=first_on),
    }


def _want_families_from_elsewhere(
    wanted: WantedRoster, users: dict[str, User], family_rows: dict[str, RoleRow]
) -> None:
    """A parent whose role hangs on the district is still family of a student here."""
    for user in users.values():
        for agent in user.agents if user.source_id in wanted.people else ():
            row = family_rows.get(agent)
            if agent not in wanted.people and row and agent in users:
                person = _person(users[agent], agent, row)
                person.hats[Role.GUARDIAN] = Span(row.begins_on)
                wanted.people[agent] = person


def _want_families(wanted: WantedRoster, package: Package) -> None:
    """Families read what their student's home speaks, unless the file says otherwise."""
    for user in package.users:
        student = wanted.people.get(user.source_id)
        if student is None or student.student is None:
            continue
        for agent in user.agents:
            adult = wanted.people.get(agent)
            if adult is None or Role.GUARDIAN not in adult.hats:
                continue
            adult.language = adult.language or student.language
            wanted.families.append(WantedFamily(user.source_id, agent, Origin(USER_FILE, user.row)))
    about = {user.source_id: user for user in package.users}
    wanted.families = [_described(family, about.get(family.adult)) for family in wanted.families]


def _described(family: WantedFamily, adult: User | None) -> WantedFamily:
    if adult is None:
        return family
    return WantedFamily(
        family.student,
        family.adult,
        family.origin,
        relation=adult.relation[:60],
        is_primary=adult.is_primary_contact.lower() == "true",
    )


def _want_advisories(wanted: WantedRoster, package: Package, org: str, log: Log) -> None:
    """Homeroom classes are advisories; students sit in them, teachers lead them."""
    homerooms = {
        group.source_id: group
        for group in package.groups
        if group.type == "homeroom" and group.school == org
    }
    for group in homerooms.values():
        origin = Origin("classes.csv", group.row)
        if group.deleted:
            wanted.gone.advisories[group.source_id] = origin
        else:
            grade = group.grades[0][:10] if len(group.grades) == 1 else ""
            wanted.advisories[group.source_id] = WantedAdvisory(
                group.source_id, origin, group.title[:120], grade
            )
    if package.groups and not homerooms:
        log.at("classes.csv", column="classType").note(
            "no_homerooms",
            _("This school has no class of type homeroom, so no advisories are made."),
            _("Mark the advisories as homeroom, or make them on the page Advisories."),
        )


def _want_places_in_advisories(
    wanted: WantedRoster, package: Package, org: str, today: date
) -> None:
    """In a file of changes a class may be one of an earlier package: the plan looks it up."""
    homerooms = {*wanted.advisories, *wanted.gone.advisories}
    is_whole = package.is_bulk("classes")
    for row in package.enrollments:
        if row.school == org and (row.group in homerooms or not is_whole):
            is_over = row.deleted or row.group in wanted.gone.advisories
            has_ended = row.ends_on is not None and row.ends_on < today
            _want_place_in(wanted, row, is_over=is_over or has_ended)


def _want_place_in(wanted: WantedRoster, row: Enrollment, *, is_over: bool) -> None:
    origin = Origin("enrollments.csv", row.row)
    pair = (row.user, row.group)
    if row.role == "student" and is_over:
        wanted.gone.seats[pair] = origin
    elif row.role == "student":
        wanted.seats.append(WantedSeat(*pair, origin, row.begins_on))
    elif row.role == "teacher" and is_over:
        wanted.gone.leads[pair] = origin
    elif row.role == "teacher":
        wanted.leads.append(WantedLead(*pair, origin, row.is_primary, row.begins_on))
        person = wanted.people.get(row.user)
        if person is not None:
            person.hats.setdefault(Role.ADVISOR, Span(row.begins_on))
