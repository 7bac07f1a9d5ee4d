"""Tell people that something waits for them, each once and never the one who did it."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from kindling.clearance import rules
from kindling.clearance.items import PRINCIPAL_DECIDES, Item
from kindling.clearance.models import Proof
from kindling.notices.actions import notify_many
from kindling.schools.inside import inside
from kindling.schools.models import Person
from kindling.schools.roles import Role
from kindling.schools.viewer import Viewer


def tell(
    people: Iterable[Person], kind: str, proof: Proof, item: Item, *, by: Viewer, **facts: Any
) -> None:
    """Queue clearance/email/<kind>.txt for each, in their own language."""
    told = {
        "item": item.label,
        "about": proof.about,
        "who": by.person.name if by.person else "",
        "reason": proof.reason,
        **facts,
    }
    unique = {person.pk: person for person in people if person.pk != by.person_id}
    for person in unique.values():
        person.school = by.school  # spares a statement for each
    with inside(by.school):
        url = proof.get_absolute_url()
    notify_many(unique.values(), f"clearance/{kind}", told, by=by, url=url)


def tell_deciders(proof: Proof, item: Item, *, by: Viewer) -> None:
    """Whoever checks it now; nobody when they handed it in themselves."""
    if rules.may_verify(by, item):
        return
    role = Role.PRINCIPAL if item.key in PRINCIPAL_DECIDES else Role.COORDINATOR
    tell(rules.people_with(by.school, role, by.school.today()), "to_check", proof, item, by=by)


def tell_hander(proof: Proof, item: Item, kind: str, *, by: Viewer) -> None:
    """Whoever handed it in, where they can read the answer on a page of their own."""
    person = proof.handed_by
    if person is not None and (person.user_id is not None or kind == "rejected"):
        tell([person], kind, proof, item, by=by)
