"""How a school finds places and stays in touch: contacts, offers, what schools share."""

from kindling.outreach.models.choice import OutreachChoice
from kindling.outreach.models.contact import Contact
from kindling.outreach.models.offer import Offer, OfferForm
from kindling.outreach.models.sharing import Introduction, IntroductionAnswer, SharedSite

__all__ = [
    "Contact",
    "Introduction",
    "IntroductionAnswer",
    "Offer",
    "OfferForm",
    "OutreachChoice",
    "SharedSite",
]
