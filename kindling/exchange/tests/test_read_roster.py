"""What a damaged OneRoster package is told, by file, row and column."""

import csv
import io
import zipfile

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from kindling.exchange.reading.archive import Limits, unpack_zip
from kindling.exchange.reading.faults import SHOWN_PER_KIND, Log
from kindling.exchange.reading.rosters import read_roster
from kindling.exchange.tests.damage_of_files import FILE_DAMAGES
from kindling.exchange.tests.damage_of_rows import ROW_DAMAGES
from kindling.exchange.tests.packages import (
    GRAND_BEND,
    csv_of,
    make_zip,
    small_roster,
    unzip,
    zip_of,
)

FIRST = 150
DAMAGES = FILE_DAMAGES | ROW_DAMAGES
MENDABLE = {
    "in a folder",
    "clutter of a Mac",
    "no manifest",
    "empty mode",
    "foreign file",
    "byte order mark",
    "mixed line ends",
    "empty rows at the end",
    "no rows",
    "header in capitals",
    "columns exchanged",
    "column of their own",
    "TRUE",
    "spaces",
    "status in a bulk file",
}
NOT_SAFE = (
    "yes",
    "American date",
    "dates backwards",
    "a comma too many",
    "the same person twice",
    "guardian nobody knows",
    "not UTF-8",
)

pytestmark = pytest.mark.filterwarnings("ignore:Duplicate name")


@pytest.fixture(scope="module")
def grand_bend():
    """The first of grand-bend's people with their families: as it is, but quicker to read."""
    files = unzip(GRAND_BEND.read_bytes())
    users = list(csv.reader(files["users.csv"].decode().splitlines()))[1:]
    kept = {row[0] for row in users[:FIRST]}
    kept |= {agent for row in users[:FIRST] for agent in row[13].split(",")}
    for name, column in (("users", 0), ("roles", 3), ("enrollments", 5), ("demographics", 0)):
        header, *lines = files[f"{name}.csv"].decode().splitlines()
        lines = [line for line in lines if next(csv.reader([line]))[column] in kept]
        files[f"{name}.csv"] = "\r\n".join([header, *lines, ""]).encode()
    return files


def found(log):
    return [(fault.code, fault.file, fault.row, fault.column) for fault in log.faults]


def test_a_clean_package_has_no_fault_and_no_mend():
    package, log = read_roster(make_zip(), name="small.zip")

    assert (found(log), log.mends.total, log.notes.total) == ([], 0, 0)
    assert (len(package.users), len(package.roles), len(package.groups)) == (20, 20, 2)


def test_grand_bend_is_clean_and_tells_of_those_who_share_an_identifier():
    package, log = read_roster(GRAND_BEND.read_bytes(), name="g.zip")

    assert found(log) == []
    assert (len(package.users), len(package.roles)) == (2900, 2907)
    assert (len(package.enrollments), len(package.demographics)) == (1610, 960)
    assert [(note.code, note.column) for note in log.notes] == [
        ("shared_identifier", "userMasterIdentifier")
    ] * 5


@pytest.mark.parametrize("name", DAMAGES)
def test_each_damage_is_named_by_file_row_and_column(name, grand_bend):
    damage = DAMAGES[name]

    _package, log = read_roster(damage.break_it(grand_bend), name="g.zip")

    expected = (damage.code, damage.file, damage.row, damage.column)
    assert [place for place in found(log) if place == expected] == [expected], found(log)
    told = next(fault for fault in log.faults if fault.code == damage.code)
    assert told.message.endswith((".", ")"))
    assert told.mend != "" or damage.code == "duplicate_member"


@pytest.mark.parametrize("name", sorted(MENDABLE))
def test_lenient_reading_mends_what_is_safe_and_says_so(name, grand_bend):
    damage = DAMAGES[name]

    package, log = read_roster(damage.break_it(grand_bend), name="g.zip", lenient=True)

    assert found(log) == []
    assert [mend.code for mend in log.mends if mend.code == damage.code] == [damage.code]
    assert len(package.users) > FIRST


@pytest.mark.parametrize("name", NOT_SAFE)
def test_lenient_reading_never_guesses(name, grand_bend):
    damage = DAMAGES[name]

    _package, log = read_roster(damage.break_it(grand_bend), name="g.zip", lenient=True)

    assert damage.code in {fault.code for fault in log.faults}


def test_one_mistake_in_every_row_is_shown_some_times_and_counted_in_full():
    roster = small_roster()
    for row in roster["users"]:
        row["enabledUser"] = "yes"
    roster["users"] += [
        {"sourcedId": f"x{n}", "enabledUser": "no", "username": "x", "givenName": "X"}
        for n in range(100)
    ]

    _package, log = read_roster(make_zip(roster), name="small.zip")

    shown = [fault for fault in log.faults if fault.code == "not_a_boolean"]
    assert len(shown) == SHOWN_PER_KIND
    assert log.faults.kinds["not_a_boolean", "users.csv", "enabledUser"] == 120


def test_a_delta_package_may_name_people_of_earlier_packages():
    roster = {
        "enrollments": [
            {
                "sourcedId": "e1",
                "status": "tobedeleted",
                "dateLastModified": "2026-09-01T08:00:00.000Z",
                "classSourcedId": "A1",
                "schoolSourcedId": "S1",
                "userSourcedId": "st1",
                "role": "student",
                "primary": "false",
            }
        ]
    }

    package, log = read_roster(
        make_zip(roster, manifest={"file.enrollments": "delta"}), name="delta.zip"
    )

    assert found(log) == []
    assert [enrollment.deleted for enrollment in package.enrollments] == [True]


def test_a_delta_row_without_status_is_a_fault():
    roster = {"orgs": [{"sourcedId": "S1", "name": "Harbor", "type": "school"}]}

    _package, log = read_roster(make_zip(roster, manifest={"file.orgs": "delta"}), name="d.zip")

    assert found(log) == [("status_missing", "orgs.csv", 2, "status")]


def test_names_of_one_part_in_any_script_and_of_200_letters_are_fine():
    roster = small_roster()
    for row, name in zip(
        roster["users"], ["نور", "D'Arcy-O’Neil", "🦊 Fox", "x" * 200], strict=False
    ):
        row["givenName"], row["familyName"] = name, ""

    package, log = read_roster(make_zip(roster), name="small.zip")

    assert found(log) == []
    assert [user.given_name for user in package.users[:4]] == [
        "نور",
        "D'Arcy-O’Neil",
        "🦊 Fox",
        "x" * 200,
    ]


def test_a_person_without_any_name_is_a_fault():
    roster = small_roster()
    roster["users"][2] |= {"givenName": "", "familyName": ""}

    _package, log = read_roster(make_zip(roster), name="small.zip")

    assert found(log) == [("no_name", "users.csv", 4, "givenName")]


def test_the_end_of_a_period_becomes_its_last_day():
    package, _log = read_roster(make_zip(), name="small.zip")

    assert package.sessions[0].ends_on.isoformat() == "2027-06-11"


def test_sizes_are_counted_while_unpacking_and_not_believed():
    log = Log()

    files = unpack_zip(
        zip_of({"a.csv": b"0123456789" * 200}),
        name="z.zip",
        log=log,
        limits=Limits(member=1000),
    )

    assert (files, found(log)) == ({}, [("zip_bomb", "a.csv", 0, "")])


def test_a_zip_of_many_small_files_is_refused():
    log = Log()

    files = unpack_zip(zip_of({f"{n}.csv": b"x" for n in range(101)}), name="z.zip", log=log)

    assert (files, found(log)) == ({}, [("too_many_files", "z.zip", 0, "")])


def test_an_odd_compression_is_refused():
    box = io.BytesIO()
    with zipfile.ZipFile(box, "w", zipfile.ZIP_LZMA) as archive:
        archive.writestr("users.csv", "x")

    _package, log = read_roster(box.getvalue(), name="z.zip")

    assert ("odd_compression", "users.csv", 0, "") in found(log)


@settings(max_examples=60, deadline=None)
@given(st.binary(max_size=2000))
def test_no_bytes_at_all_crash_the_reader(data):
    _package, log = read_roster(data, name="z.zip")

    assert log.faults.total >= 1


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.integers(0, 5000), st.binary(min_size=1, max_size=8))
def test_a_damaged_zip_is_told_or_says_the_same(place, junk):
    data = bytearray(make_zip())
    whole, _log = read_roster(bytes(data), name="z.zip")
    place %= len(data)
    data[place : place + len(junk)] = junk

    package, log = read_roster(bytes(data), name="z.zip")

    assert log.faults.total or package == whole


@settings(max_examples=80, deadline=None)
@given(
    st.sampled_from(["users", "orgs", "roles", "classes", "academicSessions", "enrollments"]),
    st.integers(0, 3000),
    st.integers(0, 40),
    st.binary(max_size=12),
    st.booleans(),
)
def test_no_damage_to_a_file_leaves_a_row_that_leads_nowhere(name, place, cut, junk, lenient):
    data = csv_of(name, small_roster()[name])
    place %= len(data)
    data = data[:place] + junk + data[place + cut :]

    damaged = make_zip(raw={f"{name}.csv": data or b" "})
    package, log = read_roster(damaged, name="z.zip", lenient=lenient)

    users, groups = ({one.source_id for one in rows} for rows in (package.users, package.groups))
    lost = [one for one in package.roles if one.user not in users]
    lost += [e for e in package.enrollments if e.user not in users or e.group not in groups]
    assert log.faults.total or lost == []
