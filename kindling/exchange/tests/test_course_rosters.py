"""A roster of a course handed in as a spreadsheet, and as something that is none."""

from __future__ import annotations

from datetime import date

from django.core.files.uploadedfile import SimpleUploadedFile

from kindling.courses.models import CoursePlace
from kindling.courses.tests.teaching import make_course
from kindling.exchange.tests.test_read_sheet import xlsx

PAGE = "/harbor-view/courses/enter/"


def test_an_excel_sheet_is_looked_at_and_what_was_found_can_be_entered(cast, client_of):
    make_course(cast)
    data = xlsx(
        ["Course", "Name", "From"],
        ["Soldering", "Luis Diaz", date(2026, 10, 12)],
        ["Soldering", "Kim Lee", None],
    )
    client = client_of("priya")

    answer = client.post(PAGE, {"file": SimpleUploadedFile("roster.xlsx", data)})
    text = answer.content.decode()
    assert (answer.status_code, "Nobody is called Kim Lee here." in text) == (422, True)
    lines = "Course\tName\tFrom\nSoldering\tLuis Diaz\t2026-10-12\nSoldering\tKim Lee\t"
    assert lines in text
    assert client.post(PAGE, {"lines": lines, "enter": "1"}).status_code == 302

    place = CoursePlace.objects.get()
    assert (place.student, str(place.since_on)) == (cast.luis, "2026-10-12")


def test_what_is_no_sheet_is_said_in_a_sentence(cast, client_of):
    make_course(cast)
    junk = SimpleUploadedFile("roster.xlsx", b"PK\x03\x04 but no sheet")

    answer = client_of("priya").post(PAGE, {"file": junk})

    text = answer.content.decode()
    assert (answer.status_code, "This spreadsheet cannot be opened." in text) == (422, True)
