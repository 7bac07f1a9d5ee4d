"""The restore drill: back up while it runs, restore elsewhere, compare, sign in."""

from __future__ import annotations

import json
import sqlite3
import tarfile

import pytest
from django.db import connection

from kindling.config.backups import installation, sqlite
from kindling.config.backups.manifest import Manifest, Unusable, measure, verify
from kindling.config.backups.restoring import Moves, refuse_what_does_not_fit, unpack
from kindling.schools import world
from kindling.schools.models import Installation, Network, School
from tests.installation import Place, new_database

SCHOOL = """
from kindling.accounts.models import User
from kindling.passes.actions import make_pass
from kindling.schools.models import Installation, Membership, Network, Person, School
from kindling.schools.viewer import Viewer
from django.core.files.base import ContentFile
from django.core.files.storage import default_storage
Installation.objects.create(is_demo=False)
network = Network.objects.create(name="Coast", slug="coast")
school = School.objects.create(
    network=network, name="Harbor View", slug="harbor-view", set_up_at="2026-08-01T12:00Z")
user = User.objects.create_user("ana", "ana@example.org", "a long-enough password")
ana = Person(school=school, given_name="Ana", user=user).compose()
ana.save()
Membership.objects.create(school=school, person=ana, role="advisor", since_on="2026-08-31")
for number in range(200):
    Person(school=school, given_name=f"P{number}").compose().save()
held = make_pass(ana, "look", [], by=Viewer.system(school))
default_storage.save("photos/ana.txt", ContentFile("a face"))
"""
# What the worker writes on its own while the backup is made.
# What the worker writes meanwhile.
BUSY = {"chores_chore", "django_tasks_database_dbtaskresult", "ladder_ladder"}
SIGN_IN = """
from django.contrib.auth import authenticate
from django.core.files.storage import default_storage
from django.test import Client
from kindling.kit.signing import fingerprint, token_of_id
from kindling.passes.models import Pass
ana = authenticate(username="ana@example.org", password="a long-enough password")
client = Client(headers={"host": "localhost"})
client.force_login(ana)
held = Pass.objects.get()
print(ana.username, client.get("/harbor-view/").status_code,
    held.token_hash == fingerprint(token_of_id(held.public_id)),
    default_storage.open("photos/ana.txt").read().decode())
"""


def test_a_restore_drill(place, tmp_path):
    file = tmp_path / "backup.tar.gz"
    elsewhere = Place(tmp_path / "elsewhere", {"DEBUG": "1"})  # pages without collected files
    if place.url:
        elsewhere.settings["DATABASE_URL"] = new_database()
    place.shell(SCHOOL)
    worker = place.start("work")  # somebody is at work meanwhile

    said = place.manage("backup", str(file)).stdout
    worker.terminate()
    elsewhere.manage("restore", str(file))

    held = place.rows()
    assert "1 files" in said
    assert file.stat().st_mode & 0o077 == 0
    assert {k: v for k, v in elsewhere.rows().items() if k not in BUSY} == {
        k: v for k, v in held.items() if k not in BUSY
    }
    assert held["schools_person"] == 201
    assert elsewhere.shell(SIGN_IN).split("\n")[0] == "ana 200 True a face"
    assert [p.name for p in elsewhere.folder.glob("before-restore-*")] == []

    refused = elsewhere.manage("restore", str(file), code=1)
    assert "already holds Harbor View" in refused.stderr

    elsewhere.ask("DELETE FROM schools_membership")
    elsewhere.manage("restore", str(file), "--force")
    assert elsewhere.ask("SELECT count(*) FROM schools_membership") == [(1,)]
    [kept] = elsewhere.folder.glob("before-restore-*")
    assert "database.dump" if place.url else "kindling.sqlite3" in [p.name for p in kept.iterdir()]


def test_nothing_is_restored_under_a_server_that_runs(tmp_path):
    path = tmp_path / "kindling.sqlite3"
    server = sqlite3.connect(path)
    server.execute("PRAGMA journal_mode=WAL")
    server.execute("CREATE TABLE t (n)")

    with pytest.raises(Unusable, match="Stop it first"):
        sqlite.require_stillness(path)

    server.close()
    sqlite.require_stillness(path)


def test_the_file_of_a_backup_is_never_overwritten(place, tmp_path):
    file = tmp_path / "backup.tar.gz"
    file.write_text("precious")

    done = place.manage("backup", str(file), code=1)

    assert "exists already" in done.stderr
    assert file.read_text() == "precious"


def manifest(**facts):
    return Manifest(
        **{"engine": "sqlite", "world": "school", "made_at": "2026-10-13", "schools": ["Harbor View"],
           "rows": {}, "migrations": []} | facts
    )  # fmt: skip


@pytest.fixture
def engine(db):
    """These rules read the database they would replace, whichever it is."""
    return connection.vendor


def test_another_engine_is_refused(engine):
    other = "postgresql" if engine == "sqlite" else "sqlite"

    with pytest.raises(Unusable, match=f"holds a {other} database"):
        refuse_what_does_not_fit(manifest(engine=other), force=True)


@pytest.mark.parametrize(("theirs", "here"), [("demo", "school"), ("school", "demo")])
def test_a_demo_and_a_school_never_mix_even_by_force(engine, theirs, here):
    Installation.objects.create(is_demo=here == "demo")
    world.forget()

    with pytest.raises(Unusable, match=f"is of a {theirs} and this folder is for a {here}"):
        refuse_what_does_not_fit(manifest(engine=engine, world=theirs), force=True)


def test_what_a_newer_kindling_made_is_refused(engine):
    with pytest.raises(Unusable, match="newer Kindling"):
        refuse_what_does_not_fit(
            manifest(engine=engine, migrations=["schools.0099_later"]), force=True
        )


def test_a_school_is_replaced_by_force_only(engine):
    Installation.objects.create(is_demo=False)
    network = Network.objects.create(name="N", slug="n")
    School.objects.create(network=network, name="Harbor View", slug="harbor-view")

    with pytest.raises(Unusable, match="already holds Harbor View"):
        refuse_what_does_not_fit(manifest(engine=engine), force=False)

    refuse_what_does_not_fit(manifest(engine=engine), force=True)


def test_an_empty_installation_takes_either(engine):
    assert installation.world() == "empty"
    refuse_what_does_not_fit(manifest(engine=engine), force=False)
    refuse_what_does_not_fit(manifest(engine=engine, world="demo"), force=False)


@pytest.mark.parametrize("harm", ["change", "remove", "add"])
def test_a_damaged_backup_is_found_out(tmp_path, harm):
    part = tmp_path / "database.sqlite3"
    part.write_text("rows")
    whole = manifest(parts={part.name: measure(part)})
    verify(tmp_path, whole)

    if harm == "change":
        part.write_text("rowz")
    elif harm == "remove":
        part.unlink()
    else:
        (tmp_path / "files").mkdir()
        (tmp_path / "files" / "strange").touch()

    with pytest.raises(Unusable, match="damaged"):
        verify(tmp_path, whole)


@pytest.mark.parametrize("text", ["", "[]", "{}", '{"format": 1}', "\x00"])
def test_what_is_no_backup_says_so(tmp_path, text):
    (tmp_path / "manifest.json").write_text(text)

    with pytest.raises(Unusable, match="not a backup"):
        Manifest.read(tmp_path / "manifest.json")


def test_a_manifest_survives_writing_and_reading(tmp_path):
    told = manifest(parts={"a": (1, "x")}, rows={"t": 2})
    (tmp_path / "manifest.json").write_text(told.to_json())

    assert Manifest.read(tmp_path / "manifest.json") == told
    assert json.loads(told.to_json())["format"] == 1


def test_moves_are_undone_in_the_other_order(tmp_path):
    old, new = tmp_path / "place", tmp_path / "new"
    old.write_text("old")
    new.write_text("new")
    moves = Moves(tmp_path / "kept")

    moves.put(new, old)
    assert old.read_text() == "new"
    moves.undo()

    assert (old.read_text(), new.read_text()) == ("old", "new")


def test_a_backup_cannot_write_outside_its_folder(tmp_path):
    evil = tmp_path / "evil.tar.gz"
    (tmp_path / "x").write_text("x")
    with tarfile.open(evil, "w:gz") as archive:
        archive.add(tmp_path / "x", "../../outside")
    folder = tmp_path / "folder"
    folder.mkdir()

    with pytest.raises(Unusable, match="cannot be read"):
        unpack(evil, folder)
