"""Bring adults and students together, and say what a family is let into."""

from kindling.people.actions.care import allow_care_note, end_care_note
from kindling.people.actions.coming_of_age import (
    share_matter,
    share_only,
    stop_sharing,
    transfer_rights,
)
from kindling.people.actions.limits import lift_limit, limit_guardian, protect_contact
from kindling.people.actions.roster import (
    add_person,
    add_student,
    change_person,
    change_student,
    connect,
    disconnect,
    end_role,
    give_role,
)
from kindling.people.actions.settling import settle, settle_school, settle_what_ended

__all__ = [
    "add_person",
    "add_student",
    "allow_care_note",
    "change_person",
    "change_student",
    "connect",
    "disconnect",
    "end_care_note",
    "end_role",
    "give_role",
    "lift_limit",
    "limit_guardian",
    "protect_contact",
    "settle",
    "settle_school",
    "settle_what_ended",
    "share_matter",
    "share_only",
    "stop_sharing",
    "transfer_rights",
]
