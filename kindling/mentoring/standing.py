"""How a mentor stands on a day: computed from what is there, so that nothing has to be kept true."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from kindling.mentoring.models import MentorPath
from kindling.ui.format import day as in_words


class Standing(StrEnum):
    """From the invitation to the end."""

    INVITED = "invited"
    APPLIED = "applied"
    DECLINED = "declined"
    CHECKING = "checking"
    CLEARED = "cleared"
    ORIENTED = "oriented"
    ACTIVE = "active"
    LAPSED = "lapsed"
    SUSPENDED = "suspended"
    RETIRED = "retired"


LABELS: dict[Standing, Any] = {
    Standing.INVITED: gettext_lazy("Invited"),
    Standing.APPLIED: gettext_lazy("Waits for an answer"),
    Standing.DECLINED: gettext_lazy("Not now"),
    Standing.CHECKING: gettext_lazy("Check pending"),
    Standing.CLEARED: gettext_lazy("Check is good"),
    Standing.ORIENTED: gettext_lazy("Ready"),
    Standing.ACTIVE: gettext_lazy("Guides students"),
    Standing.LAPSED: gettext_lazy("Check ran out"),
    Standing.SUSPENDED: gettext_lazy("Suspended"),
    Standing.RETIRED: gettext_lazy("Retired"),
}
TONES: dict[Standing, str] = {
    Standing.INVITED: "quiet", Standing.APPLIED: "warn", Standing.DECLINED: "quiet",
    Standing.CHECKING: "info", Standing.CLEARED: "info", Standing.ORIENTED: "calm",
    Standing.ACTIVE: "good", Standing.LAPSED: "alert", Standing.SUSPENDED: "alert",
    Standing.RETIRED: "quiet",
}  # fmt: skip


@dataclass(frozen=True)
class Check:
    """The background check: is it asked here, until when is the best one good."""

    is_asked: bool = False
    was_good: bool = False  # one was checked and found good, once
    until: date | None = None  # the last day of the best; None with `was_good`: without an end

    def holds(self, on: date) -> bool:
        return self.was_good and (self.until is None or self.until >= on)


@dataclass(frozen=True)
class Facts:
    """What a standing is made of."""

    on: date
    path: str = ""  # a MentorPath.State, or "" for who was here before there was a path
    is_suspended: bool = False
    check: Check = Check()
    oriented_on: date | None = None
    interns: int = 0

    @property
    def standing(self) -> Standing:
        """The gravest thing first."""
        states = MentorPath.State
        if self.is_suspended:
            return Standing.SUSPENDED
        if self.path in (states.RETIRED, states.DECLINED, states.INVITED, states.APPLIED):
            return Standing(self.path)
        if self.check.is_asked and not self.check.holds(self.on):
            return Standing.LAPSED if self.check.was_good else Standing.CHECKING
        if self.interns:
            return Standing.ACTIVE
        return Standing.ORIENTED if self.oriented_on else Standing.CLEARED

    @property
    def label(self) -> str:
        return str(LABELS[self.standing])

    @property
    def tone(self) -> str:
        return TONES[self.standing]


def may_still(facts: Facts) -> str:
    """What a mentor may do now, in a sentence to them; "" where nothing has to be said."""
    until = in_words(facts.check.until) if facts.check.until else ""
    said: dict[Standing, Any] = {
        Standing.INVITED: _(
            "The school invites you. Tell it a little about yourself; then it answers."
        ),
        Standing.APPLIED: _("The school reads what you wrote, and answers you."),
        Standing.CHECKING: _(
            "The school has your background checked. Meanwhile you can do the orientation. No student starts with you before the check is good."
        ),
        Standing.LAPSED: _(
            "Your background check ran out on %(day)s. Whoever learns with you goes on: you may confirm days, write and read. Nobody new starts with you until it is renewed. The school has been told."
        )
        % {"day": until},
        Standing.CLEARED: _("Ten minutes of orientation are left, then all is ready."),
        Standing.ORIENTED: _(
            "All is ready. The school calls you when a student would like to come."
        ),
    }
    return str(said.get(facts.standing, ""))
