"""The page on which the roll is taken."""

from __future__ import annotations

from datetime import date

from django.db import connection
from django.test.utils import CaptureQueriesContext

from kindling.advisory.actions import make_advisory, seat_student
from kindling.attendance.tests.placed import make_placement
from kindling.roll.codes import Word, codes_of
from kindling.roll.models import Correction, Mark
from kindling.schedule.models import Closure
from kindling.schools.viewer import Viewer
from tests.cast import make_student

HERE = "/harbor-view/roll/"


def page(cast, on="2026-10-13"):
    return f"{HERE}{cast.tide.public_id}/{on}/"


def filled(cast, was="", **codes):
    students = {"maya": cast.maya, "jordan": cast.jordan, "luis": cast.luis}
    form = {}
    for name, student in students.items():
        form[f"code-{student.public_id}"] = codes.get(name, "P")
        form[f"was-{student.public_id}"] = was
    return form


def test_who_leads_one_advisory_goes_there_at_once(cast, client_of):
    answer = client_of("ana").get(HERE)

    assert (answer.status_code, answer["Location"]) == (302, page(cast))


def test_leaders_see_which_rolls_are_not_taken(cast, client_of):
    make_advisory(by=Viewer.system(cast.school), name="Reef")

    answer = client_of("dana").get(HERE)

    assert answer.status_code == 200
    assert answer.content.count(b"Not taken yet") == 1
    assert b"0 of 3 have a mark" in answer.content


def test_take_the_roll_with_a_plain_form(cast, client_of):
    client = client_of("ana")

    answer = client.post(
        page(cast), filled(cast, maya="L") | {f"minutes-{cast.maya.public_id}": "9"}
    )

    assert (answer.status_code, answer["Location"]) == (302, page(cast))
    assert Mark.objects.get(student=cast.maya).minutes == 9
    assert b"3 marks saved." in client.get(page(cast)).content


def test_what_was_changed_stands_below_with_both_values(cast, client_of):
    client = client_of("ana")
    client.post(page(cast), filled(cast))

    client.post(page(cast), filled(cast, was="P", maya="E") | {"why": "A doctor's note."})

    shown = client.get(page(cast)).content.decode()
    assert "Maya Santos: Present, now Excused" in shown
    assert "Ana Reyes · A doctor&#39;s note." in shown


def test_an_older_page_is_told_and_nothing_is_written(cast, client_of):
    client_of("ana").post(page(cast), filled(cast))

    answer = client_of("dana").post(page(cast), filled(cast, maya="A"))

    assert answer.status_code == 409
    assert Correction.objects.count() == 0


def test_a_code_that_is_not_offered_saves_nothing(cast, client_of):
    for bad in ("I", "X"):
        answer = client_of("ana").post(page(cast), filled(cast, maya=bad))

        assert answer.status_code == 422
    answer = client_of("ana").post(
        page(cast), filled(cast, maya="L") | {f"minutes-{cast.maya.public_id}": "9999"}
    )
    assert answer.status_code == 422
    assert Mark.objects.count() == 0


def test_a_page_with_mistakes_still_says_who_is_elsewhere(cast, client_of):
    make_placement(cast.jordan, cast.clinic, cast.sam)
    sent = filled(cast, maya="X")
    del sent[f"code-{cast.jordan.public_id}"]

    answer = client_of("ana").post(page(cast), sent)

    assert answer.status_code == 422
    assert "Expected at Bayside Animal Clinic" in answer.text


def test_one_wrong_number_loses_nothing_that_was_said(cast, client_of):
    sent = filled(cast, jordan="L", luis="A", maya="E")
    sent |= {f"minutes-{cast.jordan.public_id}": "9999", f"minutes-{cast.luis.public_id}": "x"}

    answer = client_of("ana").post(page(cast), sent)

    told = answer.text
    assert answer.status_code == 422
    for student, code in ((cast.jordan, "L"), (cast.luis, "A"), (cast.maya, "E")):
        assert f'name="code-{student.public_id}" value="{code}" checked' in told
    assert told.count("a number up to 600") == 2
    assert 'value="9999"' in told


def test_nobody_else_sees_it(cast, client_of):
    for name, status in [("maya", 404), ("rosa", 404), ("liam", 404), ("otto", 404)]:
        assert client_of(name).get(page(cast)).status_code == status


def test_a_date_that_is_none_is_not_there(cast, client_of):
    assert client_of("ana").get(page(cast, "2026-13-40")).status_code == 404


def test_the_school_names_its_codes(cast, client_of):
    client = client_of("priya")

    form = {"letter": "L", "label": "Tardy", "meaning": "late", "sis_code": "T"}
    assert client.post(f"{HERE}codes/", form).status_code == 302
    assert client.post(f"{HERE}codes/", form | {"meaning": "present"}).status_code == 409
    form = {"letter": "S", "label": "Suspended", "meaning": "excused", "sis_code": ""}
    assert client.post(f"{HERE}codes/", form).status_code == 302

    form = {"letter": "I", "label": "Out", "meaning": "present", "sis_code": "LTI"}
    assert client.post(f"{HERE}codes/", form).status_code == 302
    assert codes_of(cast.school).of("I") == Word("I", "Out", "internship", "LTI")
    assert client.post(f"{HERE}codes/", form | {"letter": "AE"}).status_code == 302
    assert client.get(f"{HERE}codes/").text.count("Offer it no more") == 2  # S and AE
    shown = client_of("ana").get(page(cast)).content.decode()
    assert "<span>Tardy</span>" in shown
    assert "<span>Suspended</span>" in shown
    assert client_of("ana").get(f"{HERE}codes/").status_code == 403


def counted(client, path, form=None):
    with CaptureQueriesContext(connection) as told:
        answer = client.post(path, form) if form else client.get(path)
    assert answer.status_code in {200, 302}, answer.content
    return len([q for q in told if "SAVEPOINT" not in q["sql"]])


def fuller(cast):
    for number in range(5):
        more = make_student(cast.school, f"Extra{number} Kid", "101", date(2012, 1, 1))
        seat_student(more, cast.tide, by=Viewer.system(cast.school), since_on=date(2026, 9, 1))


def test_seven_statements_to_open_and_nine_to_save(cast, client_of):
    make_placement(cast.jordan, cast.clinic, cast.sam)
    client = client_of("ana")

    # session, viewer; advisory, roster, frame, timetable, reports
    assert counted(client, page(cast)) == 7
    # ... without the timetable; marks, two sums, event
    assert counted(client, page(cast), filled(cast)) == 9
    # marks, corrections, two sums, event
    assert counted(client, page(cast), filled(cast, was="P", maya="A", luis="L")) == 10


def test_as_many_with_eight_students(cast, client_of):
    make_placement(cast.jordan, cast.clinic, cast.sam)
    fuller(cast)
    client = client_of("ana")

    assert counted(client, page(cast)) == 7
    assert counted(client, page(cast), filled(cast)) == 9


def test_a_grade_with_a_day_off_is_asked_for_no_mark(cast, client_of):
    make_closure(cast, kind="holiday", grades="101")

    shown = client_of("ana").get(page(cast)).content.decode()

    assert "Day off for this grade: Trip" in shown
    assert shown.count("checked") == 2


def test_an_exam_day_is_a_school_day(cast, client_of):
    make_closure(cast, kind="exam")

    assert client_of("ana").post(page(cast), filled(cast)).status_code == 302


def make_closure(cast, **facts):
    on = date(2026, 10, 13)
    Closure.objects.create(school=cast.school, label="Trip", starts_on=on, ends_on=on, **facts)
