"""What is asked when an item is handed in. Answers are kept as text, by key."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from django.utils.translation import gettext_lazy as _

YES, NO = "yes", "no"
YES_NO: tuple[tuple[str, Any], ...] = ((YES, _("Yes")), (NO, _("No")))


@dataclass(frozen=True)
class Question:
    """One question. kind: "yes" (yes or no), "pick", "text", "tick" (must be ticked).

    good: the answers with which the item can be taken; empty when every answer will do.
    is_line: a text of one line, such as a name.
    """

    key: str
    label: Any
    kind: str = "yes"
    choices: tuple[tuple[str, Any], ...] = YES_NO
    good: tuple[str, ...] = ()
    required: bool = True
    is_line: bool = False


def tick(key: str, label: Any) -> Question:
    """A statement somebody stands behind."""
    return Question(key, label, "tick", good=(YES,))


def text(key: str, label: Any, *, required: bool = True, is_line: bool = False) -> Question:
    return Question(key, label, "text", required=required, is_line=is_line)


COVERERS = (
    ("site", _("The site")),
    ("school", _("The school")),
    ("district", _("The district")),
    ("other", _("Somebody else")),
)
WAYS = (
    ("walk", _("On foot or by bike")),
    ("transit", _("Bus or train")),
    ("family", _("The family drives")),
    ("school", _("The school drives")),
    ("mentor", _("The mentor drives")),
    ("self", _("The student drives")),
)
NEEDS = (
    ("nothing", _("Nothing")),
    ("pass", _("A bus or train pass")),
    ("ride", _("A ride")),
)

QUESTIONS: dict[str, list[Question]] = {
    "agreement": [text("note", _("Who signed, and on which day"), required=False)],
    "plan": [text("note", _("What the student will learn"), required=False)],
    "consent": [
        tick("yes", _("I am the parent or guardian, and I agree that the student goes there.")),
        text("name", _("Your name, as a signature"), is_line=True),
    ],
    "emergency": [tick("on_file", _("Emergency contacts and what a doctor must know are on file."))],
    "insurance": [
        Question("liability", _("Who carries liability insurance?"), "pick", COVERERS),
        Question("compensation", _("Who carries workers’ compensation?"), "pick", COVERERS),
        text("insurer", _("Insurer and number"), required=False),
    ],
    "coverage": [
        Question("compensation", _("Who carries workers’ compensation?"), "pick", COVERERS),
        text("note", _("Note"), required=False),
    ],
    "check": [
        Question(
            "outcome", _("What is the outcome?"), "pick",
            (
                ("clear", _("Clear")),
                ("exempt", _("Not asked for here, and we know why")),
                ("not_clear", _("Not clear")),
            ),
            good=("clear", "exempt"),
        ),
        text("kind", _("Which check, and by whom")),
    ],
    "orientation": [
        tick("conduct", _("I know how adults behave with students here, and I keep to it.")),
        tick("private", _("What I learn about a student stays with me and the school.")),
        tick("copied", _("I write to a student only where somebody from school reads along.")),
        tick("alone", _("I know whom to call at school, and I call when I am worried.")),
    ],
    "visit": [
        Question("walked", _("Did you walk through the rooms where the student will be?"), good=(YES,)),
        Question("exits", _("Are exits clear, and the way out and the meeting point known?"), good=(YES,)),
        Question("aid", _("Is it known where first aid is, and who gives it?"), good=(YES,)),
        Question("watch", _("Does a named adult watch over the student all the time?"), good=(YES,)),
        Question("gear", _("Is there what the student must wear or be shown first?"), good=(YES,)),
        Question("open", _("Is nobody alone with a student behind a closed door?"), good=(YES,)),
        text("on", _("When, and who was there")),
        text("mend", _("What must be mended first"), required=False),
    ],
    "control": [
        text("measures", _("What keeps students away from each risk")),
        text("who", _("Who sees to it at the site")),
    ],
    "learner": [
        tick("programme", _("The student is enrolled in a course of study with this training.")),
        tick("written", _("There is a written agreement, signed by the site and the school.")),
        tick("incidental", _("The dangerous work is incidental to the training.")),
        tick("intermittent", _("It is done now and then, and for short periods.")),
        tick("watched", _("A qualified person is close by and watches.")),
        tick("taught", _("Safety is taught by the school and carried on at the site.")),
    ],
    "permit": [
        Question(
            "permit", _("Work permit"), "pick",
            (("attached", _("It is attached")), ("none", _("This state asks for none here"))),
        ),
    ],
    "hours": [
        Question(
            "keeps", _("How do the planned days stand to the limits?"), "pick",
            (
                ("limits", _("They keep to the limits")),
                ("programme", _("They are part of an approved work experience programme")),
                ("no", _("They do not keep to the limits")),
            ),
            good=("limits", "programme"),
        ),
    ],
    "factors": [
        Question("pay", _("Do both sides understand that there is no pay?")),
        Question("training", _("Is it training as a school would give it?")),
        Question("course", _("Is it tied to the student’s courses or credit?")),
        Question("calendar", _("Does it follow the school calendar?")),
        Question("length", _("Does it last only as long as the student learns from it?")),
        Question("beside", _("Does the student work beside paid staff and not in their place?")),
        Question("after", _("Do both sides understand that no job is promised afterwards?")),
        text("note", _("What speaks for it, what against")),
    ],
    "travel": [
        Question("way", _("How does the student get there?"), "pick", WAYS),
        Question("needs", _("What does the student need for it?"), "pick", NEEDS),
        text("driver", _("Who drives"), required=False, is_line=True),
        Question("allowed", _("Has the family agreed to this way?"), good=(YES,)),
        text("backup", _("What if that fails one day?")),
    ],
}  # fmt: skip

PAPER = [text("note", _("Note"), required=False)]


def questions_of(item: str) -> list[Question]:
    """Return what is asked along with this item; the hazard screen's come from the packs."""
    return QUESTIONS.get(item, PAPER)


def falls_short(item: str, answers: Mapping[str, str]) -> list[Question]:
    """Return the questions whose answer keeps the item from being taken."""
    return [
        one for one in questions_of(item) if one.good and answers.get(one.key, "") not in one.good
    ]
