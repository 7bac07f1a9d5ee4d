"""What one does with the roll."""

from kindling.roll.actions.coding import ALWAYS, change_code, retire_code
from kindling.roll.actions.mending import close_days, fold_months, recompute_sums
from kindling.roll.actions.taking import mark_student, take_roll

__all__ = [
    "ALWAYS", "change_code", "close_days", "fold_months", "mark_student", "recompute_sums", "retire_code", "take_roll",
]  # fmt: skip
