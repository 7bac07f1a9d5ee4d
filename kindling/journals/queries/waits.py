"""What waits: entries nobody has read, answers a student has not opened, words to pass on."""

from __future__ import annotations

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from kindling.journals import rules
from kindling.journals.models import JournalEntry, JournalShare, JournalSum
from kindling.kit.addresses import url
from kindling.kit.waits import HoldsUp, Wait
from kindling.schools.roles import Role
from kindling.schools.viewer import Viewer

MOST = 50


def waits(viewer: Viewer) -> list[Wait]:
    """One line for each student whose entries wait; for a student each answer. Two statements."""
    found: list[Wait] = []
    if viewer.is_a(Role.ADVISOR):
        rows = rules.visible_sums(viewer).filter(waiting__gt=0).select_related("student__person")
        found += [_unread(one) for one in rows.order_by("waits_since", "pk")[:MOST]]
        found += [_to_pass(one) for one in rules.shares_to_pass(viewer)[:MOST]]
    if viewer.is_a(Role.STUDENT):
        news = rules.visible_entries(viewer).filter(student__person=viewer.person_id, has_news=True)
        found += [_answer(one) for one in news[:MOST]]
    return found[:MOST]


def _unread(one: JournalSum) -> Wait:
    say = ngettext(
        "Read %(num)s journal entry of %(name)s", "Read %(num)s journal entries of %(name)s",
        one.waiting,
    )  # fmt: skip
    return Wait(
        key=f"journal.read:{one.student.public_id}",
        say=say % {"num": one.waiting, "name": one.student.first},
        url=url("journals:of", one.student.public_id),
        holds_up=HoldsUp.STUDENT,
        since=one.waits_since or one.created_at,
        who=one.student.name,
        icon="notebook-pen",
    )


def _to_pass(one: JournalShare) -> Wait:
    first = one.entry.student.first
    return Wait(
        key=f"journal.pass:{one.public_id}",
        say=_("Send the mentor what %(name)s wants them to read") % {"name": first},
        url=one.entry.get_absolute_url(),
        holds_up=HoldsUp.STUDENT,
        since=one.since_at,
        who=one.entry.student.name,
        icon="notebook-pen",
    )


def _answer(one: JournalEntry) -> Wait:
    return Wait(
        key=f"journal.answer:{one.public_id}",
        say=_("Read the answer in your journal"),
        url=one.get_absolute_url(),
        holds_up=HoldsUp.NOBODY,
        since=one.at,
        icon="notebook-pen",
    )
