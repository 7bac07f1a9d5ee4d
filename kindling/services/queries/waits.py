"""What a family may come to and has not said anything about: in their letter, and in their inbox."""

from __future__ import annotations

from django.db.models import QuerySet
from django.utils.translation import gettext as _

from kindling.kit.waits import MOST, HoldsUp, Wait, since_day
from kindling.schools.roles import Role
from kindling.schools.viewer import Viewer
from kindling.services import rules
from kindling.services.models import Service


def waits(viewer: Viewer) -> list[Wait]:
    """Two statements for families, none for others. It goes away on the first day, or with a yes."""
    if viewer.purpose or not viewer.is_a(Role.GUARDIAN):
        return []
    return [
        Wait(
            key=f"services.join:{one.public_id}",
            say=_("Come, if you like: %(title)s (%(when)s).")
            % {"title": one.title, "when": one.when},
            url=one.get_absolute_url(), holds_up=HoldsUp.NOBODY,
            since=since_day(one.starts_on, viewer.school.zone), icon="school",
        )
        for one in _open(viewer)
    ]  # fmt: skip


def _open(viewer: Viewer) -> QuerySet[Service]:
    family = Viewer(viewer.person, viewer.school, frozenset({Role.GUARDIAN.value}))
    mine = rules.own_sign_ups(viewer)
    rows = rules.visible_services(family).exclude(pk__in=mine.values("service"))
    return rows.filter(starts_on__gte=viewer.school.today())[:MOST]
