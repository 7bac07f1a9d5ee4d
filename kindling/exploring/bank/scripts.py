"""What to say on the first call, in the first letter, at the door; and what to look at before."""

from __future__ import annotations

from dataclasses import dataclass

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _


@dataclass(frozen=True)
class Line:
    """One part of what is said: what it is for, and how it could sound."""

    key: str
    label: Promise
    example: Promise


WHO = Line(
    "who", _("Say who you are"),
    _("Hello, my name is … I am a student at … May I take two minutes?"),
)  # fmt: skip
WHY = Line(
    "why", _("Say why you come to them"),
    _("I saw … and I would like to understand how you do it."),
)  # fmt: skip
ASK = Line(
    "ask", _("Ask for something small"),
    _("Could I come for fifteen minutes and ask you about your work?"),
)  # fmt: skip
WHEN = Line("when", _("Say when you can"), _("I am free on Tuesdays and Thursdays until two."))
NO = Line(
    "no", _("If they say no"),
    _("Thank you for telling me. Do you know somebody else I could ask?"),
)  # fmt: skip
THANKS = Line(
    "thanks", _("Thank them and say what comes next"), _("Thank you. I will … by Friday.")
)
SUBJECT = Line("subject", _("The subject line"), _("A student’s question about your work"))

SCRIPTS: dict[str, tuple[Line, ...]] = {
    "call": (WHO, WHY, ASK, WHEN, NO, THANKS),
    "email": (SUBJECT, WHO, WHY, ASK, WHEN, THANKS),
    "visit": (WHO, WHY, ASK, WHEN, NO, THANKS),
}

ALOUD = ("aloud", _("I said it aloud twice, once to somebody."))
NAME = ("name", _("I know whom I ask for, and how to say the name."))
PAPER = ("paper", _("Paper and pen lie in front of me."))
FREE = ("free", _("I know my free days and times."))
QUIET = ("quiet", _("I am in a quiet place, and the phone is charged."))
READ = ("read", _("Somebody else has read it, also for spelling."))
REACH = ("reach", _("My own name, school and address to answer to stand in it."))
LOOKED = ("looked", _("I looked up what they do, and when they are open."))
DRESSED = ("dressed", _("I know what to wear, and how to get there in time."))

CHECKS: dict[str, tuple[tuple[str, Promise], ...]] = {
    "call": (LOOKED, NAME, ALOUD, QUIET, PAPER, FREE),
    "email": (LOOKED, NAME, READ, REACH, FREE),
    "visit": (LOOKED, NAME, ALOUD, DRESSED, FREE),
}
