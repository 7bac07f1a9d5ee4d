"""Everything that can be done with a round, one file per part of the way."""

from kindling.rounds.actions.making import (
    cancel_round,
    change_round,
    choose_places,
    make_round,
    make_second_round,
    open_round,
)
from kindling.rounds.actions.mentors import ask_mentors, pick_students
from kindling.rounds.actions.moving import move_student
from kindling.rounds.actions.publishing import award_places, publish_round
from kindling.rounds.actions.ranking import change_list
from kindling.rounds.actions.running import close_due_rounds, close_round, run_round, try_round

__all__ = [
    "ask_mentors",
    "award_places",
    "cancel_round",
    "change_list",
    "change_round",
    "choose_places",
    "close_due_rounds",
    "close_round",
    "make_round",
    "make_second_round",
    "move_student",
    "open_round",
    "pick_students",
    "publish_round",
    "run_round",
    "try_round",
]
