"""A school goes as plain files, and comes back without losing a thing."""

from __future__ import annotations

import csv
import io
import json
import zipfile
from hashlib import sha256

import pytest
from django.core.files.storage import default_storage
from django.core.management import CommandError, call_command
from django.db import connection

from kindling.exchange.reading.rosters import read_roster
from kindling.leaving.tests.leaving import empty, lived_in, members, packed, saved
from kindling.leaving.whole.bringing import bring_school
from kindling.leaving.whole.packing import ABOUT, Unusable
from kindling.people.models import Student
from kindling.schools.models import Installation, Person, School
from kindling.uploads.models import Upload

pytestmark = pytest.mark.django_db(transaction=True)


def quiet(_line: str) -> None:
    """Say nothing."""


def test_what_comes_back_is_what_went(cast, tmp_path):
    school = lived_in(cast)
    content = packed(school)
    kept = Upload.objects.get().file
    empty(school)

    bring_school(saved(content, tmp_path), quiet)

    again = members(packed(School.objects.get()))
    before = members(content)
    assert again.pop(ABOUT) is not before.pop(ABOUT)
    assert [name for name in before if before[name] != again.get(name)] == []
    assert (set(again) - set(before), default_storage.exists(kept)) == (set(), True)
    assert Installation.objects.get().is_demo is False


@pytest.mark.postgres
def test_the_database_knows_what_came(cast, tmp_path):
    """Without statistics PostgreSQL takes minutes over pages with several rules of who may see."""
    school = lived_in(cast)
    content = packed(school)
    empty(school)

    bring_school(saved(content, tmp_path), quiet)

    with connection.cursor() as cursor:
        cursor.execute("SELECT reltuples FROM pg_class WHERE relname = 'schools_person'")
        assert cursor.fetchone() == (Person.objects.count(),)


def test_new_rows_come_after_the_old_ones(cast, tmp_path):
    content = packed(lived_in(cast))
    empty(cast.school)
    bring_school(saved(content, tmp_path), quiet)

    last = Person.objects.latest("pk").pk
    made = Person.objects.create(school=School.objects.get(), given_name="New", name="New")

    assert made.pk > last


def test_it_opens_without_kindling(cast):
    found = members(packed(lived_in(cast)))

    page = found["index.html"].decode()
    student = next(name for name in found if name.startswith("students/luis-diaz"))
    sheet = list(csv.DictReader(io.StringIO(found["data/evidence.Evidence.csv"].decode())))
    row = json.loads(found["data/evidence.Evidence.jsonl"])
    assert (f'href="{student}"' in page, "http" in page.replace("http-equiv", "")) == (True, False)
    assert (sheet[0]["title"], row["title"]) == ("'=Two x-rays", "=Two x-rays")
    assert "Two x-rays" in found[student].decode()
    for link in (part.split('"')[0] for part in found[student].decode().split('href="../')[1:]):
        assert link in found


def test_nothing_of_another_school_and_no_secret_goes_along(cast):
    cast.ana.user.set_password("correct horse battery staple")
    cast.ana.user.save()
    found = members(packed(lived_in(cast)))

    whole = b"\n".join(found.values())
    users = [json.loads(line) for line in found["data/accounts.User.jsonl"].splitlines()]
    assert (b"Otto" in whole, b"argon2" in whole, b"Northgate" in whole) == (False, False, False)
    assert {one["password"] for one in users} == {"!"}
    assert [name for name in found if "passes." in name or "accounts.Session" in name] == []


def test_the_roster_is_one_that_we_would_take(cast):
    found = members(packed(lived_in(cast)))

    package, log = read_roster(found["oneroster.zip"], name="oneroster.zip", lenient=False)

    assert log.faults.total == 0
    names = {(one.given_name, one.family_name) for one in package.users}
    assert {("Luis", "Diaz"), ("Rosa", "Diaz"), ("Ana", "Reyes")} <= names
    assert ("Sam", "Ito") not in names


def changed(content: bytes, name: str, new: bytes | None) -> bytes:
    """The file with one member changed, or left out."""
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w") as one:
        for member, data in members(content).items():
            if member != name or new is not None:
                one.writestr(member, new if member == name else data)
    return file.getvalue()


@pytest.mark.parametrize(
    ("name", "new", "says"),
    [
        ("data/people.Student.jsonl", b"{}\n", "was changed"),
        ("style.css", None, "missing"),
        (ABOUT, b"{}", "not a school"),
        (ABOUT, b'{"form": 99}', "newer Kindling"),
    ],
)
def test_a_changed_file_brings_nothing(cast, tmp_path, name, new, says):
    content = packed(lived_in(cast))
    empty(cast.school)

    with pytest.raises(Unusable, match=says):
        bring_school(saved(changed(content, name, new), tmp_path), quiet)

    assert (School.objects.count(), Student.objects.count()) == (0, 0)


@pytest.mark.parametrize(
    "kept", ["../kindling.sqlite3", "uploads/../../secret-key", "/etc/cron.d/x"]
)
def test_a_file_that_leads_out_of_the_folder_is_not_put_down(cast, tmp_path, kept, settings):
    """Whoever made the file up also made its list of sums right."""
    content = members(packed(lived_in(cast)))
    about = json.loads(content.pop(ABOUT))
    about["parts"][f"files/{kept}"] = [1, sha256(b"x").hexdigest()]
    empty(cast.school)
    made = tmp_path / "made.zip"
    with zipfile.ZipFile(made, "w") as one:
        for name, data in {**content, f"files/{kept}": b"x", ABOUT: json.dumps(about)}.items():
            one.writestr(name, data)

    with pytest.raises(Unusable, match="leads out of the folder"):
        bring_school(made, quiet)

    assert (School.objects.count(), (tmp_path / "kindling.sqlite3").exists()) == (0, False)


def test_another_version_is_said(cast, tmp_path):
    content = packed(lived_in(cast))
    about = json.loads(members(content)[ABOUT])
    about["migrations"].append("people.0002_more")
    empty(cast.school)

    with pytest.raises(Unusable, match="another version"):
        bring_school(saved(changed(content, ABOUT, json.dumps(about).encode()), tmp_path), quiet)


def test_a_school_that_is_here_stays_alone(cast, tmp_path):
    content = packed(lived_in(cast))

    with pytest.raises(Unusable, match="a school here already"):
        bring_school(saved(content, tmp_path), quiet)


def test_a_try_that_is_cut_leaves_no_row(cast, tmp_path):
    content = packed(lived_in(cast))
    empty(cast.school)
    told = []

    def dies(line: str) -> None:
        told.append(line)
        if line.startswith("people.Student"):
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        bring_school(saved(content, tmp_path), dies)
    assert (School.objects.count(), Student.objects.count()) == (0, 0)

    bring_school(saved(content, tmp_path), quiet)
    assert Student.objects.count() == 3


def test_the_commands_say_what_is_wrong(cast, tmp_path):
    with pytest.raises(CommandError, match="no school nowhere"):
        call_command("export_school", "nowhere", tmp_path / "a.zip")
    with pytest.raises(CommandError, match="There is no file"):
        call_command("import_school", tmp_path / "b.zip")
    (tmp_path / "c.zip").write_bytes(b"no zip")
    with pytest.raises(CommandError, match="exists already"):
        call_command("export_school", "harbor-view", tmp_path / "c.zip")
