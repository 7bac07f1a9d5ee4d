"""What the pages of places ask for. A form saves nothing; it hands facts to an action."""

from kindling.sites.forms.memory import LiftForm, MoveForm, QuietForm, TakeForm
from kindling.sites.forms.organisations import MentorForm, NewSiteForm, OrganisationForm, SiteForm
from kindling.sites.forms.places import OfferForm, PauseForm, PlaceForm
from kindling.sites.forms.suggestions import DeclineForm, MergeForm, SuggestForm

__all__ = [
    "DeclineForm",
    "LiftForm",
    "MentorForm",
    "MergeForm",
    "MoveForm",
    "NewSiteForm",
    "OfferForm",
    "OrganisationForm",
    "PauseForm",
    "PlaceForm",
    "QuietForm",
    "SiteForm",
    "SuggestForm",
    "TakeForm",
]
