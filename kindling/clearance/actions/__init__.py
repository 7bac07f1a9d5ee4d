"""All that changes what is asked and what was handed in."""

from kindling.clearance.actions.choosing import (
    FIELDS,
    choose_packs,
    drop_own_rule,
    keep_own_rule,
    set_pay,
)
from kindling.clearance.actions.deciding import reject_proof, verify_proof
from kindling.clearance.actions.expiring import warn_of_expiry
from kindling.clearance.actions.handing import hand_in, put_on_file
from kindling.clearance.actions.reminding import remind

__all__ = [
    "FIELDS",
    "choose_packs",
    "drop_own_rule",
    "hand_in",
    "keep_own_rule",
    "put_on_file",
    "reject_proof",
    "remind",
    "set_pay",
    "verify_proof",
    "warn_of_expiry",
]
