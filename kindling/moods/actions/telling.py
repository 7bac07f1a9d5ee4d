"""Letters that say that something waits, never what or from whom; they stand in no outbox."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from kindling.kit.addresses import url
from kindling.notices.actions import notify_many
from kindling.schools.inside import inside
from kindling.schools.models import Person
from kindling.schools.viewer import Viewer


def tell(
    people: Iterable[Person], kind: str, *, by: Viewer, urgent: bool = False, **facts: Any
) -> None:
    """Queue moods/email/private_<kind>.txt for each. urgent: at night, too."""
    unique = {person.pk: person for person in people if person.pk != by.person_id}
    for person in unique.values():
        person.school = by.school  # spares a statement for each
    with inside(by.school):
        address = url("moods:moods")
    told = f"moods/private_{kind}"
    notify_many(unique.values(), told, facts, by=by, url=address, urgent=urgent)
