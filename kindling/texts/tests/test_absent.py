"""Late and sick by text, from students and from families."""

from __future__ import annotations

import pytest

from kindling.absences.actions import clear_absence, report_absence
from kindling.absences.models import Report
from kindling.people.actions import connect
from kindling.schools.roles import Role
from kindling.schools.viewer import Viewer
from kindling.texts.models import Text
from kindling.texts.tests.conftest import LUIS, MAYA, ROSA, SAM, give_phone
from tests.cast import FIRST_DAY


def test_a_student_says_late_and_when_they_come(cast, placement, text):
    told = text("late 20", LUIS)

    assert told == (
        "Noted: Luis comes 20 minutes late, at 9:20 AM. The school knows, and whoever waits."
    )
    report = Report.objects.get()
    assert (report.kind, report.minutes, report.voice, report.method) == (
        "late", 20, "student", "text",
    )  # fmt: skip


def test_a_lateness_without_a_number_is_asked_for(placement, text):
    assert text("voy a llegar tarde", LUIS) == "Say by how many minutes: “late 20”."
    assert Report.objects.count() == 0


def test_a_student_says_sick_and_the_family_is_asked(cast, placement, text):
    told = text("I'm sick", LUIS)

    assert told == (
        "Noted: Luis does not come on Tue 13 Oct. The school knows, and asks the family."
    )
    assert (Report.objects.get().reason.code, Report.objects.get().state) == ("sick", "reported")


def test_a_guardians_word_clears_it_at_once_in_their_language(cast, placement, text):
    text("enfermo", ROSA)

    report = Report.objects.get()
    assert (report.student, report.voice, report.state) == (cast.luis, "guardian", "cleared")
    assert Text.objects.get().about == cast.luis


def test_no_reason_is_made_up_for_somebody_who_only_does_not_come(placement, text):
    text("no voy", LUIS)

    assert Report.objects.get().reason is None


def test_the_same_message_twice_is_one_report(placement, text):
    assert text("sick", LUIS, sid="SM1") == text("sick", LUIS, sid="SM1")
    assert Report.objects.count() == 1


def test_of_two_children_the_family_says_which(cast, placement, text):
    by = Viewer.system(cast.school)
    connect(cast.maya, cast.rosa, Role.GUARDIAN, by=by, since_on=FIRST_DAY)
    give_phone(cast.rosa, ROSA, language="en")

    asked = text("sick", ROSA)
    told = text("2", ROSA)

    assert asked == "Who is this about? Answer with the number: 1 Maya, 2 Luis"
    assert told.startswith("Noted: Luis does not come")
    assert text("Maya sick", ROSA).startswith("Noted: Maya does not come")


def test_nobody_speaks_for_another_familys_child(cast, placement, text):
    text("Jordan sick", ROSA)

    assert Text.objects.get().outcome == "helped"
    assert Report.objects.count() == 0


@pytest.mark.parametrize("number", [SAM, "+14015550105"])
def test_mentors_and_staff_report_nobody_by_text(cast, placement, text, number):
    give_phone(cast.dana, "401 555 0105")

    assert text("sick", number) == "We do not know for whom you can say this."
    assert Report.objects.count() == 0


@pytest.fixture
def reported(cast, placement):
    return report_absence(cast.luis, by=cast.as_("luis"), reason="sick")


def test_a_familys_yes_clears_the_absence(cast, reported, text):
    give_phone(cast.rosa, ROSA, language="en")

    told = text("yes", ROSA)

    reported.refresh_from_db()
    assert told == "Thank you. The school knows that you know: Luis, Tue 13 Oct."
    assert (reported.state, reported.decided_by) == ("cleared", cast.rosa)


def test_a_familys_no_is_heard_by_the_school_at_once(cast, reported, text):
    give_phone(cast.rosa, ROSA, language="en")

    told = text("no", ROSA)

    assert told.startswith("Thank you. The school hears at once that you did not know: Luis")
    assert cast.ana.notices.filter(kind="absences/doubted").count() == 1


def test_a_students_yes_clears_nothing(reported, text):
    text("yes", LUIS)
    text("yes", MAYA)

    reported.refresh_from_db()
    assert reported.state == "reported"


@pytest.fixture
def both_reported(cast, reported, text):
    """Rosa is asked about her two children."""
    by = Viewer.system(cast.school)
    connect(cast.maya, cast.rosa, Role.GUARDIAN, by=by, since_on=FIRST_DAY)
    give_phone(cast.rosa, ROSA, language="en")
    return reported, report_absence(cast.maya, by=cast.as_("maya"), reason="sick")


def test_a_yes_about_one_child_says_nothing_about_the_other(cast, both_reported, text):
    of_luis, of_maya = both_reported
    text("yes Maya", ROSA)

    told = text("yes Maya", ROSA)

    assert told == "Thank you. Nothing waits for your answer now."
    states = [Report.objects.get(pk=one.pk).state for one in (of_luis, of_maya)]
    assert states == ["reported", "cleared"]


def test_a_choice_that_is_settled_meanwhile_is_not_taken_for_the_other(cast, both_reported, text):
    of_luis, of_maya = both_reported
    asked = text("yes", ROSA)
    clear_absence(of_maya, by=cast.as_("rosa"))

    told = text("1", ROSA)

    assert asked == "Who is this about? Answer with the number: 1 Maya, 2 Luis"
    assert told == "Thank you. Nothing waits for your answer now."
    of_luis.refresh_from_db()
    assert of_luis.state == "reported"
