"""An interest in the student's own words."""

from __future__ import annotations

from datetime import date
from typing import Any

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from kindling.interests import rules
from kindling.interests.areas import Area
from kindling.interests.models import Interest
from kindling.schools.viewer import Viewer

OLDEST = date(1990, 1, 1)


class InterestForm(forms.Form):
    """What, why, since when; saves nothing."""

    words = forms.CharField(
        label=gettext_lazy("What are you curious about"),
        help_text=gettext_lazy("In your own words. Only you see it until you share it."),
        max_length=300,
    )
    why = forms.CharField(
        label=gettext_lazy("Why"), max_length=2000, required=False, widget=forms.Textarea
    )
    since_on = forms.DateField(label=gettext_lazy("Since when"), required=False)
    area = forms.ChoiceField(
        label=gettext_lazy("Close to"),
        choices=[("", gettext_lazy("Not sure")), *Area.choices],
        required=False,
    )

    def __init__(self, *args: Any, viewer: Viewer, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.viewer = viewer
        self.fields["since_on"].initial = viewer.school.today()

    def clean_since_on(self) -> date:
        """Empty means today."""
        today = self.viewer.school.today()
        day: date = self.cleaned_data["since_on"] or today
        if day > today:
            raise forms.ValidationError(_("Choose today or an earlier day."))
        if day < OLDEST:
            raise forms.ValidationError(_("Look at the year again."))
        return day


class NewInterestForm(InterestForm):
    """With what it grew out of, where there is something."""

    came_from: forms.ModelChoiceField[Interest] = forms.ModelChoiceField(
        label=gettext_lazy("Did it grow out of another one?"),
        queryset=None,
        required=False,
        to_field_name="public_id",
        empty_label=gettext_lazy("It is new"),
    )

    def __init__(self, *args: Any, viewer: Viewer, **kwargs: Any) -> None:
        super().__init__(*args, viewer=viewer, **kwargs)
        mine = rules.in_order(rules.own_interests(viewer))
        self.fields["came_from"].queryset = mine  # type: ignore[attr-defined]
