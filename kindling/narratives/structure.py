"""The headings a school begins with. They are copied into its first round and edited there."""

from __future__ import annotations

from typing import NamedTuple

from django.utils.translation import gettext as _


class Heading(NamedTuple):
    """One heading, and how many words each voice aims for (0: it does not write there)."""

    title: str
    hint: str
    student_words: int
    advisor_words: int


def first_headings() -> list[Heading]:
    """Eight headings in the language that is active: strengths before needs, and no grades."""
    return [*_who(), *_what(), *_next()]


def _who() -> list[Heading]:
    strong = _("Begin with what is strong. How do you learn, and what has changed?")
    plan = _("What the plan for this term said, and why.")
    return [
        Heading(_("Who you are as a learner now"), strong, 150, 120),
        Heading(_("What you set out to do"), plan, 100, 80),
    ]


def _what() -> list[Heading]:
    did = _("Name two or three things. Cite what shows them.")
    grew = _("Where it was, where it is, what made it move.")
    said = _("What the mentor says, in their words.")
    being = _("Personal qualities and attendance, as they help or hinder learning.")
    return [
        Heading(_("What you did, and what shows it"), did, 0, 200),
        Heading(_("How you grew in each goal"), grew, 0, 200),
        Heading(_("The internship and the mentor’s view"), said, 0, 120),
        Heading(_("How you are with others, and being here"), being, 0, 100),
    ]


def _next() -> list[Heading]:
    ahead = _("One or two things, said so that they can be done.")
    change = _("Add each change below as a suggestion, too: the student decides.")
    return [
        Heading(_("What to work on"), ahead, 100, 100),
        Heading(_("What could change in the next plan"), change, 0, 80),
    ]
