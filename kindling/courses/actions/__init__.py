"""The only writes about courses, rosters, meetings and tests."""

from kindling.courses.actions.attending import take_attendance
from kindling.courses.actions.entering import Row, enter_rows
from kindling.courses.actions.offering import (
    cancel_course,
    change_course,
    finish_course,
    offer_course,
    reopen_course,
)
from kindling.courses.actions.placing import (
    answer_ask,
    ask_place,
    finish_place,
    give_place,
    leave_course,
)
from kindling.courses.actions.requiring import (
    add_required,
    end_met,
    note_met,
    retire_required,
)
from kindling.courses.actions.testing import correct_test, record_test

__all__ = [
    "Row", "add_required", "answer_ask", "ask_place", "cancel_course", "change_course",
    "correct_test", "end_met", "enter_rows", "finish_course", "finish_place", "give_place",
    "leave_course", "note_met", "offer_course", "record_test", "reopen_course", "retire_required",
    "take_attendance",
]  # fmt: skip
