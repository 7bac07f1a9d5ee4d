"""The only writes of attendance, by who speaks: the student, the mentor, staff, the clock."""

from kindling.attendance.actions.asking import ask_mentor, ask_mentors
from kindling.attendance.actions.choosing import choose_rhythm
from kindling.attendance.actions.going import check_in, check_out
from kindling.attendance.actions.mentoring import (
    confirm_days,
    correct_times,
    leave_note,
    say_absent,
)
from kindling.attendance.actions.modes import say_mode, say_modes
from kindling.attendance.actions.settling import recompute_hours, settle_day
from kindling.attendance.actions.standing import confirm_by_word, count_standing_words
from kindling.attendance.how import How

__all__ = [
    "How",
    "ask_mentor",
    "ask_mentors",
    "check_in",
    "check_out",
    "choose_rhythm",
    "confirm_by_word",
    "confirm_days",
    "correct_times",
    "count_standing_words",
    "leave_note",
    "recompute_hours",
    "say_absent",
    "say_mode",
    "say_modes",
    "settle_day",
]
