"""Days on which a site receives nobody."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy


class SiteClosureForm(forms.Form):
    """Why, and from when to when."""

    label = forms.CharField(
        label=gettext_lazy("Why is it closed?"),
        max_length=120,
        help_text=gettext_lazy("For example: Stocktaking. Students and mentors read it."),
    )
    starts_on = forms.DateField(label=gettext_lazy("First day"))
    ends_on = forms.DateField(
        label=gettext_lazy("Last day"),
        required=False,
        help_text=gettext_lazy("Leave it empty for one day."),
    )

    def clean(self) -> dict[str, Any]:
        data = super().clean() or {}
        if data.get("starts_on") and not data.get("ends_on") and "ends_on" not in self.errors:
            data["ends_on"] = data["starts_on"]
        if data.get("starts_on") and data.get("ends_on") and data["ends_on"] < data["starts_on"]:
            self.add_error("ends_on", _("Choose a last day on or after the first day."))
        return data
