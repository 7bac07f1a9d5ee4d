from kindling.questions.models.attachments import Attachment
from kindling.questions.models.packs import Answer, Pack, Question
from kindling.questions.models.pulses import Pulse, PulseRound

__all__ = ["Answer", "Attachment", "Pack", "Pulse", "PulseRound", "Question"]
