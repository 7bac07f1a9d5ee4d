"""Thank a mentor: write, give back, send. Nothing leaves without somebody of the school."""

from __future__ import annotations

from typing import Any

from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.utils.translation import gettext as _

from kindling.history.steps import record, take_step, too_late
from kindling.kit.http import Refused, require
from kindling.notices.actions import notify, notify_many
from kindling.notices.asking import refuse_left_alone
from kindling.passes.actions import make_pass
from kindling.people.rules import is_own
from kindling.placements.audience import advisors_of, coordinators_of
from kindling.placements.models import Placement
from kindling.schools.inside import inside
from kindling.schools.models import Person, SchoolYear
from kindling.schools.viewer import Viewer
from kindling.thanks import rules
from kindling.thanks.models import Thanks

READABLE_DAYS = 365  # so long the mentor's link opens the letter


@transaction.atomic
def write_thanks(placement: Placement, words: str, *, by: Viewer) -> Thanks:
    """A student's words wait for a reader; whoever guides them sends their own at once.

    Written again before it left, it takes the place of what was there.
    """
    require(rules.may_write(by, placement) and placement.school_id == by.school.pk)
    words = _words(words)
    own = is_own(by, placement.student)
    thanks, made = Thanks.objects.get_or_create(
        placement=placement, by=_person(by),
        defaults={
            "school": by.school, "mentor": placement.mentor, "words": words,
            "student": placement.student if own else None,
        },
    )  # fmt: skip
    if made:
        record("thanks.write", thanks, by=by)
    else:
        take_step(thanks, "hand_in", by=by, words=words)
    if own:
        _tell_readers(thanks, by=by)
    else:
        send_thanks(thanks, by=by)
    return thanks


@transaction.atomic
def return_thanks(thanks: Thanks, reply: str, *, by: Viewer) -> None:
    """Give it back to the student with a word."""
    require(rules.may_decide(by, thanks))
    if not reply.strip():
        raise Refused(_("Write what to look at again."))
    take_step(thanks, "return", by=by, reply=reply.strip())
    with inside(by.school):
        url = thanks.get_absolute_url()
    notify(thanks.by, "thanks/returned", {"thanks": thanks}, by=by, url=url)


@transaction.atomic
def send_thanks(
    thanks: Thanks, *, by: Viewer, staff_words: str = "", read: str | None = None
) -> None:
    """Send it with the hours and the name of whoever read it. It is kept as it left.

    read: the stamp of the words they read. Raises Refused when the student wrote others since.
    """
    require(rules.may_decide(by, thanks))
    fresh = Thanks.objects.select_for_update().get(pk=thanks.pk)
    if read is not None and read != fresh.stamp:
        raise too_late(fresh)
    let_leave(thanks, rules.minutes_for(_placement(thanks)), staff_words, by=by)


@transaction.atomic
def thank_for_year(
    mentor: Person, year: SchoolYear, words: str, *, minutes: int, by: Viewer
) -> Thanks:
    """The school's yearly letter. Raises Refused when this year's has left already."""
    require(rules.thanks_for_years(by) and mentor.school_id == year.school_id == by.school.pk)
    words = _words(words)
    thanks, made = Thanks.objects.get_or_create(
        mentor=mentor, year=year,
        defaults={"school": by.school, "by": _person(by), "words": words},
    )  # fmt: skip
    if not made:
        raise Refused(_("%(name)s has this year’s letter already.") % {"name": mentor.name})
    let_leave(thanks, minutes, "", by=by)
    return thanks


def let_leave(thanks: Thanks, minutes: int, staff_words: str, *, by: Viewer) -> None:
    """Sign it and send it, for actions that have asked whether one may."""
    mentor = thanks.mentor
    if mentor.suspended_at is not None:
        told = {"name": mentor.name}
        raise Refused(_("%(name)s works with no students for now. No letter leaves.") % told)
    refuse_left_alone(mentor, by.school)
    changes: dict[str, Any] = {
        "minutes": minutes,
        "staff_words": staff_words.strip(),
        "staff": _person(by),
    }
    take_step(thanks, "send", by=by, sent_on=by.school.today(), **changes)
    held = make_pass(
        mentor, rules.READ_THANKS, [thanks.public_id], by=by, days=READABLE_DAYS,
        about=thanks.placement.student if thanks.placement else None,
    )  # fmt: skip
    first = thanks.placement.student.first if thanks.placement else ""
    context = {"thanks": thanks, "first": first}
    notify(mentor, "thanks/letter", context, by=by, link_id=held.public_id)


def _tell_readers(thanks: Thanks, *, by: Viewer) -> None:
    """The student's advisors, else the coordinators."""
    today, placement = by.school.today(), _placement(thanks)
    readers = list(advisors_of(placement.student, today)) or list(coordinators_of(by.school, today))
    with inside(by.school):
        url = thanks.get_absolute_url()
    context = {"thanks": thanks, "student": placement.student}
    notify_many(readers, "thanks/waiting", context, by=by, url=url)


def _placement(thanks: Thanks) -> Placement:
    if thanks.placement is None:
        raise PermissionDenied
    return thanks.placement


def _person(by: Viewer) -> Person:
    if by.person is None:
        raise PermissionDenied
    return by.person


def _words(words: str) -> str:
    words = words.strip()
    if not words:
        raise Refused(_("Write a few words first."))
    return words
