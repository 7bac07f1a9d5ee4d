"""Concerns to answer, replies nobody has read; for a family the answers it has not said a word to."""

from __future__ import annotations

from django.db.models import Q
from django.utils.translation import gettext as _

from kindling.concerns import rules
from kindling.concerns.models import FamilyConcern, TellingReply
from kindling.kit.addresses import url
from kindling.kit.waits import MOST, HoldsUp, Wait
from kindling.schools.roles import Role
from kindling.schools.viewer import Viewer


def waits(viewer: Viewer) -> list[Wait]:
    """Two statements for staff and for families, none for others."""
    if viewer.purpose:
        return []
    found: list[Wait] = []
    if viewer.is_staff:
        found += [*_to_answer(viewer), *_replies(viewer)]
    if viewer.is_a(Role.GUARDIAN):
        found += _answers(viewer)
    if viewer.is_a(Role.GUARDIAN, Role.STUDENT):
        found += _told(viewer)
    return found


def _to_answer(viewer: Viewer) -> list[Wait]:
    """What one keeps; for a principal also what is late. No name but the child's."""
    rows = rules.visible_concerns(viewer).filter(state__in=FamilyConcern.OPEN)
    mine = Q(keeper=viewer.person_id)
    if viewer.is_a(Role.PRINCIPAL):
        mine |= Q(due_on__lt=viewer.school.today())
    return [
        Wait(
            key=f"concern.answer:{one.public_id}", url=one.get_absolute_url(),
            say=_("Talk with the family of %(name)s: they ask you to.") % {"name": one.student.first}
            if one.wants
            else _("Answer the family of %(name)s: they have a concern.")
            % {"name": one.student.first},
            holds_up=HoldsUp.FAMILY, since=one.at, who=one.student.name,
            icon="message-circle-warning",
        )
        for one in rows.filter(mine).order_by("due_on", "pk")[:MOST]
    ]  # fmt: skip


def _replies(viewer: Viewer) -> list[Wait]:
    return [
        Wait(
            key=f"telling.reply:{one.public_id}", url=_page_of(one),
            say=_("Somebody answered what you told them."), holds_up=HoldsUp.FAMILY, since=one.at,
            icon="message-circle",
        )
        for one in rules.waiting_replies(viewer).order_by("at", "pk")[:MOST]
    ]  # fmt: skip


def _page_of(reply: TellingReply) -> str:
    thing = reply.telling.incident or reply.telling.support
    return thing.get_absolute_url() if thing else ""


def _answers(viewer: Viewer) -> list[Wait]:
    rows = rules.own_concerns(viewer).filter(state=FamilyConcern.State.ANSWERED)
    return [
        Wait(
            key=f"concerns.read:{one.public_id}", url=url("concerns:of", one.student.public_id),
            say=_("The school answered your concern. Read it, and say if it helped."),
            holds_up=HoldsUp.NOBODY, since=one.at, who=one.student.name,
            icon="message-circle-warning",
        )
        for one in rows[:MOST]
    ]  # fmt: skip


def _told(viewer: Viewer) -> list[Wait]:
    rows = rules.visible_tellings(viewer).filter(read_at__isnull=True, concern__isnull=True)
    return [
        Wait(
            key=f"tellings.read:{one.public_id}", url=one.get_absolute_url(),
            say=_("%(name)s has written something for you.") % {"name": one.by.name},
            holds_up=HoldsUp.FAMILY, since=one.at, icon="mail-open",
        )
        for one in rows.order_by("at", "pk")[:MOST]
    ]  # fmt: skip
