"""A CASE package."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from kindling.goals.case.reading import MOST_BYTES


class PackageForm(forms.Form):
    """One file."""

    file = forms.FileField(
        label=gettext_lazy("CASE package"),
        help_text=gettext_lazy("A .json file of at most 20 MB, version 1.0 or 1.1."),
        error_messages={"empty": gettext_lazy("This file is empty. Choose another one.")},
        widget=forms.FileInput(attrs={"accept": ".json,application/json"}),
    )

    def clean_file(self) -> Any:
        file = self.cleaned_data["file"]
        if file.size > MOST_BYTES:
            raise forms.ValidationError(_("The file is larger than 20 MB."))
        return file
