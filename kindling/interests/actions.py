"""A student writes an interest down, puts it differently, shares it, lets it go.

The history says that it happened, never the words: private stays private.
"""

from __future__ import annotations

from datetime import date

from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.utils.translation import gettext as _

from kindling.history.steps import record
from kindling.interests import rules
from kindling.interests.models import EarlierWords, Interest
from kindling.kit.http import Refused, require
from kindling.schools.viewer import Viewer


@transaction.atomic
def add_interest(
    *,
    by: Viewer,
    words: str,
    why: str = "",
    area: str = "",
    since_on: date | None = None,
    came_from: Interest | None = None,
) -> Interest:
    """Write down an interest of the viewer's own, private until shared.

    came_from: another of their own that it grew out of, or took the place of.
    """
    student = rules.own_student(by)
    if student is None:
        raise PermissionDenied
    require(came_from is None or came_from.student_id == student.pk)
    interest: Interest = Interest.objects.create(
        school=by.school,
        student=student,
        words=words,
        why=why,
        area=area,
        since_on=since_on or by.school.today(),
        changed_at=by.school.now(),
        came_from=came_from,
    )
    record("interest.add", interest, by=by)
    return interest


@transaction.atomic
def change_interest(
    interest: Interest, *, by: Viewer, words: str, why: str, area: str, since_on: date
) -> None:
    """Put it differently. The earlier words stay readable to the student. Refused once it ended."""
    require(rules.may_change_interest(by, interest))
    _require_current(interest)
    now, facts = by.school.now(), {"words": words, "why": why, "area": area, "since_on": since_on}
    was = {name: getattr(interest, name) for name in facts}
    if was == facts:
        return
    if (interest.words, interest.why) != (words, why):
        EarlierWords.objects.create(
            school=by.school,
            interest=interest,
            words=interest.words,
            why=interest.why,
            until_at=now,
        )
    for name, value in facts.items():
        setattr(interest, name, value)
    interest.changed_at = now
    interest.save(update_fields=[*facts, "changed_at"])
    record("interest.change", interest, by=by, fields=[n for n in facts if was[n] != facts[n]])


@transaction.atomic
def share_interest(interest: Interest, *, by: Viewer) -> None:
    """Let the adults who work with the student read it from now on; twice is once."""
    require(rules.may_change_interest(by, interest))
    _require_current(interest)
    rows = Interest.objects.filter(pk=interest.pk, shared_on__isnull=True)
    if rows.update(shared_on=by.school.today()):
        interest.shared_on = by.school.today()
        record("interest.share", interest, by=by)


@transaction.atomic
def unshare_interest(interest: Interest, *, by: Viewer) -> None:
    """Keep it to oneself again; twice is once."""
    require(rules.may_change_interest(by, interest))
    rows = Interest.objects.filter(pk=interest.pk, shared_on__isnull=False)
    if rows.update(shared_on=None):
        interest.shared_on = None
        record("interest.unshare", interest, by=by)


@transaction.atomic
def end_interest(interest: Interest, *, by: Viewer) -> None:
    """It was an interest once. The student still reads it; nobody else does. Twice is once."""
    require(rules.may_change_interest(by, interest))
    today = by.school.today()
    if Interest.objects.filter(pk=interest.pk, ended_on__isnull=True).update(ended_on=today):
        interest.ended_on = today
        record("interest.end", interest, by=by)


def _require_current(interest: Interest) -> None:
    if interest.ended_on is not None:
        raise Refused(_("You ended this interest. Write it down again if it is back."))
