"""What one does about requirements; what counts besides hours is done in exploring."""

from kindling.exploring.actions import (
    decline_experience,
    enter_experience,
    take_back_experience,
    verify_experience,
)
from kindling.requirements.actions.ruling import copy_year, set_credit, set_requirements

__all__ = [
    "copy_year", "decline_experience", "enter_experience", "set_credit", "set_requirements",
    "take_back_experience", "verify_experience",
]  # fmt: skip
