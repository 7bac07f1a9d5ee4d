"""What is done with a week: made, planned, changed by hand, taken by students, published."""

from kindling.weeks.actions.booking import book_slot, open_booking, shut_booking
from kindling.weeks.actions.making import call_off_week, change_week, gather_exhibitions, make_week
from kindling.weeks.actions.moving import fix_sitting, free_sitting, place_sitting, undo_change
from kindling.weeks.actions.people import add_interpreter, drop_interpreter, say_hours
from kindling.weeks.actions.publishing import publish_week, tell_all
from kindling.weeks.actions.rooms import add_room, drop_room, set_day, set_length
from kindling.weeks.actions.running import ask_plan, finish_run, run_plan

__all__ = [
    "add_interpreter", "add_room", "ask_plan", "book_slot", "call_off_week", "change_week",
    "drop_interpreter", "drop_room", "finish_run", "fix_sitting", "free_sitting", "gather_exhibitions",
    "make_week", "open_booking", "place_sitting", "publish_week", "run_plan", "say_hours", "set_day", "set_length", "shut_booking", "tell_all",
    "undo_change",
]  # fmt: skip
