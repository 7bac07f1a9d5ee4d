"""The pages of courses: the way through them, and the same statements for one and for three."""

from __future__ import annotations

import pytest

from kindling.courses import actions
from kindling.courses.models import Course, CoursePlace
from kindling.courses.tests.teaching import make_course
from kindling.courses.tests.test_records import RESULT

PAGE = "/harbor-view/courses/"
FORM = {
    "kind": "workshop", "title": "Radio", "taught_by": "Dee Walsh", "weekdays": ["0"],
    "starts_on": "2026-10-12", "ends_on": "2026-12-18", "starts_at": "09:00", "ends_at": "10:00",
    "may_ask": "on",
}  # fmt: skip


def test_from_the_offer_to_the_last_word(cast, client_of):
    ana = client_of("ana")
    assert ana.post(f"{PAGE}add/", FORM | {"ends_on": "2026-10-01"}).status_code == 422
    assert ana.post(f"{PAGE}add/", FORM | {"teacher": cast.ana.public_id}).status_code == 302
    course = Course.objects.get()
    path = f"{PAGE}{course.public_id}/"
    jordan = client_of("jordan")
    assert b"Radio" in jordan.get(PAGE).content
    assert jordan.post(f"{path}ask/", {"why": "Voices"}).status_code == 302
    place = CoursePlace.objects.get()
    assert jordan.post(f"{path}give/", {"student": cast.maya.public_id}).status_code == 403
    ana = client_of("ana")
    assert b"Voices" in ana.get(path).content
    answer = f"{PAGE}places/{place.public_id}/answer/"
    assert ana.post(answer, {"answer": "no"}).status_code == 422
    assert ana.post(answer, {"answer": "yes"}).status_code == 302
    meeting = f"{path}meetings/2026-10-12/"
    assert ana.get(meeting).status_code == 200
    assert ana.get(f"{path}meetings/someday/").status_code == 404
    assert ana.post(meeting, {"has_met": "on", "note": "Microphones"}).status_code == 302
    key = place.public_id
    ended = {f"end_{key}": "done", f"word_{key}": "A listener.", "over": "1"}
    assert ana.post(f"{path}finish/", ended).status_code == 302
    assert b"A listener." in client_of("jordan").get(PAGE).content
    assert client_of("luis").get(f"{PAGE}students/{cast.jordan.public_id}/").status_code == 404
    assert client_of("otto").get(path).status_code == 404


def test_a_family_sees_its_own_childs_courses_and_tests(cast, client_of):
    theirs = make_course(cast, title="Baking", capacity=9)
    actions.give_place(theirs, cast.jordan, by=cast.as_("chen"))
    make_course(cast, title="Welding")
    actions.record_test(cast.jordan, RESULT | {"result": "Leak"}, by=cast.as_("priya"))
    rosa = client_of("rosa")

    assert rosa.get(f"{PAGE}{theirs.public_id}/").status_code == 404
    actions.give_place(theirs, cast.luis, by=cast.as_("chen"))

    text = rosa.get(f"{PAGE}{theirs.public_id}/").content.decode()
    assert ("Luis" in text, "Jordan" in text) == (True, False)
    assert "Welding" not in rosa.get(PAGE).content.decode()
    assert rosa.get(f"{PAGE}students/{cast.luis.public_id}/").status_code == 200
    assert rosa.get(f"{PAGE}students/{cast.jordan.public_id}/").status_code == 404


def test_a_test_is_put_on_record_and_corrected_on_the_pages(cast, client_of):
    priya = client_of("priya")
    path = f"{PAGE}students/{cast.luis.public_id}/"
    sent = RESULT | {"on": "2026-05-04", "is_required": "on"}
    assert priya.post(f"{path}tests/add/", sent | {"result": ""}).status_code == 422
    assert priya.post(f"{path}tests/add/", sent).status_code == 302
    test = cast.luis.state_tests.get()

    correct = f"{PAGE}tests/{test.public_id}/correct/"
    assert priya.post(correct, sent).status_code == 422
    assert (
        priya.post(correct, sent | {"why": "Typed wrong.", "result": "Level 4"}).status_code == 302
    )
    text = client_of("luis").get(PAGE).content.decode()
    assert ("Level 4" in text, "Typed wrong." in text) == (True, True)


def test_what_the_state_asks_is_changed_by_who_keeps_records(cast, client_of):
    path = f"{PAGE}required/"
    assert client_of("ana").post(path, {"title": "Civics"}).status_code == 403
    assert client_of("priya").post(path, {"title": "Civics", "grade": "12"}).status_code == 302
    assert b"Civics" in client_of("luis").get(path).content


def more(cast, number):
    """One of each for Luis."""
    by = cast.as_("priya")
    asked = actions.add_required(f"Course {number}", grade="12", by=by)
    course = make_course(cast, title=f"Course {number}", counts_for=asked, teacher=cast.ana)
    for student in (cast.luis, cast.jordan)[: number + 1]:
        place = actions.give_place(course, student, by=by)
    actions.take_attendance(course, course.starts_on, {}, by=by)
    first = actions.record_test(cast.luis, RESULT, by=by)
    actions.correct_test(first, RESULT, why="x", by=by)
    make_course(cast, title=f"Open {number}")
    return course, place


@pytest.mark.parametrize(
    ("name", "path", "statements"),
    [
        ("luis", "", 8),
        ("ana", "", 4),
        ("rosa", "", 4),
        ("ana", "students/{luis}/", 9),
        ("ana", "{course}/", 9),
        ("luis", "{course}/", 8),
    ],
)
def test_the_statements_stay_the_same(
    cast, client_of, django_assert_num_queries, name, path, statements
):
    client = client_of(name)
    course, _place = more(cast, 0)
    address = PAGE + path.format(luis=cast.luis.public_id, course=course.public_id)
    with django_assert_num_queries(statements):
        client.get(address)
    more(cast, 1)
    more(cast, 2)
    actions.give_place(course, cast.jordan, by=cast.as_("priya"))
    with django_assert_num_queries(statements):
        client.get(address)
