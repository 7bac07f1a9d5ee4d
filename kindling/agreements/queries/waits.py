"""Agreements that wait for somebody's name."""

from __future__ import annotations

from django.db.models import Q, QuerySet
from django.utils.translation import gettext as _

from kindling.agreements.models import Agreement, Party, Signer
from kindling.agreements.rules import may_keep, visible_signers
from kindling.kit.addresses import url
from kindling.kit.waits import MOST, HoldsUp, Wait
from kindling.people.matters import Matter
from kindling.people.rules import family_ties
from kindling.schools.ready import ready
from kindling.schools.roles import Role
from kindling.schools.viewer import Viewer


def waits(viewer: Viewer) -> list[Wait]:
    """What this person signs: for themselves, their child, or the school. One statement."""
    if viewer.purpose or viewer.person_id is None:
        return []
    return [_to_sign(one, viewer) for one in _unsigned(viewer)]


@ready
def _unsigned(viewer: Viewer) -> QuerySet[Signer]:
    mine = Q(person=viewer.person_id)
    if viewer.is_a(Role.GUARDIAN):
        children = family_ties(viewer, Matter.DECIDE).values("student")
        mine |= Q(party=Party.FAMILY, agreement__student__in=children)
    if may_keep(viewer):
        mine |= Q(party=Party.SCHOOL)
    rows = visible_signers(viewer).filter(
        mine, state=Signer.State.WAITING, agreement__state=Agreement.State.OPEN
    )
    rows = rows.select_related("agreement__opportunity__site")
    return rows.order_by("asked_at", "pk")[:MOST]


def _to_sign(signer: Signer, viewer: Viewer) -> Wait:
    student = signer.agreement.student
    facts = {"paper": signer.agreement.template.label, "place": signer.agreement.place}
    address = url("agreements:agreement", signer.agreement.public_id)
    if not viewer.is_staff:
        address = url("agreements:sign", signer.public_id)
    return Wait(
        key=f"agreement.sign:{signer.public_id}", icon="file-pen-line", url=address,
        say=_("Sign “%(paper)s” for %(place)s.") % facts,
        holds_up=HoldsUp.STUDENT if viewer.is_staff else HoldsUp.STAFF,
        who=student.name if student and viewer.is_staff else "",
        since=signer.asked_at or signer.created_at,
    )  # fmt: skip
