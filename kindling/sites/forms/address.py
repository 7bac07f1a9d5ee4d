"""Where a site is and how to reach it: asked with a new place and on the site's own page."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

FIELDS = (
    "address",
    "city",
    "postal_code",
    "phone",
    "languages",
    "access",
    "entrance",
    "hospital",
    "latitude",
    "longitude",
    "near_metres",
)


class AddressForm(forms.Form):
    """Site's own fields. A position is both numbers or none."""

    address = forms.CharField(label=gettext_lazy("Street and number"), max_length=300)
    city = forms.CharField(label=gettext_lazy("City"), max_length=100)
    postal_code = forms.CharField(label=gettext_lazy("Postal code"), max_length=20)
    phone = forms.CharField(
        label=gettext_lazy("Phone of the site"),
        max_length=40,
        widget=forms.TextInput(attrs={"type": "tel"}),
    )
    languages = forms.CharField(
        label=gettext_lazy("Languages spoken there"),
        help_text=gettext_lazy("For example: English, Spanish."),
        max_length=200,
    )
    access = forms.CharField(
        label=gettext_lazy("Getting in and around"),
        help_text=gettext_lazy("For example: two steps at the door, a lift, a quiet room."),
        max_length=300,
    )
    entrance = forms.CharField(
        label=gettext_lazy("Which door, in an emergency"),
        help_text=gettext_lazy("For example: side door on Dock Street, ring twice."),
        max_length=300,
    )
    hospital = forms.CharField(
        label=gettext_lazy("Nearest hospital, and its phone"), max_length=300
    )
    latitude = forms.FloatField(label=gettext_lazy("Latitude"), min_value=-90, max_value=90)
    longitude = forms.FloatField(label=gettext_lazy("Longitude"), min_value=-180, max_value=180)
    near_metres = forms.IntegerField(
        label=gettext_lazy("So many metres around it still count as there"),
        help_text=gettext_lazy(
            "A student’s phone may say yes or no, never where it is. 150 fits a shop; a hospital "
            "or a farm needs more."
        ),
        min_value=30,
        max_value=5000,
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for name in FIELDS:
            self.fields[name].required = False
        for name in ("latitude", "longitude"):
            self.fields[name].widget.attrs["step"] = "any"

    def clean(self) -> dict[str, Any]:
        facts = super().clean() or {}
        if (facts.get("latitude") is None) != (facts.get("longitude") is None):
            blank = "latitude" if facts.get("latitude") is None else "longitude"
            if blank not in self.errors:
                self.add_error(blank, _("Enter both numbers of the position, or neither."))
        return facts

    def address_facts(self) -> dict[str, Any]:
        """What was entered, as Site's own fields. How far is near stays as it is where it is blank."""
        facts = {name: self.cleaned_data[name] for name in FIELDS}
        if facts["near_metres"] is None:
            del facts["near_metres"]
        return facts
