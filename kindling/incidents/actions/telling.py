"""Letters about worries. They say that something waits, never what, about whom or from whom.

A kind that begins with "private_" stands in nobody's outbox (notices/rules.py).
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from django.urls import reverse

from kindling.notices.actions import notify_many
from kindling.schools.inside import inside
from kindling.schools.models import Person
from kindling.schools.viewer import Viewer


def tell(
    people: Iterable[Person],
    kind: str,
    *,
    by: Viewer,
    page: str = "incidents:incidents",
    urgent: bool = False,
    **facts: Any,
) -> None:
    """Queue incidents/email/private_<kind>.txt for each of the adults who may read it.

    urgent: it goes at night too.
    """
    unique = {person.pk: person for person in people if person.pk != by.person_id}
    for person in unique.values():
        person.school = by.school  # spares a statement for each
    with inside(by.school):
        url = reverse(page)
    told = f"incidents/private_{kind}"
    notify_many(unique.values(), told, facts, by=by, url=url, urgent=urgent)


def tell_student(person: Person, *, by: Viewer) -> None:
    """An answer waits. Whoever looks over the student's shoulder learns no more."""
    tell([person], "answer", by=by, page="incidents:worry")
