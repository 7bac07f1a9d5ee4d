"""Letters about concerns and tellings. They say that something waits, never what.

A kind that begins with "private_" stands in nobody's outbox.
"""

from __future__ import annotations

from collections.abc import Iterable

from django.utils import timezone

from kindling.concerns.models import FamilyConcern, Telling
from kindling.concerns.rules import FAMILY_CONCERN, READ_TELLING
from kindling.notices.actions import notify, notify_many
from kindling.passes.actions import make_pass
from kindling.passes.models import Pass
from kindling.people.models import Student
from kindling.schools.inside import inside
from kindling.schools.models import Person
from kindling.schools.viewer import Viewer

LINK_DAYS = 30


def write_keeper(concern: FamilyConcern, verb: str, *, by: Viewer, urgent: bool = False) -> None:
    """Tell the keeper that something waits."""
    if concern.keeper_id == by.person_id:
        return
    with inside(by.school):
        page = concern.get_absolute_url()
    facts = {"due_on": concern.due_on}
    told = f"concerns/private_{verb}"
    notify(concern.keeper, told, facts, by=by, url=page, urgent=urgent)


def write_staff(people: Iterable[Person], verb: str, page: str, *, by: Viewer) -> None:
    """Tell others of the school, without a name."""
    unique = {one.pk: one for one in people if one.pk != by.person_id}
    notify_many(unique.values(), f"concerns/private_{verb}", {}, by=by, url=page)


def write_family(concern: FamilyConcern, *, by: Viewer) -> None:
    """The school has answered: a link, in their language and by their way."""
    held = link_for(concern.by, FAMILY_CONCERN, concern.student.public_id, concern.student, by)
    facts = {"school": by.school}
    notify(concern.by, "concerns/private_answered", facts, by=by, link_id=held.public_id)


def write_told(telling: Telling, *, by: Viewer) -> None:
    """Something was written for them: the student signs in, a guardian gets a link."""
    facts = {"school": by.school}
    if telling.person_id == telling.student.person_id:
        with inside(by.school):
            page = telling.get_absolute_url()
        notify(telling.person, "concerns/private_told", facts, by=by, url=page)
        return
    held = link_for(telling.person, READ_TELLING, telling.public_id, telling.student, by)
    notify(telling.person, "concerns/private_told", facts, by=by, link_id=held.public_id)


def link_for(person: Person, purpose: str, subject: str, about: Student, by: Viewer) -> Pass:
    """The link of this person for this one thing: the one they have, or a new one."""
    rows = Pass.objects.filter(
        school=by.school, bearer=person, purpose=purpose, revoked_at__isnull=True,
        expires_at__gt=timezone.now(), needs_code=True,
    )  # fmt: skip
    found = next((one for one in rows.order_by("-pk") if one.subjects == [subject]), None)
    return found or make_pass(
        person, purpose, [subject], by=by, days=LINK_DAYS, needs_code=True, about=about
    )
