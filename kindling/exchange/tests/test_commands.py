"""import_roster and import_places, as the office's server runs them."""

import time

import pytest
from django.core.management import CommandError, call_command

from kindling.advisory.models import Advisory
from kindling.exchange.models import Import
from kindling.exchange.tests.packages import GRAND_BEND, make_zip, small_roster
from kindling.exchange.tests.test_import_places import PLACES
from kindling.people.models import Connection, Student
from kindling.schools.models import Network, Person, School
from kindling.schools.roles import Role
from kindling.sites.models import Opportunity


@pytest.fixture
def package(tmp_path):
    def make(roster=None):
        path = tmp_path / "roster.zip"
        path.write_bytes(make_zip(roster))
        return path

    return make


def test_network_and_schools_are_made_where_they_are_missing(db, package):
    call_command("import_roster", package())

    school = School.objects.get()
    assert (school.name, school.slug, school.source_id) == ("Harbor View", "harbor-view", "S1")
    assert (school.network.name, school.set_up_at) == ("Bay District", None)
    assert Student.objects.filter(school=school).count() == 10
    assert [term.label for year in school.years.all() for term in year.terms.all()] == ["T1"]


def test_a_dry_run_says_everything_and_leaves_nothing(db, package, capsys):
    call_command("import_roster", package(), "--dry-run")

    out = capsys.readouterr().out
    assert "20 added" in out
    assert "Dry run: nothing was changed." in out
    assert (School.objects.count(), Network.objects.count(), Import.objects.count()) == (0, 0, 0)


def test_again_it_changes_nothing(db, package, capsys):
    call_command("import_roster", package())
    before = (Person.objects.count(), Connection.objects.count())
    capsys.readouterr()

    call_command("import_roster", package())

    assert "nothing to change" in capsys.readouterr().out
    assert (Person.objects.count(), Connection.objects.count()) == before
    assert School.objects.count() == 1


def test_a_fault_ends_with_an_error_that_names_it(db, package, capsys):
    roster = small_roster()
    roster["users"][3]["enabledUser"] = "TRUE"

    with pytest.raises(CommandError, match="Nothing was changed"):
        call_command("import_roster", package(roster))

    assert "users.csv:5:enabledUser" in capsys.readouterr().err
    assert School.objects.count() == 0


def test_lenient_mends_and_says_so(db, package, capsys):
    roster = small_roster()
    roster["users"][3]["enabledUser"] = "TRUE"

    call_command("import_roster", package(roster), "--lenient")

    assert "mended: users.csv:5:enabledUser" in capsys.readouterr().out
    assert Student.objects.count() == 10


@pytest.mark.parametrize("path", ["/nowhere/roster.zip", "/"])
def test_a_file_that_cannot_be_read_is_said(db, path):
    with pytest.raises(CommandError, match="cannot be read"):
        call_command("import_roster", path)


def test_only_the_school_that_was_named(db):
    call_command("import_roster", GRAND_BEND, "--school", "grand-bend-high-school")

    assert [school.slug for school in School.objects.all()] == ["grand-bend-high-school"]
    assert Student.objects.count() == 320


def test_a_school_that_the_package_does_not_hold_is_an_error(db):
    with pytest.raises(CommandError, match="grand-bend-high-school"):
        call_command("import_roster", GRAND_BEND, "--school", "elsewhere")


def test_the_whole_district_comes_in_within_the_promised_time(db, capsys):
    began = time.process_time()

    call_command("import_roster", GRAND_BEND)

    took = time.process_time() - began
    guardians = Connection.objects.filter(role=Role.GUARDIAN).values("adult").distinct().count()
    assert (School.objects.count(), Student.objects.count(), guardians) == (3, 960, 1872)
    assert (Advisory.objects.count(), Network.objects.get().name) == (60, "Grand Bend ISD")
    assert took < 15
    call_command("import_roster", GRAND_BEND)
    assert capsys.readouterr().out.count("nothing to change") == 3


def test_places_come_in_by_command(cast, tmp_path, capsys):
    path = tmp_path / "places.csv"
    path.write_text(PLACES)

    call_command("import_places", path, "--school", "harbor-view")

    assert Opportunity.objects.filter(title="Baker's helper").count() == 1
    assert "Company → Organisation" in capsys.readouterr().out


def test_with_several_schools_the_command_asks_which(cast, tmp_path):
    path = tmp_path / "places.csv"
    path.write_text(PLACES)

    with pytest.raises(CommandError, match="harbor-view, northgate"):
        call_command("import_places", path)


def test_a_wrong_row_of_places_ends_with_an_error(cast, tmp_path):
    path = tmp_path / "places.csv"
    path.write_text("Company,Days\nA,someday\nB,Tue\n")

    with pytest.raises(CommandError, match="left out"):
        call_command("import_places", path, "--school", "harbor-view")

    assert Opportunity.objects.filter(site__name="B").count() == 1
