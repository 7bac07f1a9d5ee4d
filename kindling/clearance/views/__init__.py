"""Pages of clearance."""

from kindling.clearance.views.boards import board, remind, site
from kindling.clearance.views.checklists import checklist
from kindling.clearance.views.handing import hand_in, hand_in_at, set_pay
from kindling.clearance.views.proofs import proof, proof_file, reject_proof, verify_proof
from kindling.clearance.views.settings import drop_rule, own_rule, school_rules

__all__ = [
    "board",
    "checklist",
    "drop_rule",
    "hand_in",
    "hand_in_at",
    "own_rule",
    "proof",
    "proof_file",
    "reject_proof",
    "remind",
    "school_rules",
    "set_pay",
    "site",
    "verify_proof",
]
