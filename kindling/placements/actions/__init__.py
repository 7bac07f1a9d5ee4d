"""Everything that can be done with a pursuit and an internship, one file per part of the way."""

from kindling.placements.actions.answering import agree, refuse, stand_in
from kindling.placements.actions.asking import remind_holders, remind_school
from kindling.placements.actions.attempts import log_attempt
from kindling.placements.actions.awarding import award_pursuit
from kindling.placements.actions.deciding import approve_pursuit, decline_pursuit, extend_pursuit
from kindling.placements.actions.ending import (
    end_everything,
    end_placement,
    keep_placement,
    request_end,
)
from kindling.placements.actions.handing import hand_over
from kindling.placements.actions.lapsing import lapse_pursuits, mind_queues, warn_pursuits
from kindling.placements.actions.parting import (
    note_talk,
    open_private_word,
    request_end_privately,
    write_privately,
)
from kindling.placements.actions.pausing import (
    hold_placement,
    pause_placement,
    release_placement,
    resume_placement,
    tell_mentor_of_pause,
)
from kindling.placements.actions.policing import change_policy, set_limit
from kindling.placements.actions.queueing import accept_offer, join_queue, queue_pursuit
from kindling.placements.actions.remembering import revoke_memory, share_memory
from kindling.placements.actions.requesting import part_ways, request_pursuit, withdraw_pursuit
from kindling.placements.actions.running import change_goals, reschedule_placement
from kindling.placements.actions.starting import request_start, return_start, start_placement
from kindling.placements.actions.suspending import hold_mentor, release_mentor
from kindling.placements.actions.ties import allow_tie, declare_tie, refuse_tie, request_with_tie

__all__ = [
    "accept_offer",
    "agree",
    "allow_tie",
    "approve_pursuit",
    "award_pursuit",
    "change_goals",
    "change_policy",
    "declare_tie",
    "decline_pursuit",
    "end_everything",
    "end_placement",
    "extend_pursuit",
    "hand_over",
    "hold_mentor",
    "hold_placement",
    "join_queue",
    "keep_placement",
    "lapse_pursuits",
    "log_attempt",
    "mind_queues",
    "note_talk",
    "open_private_word",
    "part_ways",
    "pause_placement",
    "queue_pursuit",
    "refuse",
    "refuse_tie",
    "release_mentor",
    "release_placement",
    "remind_holders",
    "remind_school",
    "request_end",
    "request_end_privately",
    "request_pursuit",
    "request_start",
    "request_with_tie",
    "reschedule_placement",
    "resume_placement",
    "return_start",
    "revoke_memory",
    "set_limit",
    "share_memory",
    "stand_in",
    "start_placement",
    "tell_mentor_of_pause",
    "warn_pursuits",
    "withdraw_pursuit",
    "write_privately",
]
