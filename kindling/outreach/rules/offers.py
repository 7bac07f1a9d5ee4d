"""The public form is the coordinator's, and so is what comes through it."""

from __future__ import annotations

from django.db.models import QuerySet

from kindling.outreach.models import Offer, OfferForm
from kindling.schools.models import Person
from kindling.schools.viewer import Viewer
from kindling.sites.rules import may_edit_places


def may_keep_form(viewer: Viewer) -> bool:
    """Open it, close it, print its address."""
    return may_edit_places(viewer) and viewer.person is not None


may_decide = may_keep_form


def visible_forms(viewer: Viewer) -> QuerySet[OfferForm]:
    """The school's own form."""
    forms: QuerySet[OfferForm] = OfferForm.objects.filter(school=viewer.school)
    return forms if may_edit_places(viewer) else forms.none()


def visible_offers(viewer: Viewer) -> QuerySet[Offer]:
    """How to reach somebody outside is for whoever answers them."""
    offers: QuerySet[Offer] = Offer.objects.filter(school=viewer.school)
    offers = offers.select_related("site__organisation", "person")
    return offers if may_edit_places(viewer) else offers.none()


def public_forms() -> QuerySet[OfferForm]:
    """Forms that anybody finds by their address; a closed one only says that it is."""
    forms: QuerySet[OfferForm] = OfferForm.objects.select_related("school")
    return forms


def known_adult(viewer: Viewer, offer: Offer) -> Person | None:
    """The adult whom the school knows by this e-mail. A stranger may have typed somebody else's."""
    if not offer.email or not may_edit_places(viewer):
        return None
    adults = Person.objects.filter(school=viewer.school, student__isnull=True)
    found: Person | None = adults.filter(email__iexact=offer.email).order_by("pk").first()
    return found.standing if found else None
