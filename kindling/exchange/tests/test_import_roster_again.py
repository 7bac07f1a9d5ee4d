"""What an import leaves alone, mends, and tells."""

import pytest
from django.core.exceptions import PermissionDenied

from kindling.exchange.actions import apply_import, preview_import, undo_import, upload_import
from kindling.exchange.models import Import, ImportedChange, ImportFile
from kindling.exchange.tests.incoming import bring_in, hand_in, person_of, totals, without
from kindling.exchange.tests.packages import GRAND_BEND, make_zip, small_roster
from kindling.history.models import Event
from kindling.kit.http import Refused
from kindling.people.actions import connect
from kindling.people.models import Connection, Student
from kindling.placements.tests.factories import make_placement
from kindling.schools.models import Person
from kindling.schools.roles import Role
from kindling.schools.viewer import Viewer


def test_two_people_who_share_an_identifier_are_not_merged(cast):
    roster = small_roster()
    roster["users"][0]["identifier"] = roster["users"][1]["identifier"] = "same"

    imported = bring_in(cast, roster)

    assert Student.objects.filter(number="same").count() == 2
    assert [note["code"] for note in imported.findings_of("notes")] == ["shared_identifier"]


def test_an_empty_cell_erases_nothing(cast):
    bring_in(cast)
    Person.objects.filter(source_id="st0").update(phone="555 0101")

    assert totals(hand_in(cast, make_zip())) == {}


def test_a_changed_name_changes_the_person_and_says_what_it_was(cast):
    bring_in(cast)
    roster = small_roster()
    roster["users"][0]["preferredGivenName"] = "May"

    imported = bring_in(cast, roster)

    change = ImportedChange.objects.get(parent=imported)
    assert (change.what, change.row, change.before["name"], change.after["name"]) == (
        "changed",
        2,
        "Maya Santos",
        "May Santos",
    )
    assert person_of("st0").name == "May Santos"


def test_the_file_itself_is_kept_only_until_it_is_applied(cast):
    imported = hand_in(cast, make_zip())
    assert ImportFile.objects.filter(parent=imported).exists()

    apply_import(imported, by=cast.as_("priya"))

    assert not ImportFile.objects.filter(parent=imported).exists()


def test_a_package_with_a_fault_is_not_applied(cast):
    roster = small_roster()
    roster["users"][3]["enabledUser"] = "TRUE"
    imported = hand_in(cast, make_zip(roster))

    with pytest.raises(Refused):
        apply_import(imported, by=cast.as_("priya"))

    assert imported.findings_of("faults")[0]["row"] == 5
    assert Person.objects.filter(source_id="st0").exists() is False


def test_a_lenient_import_mends_and_says_so(cast):
    roster = small_roster()
    roster["users"][3]["enabledUser"] = "TRUE"

    imported = bring_in(cast, roster, is_lenient=True)

    assert imported.state == "applied"
    assert [mend["code"] for mend in imported.findings_of("mends")] == ["boolean_case"]


def test_a_file_of_changes_touches_only_what_it_names(cast):
    bring_in(cast)
    stamp = {"status": "tobedeleted", "dateLastModified": "2026-10-12T08:00:00.000Z"}
    roster = {"users": [small_roster()["users"][0] | stamp]}
    content = make_zip(roster, manifest={"file.users": "delta"})
    cast.priya.refresh_from_db()  # the school has learnt its id

    imported = hand_in(cast, content)
    apply_import(imported, by=cast.as_("priya"))

    assert person_of("st0").student.state == "withdrawn"
    assert person_of("st1").student.state == "enrolled"


def test_of_several_schools_the_one_with_our_name_is_taken(cast):
    imported = hand_in(cast, GRAND_BEND.read_bytes())
    assert [fault["code"] for fault in imported.findings_of("faults")] == ["which_school"]

    preview_import(imported, by=cast.as_("priya"), org="255901001")

    assert imported.findings_of("faults") == []
    assert imported.counts["people.student"] == {"added": 320}


def test_the_import_stands_in_the_history(cast):
    imported = bring_in(cast)

    verbs = Event.objects.filter(subject_id=imported.public_id).order_by("pk")
    assert list(verbs.values_list("verb", flat=True)) == [
        "import.upload",
        "import.preview",
        "import.apply",
        "import.finish",
    ]
    assert (
        Event.objects.filter(verb="person.add", detail__imported=imported.public_id).count() == 20
    )


def test_statements_do_not_grow_with_unchanged_rows(cast, django_assert_num_queries):
    bring_in(cast)
    few = small_roster()
    many = small_roster()
    for n in range(30):
        many["users"].append(
            few["users"][0] | {"sourcedId": f"x{n}", "identifier": f"x{n}", "username": f"x{n}"}
        )
        many["roles"].append(few["roles"][0] | {"sourcedId": f"rx{n}", "userSourcedId": f"x{n}"})
    bring_in(cast, many)

    with django_assert_num_queries(19):
        hand_in(cast, make_zip(many))


def test_only_who_keeps_the_roster_may_import_one(cast):
    for who in ("ana", "chen", "dana", "maya", "rosa", "otto"):
        with pytest.raises(PermissionDenied):
            upload_import(kind="oneroster", file_name="x.zip", content=b"", by=cast.as_(who))


def test_connections_of_another_school_are_never_touched(cast):
    bring_in(cast)

    assert Connection.objects.filter(adult=cast.otto).count() == 0
    assert Person.objects.filter(school=cast.north).count() == 1
    assert Import.objects.filter(school=cast.north).count() == 0


def test_an_internship_of_who_leaves_ends_and_the_preview_says_so_first(cast):
    bring_in(cast)
    maya = person_of("st0").student
    connect(maya, cast.ana, Role.ADVISOR, by=Viewer.system(cast.school))
    placement = make_placement(cast, maya, cast.shelter)
    roster = without({"st0"})

    preview = hand_in(cast, make_zip(roster))

    assert [(n["code"], n["value"]) for n in preview.findings_of("notes")] == [
        ("internship_ends", "Maya Santos")
    ]
    imported = bring_in(cast, roster)
    placement.refresh_from_db()
    assert placement.state == "ended"
    assert cast.shelter.count_free_seats() == 1
    undo_import(imported, by=cast.as_("priya"))
    assert [row["label"] for row in imported.left] == ["Maya Santos"]
