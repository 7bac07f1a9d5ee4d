"""Spreadsheets as people make them."""

import io
import zipfile
from datetime import date, time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from openpyxl import Workbook

from kindling.exchange.reading.faults import Log
from kindling.exchange.reading.headings import guess_mapping
from kindling.exchange.reading.sheet_values import (
    clock_typed,
    day_typed,
    hours_typed,
    language_typed,
    number_typed,
    split_name,
    weekdays_typed,
)
from kindling.exchange.reading.sheets import MOST_ROWS, letter, read_sheet


def read(data, name="sheet.csv"):
    log = Log()
    return read_sheet(data, name=name, log=log), log


def xlsx(*rows):
    book = Workbook()
    for row in rows:
        book.active.append(row)
    box = io.BytesIO()
    book.save(box)
    return box.getvalue()


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1252"])
@pytest.mark.parametrize("delimiter", [",", ";", "\t"])
def test_csv_is_read_in_any_usual_encoding_and_with_any_usual_separator(encoding, delimiter):
    text = "Name;Grade\r\nInés;9\r\n\r\nZoë;10\r\n".replace(";", delimiter)

    sheet, log = read(text.encode(encoding))

    assert sheet.header == ["Name", "Grade"]
    assert sheet.rows == [(2, ["Inés", "9"]), (4, ["Zoë", "10"])]
    assert log.faults.total == 0
    assert [note.code for note in log.notes] == ["guessed_encoding"] * (encoding == "cp1252")


def test_xlsx_cells_read_as_a_person_would_type_them():
    data = xlsx(["Name", "Born", "Grade", ""], ["Maya", date(2010, 3, 4), 9.0, True], [], ["Jo"])

    sheet, log = read(data, "sheet.xlsx")

    assert sheet.header == ["Name", "Born", "Grade"]
    assert sheet.rows == [(2, ["Maya", "2010-03-04", "9"]), (4, ["Jo", "", ""])]
    assert log.faults.total == 0


def test_columns_without_a_name_or_with_the_same_name_get_one():
    sheet, _log = read(b"Name,,Name\nMaya,x,y\n")

    assert sheet.header == ["Name", "Column B", "Name (2)"]


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (b"", "empty_sheet"),
        (b"\n\n , \n", "empty_sheet"),
        (b"PK\x03\x04 and then nothing", "broken_xlsx"),
        (b"\xd0\xcf\x11\xe0 old", "old_excel"),
        (b"a,b\n" + b"1,2\n" * (MOST_ROWS + 1), "too_many_rows"),
        (b"a" + b",a" * 300, "too_many_columns"),
        (b"x" * 21 * 1024 * 1024, "too_large"),
    ],
)
def test_what_cannot_be_read_is_said(data, code):
    _sheet, log = read(data)

    assert [fault.code for fault in log.faults] == [code]


def test_a_cell_in_row_one_million_does_not_fill_the_memory():
    book = Workbook()
    book.active["A1"], book.active["XFD1048576"] = "Name", "far"
    box = io.BytesIO()
    book.save(box)

    _sheet, log = read(box.getvalue(), "sheet.xlsx")

    assert [fault.code for fault in log.faults] == ["too_many_rows"]


def test_a_bomb_dressed_as_a_spreadsheet_is_refused():
    box = io.BytesIO()
    with zipfile.ZipFile(box, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("xl/worksheets/sheet1.xml", b" " * 60_000_000)

    _sheet, log = read(box.getvalue(), "sheet.xlsx")

    assert [fault.code for fault in log.faults] == ["zip_bomb"]


@settings(max_examples=60, deadline=None)
@given(st.binary(max_size=500), st.booleans())
def test_whatever_the_bytes_there_is_a_header_or_a_fault(junk, is_xlsx):
    data = bytearray(xlsx(["a", "b"], ["c", 1])) if is_xlsx else bytearray()
    place = len(data) // 2
    data[place : place + len(junk)] = junk

    sheet, log = read(bytes(data), "sheet.xlsx")

    assert bool(sheet.header) or log.faults.total
    assert all(len(cells) == len(sheet.header) for _number, cells in sheet.rows)


def test_english_headings_of_a_student_sheet_are_guessed():
    header = [
        "Student ID",
        "First Name",
        "Last name",
        "Preferred",
        "Grade level",
        "DOB",
    ]
    header += [
        "Advisory",
        "Advisor",
        "Parent 1 Name",
        "Parent 1 E-mail",
        "Guardian 2 phone",
    ]

    mapping = guess_mapping(header, "students")

    assert mapping == {
        "number": 0,
        "given_name": 1,
        "family_name": 2,
        "grade": 4,
        "birth_on": 5,
        "advisory": 6,
        "advisor": 7,
        "guardian1_name": 8,
        "guardian1_email": 9,
        "guardian2_phone": 10,
    }


def test_spanish_headings_of_a_student_sheet_are_guessed():
    header = [
        "Matrícula",
        "Nombre",
        "Apellidos",
        "Fecha de nacimiento",
        "Grado",
        "Asesoría",
    ]
    header += ["Correo electrónico", "Nombre de la madre", "Teléfono de la madre"]

    mapping = guess_mapping(header, "students")

    assert mapping == {
        "given_name": 1,
        "family_name": 2,
        "email": 6,
        "number": 0,
        "grade": 4,
        "birth_on": 3,
        "advisory": 5,
        "guardian1_name": 7,
        "guardian1_phone": 8,
    }


def test_headings_of_a_sheet_of_places_are_guessed():
    header = [
        "Company",
        "Address",
        "Contact person",
        "E-mail",
        "Phone",
        "Interest areas",
    ]
    header += ["Days", "Hours", "Spots", "Minimum age", "What to bring"]

    mapping = guess_mapping(header, "places")

    assert mapping == {
        "organization": 0,
        "street": 1,
        "mentor": 2,
        "mentor_email": 3,
        "mentor_phone": 4,
        "areas": 5,
        "days": 6,
        "hours": 7,
        "capacity": 8,
        "minimum_age": 9,
        "bring": 10,
    }


def test_what_people_type_is_understood():
    spot = Log().at("s")

    assert day_typed("2010-03-04", spot) == date(2010, 3, 4)
    assert day_typed("3/4/2010", spot) == date(2010, 3, 4)
    assert day_typed("25/12/2010", spot) == date(2010, 12, 25)
    assert day_typed("4.3.2010", spot) == date(2010, 3, 4)
    assert day_typed("3/4/2010", spot, month_first=False) == date(2010, 4, 3)
    assert weekdays_typed("Tue, Thu", spot) == (1, 3)
    assert weekdays_typed("martes y jueves", spot) == (1, 3)
    assert weekdays_typed("Mon-Fri", spot) == (0, 1, 2, 3, 4)
    assert clock_typed("2 pm", spot) == time(14)
    assert clock_typed("9.30", spot) == time(9, 30)
    assert hours_typed("9am to 2:30pm", spot) == (time(9), time(14, 30))
    assert number_typed("16+", spot) == 16
    assert [language_typed(text) for text in ("Español", "ara", "Dutch")] == [
        "es",
        "ar",
        "en",
    ]
    assert [split_name(name) for name in ("Reyes, Ana", "Ana Reyes", "Noor")] == [
        ("Ana", "Reyes"),
        ("Ana", "Reyes"),
        ("Noor", ""),
    ]
    assert spot.log.faults.total == 0


def test_what_is_not_understood_is_said():
    log = Log()
    spot = log.at("s", 2)

    day_typed("soon", spot)
    day_typed("31/31/2010", spot)
    weekdays_typed("sometimes", spot)
    clock_typed("25:00", spot)
    hours_typed("14:00-9:00", spot)
    number_typed("a few", spot)

    assert [fault.code for fault in log.faults] == [
        "not_a_date",
        "not_a_date",
        "not_weekdays",
        "not_a_time",
        "not_hours",
        "not_a_number",
    ]


def test_columns_are_called_as_in_a_spreadsheet():
    assert [letter(index) for index in (0, 25, 26, 701, 702)] == [
        "A",
        "Z",
        "AA",
        "ZZ",
        "AAA",
    ]
