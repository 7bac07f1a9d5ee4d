"""A family offers something; the school answers, and says thank you."""

from __future__ import annotations

from django.db import transaction
from django.utils.translation import gettext as _

from kindling.families import rules
from kindling.families.actions.sending import links_of
from kindling.families.models import FamilyOffer
from kindling.history.steps import record, take_step
from kindling.kit.http import Refused, require
from kindling.kit.signing import tap_of
from kindling.notices.actions import notify, notify_many
from kindling.outreach.actions import receive_offer
from kindling.schools.inside import inside
from kindling.schools.viewer import Viewer


@transaction.atomic
def offer_help(
    *, kind: str, what: str, tap: str, organisation: str = "", phone: str = "", by: Viewer
) -> FamilyOffer:
    """Keep what a family offers and tell who answers. The same tap twice is one offer.

    A workplace, or somebody they know, becomes a lead: the coordinator sees whether the school
    knows the place already.
    """
    person = by.person
    require(rules.is_family(by) and person is not None)
    if person is None:
        raise Refused("")
    tap = tap_of(tap, kind, what, organisation, phone)
    # Two taps of one form: the second waits here.
    type(person).objects.select_for_update().get(pk=person.pk)
    known = FamilyOffer.objects.filter(school=by.school, by=person, tap=tap).first()
    if known is not None:
        return known
    offer: FamilyOffer = FamilyOffer.objects.create(
        school=by.school, by=person, tap=tap, kind=kind, what=what, organisation=organisation,
        phone=phone, language=person.language,
    )  # fmt: skip
    record("family_offer.make", offer, by=by, kind=kind)
    if kind in FamilyOffer.LEADS and organisation:
        _make_lead(offer)
    else:
        with inside(by.school):
            page = offer.get_absolute_url()
        notify_many(rules.answerers(by), "families/offered", {"offer": offer}, by=by, url=page)
    return offer


def _make_lead(offer: FamilyOffer) -> None:
    """Put it where offers of workplaces are answered; those who answer them are told there."""
    offer.lead = receive_offer(
        by=Viewer.system(offer.school), sent_key=offer.public_id, person=offer.by, kind="place",
        organisation=offer.organisation, what=offer.what, name=offer.by.name,
        email=offer.by.email, phone=offer.phone or offer.by.phone, language=offer.language,
    )  # fmt: skip
    offer.save(update_fields=["lead"])


@transaction.atomic
def answer_offer(offer: FamilyOffer, *, yes: bool, words: str, by: Viewer) -> None:
    """Say yes or not now, with a thank-you in words they read. Raises Refused without any."""
    require(rules.may_answer_offer(by, offer))
    if not words.strip():
        raise Refused(_("Write them a kind word. They read it."))
    take_step(
        offer, "accept" if yes else "decline", by=by, answer=words.strip(),
        answered_by=by.person, answered_at=by.school.now(),
    )  # fmt: skip
    link = links_of([offer.by], by=by)[offer.by.pk]
    facts = {"offer": offer, "who": by.person, "school": by.school}
    notify(offer.by, "families/thanked", facts, by=by, link_id=link.public_id)


@transaction.atomic
def take_back_offer(offer: FamilyOffer, *, by: Viewer) -> None:
    """The family thought better of it. A second tap is told so."""
    require(rules.may_take_back(by, offer))
    take_step(offer, "take_back", by=by)
