"""An import taken back leaves the school as it was, but for what somebody touched since."""

from datetime import date

import pytest

from kindling.advisory.actions import make_advisory, seat_student
from kindling.advisory.models import Advisory, AdvisoryStudent
from kindling.exchange.actions import undo_import
from kindling.exchange.tests.test_import_roster import (
    bring_in,
    hand_in,
    make_zip,
    person_of,
    totals,
    without,
)
from kindling.interests.models import Interest
from kindling.kit.http import Refused
from kindling.people.actions import change_person
from kindling.people.models import Connection, Student
from kindling.schools.models import Membership, Person


def everything():
    return {
        model: model.objects.count()
        for model in (Person, Membership, Student, Advisory, AdvisoryStudent, Connection)
    }


def test_undoing_the_first_import_leaves_nothing_of_it(cast):
    before = everything()
    imported = bring_in(cast)

    undo_import(imported, by=cast.as_("priya"))

    assert everything() == before
    assert (imported.state, imported.left) == ("undone", [])


def test_undoing_brings_back_who_was_ended_and_the_old_names(cast):
    bring_in(cast)
    roster = without({"st0", "gu0"})
    roster["users"][0]["preferredGivenName"] = "Jojo"
    second = bring_in(cast, roster)
    assert person_of("st1").name == "Jojo Blake"

    undo_import(second, by=cast.as_("priya"))

    maya = person_of("st0")
    assert (maya.student.state, maya.student.left_on) == ("enrolled", None)
    assert [c.until_on for c in maya.student.connections.all()] == [None, None]
    assert person_of("st1").name == "Jo Blake"
    assert totals(hand_in(cast, make_zip())) == {}


def test_who_was_touched_since_stays_and_the_page_says_why(cast):
    imported = bring_in(cast)
    change_person(person_of("st0"), by=cast.as_("priya"), phone="555 0100")

    undo_import(imported, by=cast.as_("priya"))

    assert {person.source_id for person in Person.objects.exclude(source_id=None)} == {"st0"}
    assert person_of("st0").student.state == "enrolled"
    told = {row["label"]: row["why"] for row in imported.left}
    assert told["Maya Santos · Student"] == "Somebody changed it since."


def test_who_has_things_of_their_own_by_now_stays(cast):
    imported = bring_in(cast)
    Interest.objects.create(
        school=cast.school,
        student=person_of("st0").student,
        words="boats",
        since_on=date(2026, 10, 1),
        changed_at=cast.school.now(),
    )

    undo_import(imported, by=cast.as_("priya"))

    assert {person.source_id for person in Person.objects.exclude(source_id=None)} == {"st0"}
    assert "It is in use by now." in {row["why"] for row in imported.left}


def test_a_move_by_hand_after_the_import_is_not_undone(cast):
    imported = bring_in(cast)
    priya = cast.as_("priya")
    reef = make_advisory(by=priya, name="Reef")
    seat_student(person_of("st0").student, reef, by=priya)

    undo_import(imported, by=priya)

    assert (
        AdvisoryStudent.objects.get(student__person__source_id="st0", until_on=None).advisory
        == reef
    )


def test_an_import_is_undone_once(cast):
    imported = bring_in(cast)
    undo_import(imported, by=cast.as_("priya"))

    with pytest.raises(Refused):
        undo_import(imported, by=cast.as_("priya"))


def test_after_an_undo_the_same_file_can_be_applied_again(cast):
    imported = bring_in(cast)
    undo_import(imported, by=cast.as_("priya"))

    again = bring_in(cast)

    assert again.counts["schools.person"] == {"added": 20}
