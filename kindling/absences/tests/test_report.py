"""Late or absent: said once, and everybody who should know is told."""

from __future__ import annotations

from datetime import date, time, timedelta

import pytest
from django.core.exceptions import PermissionDenied

from kindling.absences.actions import report_absence, report_late, take_back_report
from kindling.absences.models import Reason, Report
from kindling.absences.queries import reports_by_day, reports_on
from kindling.attendance.models import Method
from kindling.attendance.tests.placed import TUESDAY, Statements, at, make_placement
from kindling.history.models import Event
from kindling.kit.http import Refused
from kindling.notices.models import Notice
from kindling.passes.models import Pass
from kindling.people.actions import connect
from kindling.schools.roles import Role
from kindling.schools.viewer import Viewer
from tests.cast import FIRST_DAY, make_student


@pytest.fixture
def placed(cast):
    return make_placement(cast.luis, cast.shelter, cast.sam)


def told(kind: str = "") -> dict[str, str]:
    """Who was told → what the letter's first line is."""
    rows = Notice.objects.filter(kind__contains=kind).select_related("person")
    return {one.person.first: one.subject for one in rows}


def test_one_report_tells_advisor_mentor_and_office(cast, placed):
    report = report_late(cast.luis, minutes=20, by=cast.as_("luis"))

    assert sorted(told()) == ["Ana", "Chen", "Priya", "Sam"]
    assert told()["Ana"] == "Luis Diaz comes about 20 minutes late on Tuesday 13 October."
    assert told()["Sam"] == "Luis comes late on Tuesday 13 October, at about 9:20 AM."
    assert (report.voice, report.state, report.due_at) == (
        "student",
        "reported",
        at("2026-10-13 09:20"),
    )


def test_the_mentor_never_reads_why(cast, placed):
    report_absence(cast.luis, reason="sick", note="Fever since last night.", by=cast.as_("luis"))

    letter = Notice.objects.get(person=cast.sam)
    ana = Notice.objects.get(person=cast.ana)
    assert "Sick" not in letter.subject + letter.body + letter.short
    assert "Fever" not in letter.subject + letter.body + letter.short
    assert "Fever since last night." in ana.body


def test_a_mentor_who_expects_nobody_that_day_hears_nothing(cast, placed):
    report_absence(cast.luis, on=date(2026, 10, 14), reason="sick", by=cast.as_("luis"))

    assert sorted(told()) == ["Ana", "Chen", "Priya", "Rosa"]


def test_everyone_reads_it_in_their_language(cast, placed):
    cast.ana.language = "es"
    cast.ana.save()

    report_absence(cast.luis, reason="sick", by=cast.as_("luis"))

    assert "martes" in told()["Ana"]


def test_the_family_is_asked_by_a_link_about_this_one_student(cast, placed):
    report_absence(cast.luis, reason="sick", by=cast.as_("luis"))

    held = Pass.objects.get(bearer=cast.rosa)
    assert (held.purpose, held.subjects, held.about) == (
        "family_absence", [cast.luis.public_id], cast.luis,
    )  # fmt: skip
    assert Notice.objects.get(person=cast.rosa).link_id == held.public_id


def test_a_guardians_own_word_clears_it_and_asks_nobody(cast, placed):
    report = report_absence(cast.luis, reason="sick", by=cast.as_("rosa"))

    assert (report.voice, report.state, report.is_excused) == ("guardian", "cleared", True)
    assert not Pass.objects.exists()


def test_the_same_word_twice_changes_nothing(cast, placed):
    first = report_late(cast.luis, minutes=20, by=cast.as_("luis"), tap="one")
    letters = Notice.objects.count()

    assert report_late(cast.luis, minutes=20, by=cast.as_("luis"), tap="one") == first
    assert report_late(cast.luis, minutes=20, by=cast.as_("luis"), tap="two") == first
    assert Notice.objects.count() == letters


def test_another_word_takes_its_place_and_keeps_the_earlier_one(cast, placed):
    first = report_late(cast.luis, minutes=20, by=cast.as_("luis"))

    second = report_absence(cast.luis, reason="sick", by=cast.as_("luis"))

    first.refresh_from_db()
    assert (first.state, first.minutes, second.replaces) == ("replaced", 20, first)
    assert reports_on(cast.school, TUESDAY) == {cast.luis.pk: second}


def test_the_latest_word_about_a_day_holds(cast, placed):
    sick = report_absence(
        cast.luis, on=date(2026, 10, 12), until_on=date(2026, 10, 14), reason="sick",
        by=cast.as_("ana"),
    )  # fmt: skip
    late = report_late(cast.luis, minutes=30, by=cast.as_("luis"))

    found = reports_by_day(cast.school, date(2026, 10, 12), date(2026, 10, 15))
    key = cast.luis.pk
    assert found == {
        (key, date(2026, 10, 12)): sick, (key, TUESDAY): late, (key, date(2026, 10, 14)): sick,
    }  # fmt: skip


def test_what_the_school_did_not_excuse_is_not_the_students_to_change(cast, placed):
    report = report_absence(cast.luis, reason="other", by=cast.as_("luis"))
    Report.objects.filter(pk=report.pk).update(state="unexcused")

    with pytest.raises(Refused, match="already answered"):
        report_absence(cast.luis, reason="sick", by=cast.as_("luis"))
    with pytest.raises(Refused, match="already answered"):
        report_absence(cast.luis, reason="sick", by=cast.as_("rosa"))
    assert report_absence(cast.luis, reason="sick", by=cast.as_("ana")).state == "reported"


def test_late_after_the_start_counts_from_now(cast, placed):
    """It is 9:00; half past eight was the start."""
    make_placement(cast.maya, cast.clinic, cast.sam, starts_at=time(8, 30))

    report = report_late(cast.maya, minutes=20, by=cast.as_("maya"))

    assert abs(report.due_at - at("2026-10-13 09:20")) < timedelta(minutes=1)


def test_taken_back_they_are_expected_again(cast, placed):
    report = report_absence(cast.luis, reason="sick", by=cast.as_("luis"))
    Notice.objects.all().delete()

    take_back_report(report, by=cast.as_("luis"))

    assert report.state == "taken_back"
    assert sorted(told()) == ["Ana", "Chen", "Priya", "Sam"]
    assert reports_on(cast.school, TUESDAY) == {}


@pytest.mark.parametrize("who", ["maya", "tasha", "liam", "sam"])
def test_nobody_else_may_say_it(cast, placed, who):
    with pytest.raises(PermissionDenied):
        report_late(cast.luis, minutes=20, by=cast.as_(who))


def test_otto_and_an_earlier_guardian_may_not(cast, placed):
    cast.rosa.connections.update(until_on=date(2026, 10, 12))

    for who in ("otto", "rosa"):
        with pytest.raises(PermissionDenied):
            report_late(cast.luis, minutes=20, by=cast.as_(who))
    assert not Report.objects.exists()


def test_a_pass_is_for_its_student_only(cast, placed):
    connect(cast.maya, cast.rosa, Role.GUARDIAN, by=Viewer.system(cast.school), since_on=FIRST_DAY)
    held = Viewer(
        cast.rosa, cast.school, frozenset(), "family_absence", frozenset({cast.luis.public_id})
    )

    report_absence(cast.luis, reason="sick", by=held)
    with pytest.raises(PermissionDenied):
        report_absence(cast.maya, reason="sick", by=held)
    assert [one.student for one in Report.objects.all()] == [cast.luis]


@pytest.mark.parametrize(
    ("days", "sentence"),
    [
        ({"on": date(2026, 10, 13), "until_on": date(2026, 10, 12)}, "must not come before"),
        ({"on": date(2026, 9, 1)}, "two weeks ago"),
        ({"on": date(2027, 9, 1)}, "too far ahead"),
        ({"on": date(2026, 10, 13), "until_on": date(2026, 12, 30)}, "longer than 60 days"),
    ],
)
def test_days_that_cannot_be_meant(cast, placed, days, sentence):
    with pytest.raises(Refused, match=sentence):
        report_absence(cast.luis, reason="sick", by=cast.as_("luis"), **days)


def test_the_history_says_that_it_happened_and_never_why(cast, placed):
    report = report_absence(cast.luis, reason="sick", note="Fever.", by=cast.as_("luis"))

    event = Event.objects.get(subject_id=report.public_id)
    assert event.verb == "absence.report"
    assert "sick" not in str(event.detail) + str(event.detail).lower()
    assert "Fever" not in str(event.detail)


def test_a_school_begins_with_reasons_the_first_time_one_is_named(cast, placed):
    report = report_absence(cast.luis, reason="sick", by=cast.as_("luis"), method=Method.TEXT)

    assert (report.reason.name, report.reason.sis_code, report.method) == ("Sick", "EX", "text")
    assert Reason.objects.filter(school=cast.school).count() == 10
    assert not Reason.objects.filter(school=cast.north).exists()


def test_one_statement_for_any_number_of_students(cast):
    def ask() -> int:
        with Statements() as counted:
            reports_on(cast.school, TUESDAY)
        return counted.count

    for number in (1, 3):
        for n in range(number):
            student = make_student(cast.school, f"Kim{number}{n} Lee", "101", date(2010, 1, 1))
            report_absence(student, reason="sick", by=cast.as_("priya"))
        assert ask() == 1
