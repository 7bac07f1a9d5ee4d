"""Everything that writes a visit."""

from kindling.visits.actions.cadence import set_policy, visit_often, work_out_cadences
from kindling.visits.actions.homes import (
    add_sensitive,
    cancel_home_visit,
    do_home_visit,
    end_reader,
    name_reader,
    note_home_visit,
    open_sensitive,
    plan_home_visit,
)
from kindling.visits.actions.visiting import (
    cancel_visit,
    close_visit,
    do_visit,
    log_visit,
    move_visit,
    note_mileage_export,
    note_miles,
    note_visit,
    plan_round,
    plan_visit,
    share_visit,
)

__all__ = [
    "add_sensitive",
    "cancel_home_visit",
    "cancel_visit",
    "close_visit",
    "do_home_visit",
    "do_visit",
    "end_reader",
    "log_visit",
    "move_visit",
    "name_reader",
    "note_home_visit",
    "note_mileage_export",
    "note_miles",
    "note_visit",
    "open_sensitive",
    "plan_home_visit",
    "plan_round",
    "plan_visit",
    "set_policy",
    "share_visit",
    "visit_often",
    "work_out_cadences",
]
