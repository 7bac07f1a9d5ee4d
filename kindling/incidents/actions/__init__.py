"""The only writes about worries: the student's, the adults', the clock's."""

from kindling.incidents.actions.deciding import (
    add_reader,
    close_incident,
    double_visits,
    end_reader,
    name_against,
    pause_site,
    pause_there,
    reopen_incident,
    resume_there,
    tell_mentor,
)
from kindling.incidents.actions.escalating import escalate_worries, mind_worries
from kindling.incidents.actions.offering import change_plan, offer_adult, withdraw_adult
from kindling.incidents.actions.raising import add_words, open_incident, raise_worry
from kindling.incidents.actions.suspending import lift_suspension, suspend_mentor
from kindling.incidents.actions.writing import (
    answer_student,
    note_action,
    note_told,
    open_page,
    write_finding,
    write_note,
)

__all__ = [
    "add_reader",
    "add_words",
    "answer_student",
    "change_plan",
    "close_incident",
    "double_visits",
    "end_reader",
    "escalate_worries",
    "lift_suspension",
    "mind_worries",
    "name_against",
    "note_action",
    "note_told",
    "offer_adult",
    "open_incident",
    "open_page",
    "pause_site",
    "pause_there",
    "raise_worry",
    "reopen_incident",
    "resume_there",
    "suspend_mentor",
    "tell_mentor",
    "withdraw_adult",
    "write_finding",
    "write_note",
]
