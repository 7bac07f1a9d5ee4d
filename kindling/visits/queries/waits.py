"""What waits for the viewer: a note, a next step, a visit that is overdue."""

from __future__ import annotations

from datetime import date, datetime, time
from typing import Any, NamedTuple

from django.db.models import CharField, F, Value
from django.db.models.functions import Coalesce
from django.utils.translation import gettext as _

from kindling.kit.addresses import url
from kindling.kit.waits import HoldsUp, Wait
from kindling.schools.viewer import Viewer
from kindling.visits import rules
from kindling.visits.models import Visit
from kindling.visits.queries.homes import open_home_visits
from kindling.visits.queries.visits import open_visits, overdue_visits

MOST = 50


class ToDo(NamedTuple):
    """A visit at a site, or at home (`place` ""), that somebody has to finish."""

    day: date | None
    public_id: str
    state: str
    who: str
    place: str


def waits(viewer: Viewer) -> list[Wait]:
    """Two statements at most."""
    if not rules.may_open(viewer):
        return []
    found = [_to_do(viewer, one) for one in _unfinished(viewer)]
    late = overdue_visits(viewer).filter(planned_for=None)[: MOST - len(found)]
    return found + [_overdue(viewer, row) for row in late]


def _unfinished(viewer: Viewer) -> list[ToDo]:
    """Visits at sites and at home together, the oldest first. One statement."""
    names = ("due", "public_id", "state", "who", "place")
    sites = open_visits(viewer, mine=True).order_by().select_related(None)
    sites = sites.annotate(
        due=Coalesce("next_on", "on", "planned_on"),
        who=F("student__person__name"),
        place=F("placement__site__name"),
    )
    homes = open_home_visits(viewer).order_by().select_related(None)
    homes = homes.annotate(
        due=F("planned_on"), who=F("student__person__name"), place=Value("", CharField())
    )
    rows: Any = sites.values_list(*names).union(homes.values_list(*names), all=True)
    rows = rows.order_by("due")[:MOST]
    return [ToDo(*row) for row in rows]


def _to_do(viewer: Viewer, one: ToDo) -> Wait:
    facts = {"name": one.who, "place": one.place}
    if not one.place:
        say = _("Write the note about the home of %(name)s") % facts
    elif one.state == Visit.State.FOLLOW_UP:
        say = _("Do what you said at %(place)s") % facts
    elif one.state == Visit.State.DONE:
        say = _("Write the note about %(place)s") % facts
    else:
        say = _("Say whether the visit to %(place)s happened") % facts
    href = url("visits:visit" if one.place else "home_visits:visit", one.public_id)
    at = moment(viewer, one.day)
    key = f"{'visit' if one.place else 'home_visit'}.note:{one.public_id}"
    return Wait(key, say, href, HoldsUp.STUDENT, at, one.who, "footprints")


def _overdue(viewer: Viewer, row: Any) -> Wait:
    say = _("Visit %(place)s") % {"place": row.placement.site.name}
    href = url("visits:place", row.placement.public_id)
    at = moment(viewer, row.due_on)
    key = f"visit.overdue:{row.placement.public_id}"
    return Wait(key, say, href, HoldsUp.STUDENT, at, row.student.name, "map-pin")


def moment(viewer: Viewer, day: date | None) -> datetime:
    """The morning of that day at the school."""
    return datetime.combine(day or viewer.school.today(), time(8), viewer.school.zone)
