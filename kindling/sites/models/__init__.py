"""Where students learn: organisation, site, the mentors there, and what is on offer."""

from kindling.sites.models.commutes import Commute
from kindling.sites.models.hosts import Organisation, Site, SiteClosure, SiteCode, SiteMentor
from kindling.sites.models.ideas import PutAway, Suggestion, Wish
from kindling.sites.models.memory import FOR_EVER, Apart, Kind, Merge, Quiet
from kindling.sites.models.offers import Opportunity, OpportunityArea, OpportunityQuerySet, Seat

__all__ = [
    "FOR_EVER",
    "Apart",
    "Commute",
    "Kind",
    "Merge",
    "Opportunity",
    "OpportunityArea",
    "OpportunityQuerySet",
    "Organisation",
    "PutAway",
    "Quiet",
    "Seat",
    "Site",
    "SiteClosure",
    "SiteCode",
    "SiteMentor",
    "Suggestion",
    "Wish",
]
