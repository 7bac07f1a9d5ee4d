"""Everything one does about a project."""

from kindling.projects.actions.beginning import (
    begin_project,
    book_setup,
    hold_meeting,
    join_project,
    leave_project,
    plan_project,
)
from kindling.projects.actions.choosing import choose_projects
from kindling.projects.actions.deciding import (
    approve_project,
    drop_project,
    propose_project,
    reopen_project,
    return_project,
    take_up_project,
)
from kindling.projects.actions.ending import (
    Said,
    close_project,
    deliver_project,
    judge_project,
    redo_project,
    write_reflection,
)
from kindling.projects.actions.telling import ask_mentor, send_link
from kindling.projects.actions.templates import (
    copy_template,
    keep_template,
    retire_template,
    share_template,
)
from kindling.projects.actions.tending import tend_projects, tend_projects_of
from kindling.projects.actions.working import (
    add_draft,
    add_step,
    finish_step,
    give_feedback,
    move_step,
    note_check,
    note_service,
    remove_step,
    show_mentor,
    write_draft,
)
from kindling.projects.actions.writing import (
    add_standard,
    answer_suggestion,
    choose_goals,
    end_standard,
    set_due,
    suggest_words,
    write_proposal,
)

__all__ = [
    "Said", "add_draft", "add_standard", "add_step", "answer_suggestion", "approve_project",
    "ask_mentor", "begin_project", "book_setup", "choose_goals", "choose_projects", "close_project",
    "copy_template", "deliver_project", "drop_project", "end_standard", "finish_step",
    "give_feedback", "hold_meeting", "join_project", "judge_project", "keep_template",
    "leave_project", "move_step", "note_check", "note_service", "plan_project", "propose_project",
    "redo_project", "remove_step", "reopen_project", "retire_template", "return_project", "send_link",
    "set_due", "share_template", "show_mentor", "suggest_words", "take_up_project",
    "tend_projects", "tend_projects_of", "write_draft", "write_proposal", "write_reflection",
]  # fmt: skip
