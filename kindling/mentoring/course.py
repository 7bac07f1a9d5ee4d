"""The orientation of a mentor: six short chapters, ten minutes, read by a link.

Other words need another VERSION: who read the earlier ones did not read these.
"""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from typing import Any

from django.utils.translation import gettext_lazy as _

VERSION = 1


@dataclass(frozen=True)
class Chapter:
    """A heading and two or three short paragraphs."""

    key: str
    title: Any
    words: tuple[Any, ...]


CHAPTERS: tuple[Chapter, ...] = (
    Chapter(
        "teens", _("Working with a teenager"),
        (
            _("Your intern chose your work because it interests them. They are learning how to be at work at all: being on time, asking, waiting, starting again."),
            _("Say what you want in small steps, show it once, let them try, then say what was good before what was not. Tell them why a thing matters. Silence is often shyness."),
        ),
    ),
    Chapter(
        "work", _("Real work that teaches"),
        (
            _("An intern does real tasks, and a project that somebody will use. They do not replace somebody you would pay, and not every day is filing."),
            _("Decide together what good work looks like, in your own words. Their advisor visits you, and you can call the advisor at any time."),
        ),
    ),
    Chapter(
        "safety", _("Safe every day"),
        (
            _("Show the doors, the first aid box and what nobody touches, on the first day. What the school’s list of hazards forbids is forbidden, also when the intern would like it."),
            _("If somebody is hurt: help first, then call emergency services, then the school. If your intern does not come and nobody told you, say so within the hour."),
        ),
    ),
    Chapter(
        "conduct", _("Near, and never too near"),
        (
            _("Be where others can see or hear you. No closed door with one student, no lift in your car without the family’s written yes, no gifts that would have to be kept quiet."),
            _("No touch that is not needed for the work, no jokes about bodies or love, no drink or drugs. If something feels wrong to you or to them, call the school the same day. You need no proof."),
        ),
    ),
    Chapter(
        "messages", _("Messages go through the school"),
        (
            _("You and your intern do not write to each other alone: no private number, no social network. Use the school’s messages; somebody of the school reads along, always."),
            _("That protects the student, and it protects you."),
        ),
    ),
    Chapter(
        "private", _("What stays with you"),
        (
            _("You know your intern’s first name, days and goals. What you see or hear of their family, health or papers stays with you and the school. No photos of them without the school’s yes."),
            _("If a student tells you that somebody harms them, do not promise to keep it. Listen, and call the school at once."),
        ),
    ),
)  # fmt: skip
KEYS = tuple(one.key for one in CHAPTERS)


def stamp() -> str:
    """The SHA-256 of the words in the language of now."""
    words = "\n".join(str(part) for one in CHAPTERS for part in (one.title, *one.words))
    return hashlib.sha256(words.encode()).hexdigest()
