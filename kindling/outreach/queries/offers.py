"""What came by the public form, and where it may belong."""

from __future__ import annotations

import segno
from django.conf import settings
from django.db.models import Case, QuerySet, Value, When
from django.utils.safestring import SafeString, mark_safe

from kindling.outreach import rules
from kindling.outreach.models import Offer, OfferForm
from kindling.schools.viewer import Viewer
from kindling.sites.doubles import tail
from kindling.sites.models import Site
from kindling.sites.rules import visible_sites
from kindling.sites.similar import is_similar

MOST = 5


def listed_offers(viewer: Viewer) -> QuerySet[Offer]:
    """Those that wait first, then the newest."""
    waits = Case(When(state=Offer.State.WAITING, then=Value(0)), default=Value(1))
    return rules.visible_offers(viewer).order_by(waits, "-created_at", "-pk")


def similar_sites(viewer: Viewer, offer: Offer) -> list[Site]:
    """Sites the school may know the offerer by: a like name, or the same telephone."""
    found: list[Site] = []
    number = tail(offer.phone)
    compared: dict[str, bool] = {}
    for site in visible_sites(viewer).order_by("name", "pk"):
        for name in (site.organisation.name, site.name):
            if name not in compared:
                compared[name] = is_similar(offer.organisation, name)
        same_phone = bool(number) and number == tail(site.phone)
        if same_phone or compared[site.organisation.name] or compared[site.name]:
            found.append(site)
        if len(found) == MOST:
            break
    return found


def address_of(form: OfferForm) -> str:
    """The whole address of the public form."""
    return f"{settings.BASE_URL}/offer/{form.key}/"


def code_of(form: OfferForm) -> SafeString:
    """The address as a code to scan."""
    drawn = segno.make(address_of(form), error="m").svg_inline(scale=6, border=2)
    return mark_safe(drawn)  # noqa: S308  our own address, drawn
