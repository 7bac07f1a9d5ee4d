"""Across schools. Nothing else in this app reads a row of another school.

What another school may know of a site: its name, its town, and what is open there. No student,
no mentor, no note, no address.
"""

from __future__ import annotations

from django.db.models import Q, QuerySet

from kindling.outreach.models import Introduction, SharedSite
from kindling.schools.viewer import Viewer
from kindling.sites.models import Opportunity
from kindling.sites.rules import may_edit_places


def may_share(viewer: Viewer) -> bool:
    """Whoever keeps the places decides, site by site."""
    return may_edit_places(viewer) and viewer.person is not None


may_introduce = may_share


def visible_shared(viewer: Viewer) -> QuerySet[SharedSite]:
    """What the viewer's own school shares, or once did."""
    shared: QuerySet[SharedSite] = SharedSite.objects.filter(school=viewer.school)
    return shared.select_related("site") if may_edit_places(viewer) else shared.none()


def visible_theirs(viewer: Viewer) -> QuerySet[SharedSite]:
    """What other schools of the network share today."""
    today = viewer.school.today()
    shared: QuerySet[SharedSite] = SharedSite.objects.filter(
        is_shared=True, school__network=viewer.school.network_id, site__merged_into__isnull=True
    )
    # Where one leaves in peace, the others do too.
    shared = shared.exclude(site__rests_until__gte=today).exclude(site__shut_until__gte=today)
    shared = shared.exclude(school=viewer.school).select_related("school", "site__organisation")
    return shared if may_share(viewer) else shared.none()


def visible_introductions(viewer: Viewer) -> QuerySet[Introduction]:
    """What this school asks of others, and what others ask of it."""
    mine = Q(school=viewer.school) | Q(shared__school=viewer.school)
    asked: QuerySet[Introduction] = Introduction.objects.filter(mine)
    related = ("shared__site", "shared__school", "school", "by", "answer__by", "site")
    asked = asked.select_related(*related).order_by("-asked_on", "-pk")
    return asked if may_share(viewer) else asked.none()


def may_answer(viewer: Viewer, asked: Introduction) -> bool:
    """The school that knows the site; nobody answers a question of their own."""
    return may_share(viewer) and asked.shared.school_id == viewer.school.pk


def open_offers() -> QuerySet[Opportunity]:
    """What is open at a site that is shared. Only behind `visible_theirs`."""
    places: QuerySet[Opportunity] = Opportunity.objects.filter(state=Opportunity.State.OPEN)
    return places.prefetch_related("areas").order_by("title", "pk")
