"""The student lets somebody read one entry, and takes it back."""

from __future__ import annotations

from django.db import transaction
from django.utils.translation import gettext as _

from kindling.history.steps import record
from kindling.journals import rules
from kindling.journals.models import JournalEntry, JournalShare
from kindling.kit.http import Refused, require
from kindling.notices.actions import notify
from kindling.passes.actions import make_pass
from kindling.schools.viewer import Viewer

READABLE_DAYS = 30
Whom = JournalShare.Whom


@transaction.atomic
def share_entry(entry: JournalEntry, whom: str, *, by: Viewer) -> JournalShare:
    """Let family, the whole learning team or the mentor read it; nobody is told by Kindling.

    A mentor reads it only once somebody of the school passes it on. Sharing twice changes nothing.
    """
    require(rules.may_share(by, entry) and whom in Whom.values)
    share, made = JournalShare.objects.get_or_create(
        entry=entry, whom=whom, until_at=None,
        defaults={"school": by.school, "since_at": by.school.now()},
    )  # fmt: skip
    if made:
        record("journal.share", entry, by=by, whom=whom)
    return share


@transaction.atomic
def take_back(share: JournalShare, *, by: Viewer) -> None:
    """They read it no more; what a mentor's link showed is gone with it."""
    require(rules.may_share(by, share.entry))
    open_ = JournalShare.objects.filter(pk=share.pk, until_at__isnull=True)
    if not open_.update(until_at=by.school.now()):
        raise Refused(_("You have taken it back already."))
    record("journal.take_back", share.entry, by=by, whom=share.whom)


@transaction.atomic
def pass_on(share: JournalShare, *, by: Viewer) -> None:
    """Send a mentor the link to what a student wants them to read.

    Raises Refused without a mentor, and when it was passed on or taken back already.
    """
    require(share.whom == Whom.MENTOR and rules.guides(by, share.entry))
    student = share.entry.student
    place = rules.place_of(student)
    if place is None or place.mentor.suspended_at is not None:
        raise Refused(_("There is no mentor now to whom it can go."))
    now = by.school.now()
    open_ = JournalShare.objects.filter(pk=share.pk, until_at__isnull=True, passed_at__isnull=True)
    if not open_.update(passed_at=now, passed_by=by.person):
        raise Refused(_("It was sent already, or the student has taken it back."))
    subjects, days = [share.public_id], READABLE_DAYS
    held = make_pass(place.mentor, rules.READ_JOURNAL, subjects, by=by, days=days, about=student)
    told = {"first": student.first}
    notify(place.mentor, "journals/shared", told, by=by, link_id=held.public_id)
    record("journal.pass_on", share.entry, by=by, mentor=place.mentor.public_id)
