"""What people write about credentials."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from kindling.credentials.models import Credential
from kindling.schools.viewer import Viewer

LARGEST = 512 * 1024
MOST_SKILLS = 8


class AwardForm(forms.Form):
    """How long it holds, if it runs out."""

    until_on = forms.DateField(
        label=gettext_lazy("The last day it holds (empty: for ever)"), required=False,
        widget=forms.DateInput(attrs={"type": "date"}),
    )  # fmt: skip

    def __init__(self, data: Any = None, *, viewer: Viewer) -> None:
        super().__init__(data)
        self.today = viewer.school.today()

    def clean_until_on(self) -> Any:
        day = self.cleaned_data["until_on"]
        if day and day < self.today:
            raise forms.ValidationError(_("The last day has passed already. Choose a later one."))
        return day


class RevokeForm(forms.Form):
    """Why it holds no more. The student reads it."""

    reason = forms.CharField(
        label=gettext_lazy("Why? The student reads it"), max_length=300,
        widget=forms.Textarea(attrs={"rows": 2}),
    )  # fmt: skip


class EndorseForm(forms.Form):
    """A mentor's words, and the skills they saw."""

    words = forms.CharField(
        label=gettext_lazy("What would you tell somebody who thinks of hiring them?"),
        max_length=2000, widget=forms.Textarea(attrs={"rows": 6}),
    )  # fmt: skip
    skills = forms.CharField(
        label=gettext_lazy("What they can do, one in a line"), max_length=600, required=False,
        widget=forms.Textarea(attrs={"rows": 4}),
    )  # fmt: skip

    def clean_skills(self) -> list[str]:
        lines = [line.strip() for line in self.cleaned_data["skills"].splitlines()]
        return [line[:80] for line in lines if line][:MOST_SKILLS]


class CheckForm(forms.Form):
    """A credential as a file or as text; and whom it should be about."""

    file = forms.FileField(label=gettext_lazy("The file (JSON, PNG, SVG or JWT)"), required=False)
    text = forms.CharField(
        label=gettext_lazy("Or paste it here"), required=False, max_length=LARGEST,
        widget=forms.Textarea(attrs={"rows": 4, "spellcheck": "false"}),
    )  # fmt: skip
    who = forms.CharField(
        label=gettext_lazy("Whose is it? Their name or e-mail, if you want to know"),
        required=False, max_length=300,
    )  # fmt: skip

    def clean_file(self) -> Any:
        file = self.cleaned_data["file"]
        if file and file.size > LARGEST:
            raise forms.ValidationError(_("This file is too large for a credential."))
        return file

    def clean(self) -> dict[str, Any]:
        told = self.cleaned_data
        if not self.errors and not told.get("file") and not told.get("text"):
            raise forms.ValidationError(_("Choose a file, or paste the credential."))
        return told

    @property
    def given(self) -> bytes:
        """What was handed in."""
        file = self.cleaned_data["file"]
        return file.read() if file else str(self.cleaned_data["text"]).encode()


FORMATS = {
    "json": "application/vc+ld+json", "jwt": "application/vc+jwt", "png": "image/png",
    "svg": "image/svg+xml",
}  # fmt: skip
KINDS = (Credential.Kind.INTERNSHIP, Credential.Kind.COMPETENCY, Credential.Kind.GRADUATION)
