from kindling.mentoring.actions.answering import accept_mentor, decline_mentor, retire_mentor
from kindling.mentoring.actions.inviting import (
    apply_to_mentor,
    invite_mentor,
    offer_oneself,
    send_page,
)
from kindling.mentoring.actions.lapsing import note_lapse
from kindling.mentoring.actions.learning import finish_orientation, read_chapter
from kindling.mentoring.actions.resting import ask_again, rest_mentor
from kindling.mentoring.actions.visiting import agree_visit, decline_visit, offer_visit
from kindling.mentoring.actions.writing import ask_call, write_about

__all__ = [
    "accept_mentor",
    "agree_visit",
    "apply_to_mentor",
    "ask_again",
    "ask_call",
    "decline_mentor",
    "decline_visit",
    "finish_orientation",
    "invite_mentor",
    "note_lapse",
    "offer_oneself",
    "offer_visit",
    "read_chapter",
    "rest_mentor",
    "retire_mentor",
    "send_page",
    "write_about",
]
