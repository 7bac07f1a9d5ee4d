"""What the bearer of a pass types."""

from __future__ import annotations

from django import forms
from django.utils.translation import gettext_lazy as _

from kindling.kit.text import digits


class CodeForm(forms.Form):
    """Six digits from the message; spaces do not matter."""

    code = forms.CharField(
        label=_("Your code"),
        max_length=12,
        widget=forms.TextInput(attrs={"inputmode": "numeric", "autocomplete": "one-time-code"}),
    )

    def clean_code(self) -> str:
        return digits(self.cleaned_data["code"])
