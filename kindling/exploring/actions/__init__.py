"""Everything one does to find out: activities, interviews, shadow days, rehearsals."""

from kindling.exploring.actions.assigning import (
    answer_assignment,
    drop_assignment,
    give_activity,
    keep_activity,
    retire_activity,
    save_assignment,
)
from kindling.exploring.actions.choosing import add_question, choose_exploring, retire_question
from kindling.exploring.actions.deciding import (
    answer_as_host,
    answer_as_student,
    decide_shadow_day,
    hold_shadow_day,
    note_host_answer,
)
from kindling.exploring.actions.experiencing import (
    decline_experience,
    enter_experience,
    take_back_experience,
    verify_experience,
)
from kindling.exploring.actions.interviewing import (
    cancel_interview,
    change_questions,
    hold_interview,
    plan_interview,
    thank_for_interview,
)
from kindling.exploring.actions.planning import (
    allow_shadow_day,
    ask_again,
    cancel_shadow_day,
    note_word,
    plan_shadow_day,
    refuse_shadow_day,
    say_family,
    say_host,
)
from kindling.exploring.actions.rehearsing import (
    begin_rehearsal,
    mark_ready,
    return_rehearsal,
    write_rehearsal,
)
from kindling.exploring.actions.tending import tend_shadow_days, tend_shadow_days_of

__all__ = [
    "add_question", "allow_shadow_day", "answer_as_host", "answer_as_student",
    "answer_assignment", "ask_again", "begin_rehearsal", "cancel_interview", "cancel_shadow_day",
    "change_questions", "choose_exploring", "decide_shadow_day", "decline_experience",
    "drop_assignment", "enter_experience", "give_activity", "hold_interview", "hold_shadow_day",
    "keep_activity", "mark_ready", "note_host_answer", "note_word", "plan_interview",
    "plan_shadow_day", "refuse_shadow_day", "retire_activity", "retire_question",
    "return_rehearsal", "save_assignment", "say_family", "say_host", "take_back_experience",
    "tend_shadow_days", "tend_shadow_days_of", "thank_for_interview", "verify_experience",
    "write_rehearsal",
]  # fmt: skip
