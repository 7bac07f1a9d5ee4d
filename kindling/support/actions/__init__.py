"""The only writes about support goals and concerns."""

from kindling.support.actions.concerns import (
    add_action,
    add_concern_reader,
    add_voice,
    close_concern,
    do_action,
    end_concern_reader,
    hand_on,
    look_again,
    open_concern,
    open_concern_page,
    reopen_concern,
    show_student,
    take_concern,
)
from kindling.support.actions.goals import (
    add_support_reader,
    change_goal,
    end_goal,
    end_support_reader,
    open_goal_page,
    write_goal,
)
from kindling.support.actions.travel import answer_travel, ask_travel, revoke_travel

__all__ = [
    "add_action", "add_concern_reader", "add_support_reader", "add_voice", "answer_travel",
    "ask_travel", "change_goal", "close_concern", "do_action", "end_concern_reader", "end_goal",
    "end_support_reader", "hand_on", "look_again", "open_concern", "open_concern_page",
    "open_goal_page", "reopen_concern", "revoke_travel", "show_student", "take_concern",
    "write_goal",
]  # fmt: skip
