"""Places that are probably meant by a name somebody typed."""

from __future__ import annotations

from kindling.schools.viewer import Viewer
from kindling.sites import rules
from kindling.sites.models import Opportunity
from kindling.sites.similar import is_similar

MOST = 5


def likely_places(viewer: Viewer, name: str) -> list[Opportunity]:
    """Places the viewer may see whose own, site's or organisation's name is like this one."""
    found = []
    compared: dict[str, bool] = {}
    for place in rules.visible_opportunities(viewer).for_list():
        for known in (place.site.organisation.name, place.site.name, place.title):
            if known not in compared:
                compared[known] = is_similar(name, known)
        if any(compared[n] for n in (place.site.organisation.name, place.site.name, place.title)):
            found.append(place)
        if len(found) == MOST:
            break
    return found


def likely_organisations(viewer: Viewer, name: str) -> list[str]:
    """Names of organisations that are probably the same, but not written the same."""
    names = rules.visible_organisations(viewer).order_by("name").values_list("name", flat=True)
    return [other for other in names if is_similar(name, other)][:MOST]
