"""A OneRoster package becomes people, advisories and dated connections."""

from datetime import date

import pytest

from kindling.advisory.models import Advisory, AdvisoryAdvisor, AdvisoryStudent
from kindling.exchange.actions import apply_import
from kindling.exchange.tests.incoming import bring_in, hand_in, person_of, totals, without
from kindling.exchange.tests.packages import make_zip, small_roster
from kindling.kit.http import Refused
from kindling.people.models import Student
from kindling.people.rules import visible_students
from kindling.schools.models import Membership, Person
from kindling.schools.viewer import Viewer


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
