"""All that is ever done to places. Each verb records what happened and who did it."""

from kindling.sites.actions.closures import close_site, open_site
from kindling.sites.actions.codes import renew_code, stop_code
from kindling.sites.actions.commuting import (
    drop_stale_commutes,
    work_out_commutes,
    work_out_new_commutes,
)
from kindling.sites.actions.liking import bring_back, put_away
from kindling.sites.actions.mentors import add_mentor, add_new_mentor, end_mentor, make_lead
from kindling.sites.actions.merging import (
    CHOICES,
    follow_merges,
    keep_apart,
    merge,
    undo_merge,
)
from kindling.sites.actions.moving import move_mentor, move_mentor_to_new
from kindling.sites.actions.opportunities import (
    add_opportunity,
    change_opportunity,
    close_opportunity,
    hold_site,
    open_opportunity,
    pause_opportunity,
)
from kindling.sites.actions.organisations import (
    add_organisation,
    add_site,
    change_organisation,
    change_site,
)
from kindling.sites.actions.places import NewPlace, add_place, add_places
from kindling.sites.actions.quiet import leave_alone, lift_quiet, remind_of_ended_quiets
from kindling.sites.actions.remind import remind_of_place, remind_to_ask_again
from kindling.sites.actions.seats import free_seat, take_seat
from kindling.sites.actions.suggestions import (
    accept_suggestion,
    add_suggested_place,
    decline_suggestion,
    merge_suggestion,
    suggest_place,
)
from kindling.sites.actions.wishes import add_wish, drop_wish

__all__ = [
    "CHOICES",
    "NewPlace",
    "accept_suggestion",
    "add_mentor",
    "add_new_mentor",
    "add_opportunity",
    "add_organisation",
    "add_place",
    "add_places",
    "add_site",
    "add_suggested_place",
    "add_wish",
    "bring_back",
    "change_opportunity",
    "change_organisation",
    "change_site",
    "close_opportunity",
    "close_site",
    "decline_suggestion",
    "drop_stale_commutes",
    "drop_wish",
    "end_mentor",
    "follow_merges",
    "free_seat",
    "hold_site",
    "keep_apart",
    "leave_alone",
    "lift_quiet",
    "make_lead",
    "merge",
    "merge_suggestion",
    "move_mentor",
    "move_mentor_to_new",
    "open_opportunity",
    "open_site",
    "pause_opportunity",
    "put_away",
    "remind_of_ended_quiets",
    "remind_of_place",
    "remind_to_ask_again",
    "renew_code",
    "stop_code",
    "suggest_place",
    "take_seat",
    "undo_merge",
    "work_out_commutes",
    "work_out_new_commutes",
]
