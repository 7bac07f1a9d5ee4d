"""What a family allows to be known in an emergency."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from kindling.people.models import Student
from kindling.people.rules import YEAR, may_allow
from kindling.schools.viewer import Viewer

USUAL = timedelta(days=300)  # about a school year


class CareNoteForm(forms.Form):
    """Offers only those who may speak for this student; saves nothing."""

    text = forms.CharField(
        label=gettext_lazy("What should be known in an emergency"),
        help_text=gettext_lazy("For example: allergic to peanuts, carries an EpiPen."),
        max_length=500,
    )
    allowed_by: Any = forms.ModelChoiceField(
        label=gettext_lazy("Who allows it"),
        queryset=None,
        to_field_name="public_id",
        empty_label=None,
    )
    until_on = forms.DateField(
        label=gettext_lazy("Until when"),
        help_text=gettext_lazy("This day counts. At most a year."),
        widget=forms.DateInput(attrs={"type": "date"}),
    )

    def __init__(self, *args: Any, viewer: Viewer, student: Student, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.viewer = viewer
        allowing: Any = self.fields["allowed_by"]
        allowing.queryset = may_allow(viewer, student)
        self.fields["until_on"].initial = viewer.school.today() + USUAL

    def clean_until_on(self) -> date:
        day: date = self.cleaned_data["until_on"]
        today = self.viewer.school.today()
        if not today <= day <= today + YEAR:
            raise forms.ValidationError(_("Choose a day from today to a year from now."))
        return day
