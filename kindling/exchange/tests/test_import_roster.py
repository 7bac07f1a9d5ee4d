"""A OneRoster package becomes people, advisories and dated connections."""

from datetime import date

import pytest
from django.core.exceptions import PermissionDenied

from kindling.advisory.models import Advisory, AdvisoryAdvisor, AdvisoryStudent
from kindling.exchange.actions import apply_import, preview_import, undo_import, upload_import
from kindling.exchange.models import Import, ImportedChange, ImportFile
from kindling.exchange.tests.packages import GRAND_BEND, make_zip, small_roster
from kindling.history.models import Event
from kindling.kit.http import Refused
from kindling.people.actions import connect
from kindling.people.models import Connection, Student
from kindling.people.rules import visible_students
from kindling.placements.tests.factories import make_placement
from kindling.schools.models import Membership, Person
from kindling.schools.roles import Role
from kindling.schools.viewer import Viewer


def hand_in(cast, content, *, who="priya", kind="oneroster", name="roster.zip", **choices):
    viewer = cast.as_(who)
    imported = upload_import(kind=kind, file_name=name, content=content, by=viewer)
    preview_import(imported, by=viewer, **choices)
    return imported


def bring_in(cast, roster=None, **choices):
    imported = hand_in(cast, make_zip(roster), **choices)
    apply_import(imported, by=cast.as_("priya"))
    imported.refresh_from_db()
    return imported


def totals(imported):
    return {what: n for what, n in imported.counts["totals"].items() if n}


def without(source_ids):
    """The small roster without these people, in every file."""
    roster = small_roster()
    roster["users"] = [u for u in roster["users"] if u["sourcedId"] not in source_ids]
    for user in roster["users"]:
        if user.get("agentSourcedIds") in source_ids:
            user["agentSourcedIds"] = ""
    for name in ("roles", "enrollments"):
        roster[name] = [r for r in roster[name] if r["userSourcedId"] not in source_ids]
    roster["demographics"] = [r for r in roster["demographics"] if r["sourcedId"] not in source_ids]
    return roster


def person_of(source_id):
    return Person.objects.get(source_id=source_id)


def test_a_preview_says_what_would_be_added_and_adds_nothing(cast):
    before = Person.objects.count()

    imported = hand_in(cast, make_zip())

    assert (imported.state, imported.org) == ("previewed", "S1")
    assert totals(imported) == {"added": 22}
    assert imported.counts["schools.person"] == {"added": 20}
    assert imported.counts["advisory.advisory"] == {"added": 2}
    assert Person.objects.count() == before


def test_applying_makes_people_advisories_and_connections(cast):
    imported = bring_in(cast)

    assert (imported.state, imported.progress) == ("applied", 100)
    maya = person_of("st0").student
    assert (maya.name, maya.grade, maya.birth_on) == ("Maya Santos", "09", date(2010, 1, 15))
    assert maya.enrolled_on == date(2026, 8, 24)
    seat = AdvisoryStudent.objects.get(student=maya)
    assert (seat.advisory.name, seat.since_on, seat.until_on) == ("Tide", date(2026, 8, 24), None)
    assert [
        (c.adult.name, c.role) for c in maya.connections.order_by("role").select_related("adult")
    ] == [("Ana Reyes", "advisor"), ("Rosa Santos", "guardian")]
    harbor = Advisory.objects.get(source_id="A2")
    leads = AdvisoryAdvisor.objects.filter(advisory=harbor).order_by("-is_lead")
    assert [(lead.person.name, lead.is_lead) for lead in leads] == [
        ("Ben Ode", True),
        ("Dana Okafor", False),
    ]


def test_roles_become_hats_of_least_privilege(cast):
    roster = small_roster()
    roster["roles"][-3]["role"] = "siteAdministrator"
    roster["enrollments"] = [e for e in roster["enrollments"] if e["userSourcedId"] != "te1"]

    bring_in(cast, roster)

    hats = {
        source: set(
            Membership.objects.filter(person__source_id=source).values_list("role", flat=True)
        )
        for source in ("st0", "gu0", "te1", "te2", "pr1")
    }
    assert hats == {
        "st0": {"student"},
        "gu0": {"guardian"},
        "te1": {"staff"},
        "te2": {"advisor"},
        "pr1": {"principal", "advisor"},
    }


def test_names_and_languages(cast):
    bring_in(cast)

    assert person_of("st1").name == "Jo Blake"
    assert person_of("st6").name == "Kai"
    assert person_of("st4").name == "D'Andre King"
    assert [person_of(f"gu{n}").language for n in (0, 1, 2, 5)] == ["es", "en", "ar", "en"]


def test_the_same_file_twice_changes_nothing(cast):
    bring_in(cast)

    again = hand_in(cast, make_zip())

    assert totals(again) == {}
    with pytest.raises(Refused):
        apply_import(again, by=cast.as_("priya"))


def test_people_who_vanish_are_ended_and_never_deleted(cast):
    bring_in(cast)
    roster = without({"st0", "gu0"})

    bring_in(cast, roster)

    maya = person_of("st0")
    yesterday = date(2026, 10, 12)
    assert (maya.student.state, maya.student.left_on) == ("withdrawn", yesterday)
    assert Membership.objects.get(person=maya).until_on == yesterday
    assert AdvisoryStudent.objects.get(student=maya.student).until_on == yesterday
    assert {c.until_on for c in maya.student.connections.all()} == {yesterday}
    ana = Viewer.of_person(person_of("te1"))
    assert visible_students(ana).count() == 5


def test_people_whom_no_import_brought_are_left_alone(cast):
    bring_in(cast)

    assert cast.maya.person.memberships.get().until_on is None
    cast.maya.refresh_from_db()
    assert cast.maya.state == Student.State.ENROLLED


def test_a_student_who_comes_back_is_enrolled_again(cast):
    bring_in(cast)
    smaller = without({"st9"})
    bring_in(cast, smaller)
    assert person_of("st9").student.state == "withdrawn"

    imported = bring_in(cast)

    assert (person_of("st9").student.state, person_of("st9").student.left_on) == ("enrolled", None)
    assert imported.counts["people.student"] == {"reopened": 1}


def test_moving_to_another_advisory_moves_the_advisors_view(cast):
    bring_in(cast)
    roster = small_roster()
    roster["enrollments"][0]["classSourcedId"] = "A2"

    bring_in(cast, roster)

    maya = person_of("st0").student
    seats = AdvisoryStudent.objects.filter(student=maya).order_by("pk")
    assert [(seat.advisory.name, seat.until_on) for seat in seats] == [
        ("Tide", date(2026, 10, 12)),
        ("Harbor", None),
    ]
    assert not visible_students(Viewer.of_person(person_of("te1"))).filter(pk=maya.pk).exists()
    assert visible_students(Viewer.of_person(person_of("te2"))).filter(pk=maya.pk).exists()


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
