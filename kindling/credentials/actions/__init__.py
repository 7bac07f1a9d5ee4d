"""Award, sign, revoke, share, ask a mentor, take everything along."""

from kindling.credentials.actions.awarding import (
    award_competency,
    award_graduation,
    award_internship,
    make_record,
)
from kindling.credentials.actions.endorsing import ask_endorsement, give_endorsement
from kindling.credentials.actions.issuing import issue_credential, publish_status
from kindling.credentials.actions.revoking import (
    revoke_credential,
    share_credential,
    stop_sharing,
)
from kindling.credentials.actions.taking import take_everything

__all__ = [
    "ask_endorsement", "award_competency", "award_graduation", "award_internship",
    "give_endorsement", "issue_credential", "make_record", "publish_status",
    "revoke_credential", "share_credential", "stop_sharing", "take_everything",
]  # fmt: skip
