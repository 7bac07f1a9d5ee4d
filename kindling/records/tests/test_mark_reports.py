"""What families and the office say about absences reaches the marks, and staff win."""

from __future__ import annotations

from datetime import date

import time_machine

from kindling.absences.actions import refuse_absence, report_absence
from kindling.attendance.tests.placed import at, close
from kindling.records.actions import mark_reports, mark_reports_of
from kindling.roll.actions import mark_student
from kindling.roll.models import Correction, Mark
from kindling.roll.proof import wrong_sums

TODAY = date(2026, 10, 13)


def code(student):
    return Mark.objects.filter(student=student, on=TODAY).values_list("code", flat=True).first()


def sick(cast, by="rosa", **facts):
    return report_absence(cast.luis, on=TODAY, reason="sick", by=cast.as_(by), **facts)


def test_a_cleared_absence_is_excused_before_anybody_takes_the_roll(cast):
    sick(cast)

    mark_reports()

    assert code(cast.luis) == "E"
    assert mark_reports_of(cast.school) == 0
    assert wrong_sums(cast.school) == {}


def test_an_absence_on_the_roll_becomes_excused_when_the_family_clears_it(cast):
    mark_student(cast.luis, TODAY, "A", by=cast.as_("ana"))
    sick(cast)

    mark_reports()

    assert code(cast.luis) == "E"
    one = Correction.objects.get()
    assert (one.was_code, one.code, one.why) == ("A", "E", "Cleared: Sick")
    assert wrong_sums(cast.school) == {}


def test_what_the_school_does_not_excuse_is_not_excused(cast):
    report = sick(cast)
    mark_reports()
    with time_machine.travel(at("2026-10-13 11:00")):
        refuse_absence(report, note="Was seen at the beach.", by=cast.as_("dana"))

        mark_reports()

    assert code(cast.luis) == "A"
    assert wrong_sums(cast.school) == {}


def test_who_was_there_after_all_and_what_staff_correct_later_stays(cast):
    sick(cast)
    mark_student(cast.luis, TODAY, "P", by=cast.as_("ana"))
    mark_reports()
    assert code(cast.luis) == "P"

    with time_machine.travel(at("2026-10-13 12:00")):
        mark_student(cast.luis, TODAY, "A", why="Left at nine.", by=cast.as_("ana"))
        mark_reports()

    assert code(cast.luis) == "A"


def test_what_nobody_cleared_and_days_off_mark_nobody(cast):
    report_absence(cast.luis, on=TODAY, reason="sick", by=cast.as_("luis"))
    report_absence(cast.maya, on=TODAY, reason="sick", by=cast.as_("ana"))
    mark_reports()
    assert Mark.objects.count() == 0

    sick(cast)
    close(cast.school, TODAY)
    mark_reports()

    assert Mark.objects.count() == 0
