"""The classes, topics and ends that a record.toml may name, in words for everybody."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _


class Clock(StrEnum):
    """From when the months of an end are counted."""

    LEFT = "left"  # the student's last day
    ENDED = "ended"  # the person's last hat or connection here
    NAMED = "named"  # a person, a file: when nothing that is kept names it any more
    WRITTEN = "written"  # the row's own moment (`since` names the field)
    PARENT = "parent"  # goes with what it belongs to
    NEVER = "never"  # no person's: kept while the school works with Kindling
    MACHINE = "machine"  # the machine clears it away by itself within days


@dataclass(frozen=True)
class Keep:
    """How long: `months` after the clock's day. A school may change them from `least` on."""

    clock: Clock
    months: int
    label: str | Promise
    least: int = 0
    is_own: bool = False  # a student's own work: they may keep it on, or end it sooner


# Years are those of a common state schedule (603 CMR 23.06): a transcript sixty years, the rest of
# a record seven. What the law does not ask for goes sooner.
KEEPS: dict[str, Keep] = {
    "lasting": Keep(Clock.LEFT, 720, _("What proves the schooling"), least=720),
    "record": Keep(Clock.LEFT, 84, _("The school record"), least=12),
    "work": Keep(Clock.LEFT, 84, _("The student’s own work"), least=12, is_own=True),
    "private": Keep(Clock.LEFT, 6, _("What was between two")),
    "care": Keep(Clock.LEFT, 12, _("Care and family")),
    "contact": Keep(Clock.ENDED, 24, _("How to reach people"), least=6),
    "trail": Keep(Clock.WRITTEN, 84, _("Who did what"), least=12),
    # Longer than anybody learns here, and seven years: no student's part goes with it too early.
    "group": Keep(Clock.WRITTEN, 168, _("What many did together"), least=60),
    "letters": Keep(Clock.WRITTEN, 12, _("Letters, links and sign-ins"), least=3),
    "files": Keep(Clock.WRITTEN, 6, _("Files that were handed in to be read"), least=1),
    "named": Keep(Clock.NAMED, 0, _("What other things name: people, files")),
    "parent": Keep(Clock.PARENT, 0, _("Goes with what it belongs to")),
    "school": Keep(Clock.NEVER, 0, _("The school’s own")),
    "machine": Keep(Clock.MACHINE, 0, _("The machine’s own")),
}


CLASSES: dict[str, str | Promise] = {
    "public": _("Anybody may read it"),
    "directory": _("Directory"),  # of a student; a family may say no
    "record": _("School record"),  # of a student
    "sensitive": _("Sensitive"),  # of anybody: health, home, harm, secrets, private words
    "adult": _("About a grown-up"),  # who is no student: guardian, mentor, staff
    "school": _("The school’s own"),  # no person's, and not published
    "technical": _("Technical"),  # keys, counters, states of the machine
}


@dataclass(frozen=True)
class Topic:
    """One heading of the published schedule. `what` says what is kept, `why` what for."""

    label: str | Promise
    what: str | Promise
    why: str | Promise


TOPICS: dict[str, Topic] = {
    "who": Topic(
        _("Who you are"),
        _("Names, grade, birthday, contacts, family, advisor and the days you came and left."),
        _("To know who learns here and whom to call."),
    ),
    "days": Topic(
        _("Your days"),
        _("Check-ins, hours, absences and the school day. Never where your phone is."),
        _("To know that you are safe, and to count your hours."),
    ),
    "places": Topic(
        _("Internships"),
        _("Interests, places you asked for, talks with mentors, agreements and visits."),
        _("To find a place that fits and to keep it safe."),
    ),
    "plan": Topic(
        _("Plans and projects"),
        _("Learning plans, goals, projects, meetings, courses and advisory circles."),
        _("To plan what you learn and to see that it happens."),
    ),
    "work": Topic(
        _("Your work"),
        _("Evidence, photos, films, portfolio and exhibitions."),
        _("To show what you can do. It is yours: you may take it with you."),
    ),
    "marks": Topic(
        _("What the school says of your work"),
        _("Judgements, narratives, credits, transcripts and credentials."),
        _("To prove what you learned, also years later."),
    ),
    "care": Topic(
        _("Care"),
        _("Care notes, worries, incidents, support and home visits."),
        _("To keep you safe and well. Few people read it."),
    ),
    "private": Topic(
        _("Private words"),
        _("Journals and what is between you and your advisor."),
        _("To think in peace."),
    ),
    "letters": Topic(
        _("Letters and links"),
        _("Letters and text messages that were sent, and links that open a page."),
        _("To reach you, and to show later that you were told."),
    ),
    "trail": Topic(
        _("Who did what"),
        _("Who changed something, who was given something, who agreed."),
        _("To answer for what happened."),
    ),
    "partners": Topic(
        _("Places and mentors"),
        _("Organisations, places, mentors, their checks and how to reach them."),
        _("To know with whom students work."),
    ),
    "access": Topic(
        _("Signing in"),
        _("Accounts, devices and sign-ins. Passwords only as a code nobody can read."),
        _("To let the right people in."),
    ),
    "school": Topic(
        _("The school’s own"),
        _("Calendar, goals, rubrics, checklists and choices of the school."),
        _("To run the school. It tells of no student."),
    ),
    "machine": Topic(
        _("The machine’s own"),
        _("Tasks, counters and copies that make pages fast."),
        _("To work. It is cleared away by itself."),
    ),
}


def keep_of(name: str) -> Keep:
    """The end with this name; a KeyError for another name."""
    return KEEPS[name]


def months_of(name: str, chosen: dict[str, Any] | None = None) -> int:
    """How many months this end has, with what a school chose (name → months)."""
    return int((chosen or {}).get(name, KEEPS[name].months))
