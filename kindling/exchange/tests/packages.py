"""A small OneRoster package: one school, twenty people, two advisories. And ways to break it."""

import csv
import io
import zipfile
from pathlib import Path

from kindling.exchange.reading.oneroster import ALL_FILES, SPECS

GRAND_BEND = Path(__file__).parent / "data" / "grand-bend.zip"

type Rows = list[dict[str, str]]

FIRST = [
    "Maya",
    "Jordan",
    "Luis",
    "Zoë",
    "D'Andre",
    "Noor",
    "Kai",
    "Ines",
    "Omar",
    "Pia",
]
LAST = [
    "Santos",
    "Blake",
    "Díaz",
    "O’Neil",
    "King",
    "Haddad",
    "",
    "Moreau",
    "Farouk",
    "Larsen",
]


def small_roster() -> dict[str, Rows]:
    """Ten students, seven guardians, three staff; every file's rows by column name."""
    return {
        "orgs": [
            {"sourcedId": "D1", "name": "Bay District", "type": "district"},
            {
                "sourcedId": "S1",
                "name": "Harbor View",
                "type": "school",
                "identifier": "0042",
                "parentSourcedId": "D1",
            },
        ],
        "academicSessions": [
            _session("Y1", "schoolYear", "2026-08-24", "2027-06-12"),
            _session("T1", "term", "2026-08-24", "2026-11-21", parentSourcedId="Y1"),
        ],
        "courses": [{"sourcedId": "C1", "title": "Advisory", "orgSourcedId": "S1"}],
        "classes": [_homeroom("A1", "Tide"), _homeroom("A2", "Harbor")],
        "users": _users(),
        "roles": _roles(),
        "enrollments": _enrollments(),
        "demographics": [
            {"sourcedId": f"st{n}", "birthDate": f"2010-0{n % 9 + 1}-15"} for n in range(10)
        ],
    }


def make_zip(
    roster: dict[str, Rows] | None = None,
    *,
    manifest: dict[str, str] | None = None,
    raw: dict[str, bytes] | None = None,
) -> bytes:
    """Zip a roster; `manifest` overrides properties, `raw` adds or replaces whole members.

    A raw value of b"" leaves the member out.
    """
    tables = small_roster() if roster is None else roster
    members = {f"{name}.csv": csv_of(name, rows) for name, rows in tables.items()}
    members["manifest.csv"] = _manifest(tables, manifest or {})
    members |= raw or {}
    return zip_of({name: data for name, data in members.items() if data})


def zip_of(members: dict[str, bytes]) -> bytes:
    box = io.BytesIO()
    with zipfile.ZipFile(box, "w", zipfile.ZIP_DEFLATED, compresslevel=1) as archive:
        for name, data in members.items():
            archive.writestr(name, data)
    return box.getvalue()


def unzip(data: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def csv_of(name: str, rows: Rows) -> bytes:
    spec = next(spec for spec in SPECS if spec.name == name)
    columns = [column.name for column in (*spec.columns, *spec.extras)]
    text = io.StringIO(newline="")
    writer = csv.DictWriter(text, columns, restval="", lineterminator="\r\n")
    writer.writeheader()
    writer.writerows(rows)
    return text.getvalue().encode()


def _manifest(tables: dict[str, Rows], changes: dict[str, str]) -> bytes:
    properties = {"manifest.version": "1.0", "oneroster.version": "1.2"}
    properties |= {f"file.{name}": "bulk" if name in tables else "absent" for name in ALL_FILES}
    properties |= {"source.systemName": "Small", "source.systemCode": "small"} | changes
    lines = [f"{name},{value}" for name, value in properties.items()]
    return "\r\n".join(["propertyName,value", *lines, ""]).encode()


def _session(source_id: str, kind: str, start: str, end: str, **more: str) -> dict[str, str]:
    row = {
        "sourcedId": source_id,
        "title": source_id,
        "type": kind,
        "schoolYear": "2027",
    }
    return row | {"startDate": start, "endDate": end} | more


def _homeroom(source_id: str, title: str) -> dict[str, str]:
    row = {
        "sourcedId": source_id,
        "title": title,
        "classType": "homeroom",
        "grades": "09,10",
    }
    return row | {
        "courseSourcedId": "C1",
        "schoolSourcedId": "S1",
        "termSourcedIds": "T1",
    }


def _user(source_id: str, given: str, family: str, **more: str) -> dict[str, str]:
    row = {"sourcedId": source_id, "enabledUser": "true", "username": source_id}
    row |= {"givenName": given, "familyName": family, "identifier": source_id}
    return row | {"email": f"{source_id}@example.org", "primaryOrgSourcedId": "S1"} | more


def _users() -> Rows:
    students = [
        _user(
            f"st{n}",
            given,
            family,
            grades="09",
            agentSourcedIds=f"gu{n}" if n < 7 else "",
        )
        for n, (given, family) in enumerate(zip(FIRST, LAST, strict=True))
    ]
    students[1]["preferredGivenName"] = "Jo"
    homes = ["spa", "", "ara", "", "", "fre", ""]
    guardians = [
        _user(f"gu{n}", "Rosa", LAST[n] or "Lee", **{"metadata.homeLanguage": homes[n]})
        for n in range(7)
    ]
    staff = [
        _user("te1", "Ana", "Reyes"),
        _user("te2", "Ben", "Ode"),
        _user("pr1", "Dana", "Okafor"),
    ]
    return [*students, *guardians, *staff]


def _roles() -> Rows:
    roles = {f"st{n}": "student" for n in range(10)} | {f"gu{n}": "guardian" for n in range(7)}
    roles |= {"te1": "teacher", "te2": "teacher", "pr1": "principal"}
    return [
        {
            "sourcedId": f"r-{user}",
            "userSourcedId": user,
            "roleType": "primary",
            "role": role,
            "orgSourcedId": "S1",
        }
        for user, role in roles.items()
    ]


def _enrollments() -> Rows:
    seats = [(f"st{n}", "A1" if n < 6 else "A2", "student", "false") for n in range(10)]
    seats += [("te1", "A1", "teacher", "true"), ("te2", "A2", "teacher", "true")]
    seats += [("pr1", "A2", "teacher", "false")]
    return [
        {
            "sourcedId": f"e-{user}",
            "classSourcedId": group,
            "schoolSourcedId": "S1",
            "userSourcedId": user,
            "role": role,
            "primary": primary,
            "beginDate": "2026-08-24",
            "endDate": "2027-06-12",
        }
        for user, group, role, primary in seats
    ]
