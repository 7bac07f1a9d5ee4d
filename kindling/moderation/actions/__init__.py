"""Draw, mark blind, open, settle, record, answer."""

from kindling.moderation.actions.drawing import draw_sitting
from kindling.moderation.actions.exemplars import (
    ask_exemplar,
    decline_exemplar,
    share_exemplar,
    withdraw_exemplar,
)
from kindling.moderation.actions.profiles import (
    begin_profile,
    choose_profiles,
    decline_profile,
    open_profile,
    say_frames,
)
from kindling.moderation.actions.sitting import (
    answer_sampled,
    mark_sampled,
    open_sitting,
    record_sitting,
    settle_sampled,
)

__all__ = [
    "answer_sampled", "ask_exemplar", "begin_profile", "choose_profiles", "decline_exemplar",
    "decline_profile", "draw_sitting", "mark_sampled", "open_profile", "open_sitting",
    "record_sitting", "say_frames", "settle_sampled", "share_exemplar", "withdraw_exemplar",
]  # fmt: skip
