"""Spreadsheets of students and families, and of staff."""

from datetime import date

import pytest

from kindling.advisory.models import AdvisoryAdvisor, AdvisoryStudent
from kindling.exchange.actions import apply_import, undo_import
from kindling.exchange.tests.test_import_roster import hand_in, totals
from kindling.people.models import Connection, Student
from kindling.schools.models import Membership, Person

STUDENTS = """Student ID,First name,Last name,Preferred name,Grade,DOB,Advisory,Advisor,Parent name,\
Parent email,Parent relationship,Home language
S1,Inés,Peña,,9,2011-04-02,Reef,Ana Reyes,Lola Peña,lola@example.org,mother,Spanish
S2,Marco,Peña,Mac,10,3/4/2010,Reef,Ana Reyes,Lola Peña,lola@example.org,mother,Spanish
S3,Noor,,,9,2011-01-01,Reef,Ana Reyes,,,,
"""


def bring_in_sheet(cast, text, kind="students", **choices):
    imported = hand_in(cast, text.encode(), kind=kind, name="sheet.csv", **choices)
    apply_import(imported, by=cast.as_("priya"))
    imported.refresh_from_db()
    return imported


def student_of(number):
    return Student.objects.get(number=number)


def test_one_row_is_a_student_with_advisory_advisor_and_family(cast):
    bring_in_sheet(cast, STUDENTS)

    ines = student_of("S1")
    assert (ines.name, ines.grade, ines.birth_on) == ("Inés Peña", "9", date(2011, 4, 2))
    assert student_of("S2").name == "Mac Peña"
    assert student_of("S3").name == "Noor"
    assert AdvisoryStudent.objects.get(student=ines).advisory.name == "Reef"
    connections = Connection.objects.filter(student=ines).order_by("role")
    assert [(c.adult.name, c.role, c.relation) for c in connections] == [
        ("Ana Reyes", "advisor", ""),
        ("Lola Peña", "guardian", "mother"),
    ]


def test_a_parent_of_two_is_one_person_and_reads_what_the_home_speaks(cast):
    bring_in_sheet(cast, STUDENTS)

    lola = Person.objects.get(name="Lola Peña")
    assert (lola.connections.count(), lola.language) == (2, "es")


def test_an_advisor_who_is_here_already_is_found_by_name(cast):
    bring_in_sheet(cast, STUDENTS)

    assert Person.objects.filter(name="Ana Reyes").count() == 1
    assert AdvisoryAdvisor.objects.filter(person=cast.ana, until_on=None).count() == 2


def test_the_same_sheet_twice_changes_nothing(cast):
    bring_in_sheet(cast, STUDENTS)

    assert totals(hand_in(cast, STUDENTS.encode(), kind="students", name="sheet.csv")) == {}


def test_a_row_with_a_mistake_is_left_out_and_named(cast):
    text = STUDENTS.replace("2011-04-02", "someday").replace("S3,Noor", "S2,Noor")

    imported = bring_in_sheet(cast, text)

    assert [(f["code"], f["row"], f["column"]) for f in imported.findings_of("faults")] == [
        ("not_a_date", 2, "DOB"),
        ("twice", 4, ""),
    ]
    assert list(Student.objects.exclude(number="").values_list("number", flat=True)) == ["S2"]


def test_without_the_box_nobody_leaves_and_with_it_the_absent_do(cast):
    bring_in_sheet(cast, STUDENTS)
    shorter = "".join(STUDENTS.splitlines(keepends=True)[:-1])
    names = "".join(
        f"\nX{n},{given},{family},,9,,Tide,,,,,"
        for n, (given, family) in enumerate(
            [("Maya", "Santos"), ("Jordan", "Blake"), ("Luis", "Diaz")]
        )
    )
    assert totals(hand_in(cast, shorter.encode(), kind="students", name="s.csv")) == {}

    bring_in_sheet(cast, shorter.rstrip() + names, is_complete=True)

    assert student_of("S3").state == "withdrawn"
    cast.maya.refresh_from_db()
    assert (cast.maya.state, cast.maya.number) == ("enrolled", "X0")


def test_two_students_of_the_same_name_with_other_birthdays_stay_two(cast):
    bring_in_sheet(cast, "Name,DOB\nKim Lee,2010-01-01\n")

    bring_in_sheet(cast, "Name,DOB\nKim Lee,2011-09-09\n")

    assert Student.objects.filter(person__name="Kim Lee").count() == 2


def test_staff_get_the_hat_their_row_names_and_nothing_more(cast):
    text = "Name,Email,Position,Advisory\nBo Hall,bo@example.org,Teacher,Cove\n"
    text += "Di Fox,di@example.org,Administrator,\nEd Roe,ed@example.org,Coordinador,\n"

    bring_in_sheet(cast, text, kind="staff")

    def hats(name):
        return list(Membership.objects.filter(person__name=name).values_list("role", flat=True))

    assert (hats("Bo Hall"), hats("Di Fox"), hats("Ed Roe")) == (
        ["advisor"],
        ["staff"],
        ["coordinator"],
    )
    assert AdvisoryAdvisor.objects.get(person__name="Bo Hall").advisory.name == "Cove"


def test_a_sheet_can_be_undone(cast):
    before = Person.objects.count()
    imported = bring_in_sheet(cast, STUDENTS)

    undo_import(imported, by=cast.as_("priya"))

    assert (Person.objects.count(), imported.left) == (before, [])
    assert AdvisoryAdvisor.objects.filter(person=cast.ana, until_on=None).count() == 1


@pytest.mark.parametrize("text", ["", "\n\n", "Grade,City\n9,Bend\n"])
def test_a_sheet_without_names_cannot_be_applied(cast, text):
    imported = hand_in(cast, text.encode(), kind="students", name="sheet.csv")

    assert imported.total_of("faults") > 0
    assert totals(imported) == {}
