"""What a student drafts, what a school certifies, and to whom it is sent."""

from kindling.transcripts.models.certified import Kind, Transcript, TranscriptPaper
from kindling.transcripts.models.drafts import Draft, Picked, SchoolProfile
from kindling.transcripts.models.sending import Sending, Sent

__all__ = [
    "Draft", "Kind", "Picked", "SchoolProfile", "Sending", "Sent", "Transcript", "TranscriptPaper",
]  # fmt: skip
