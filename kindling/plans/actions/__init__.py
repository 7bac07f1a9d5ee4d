"""The only writes of plans: words, versions, names under them, cover sheets."""

from kindling.plans.actions.asking import ask_family, ask_signers
from kindling.plans.actions.changing import give_up_change, start_change
from kindling.plans.actions.covers import hand_in_cover, open_cover, take_back_cover, write_answer
from kindling.plans.actions.ending import close_plan, exhibit_plan, make_remark, reflect_plan
from kindling.plans.actions.making import (
    add_item,
    bring_back_item,
    carry_items,
    drop_item,
    move_item,
    share_plan,
    start_plan,
    unshare_plan,
)
from kindling.plans.actions.proposing import propose_plan
from kindling.plans.actions.school import change_rules
from kindling.plans.actions.signing import (
    return_version,
    sign_in_room,
    sign_version,
    withdraw_version,
)
from kindling.plans.actions.suggesting import (
    Source,
    accept_suggestion,
    decline_suggestion,
    suggest_change,
)
from kindling.plans.actions.writing import (
    date_item,
    link_item,
    mark_item,
    serve_support,
    touch_goals,
    write_back,
    write_item,
    write_plan,
)

__all__ = [
    "Source",
    "accept_suggestion",
    "add_item",
    "ask_family",
    "ask_signers",
    "bring_back_item",
    "carry_items",
    "change_rules",
    "close_plan",
    "date_item",
    "decline_suggestion",
    "drop_item",
    "exhibit_plan",
    "give_up_change",
    "hand_in_cover",
    "link_item",
    "make_remark",
    "mark_item",
    "move_item",
    "open_cover",
    "propose_plan",
    "reflect_plan",
    "return_version",
    "serve_support",
    "share_plan",
    "sign_in_room",
    "sign_version",
    "start_change",
    "start_plan",
    "suggest_change",
    "take_back_cover",
    "touch_goals",
    "unshare_plan",
    "withdraw_version",
    "write_answer",
    "write_back",
    "write_item",
    "write_plan",
]
