"""Judging well: sittings in which a sample is marked again, blind, and talked about."""

from kindling.moderation.models.exemplars import Exemplar
from kindling.moderation.models.profiles import Assessor, FrameWord, Profile, ProfileChoice
from kindling.moderation.models.sittings import Marking, Present, Sampled, Sitting

__all__ = [
    "Assessor", "Exemplar", "FrameWord", "Marking", "Present", "Profile", "ProfileChoice",
    "Sampled", "Sitting",
]  # fmt: skip
