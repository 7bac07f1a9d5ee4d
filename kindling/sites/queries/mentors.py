"""A mentor as staff see them: where they are and were, and whether they may be asked."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from django.db.models import Q

from kindling.notices.asking import resting
from kindling.schools.models import Person
from kindling.schools.viewer import Viewer
from kindling.sites import rules
from kindling.sites.alongside import Part, parts_for
from kindling.sites.models import Quiet, Site, SiteMentor
from kindling.sites.queries.history import Told, told


@dataclass(frozen=True)
class MentorPage:
    """`here` and `before` are rows with their site; `rests_until` says the budget of asks.

    `names`: of entries that were merged into this one.
    """

    here: list[SiteMentor]
    before: list[SiteMentor]
    quiets: list[Quiet]
    rests_until: date | None
    names: list[str]
    history: tuple[Told, ...]
    parts: list[Part]


def mentor_page(viewer: Viewer, person: Person) -> MentorPage:
    """Read one mentor; a constant few statements."""
    rows = rules.visible_site_mentors(viewer).filter(person=person).order_by("-since_on", "-pk")
    here = list(rows.select_related("site__organisation"))
    gone = gone_into(viewer, person.public_id)
    return MentorPage(
        here=[row for row in here if row.until_on is None],
        before=[row for row in here if row.until_on is not None],
        quiets=quiets_of(viewer, person),
        rests_until=resting([person], viewer.school).get(person.pk),
        names=[name for _id, name in gone],
        history=told(viewer, [person.public_id, *(public_id for public_id, _name in gone)]),
        parts=parts_for(viewer, person),
    )


def quiets_of(viewer: Viewer, *whom: Site | Person) -> list[Quiet]:
    """What holds now of any of these, the newest first. One statement."""
    today = viewer.school.today()
    rows = rules.visible_quiets(viewer).filter(lifted_on__isnull=True, until_on__gte=today)
    about = Q(site__in=[one for one in whom if isinstance(one, Site)])
    about |= Q(person__in=[one for one in whom if isinstance(one, Person)])
    return list(rows.filter(about))


def gone_into(viewer: Viewer, public_id: str) -> list[tuple[str, str]]:
    """(id, name) of what was merged into this: its history is one with theirs. One statement."""
    if not rules.may_read_history(viewer):
        return []
    merged = rules.visible_merges(viewer).filter(kept_id=public_id, undone_at__isnull=True)
    return list(merged.values_list("gone_id", "gone_name"))
