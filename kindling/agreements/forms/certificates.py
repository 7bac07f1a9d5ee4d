"""A proof of insurance, to whom it is sent, and what a file says it is."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from kindling.agreements.models import Certificate
from kindling.agreements.rules import people_to_send_to
from kindling.kit.papers import kept_paper
from kindling.schools.models import Person
from kindling.schools.viewer import Viewer
from kindling.sites.models import Site
from kindling.sites.rules import visible_organisations, visible_sites

LARGEST = 20 * 1024 * 1024


class FileForm(forms.Form):
    """What a site brings by its link: kind, days and the file."""

    kind = forms.ChoiceField(
        label=gettext_lazy("What does it prove?"), choices=Certificate.Kind.choices
    )
    insurer = forms.CharField(label=gettext_lazy("Who insures?"), max_length=200, required=False)
    starts_on = forms.DateField(label=gettext_lazy("First day"))
    ends_on = forms.DateField(label=gettext_lazy("Last day"))
    file = forms.FileField(
        label=gettext_lazy("File"), help_text=gettext_lazy("A PDF or a photo of the paper.")
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["file"].widget.attrs["accept"] = (
            "application/pdf,image/jpeg,image/png,image/webp"
        )

    def clean_file(self) -> tuple[str, bytes]:
        """Type and content as they are kept, told by the bytes."""
        return kept_paper(self.cleaned_data["file"])

    def clean(self) -> dict[str, Any]:
        said = self.cleaned_data
        first, last = said.get("starts_on"), said.get("ends_on")
        if first and last and last < first:
            self.add_error("ends_on", _("The last day must not come before the first day."))
        return said


class CertificateForm(FileForm):
    """The same, and whose it is."""

    owner = forms.ChoiceField(label=gettext_lazy("Whose is it?"))
    field_order = ("owner",)

    def __init__(self, *args: Any, viewer: Viewer, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        homes = visible_organisations(viewer).order_by("name", "pk")
        sites = visible_sites(viewer).order_by("name", "pk")
        self.owners: dict[str, dict[str, Any]] = {"school": {"organisation": None, "site": None}}
        self.owners |= {one.public_id: {"organisation": one, "site": None} for one in homes}
        named = [(one.public_id, one.name) for one in homes]
        many = [one for one in sites if one.name != one.organisation.name]
        self.owners |= {
            one.public_id: {"organisation": one.organisation, "site": one} for one in many
        }
        named += [(one.public_id, f"{one.organisation.name} · {one.name}") for one in many]
        self.fields["owner"].choices = [("school", viewer.school.name), *named]  # type: ignore[attr-defined]

    def clean_owner(self) -> dict[str, Any]:
        return self.owners[self.cleaned_data["owner"]]

    @property
    def said(self) -> dict[str, Any]:
        """What the action takes."""
        return {
            **{k: v for k, v in self.cleaned_data.items() if k != "owner"},
            **self.cleaned_data["owner"],
        }


class SendForm(forms.Form):
    """To whom it goes."""

    person = forms.ChoiceField(label=gettext_lazy("Send it to"))

    def __init__(self, *args: Any, viewer: Viewer, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.people = {one.public_id: one for one in people_to_send_to(viewer)}
        named = [(key, one.name) for key, one in self.people.items()]
        self.fields["person"].choices = [("", ""), *named]  # type: ignore[attr-defined]

    def clean_person(self) -> Person:
        return self.people[self.cleaned_data["person"]]


class AskSiteForm(forms.Form):
    """Which site is asked for a proof."""

    site = forms.ChoiceField(
        label=gettext_lazy("Site"),
        help_text=gettext_lazy("Its lead mentor gets a link that takes a PDF or a photo."),
    )

    def __init__(self, *args: Any, viewer: Viewer, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.sites = {one.public_id: one for one in visible_sites(viewer).order_by("name", "pk")}
        named = [(key, one.name) for key, one in self.sites.items()]
        self.fields["site"].choices = [("", ""), *named]  # type: ignore[attr-defined]

    def clean_site(self) -> Site:
        return self.sites[self.cleaned_data["site"]]


class VerifyForm(forms.Form):
    """A PDF, or its address."""

    file = forms.FileField(label=gettext_lazy("The PDF"), required=False)
    sha256 = forms.CharField(
        label=gettext_lazy("Or its address (SHA-256)"), required=False, max_length=80
    )

    def clean_file(self) -> Any:
        file = self.cleaned_data["file"]
        if file and file.size > LARGEST:
            raise forms.ValidationError(_("This file is larger than 20 MB. It is none of ours."))
        return file

    def clean_sha256(self) -> str:
        address = str(self.cleaned_data["sha256"]).strip().lower()
        if address and (len(address) != 64 or set(address) - set("0123456789abcdef")):  # noqa: PLR2004
            raise forms.ValidationError(_("An address has 64 digits from 0 to f."))
        return address

    def clean(self) -> dict[str, Any]:
        said = self.cleaned_data
        if not self.errors and not said.get("file") and not said.get("sha256"):
            raise forms.ValidationError(_("Choose the PDF, or paste its address."))
        return said
