"""A place: what students do, when, for how many; with a new one also where."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.dates import WEEKDAYS
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from kindling.interests.areas import Area
from kindling.kit.text import plain
from kindling.schools.viewer import Viewer
from kindling.sites import rules
from kindling.sites.actions import NewPlace
from kindling.sites.forms.address import FIELDS, AddressForm
from kindling.sites.models import Opportunity
from kindling.sites.queries.likely import likely_organisations

MOST_SEATS = 60


class OfferForm(forms.Form):
    """What is on offer. `opportunity` is the one being changed: its taken seats are a floor."""

    title = forms.CharField(
        label=gettext_lazy("What students do there"),
        help_text=gettext_lazy("A few words: Animal care assistant."),
        max_length=200,
    )
    what = forms.CharField(
        label=gettext_lazy("More about it"), max_length=4000, required=False, widget=forms.Textarea
    )
    areas = forms.MultipleChoiceField(
        label=gettext_lazy("Interest areas"),
        choices=Area.choices,
        widget=forms.CheckboxSelectMultiple,
        error_messages={"required": gettext_lazy("Choose at least one area.")},
    )
    days = forms.TypedMultipleChoiceField(
        label=gettext_lazy("Days"),
        choices=[(str(day), name) for day, name in WEEKDAYS.items()],
        widget=forms.CheckboxSelectMultiple,
        error_messages={"required": gettext_lazy("Choose at least one day.")},
    )
    starts_at = forms.TimeField(label=gettext_lazy("From"), required=False)
    ends_at = forms.TimeField(label=gettext_lazy("To"), required=False)
    capacity = forms.IntegerField(
        label=gettext_lazy("How many students at a time"),
        min_value=1,
        max_value=MOST_SEATS,
        initial=1,
    )
    min_age = forms.IntegerField(
        label=gettext_lazy("From which age"), min_value=5, max_value=25, required=False
    )
    bring = forms.CharField(label=gettext_lazy("What to bring"), max_length=500, required=False)
    wear = forms.CharField(label=gettext_lazy("What to wear"), max_length=300, required=False)

    def __init__(
        self, *args: Any, viewer: Viewer, opportunity: Opportunity | None = None, **kwargs: Any
    ) -> None:
        super().__init__(*args, **kwargs)
        self.viewer, self.opportunity = viewer, opportunity

    def clean_capacity(self) -> int:
        capacity: int = self.cleaned_data["capacity"]
        taken = self.opportunity.count_taken_seats() if self.opportunity else 0
        if capacity < taken:
            sentence = ngettext(
                "%(taken)s student holds a seat here. Enter %(taken)s or more.",
                "%(taken)s students hold seats here. Enter %(taken)s or more.",
                taken,
            )
            raise forms.ValidationError(sentence % {"taken": taken})
        return capacity

    def clean(self) -> dict[str, Any]:
        facts = super().clean() or {}
        starts, ends = facts.get("starts_at"), facts.get("ends_at")
        if starts and ends and ends <= starts:
            self.add_error(
                "ends_at", _("Enter a time after %(time)s.") % {"time": f"{starts:%H:%M}"}
            )
        return facts

    def offer_facts(self) -> dict[str, Any]:
        """What was entered, as Opportunity's own fields; the areas go beside them."""
        kept = ("what", "starts_at", "ends_at", "capacity", "min_age", "bring", "wear")
        facts = {name: self.cleaned_data[name] for name in kept}
        return facts | {"days": ",".join(sorted(self.cleaned_data["days"]))}


class PlaceForm(OfferForm, AddressForm):
    """A new place, with the organisation it belongs to: one we know, or a new one."""

    organisation = forms.CharField(
        label=gettext_lazy("Business or organisation"),
        help_text=gettext_lazy("Type a name. Choose it from the list when we know it already."),
        max_length=200,
        widget=forms.TextInput(attrs={"list": "organisations", "autocomplete": "off"}),
    )
    site_name = forms.CharField(
        label=gettext_lazy("Name of the site"),
        help_text=gettext_lazy("Leave it empty when they have only one address."),
        max_length=200,
        required=False,
    )
    is_other = forms.BooleanField(label=gettext_lazy("It is another one, add it"), required=False)
    suggestion = forms.CharField(max_length=14, required=False, widget=forms.HiddenInput)
    similar: tuple[str, ...] = ()

    def clean(self) -> dict[str, Any]:
        facts = super().clean()
        name = facts.get("organisation")
        if name:
            self.check_organisation(name, is_other=bool(facts.get("is_other")))
            self.check_site(name, facts)
        return facts

    def check_organisation(self, name: str, *, is_other: bool) -> None:
        """A name that is nearly one we know is probably the same; the coordinator decides."""
        alike = likely_organisations(self.viewer, name)
        if is_other or any(plain(other) == plain(name) for other in alike):
            return
        if alike:
            self.similar = tuple(alike)
            self.add_error(
                "organisation",
                _("We know %(names)s. Choose that name, or tick that this is another one.")
                % {"names": ", ".join(alike)},
            )

    def check_site(self, organisation: str, facts: dict[str, Any]) -> None:
        """An address typed for a site we know would be lost; say so instead."""
        known = {
            (plain(site.organisation.name), plain(site.name))
            for site in rules.visible_sites(self.viewer)
        }
        name = facts.get("site_name") or organisation
        typed = any(facts.get(field) not in ("", None) for field in FIELDS)
        if typed and (plain(organisation), plain(name)) in known:
            self.add_error(
                "site_name",
                _(
                    "We know the site %(name)s and its address. Leave the address empty, "
                    "or give this site another name."
                )
                % {"name": name},
            )

    def new_place(self) -> NewPlace:
        """What was entered, as the action wants it."""
        facts = self.cleaned_data
        return NewPlace(
            organisation=facts["organisation"],
            title=facts["title"],
            site=facts["site_name"],
            areas=tuple(facts["areas"]),
            offer=self.offer_facts(),
            address=self.address_facts(),
        )


class PauseForm(forms.Form):
    """Until when a place rests."""

    ask_again_on = forms.DateField(
        label=gettext_lazy("Ask again on"),
        help_text=gettext_lazy("We remind you on that day."),
        required=False,
    )

    def __init__(self, *args: Any, viewer: Viewer, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.viewer = viewer

    def clean_ask_again_on(self) -> Any:
        day = self.cleaned_data["ask_again_on"]
        if day is not None and day <= self.viewer.school.today():
            raise forms.ValidationError(_("Choose a day after today."))
        return day
