"""Organisations, their sites, and the people who guide interns there."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from kindling.schools.models import Person
from kindling.schools.viewer import Viewer
from kindling.sites import rules
from kindling.sites.forms.address import AddressForm
from kindling.sites.models import Site
from kindling.ui.language import languages


class OrganisationForm(forms.Form):
    """What the school knows of an organisation."""

    name = forms.CharField(label=gettext_lazy("Name"), max_length=200)
    website = forms.URLField(
        label=gettext_lazy("Website"), max_length=200, required=False, assume_scheme="https"
    )
    notes = forms.CharField(
        label=gettext_lazy("Notes for staff"),
        help_text=gettext_lazy("Students and families don't see them."),
        max_length=4000,
        required=False,
        widget=forms.Textarea,
    )


class SiteForm(AddressForm):
    """One address of an organisation."""

    name = forms.CharField(label=gettext_lazy("Name of the site"), max_length=200)
    field_order = ("name",)

    def facts(self) -> dict[str, Any]:
        return {"name": self.cleaned_data["name"], **self.address_facts()}


class NewSiteForm(SiteForm):
    """A further site; two of one organisation can't have the same name."""

    def __init__(self, *args: Any, taken: set[str], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.taken = taken

    def clean_name(self) -> str:
        name: str = self.cleaned_data["name"]
        if name.casefold() in self.taken:
            raise forms.ValidationError(_("They have a site of that name. Choose another name."))
        return name


class MentorForm(forms.Form):
    """Somebody the school knows as a mentor, or a new person."""

    person: forms.ModelChoiceField[Person] = forms.ModelChoiceField(
        label=gettext_lazy("Someone we know"),
        help_text=gettext_lazy("Or leave it and fill in a new person below."),
        queryset=None,
        required=False,
        to_field_name="public_id",
        empty_label=gettext_lazy("A new person"),
    )
    given_name = forms.CharField(label=gettext_lazy("First name"), max_length=200, required=False)
    family_name = forms.CharField(label=gettext_lazy("Last name"), max_length=200, required=False)
    email = forms.EmailField(label=gettext_lazy("E-mail"), required=False)
    phone = forms.CharField(
        label=gettext_lazy("Phone"),
        max_length=40,
        required=False,
        widget=forms.TextInput(attrs={"type": "tel"}),
    )
    language = forms.ChoiceField(label=gettext_lazy("Reads"), required=False)
    title = forms.CharField(
        label=gettext_lazy("What they do there"),
        help_text=gettext_lazy("For example: vet, shop owner."),
        max_length=120,
        required=False,
    )
    is_lead = forms.BooleanField(label=gettext_lazy("Leads the mentors here"), required=False)

    def __init__(self, *args: Any, viewer: Viewer, site: Site, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        known = rules.visible_mentor_people(viewer)
        here = site.mentors.filter(until_on__isnull=True).values("person")
        self.viewer = viewer
        self.fields["person"].queryset = known.exclude(pk__in=here)  # type: ignore[attr-defined]
        self.fields["language"].choices = [  # type: ignore[attr-defined]
            (spoken.code, spoken.name) for spoken in languages()
        ]
        self.fields["language"].initial = viewer.school.language

    def clean(self) -> dict[str, Any]:
        facts = super().clean() or {}
        if facts.get("person") or "person" in self.errors:
            return facts
        if not facts.get("given_name") and "given_name" not in self.errors:
            self.add_error("given_name", _("Enter a first name, or choose someone we know."))
        email = facts.get("email")
        known = rules.visible_mentor_people(self.viewer)
        other = known.filter(email__iexact=email).first() if email else None
        if other is not None:
            sentence = _("%(name)s has this address. Choose them from the list.")
            self.add_error("email", sentence % {"name": other.name})
        return facts

    def person_facts(self) -> dict[str, Any]:
        """A new person, as Person's own fields."""
        kept = ("given_name", "family_name", "email", "phone")
        facts = {name: self.cleaned_data[name] for name in kept}
        return facts | {"language": self.cleaned_data["language"] or self.viewer.school.language}
