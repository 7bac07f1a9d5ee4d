"""Asked again before a letter leaves: may this person still have it?

Between a word and its letter lies a night, a dead gateway, a machine that translates. What holds
here is asked below; apps above add what they know (AppConfig.ready).
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date
from typing import Any

from django.utils.translation import gettext as _

from kindling.notices.asking import is_left_alone
from kindling.notices.kinds import ASKS, is_asked_for
from kindling.notices.models import Notice
from kindling.schools.models import Membership, Person
from kindling.schools.roles import STAFF

# Called with a letter about to leave; "" where it may, else the sentence for the outbox.
type Checks = Callable[[Notice], str]
# Called with the facts of a letter: public ids of the students it is about, without a statement.
type Abouts = Callable[[Mapping[str, Any]], list[str]]

_checks: list[Checks] = []
_abouts: list[Abouts] = []


def check_before(checks: Checks) -> None:
    """Let an app above be asked. The same function twice is one."""
    if checks not in _checks:
        _checks.append(checks)


def say_whom(abouts: Abouts) -> None:
    """Let an app above say whom the facts of a letter are about."""
    if abouts not in _abouts:
        _abouts.append(abouts)


def about_of(context: Mapping[str, Any]) -> list[str]:
    """Public ids of the students whom a letter is about."""
    return sorted({one for abouts in _abouts for one in abouts(context)})


def why_not_any_more(notice: Notice) -> str:
    """A sentence for the outbox where this letter must not leave; "" where it may.

    What somebody asked for a moment ago (a code, a new link) has asked already.
    """
    if is_asked_for(notice.kind):
        return ""
    own = (_rests, _left, *_checks)
    return next((why for check in own if (why := check(notice))), "")


def _rests(notice: Notice) -> str:
    if notice.kind in ASKS and is_left_alone(notice.person, notice.school.today()):
        return _("They asked to be left in peace, so nothing is asked of them.")
    return ""


def _left(notice: Notice) -> str:
    """Whoever worked here when it was written, and does no more; a letter after their end may go."""
    end = last_day_here(notice.person)
    written = notice.created_at.astimezone(notice.school.zone).date()
    today = notice.school.today()
    if end is not None and written <= end < today:
        return _("They work here no more.")
    return ""


def last_day_here(person: Person) -> date | None:
    """The last day of somebody who worked here and wears no hat after it; None for all others."""
    rows = list(Membership.objects.filter(person=person).values_list("role", "until_on"))
    if any(until is None for _role, until in rows):
        return None
    if not any(role in STAFF for role, _until in rows):
        return None
    return max(until for _role, until in rows if until is not None)
