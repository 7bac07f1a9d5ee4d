"""What the registrar does about people and years."""

from kindling.enrollment.actions.joining import (
    add_guardian,
    end_adult,
    enrol_student,
    invite_person,
    move_student,
    readmit_student,
    withdraw_student,
)
from kindling.enrollment.actions.rolling import graduate_student, roll_over, undo_roll_over

__all__ = [
    "add_guardian", "end_adult", "enrol_student", "graduate_student", "invite_person",
    "move_student", "readmit_student", "roll_over", "undo_roll_over", "withdraw_student",
]  # fmt: skip
