"""Marks in JSON, with the same rules as the pages."""

from __future__ import annotations

from datetime import date

from kindling.roll.actions import mark_student
from kindling.roll.models import Correction
from tests.cast import make_student

MARKS = "/harbor-view/api/v1/marks/"
ON = date(2026, 10, 12)


def test_marks_in_the_districts_words(cast, client_of):
    mark_student(cast.maya, ON, "L", minutes=7, by=cast.as_("ana"))
    other = make_student(cast.school, "Nia Cole", "101", date(2012, 1, 1))
    mark_student(other, ON, "A", by=cast.as_("dana"))

    answer = client_of("ana").get(f"{MARKS}?first=2026-10-01&last=2026-10-31").json()

    assert answer == {
        "items": [
            {
                "student": cast.maya.public_id, "number": "", "on": "2026-10-12", "letter": "L",
                "meaning": "late", "category": "Tardy", "code": "L", "minutes": 7,
            }
        ],
        "count": 1,
    }  # fmt: skip
    assert client_of("dana").get(MARKS).json()["count"] == 2
    assert client_of("maya").get(f"{MARKS}?student={other.public_id}").json()["count"] == 0


def test_a_letter_is_written_and_an_earlier_one_kept(cast, client_of):
    mark_student(cast.maya, ON, "A", by=cast.as_("ana"))
    sent = {"student": cast.maya.public_id, "on": "2026-10-12", "letter": "E", "why": "Note."}
    post = {"content_type": "application/json"}

    assert client_of("ana").post(MARKS, sent, **post).json()["category"] == "Excused Absence"
    assert Correction.objects.get().why == "Note."
    assert client_of("ana").post(MARKS, sent | {"letter": "Q"}, **post).status_code == 409
    assert client_of("maya").post(MARKS, sent, **post).status_code == 403
    assert client_of("rosa").post(MARKS, sent, **post).status_code == 404
