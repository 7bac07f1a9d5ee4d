"""Days off, as the office types them."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from kindling.schedule.models import Closure
from kindling.schedule.rules import grades_of
from kindling.schools.viewer import Viewer


class ClosureForm(forms.Form):
    """Why the school is closed, and from when to when."""

    kind = forms.ChoiceField(
        label=_("What kind of day?"), choices=Closure.Kind.choices, initial=Closure.Kind.HOLIDAY
    )
    label = forms.CharField(
        label=_("Why is the school closed?"),
        max_length=120,
        help_text=_("For example: Fall break, Snow day. Families and mentors read it."),
    )
    starts_on = forms.DateField(label=_("First day off"))
    ends_on = forms.DateField(
        label=_("Last day off"), required=False, help_text=_("Leave it empty for one day.")
    )

    grades = forms.MultipleChoiceField(
        label=_("Only for these grades"),
        required=False,
        widget=forms.CheckboxSelectMultiple,
        help_text=_("Choose none, and it is for everybody."),
    )

    def __init__(self, *args: Any, viewer: Viewer, is_snow: bool = False, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        kind = self.fields["kind"]
        assert isinstance(kind, forms.ChoiceField)  # noqa: S101  for the type checker
        # A snow day is called on its own page, which tells everybody.
        snow = Closure.Kind.SNOW
        kind.choices = [one for one in Closure.Kind.choices if (one[0] == snow) == is_snow]
        grades = self.fields["grades"]
        assert isinstance(grades, forms.MultipleChoiceField)  # noqa: S101  for the type checker
        grades.choices = [(grade, grade) for grade in grades_of(viewer.school)]

    def clean(self) -> dict[str, Any]:
        data = self.cleaned_data
        if data.get("starts_on") and not data.get("ends_on") and "ends_on" not in self.errors:
            data["ends_on"] = data["starts_on"]
        if data.get("starts_on") and data.get("ends_on") and data["ends_on"] < data["starts_on"]:
            self.add_error("ends_on", _("The last day must not come before the first day."))
        return data
