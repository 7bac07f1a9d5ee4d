"""What a school may ask for before a student goes somewhere: one entry for each kind of item.

A rule pack asks for items by these names. A school's own items ("own-…") are papers like any other.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from django.utils.translation import gettext_lazy as _


class Stage(StrEnum):
    """What the student is about to do, the lightest first."""

    INTERVIEW = "interview"
    SHADOW = "shadow"
    INTERNSHIP = "internship"


class On(StrEnum):
    """What an item hangs on."""

    STUDENT = "student"
    MENTOR = "mentor"
    SITE = "site"
    PLACE = "place"
    PAIR = "pair"  # this student at this place


class Holder(StrEnum):
    """Who hands an item in."""

    STUDENT = "student"
    FAMILY = "family"
    MENTOR = "mentor"
    ADVISOR = "advisor"
    COORDINATOR = "coordinator"
    PRINCIPAL = "principal"


STAGES = list(Stage)
STAGE_LABELS: dict[str, Any] = {
    Stage.INTERVIEW: _("Interview"),
    Stage.SHADOW: _("Shadow day"),
    Stage.INTERNSHIP: _("Internship"),
}
ON_LABELS: dict[str, Any] = {
    On.STUDENT: _("The student"),
    On.MENTOR: _("The mentor"),
    On.SITE: _("The site"),
    On.PLACE: _("The place, for all who go there"),
    On.PAIR: _("This student at this place"),
}
HOLDER_LABELS: dict[str, Any] = {
    Holder.STUDENT: _("The student"),
    Holder.FAMILY: _("The family"),
    Holder.MENTOR: _("The mentor"),
    Holder.ADVISOR: _("The advisor"),
    Holder.COORDINATOR: _("The coordinator"),
    Holder.PRINCIPAL: _("The principal"),
}

NO, MAY, MUST = "no", "may", "must"
ALL, STAFF, KEEPERS = "all", "staff", "keepers"


@dataclass(frozen=True)
class Item:
    """One kind of item.

    file, until: whether a file and a last day are no part of it, may or must come with it.
    readers: who reads what was handed in; the state alone is open to all who see the subject.
    by_stage: a yes to a shadow day is none to an internship.
    """

    key: str
    label: Any
    on: On
    holder: Holder
    file: str = MAY
    until: str = MAY
    readers: str = ALL
    by_stage: bool = False
    hint: Any = ""


ITEMS: dict[str, Item] = {
    item.key: item
    for item in [
        Item(
            "agreement", _("Agreement"), On.PAIR, Holder.COORDINATOR,
            hint=_("Signed by the mentor, the school, the student and the family."),
        ),
        Item(
            "plan", _("Learning plan"), On.PAIR, Holder.ADVISOR,
            hint=_("What the student will learn there, in goals one can measure."),
        ),
        Item("consent", _("Family’s permission"), On.PAIR, Holder.FAMILY, by_stage=True),
        Item(
            "emergency", _("Emergency and medical form"), On.STUDENT, Holder.FAMILY, until=MAY,
            hint=_("That it is on file. What it says stays in the school’s own file."),
        ),
        Item(
            "insurance", _("Insurance and workers’ compensation"), On.SITE, Holder.COORDINATOR,
            until=MUST, readers=STAFF,
        ),
        Item(
            "check", _("Mentor’s background check"), On.MENTOR, Holder.COORDINATOR,
            file=NO, until=MUST, readers=KEEPERS,
            hint=_("The outcome and its last day. The report itself is never kept here."),
        ),
        Item("orientation", _("Mentor’s orientation"), On.MENTOR, Holder.MENTOR),
        Item("visit", _("Site safety visit"), On.SITE, Holder.COORDINATOR, readers=STAFF),
        Item(
            "hazards", _("Hazard screen"), On.PLACE, Holder.COORDINATOR, readers=STAFF,
            hint=_("Would a student at this place ever do or meet one of these?"),
        ),
        Item(
            "control", _("How risks are kept away"), On.PLACE, Holder.COORDINATOR, readers=STAFF,
            hint=_("Say what keeps students safe. The principal decides."),
        ),
        Item(
            "learner", _("Student-learner agreement"), On.PAIR, Holder.COORDINATOR, readers=STAFF,
        ),
        Item("permit", _("Work permit"), On.PAIR, Holder.FAMILY),
        Item("hours", _("Hours a young worker may work"), On.PAIR, Holder.ADVISOR, file=NO),
        Item("factors", _("Seven questions about unpaid work"), On.PAIR, Holder.COORDINATOR, file=NO,
             readers=STAFF),
        Item("travel", _("Travel plan"), On.PAIR, Holder.STUDENT),
        Item("coverage", _("Who covers the student"), On.PAIR, Holder.COORDINATOR, readers=STAFF),
    ]
}  # fmt: skip

# Decided by the principal alone, not by whoever keeps the paperwork.
PRINCIPAL_DECIDES = frozenset({"control", "learner"})
