"""By which way, when and in which mode something was said."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta

from django.utils.translation import gettext as _

from kindling.attendance import rules
from kindling.attendance.models import Day, Entry, Method
from kindling.kit.http import Refused, require
from kindling.placements.models import Placement
from kindling.schools.viewer import Viewer

AHEAD_OF_US = timedelta(minutes=2)  # a phone's clock may run ahead by so much
OLDEST = timedelta(days=7)  # a tap kept on a phone is taken for so long
LATE_NIGHT = timedelta(hours=4)  # after midnight one may still be leaving
AT_ONCE = timedelta(minutes=1)
Voice = Entry.Voice


@dataclass(frozen=True)
class How:
    """How a check-in or check-out was said. Whose word it is follows from `by`, never from here.

    `at` is when it was said, by a clock that was put right; None: now. `arrived_at` is when it
    reached us; None: now. `mode` is one of Day.Mode, "" where nobody said it.
    """

    method: Method = Method.PAGE
    at: datetime | None = None
    arrived_at: datetime | None = None
    at_site: str = Day.AtSite.UNKNOWN
    mode: str = ""

    @property
    def was_kept(self) -> bool:
        """A phone kept it until there was a network: it may come after what others said."""
        return self.at is not None and self.method in {Method.OFFLINE, Method.SITE_CODE}

    def said_at(self, now: datetime) -> datetime:
        """When it was said, never in the future. Raises Refused for a time no phone can mean."""
        at = self.at or now
        if at > now + AHEAD_OF_US:
            raise Refused(_("This time is still to come. Set the clock of your phone right."))
        if at < now - OLDEST:
            raise Refused(_("This is more than a week old. Tell your advisor when you were there."))
        return min(at, now).astimezone(now.tzinfo)

    def arrival(self, now: datetime) -> datetime | None:
        """When it reached us; None when that was at once."""
        arrived = self.arrived_at or now
        return arrived if arrived - self.said_at(now) > AT_ONCE else None


def needs_line(mode: str) -> bool:
    """Away from the place nobody sees the work: a line says what was done."""
    return mode in {Day.Mode.REMOTE, Day.Mode.FAMILY}


def voice_of(by: Viewer, placement: Placement) -> Voice:
    """Whose word this is. Raises PermissionDenied (403) for everybody who has none."""
    if rules.may_check_in(by, placement):
        return Voice.STUDENT
    if rules.may_confirm(by, placement):
        return Voice.MENTOR
    require(rules.may_check_in_for(by, placement.student))
    return Voice.STAFF


def method_of(voice: Voice, how: How) -> Method:
    """An adult's word is an adult's word, by whatever way it came."""
    own = {Voice.MENTOR: Method.MENTOR, Voice.STAFF: Method.STAFF}
    return own.get(voice, how.method)
