"""The only writes of panels."""

from kindling.panels.actions.agreeing import (
    add_condition,
    agree_result,
    drop_condition,
    meet_condition,
    reopen_condition,
    write_difference,
    write_points,
)
from kindling.panels.actions.beginning import begin_panel, miss_form, start_timer, stop_timer
from kindling.panels.actions.recording import record_panel
from kindling.panels.actions.revealing import close_scoring
from kindling.panels.actions.scoring import save_form, send_form, take_back_form

__all__ = [
    "add_condition",
    "agree_result",
    "begin_panel",
    "close_scoring",
    "drop_condition",
    "meet_condition",
    "miss_form",
    "record_panel",
    "reopen_condition",
    "save_form",
    "send_form",
    "start_timer",
    "stop_timer",
    "take_back_form",
    "write_difference",
    "write_points",
]
