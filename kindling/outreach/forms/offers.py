"""What the public form asks, and what the coordinator answers."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.dates import WEEKDAYS
from django.utils.functional import cached_property
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from kindling.interests.areas import Area
from kindling.outreach.models import Offer
from kindling.outreach.sending import Page, read_page
from kindling.schools.viewer import Viewer
from kindling.sites.models import Site
from kindling.sites.rules import may_edit_mentors, visible_sites


class PublicOfferForm(forms.Form):
    """A stranger's offer. `website` is a trap: people do not see it. `page` says when it was opened."""

    kind = forms.ChoiceField(
        label=gettext_lazy("What can you offer?"), choices=Offer.Kind.choices,
        widget=forms.RadioSelect, initial=Offer.Kind.PLACE,
    )  # fmt: skip
    organisation = forms.CharField(
        label=gettext_lazy("Your business or workplace"), max_length=200,
        widget=forms.TextInput(attrs={"autocomplete": "organization"}),
    )  # fmt: skip
    what = forms.CharField(
        label=gettext_lazy("What would a student see or do?"), max_length=2000, required=False,
        widget=forms.Textarea(attrs={"rows": 3}),
    )  # fmt: skip
    address = forms.CharField(label=gettext_lazy("Where it is"), max_length=300, required=False)
    name = forms.CharField(
        label=gettext_lazy("Your name"), max_length=200,
        widget=forms.TextInput(attrs={"autocomplete": "name"}),
    )  # fmt: skip
    email = forms.EmailField(
        label=gettext_lazy("E-mail"), required=False,
        widget=forms.EmailInput(attrs={"autocomplete": "email"}),
    )  # fmt: skip
    phone = forms.CharField(
        label=gettext_lazy("Phone"), max_length=40, required=False,
        widget=forms.TextInput(attrs={"type": "tel", "autocomplete": "tel"}),
    )  # fmt: skip
    website = forms.CharField(required=False)

    @property
    def is_trapped(self) -> bool:
        """Something filled in what nobody sees."""
        return bool(self.data.get("website"))

    @cached_property
    def opened(self) -> Page:
        """The page this was sent from, a fresh one where it cannot be read."""
        return read_page(self.data.get("page", ""))

    def clean(self) -> dict[str, Any]:
        facts = super().clean() or {}
        missing = not facts.get("email") and not facts.get("phone")
        if missing and not {"email", "phone"} & self.errors.keys():
            self.add_error("email", _("Leave an e-mail or a phone number, so that we can answer."))
        if not self.opened.is_ripe:
            raise forms.ValidationError(_("Please look it over once more and send it again."))
        return facts

    def facts(self) -> dict[str, str]:
        kept = ("kind", "organisation", "what", "address", "name", "email", "phone")
        return {name: self.cleaned_data[name] for name in kept}


class AcceptForm(forms.Form):
    """What the offer becomes."""

    organisation = forms.CharField(label=gettext_lazy("Organisation"), max_length=200)
    title = forms.CharField(label=gettext_lazy("What students do there"), max_length=200)
    areas = forms.MultipleChoiceField(
        label=gettext_lazy("Interest areas"), choices=Area.choices,
        widget=forms.CheckboxSelectMultiple,
        error_messages={"required": gettext_lazy("Choose at least one area.")},
    )  # fmt: skip
    days = forms.MultipleChoiceField(
        label=gettext_lazy("Days"), choices=[(str(day), name) for day, name in WEEKDAYS.items()],
        widget=forms.CheckboxSelectMultiple,
        error_messages={"required": gettext_lazy("Choose at least one day.")},
    )  # fmt: skip
    as_mentor = forms.BooleanField(
        label=gettext_lazy("They guide interns there"), required=False, initial=True
    )

    def __init__(self, *args: Any, viewer: Viewer, offer: Offer, **kwargs: Any) -> None:
        first = {
            "organisation": offer.organisation,
            "days": viewer.school.internship_days.split(","),
        }
        super().__init__(*args, **{"initial": first, **kwargs})
        left_out = [] if offer.wants_seat else ["title", "areas", "days"]
        left_out += [] if may_edit_mentors(viewer) else ["as_mentor"]
        for name in left_out:
            del self.fields[name]

    def facts(self) -> dict[str, Any]:
        facts = dict(self.cleaned_data)
        if "days" in facts:
            facts["days"] = ",".join(facts["days"])
        return facts


class MergeOfferForm(forms.Form):
    """Which of our sites it is."""

    site: forms.ModelChoiceField[Site] = forms.ModelChoiceField(
        label=gettext_lazy("Site"), queryset=None, to_field_name="public_id"
    )

    def __init__(self, *args: Any, viewer: Viewer, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["site"].queryset = visible_sites(viewer).order_by("name")  # type: ignore[attr-defined]


class DeclineOfferForm(forms.Form):
    """A kind word."""

    words = forms.CharField(
        label=gettext_lazy("A kind word to them"), max_length=1000,
        help_text=gettext_lazy("It is sent as you write it. Their contact goes after 90 days."),
        widget=forms.Textarea(attrs={"rows": 3}),
    )  # fmt: skip
