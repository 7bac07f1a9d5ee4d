"""What waits for a family: the same things as in their inbox, with the link that does each."""

from __future__ import annotations

from dataclasses import dataclass

from django.utils.translation import gettext as _

from kindling.families.doors import DOORS
from kindling.families.rules import children_of
from kindling.inbox.sources import sources
from kindling.kit.waits import MOST, HoldsUp, Wait, in_order
from kindling.people.matters import Matter
from kindling.plans.rules import visible_cover_sheets
from kindling.schools.viewer import Viewer

# The apps that ever ask a family for something; the others are not asked on each visit.
READS = "narrative.released"  # read on paper, behind the link too
ASKING = (
    "absences", "agreements", "plans", "meetings", "exhibitions", "support", "narratives",
    "consents", "surveys", "conversations", "rights", "services", "concerns",
)  # fmt: skip


@dataclass(frozen=True)
class ToDo:
    """One thing to sign or answer. `has_link`: it can be done without an account."""

    key: str
    say: str
    url: str
    icon: str

    @property
    def has_link(self) -> bool:
        return self.key.partition(":")[0] in {*DOORS, READS}


def to_do(reader: Viewer) -> list[ToDo]:
    """All that waits for this family, what holds up a child first. About nine statements."""
    if not reader.roles:
        return []
    found: dict[str, Wait] = {}
    offered = sources()
    for ask in (offered[app] for app in ASKING if app in offered):
        for wait in ask(reader):
            found.setdefault(wait.key, wait)
    found |= {one.key: one for one in _covers(reader)}
    return [ToDo(one.key, one.say, one.url, one.icon) for one in in_order([*found.values()])]


def _covers(reader: Viewer) -> list[Wait]:
    """Five questions a year for the plan, once the school has asked. One statement."""
    rows = visible_cover_sheets(reader).filter(
        student__in=children_of(reader, Matter.PLAN).values("pk"), family_at__isnull=True,
        asked_at__isnull=False, year__ends_on__gte=reader.school.today(),
    )  # fmt: skip
    return [
        Wait(
            key=f"cover.answer:{one.public_id}", icon="book-user", url=one.get_absolute_url(),
            say=_("Answer a few questions for %(name)s’s plan") % {"name": one.student.first},
            holds_up=HoldsUp.STUDENT, since=one.asked_at or one.created_at,
        )
        for one in rows.order_by("pk")[:MOST]
    ]  # fmt: skip
