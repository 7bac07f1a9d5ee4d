"""The only writes of the ladder: climb by the clock, take an alarm, answer it, set the minutes."""

from kindling.ladder.actions.answering import (
    close_alarm,
    give_back_alarm,
    say_what_was_done,
    take_alarm,
    tell_family,
)
from kindling.ladder.actions.climbing import climb_ladders, climb_school
from kindling.ladder.actions.settings import change_ladder

__all__ = [
    "change_ladder",
    "climb_ladders",
    "climb_school",
    "close_alarm",
    "give_back_alarm",
    "say_what_was_done",
    "take_alarm",
    "tell_family",
]
