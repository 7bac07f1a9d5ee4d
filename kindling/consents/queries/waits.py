"""What waits: for a family an answer, for who keeps the words a translation that is older than they are."""

from __future__ import annotations

from django.db.models import QuerySet
from django.utils.translation import gettext as _

from kindling.consents import rules
from kindling.consents.kinds import Needs, facts_of
from kindling.consents.models import Consent, PurposeText
from kindling.consents.queries.answering import name_of
from kindling.kit.addresses import url
from kindling.kit.waits import MOST, HoldsUp, Wait
from kindling.schools.ready import ready
from kindling.schools.roles import Role
from kindling.schools.viewer import Viewer


def waits(viewer: Viewer) -> list[Wait]:
    """Two statements at most."""
    if viewer.purpose:
        return []
    found = _older(viewer) if rules.may_keep(viewer) else []
    if viewer.is_a(Role.GUARDIAN, Role.STUDENT):
        found += _to_answer(viewer)
    return found


def _older(viewer: Viewer) -> list[Wait]:
    return [
        Wait(
            key=f"consents.words:{one.public_id}",
            say=_("Write the words in %(language)s again: %(purpose)s.")
            % {"language": name_of(one.language), "purpose": one.purpose},
            url=url("consents:write", one.purpose.kind, one.language),
            holds_up=HoldsUp.FAMILY, since=one.changed_at, icon="languages",
        )
        for one in _older_texts(viewer)
    ]  # fmt: skip


@ready
def _older_texts(viewer: Viewer) -> QuerySet[PurposeText]:
    return rules.older_texts(viewer).order_by("changed_at", "pk")[:MOST]


def _to_answer(viewer: Viewer) -> list[Wait]:
    return [
        Wait(
            key=f"consents.answer:{one.public_id}",
            say=_("Read it: %(what)s.") % {"what": one}
            if facts_of(one.kind).needs == Needs.SEEN
            else _("Say yes or no: %(what)s.") % {"what": one},
            url=url("consents:consent", one.public_id),
            holds_up=HoldsUp.STUDENT, since=one.asked_at, who=one.student.name, icon="shield-check",
        )
        for one in _asked(viewer)
    ]  # fmt: skip


@ready
def _asked(viewer: Viewer) -> QuerySet[Consent]:
    rows = rules.consents_to_answer(viewer).filter(state=Consent.State.ASKED)
    return rows.order_by("asked_at", "pk")[:MOST]
