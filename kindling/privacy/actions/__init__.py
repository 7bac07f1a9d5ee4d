"""Say how long things stay, hold, count, destroy; answer for what got lost."""

from kindling.privacy.actions.breaching import (
    close_breach,
    do_duty,
    look_again,
    report_breach,
    say_on_breach,
    stop_breach,
)
from kindling.privacy.actions.keeping import choose_months, end_hold, hold_student, wish_for_work
from kindling.privacy.actions.running import carry_out_run, count_run, put_away_run, start_run
from kindling.privacy.actions.writing import write_letters

__all__ = [
    "carry_out_run",
    "choose_months",
    "close_breach",
    "count_run",
    "do_duty",
    "end_hold",
    "hold_student",
    "look_again",
    "put_away_run",
    "report_breach",
    "say_on_breach",
    "start_run",
    "stop_breach",
    "wish_for_work",
    "write_letters",
]
