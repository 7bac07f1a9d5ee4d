"""A question between two schools, and its answer."""

from __future__ import annotations

from django import forms
from django.utils.translation import gettext_lazy as _


class AskForm(forms.Form):
    """Why the other school should say yes."""

    why = forms.CharField(
        label=_("For whom, and what would you ask them?"), max_length=1000,
        help_text=_("The other school reads it. Leave out students’ names."),
        widget=forms.Textarea(attrs={"rows": 3}),
    )  # fmt: skip


class AnswerForm(forms.Form):
    """Yes or no, with words if one likes."""

    said = forms.ChoiceField(choices=[("yes", _("Yes")), ("no", _("No"))])
    words = forms.CharField(
        label=_("A word to them"), max_length=1000, required=False,
        widget=forms.Textarea(attrs={"rows": 2}),
    )  # fmt: skip
