"""A workshop with Luis in it and Jordan asking, a state test, something that is asked of all."""

from __future__ import annotations

from datetime import date

from kindling.courses import actions
from kindling.courses.tests.teaching import make_course
from kindling.schools.viewer import Viewer


def add(maker) -> None:
    cast, by = maker.cast, Viewer.system(maker.cast.school)
    required = actions.add_required("Civics", grade="12", note="State law.", by=by)
    course = make_course(cast, counts_for=required, teacher=cast.ana)
    since = date(2026, 9, 14)
    luis = actions.give_place(course, cast.luis, since_on=since, by=by)
    actions.take_attendance(course, date(2026, 10, 7), {luis.public_id: "late"}, by=by)
    asked = actions.ask_place(course, "Radios.", by=cast.as_("jordan"))
    result = {
        "title": "Math", "on": date(2026, 5, 4), "result": "Level 3", "outcome": "passed",
        "is_required": True, "reason": "",
    }  # fmt: skip
    test = actions.record_test(cast.luis, result, by=by)
    other = actions.add_required("Art", grade="12", by=by)
    maker.ids |= {
        "courses/": course.public_id,
        "courses/<slug:on>": "2026-10-12",
        "courses/required/": required.public_id,
        "courses/students/": cast.luis.public_id,
        "courses/tests/": test.public_id,
        "courses/places/": asked.public_id,
        "courses/met/": actions.note_met(cast.luis, other, how="transfer", by=by).public_id,
    }
