"""What got lost, and what is written about it."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from kindling.privacy.models import Breach
from kindling.schools.models import Person
from kindling.schools.viewer import Viewer


class ReportForm(forms.Form):
    """One case. The days bound what is looked up."""

    kind = forms.ChoiceField(
        label=gettext_lazy("What got lost?"), choices=Breach.Kind.choices, widget=forms.RadioSelect
    )
    person: Any = forms.ModelChoiceField(
        label=gettext_lazy("Whose was it?"), queryset=None, to_field_name="public_id",
        required=False,
        help_text=gettext_lazy("Whom it touches follows from what they could open."),
    )  # fmt: skip
    since_on = forms.DateField(
        label=gettext_lazy("Since when may somebody else have looked?"),
        widget=forms.DateInput(attrs={"type": "date"}),
    )
    until_on = forms.DateField(
        label=gettext_lazy("Until when?"), widget=forms.DateInput(attrs={"type": "date"})
    )
    happened = forms.CharField(
        label=gettext_lazy("What happened?"), max_length=4000, widget=forms.Textarea
    )

    def __init__(self, *args: Any, viewer: Viewer, people: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.today = viewer.school.today()
        whose: Any = self.fields["person"]
        whose.queryset = people
        whose.label_from_instance = Person.__str__
        self.fields["until_on"].initial = self.today

    def clean(self) -> dict[str, Any]:
        """The days are in order and not to come; all but "something else" is somebody's."""
        told = super().clean() or self.cleaned_data
        first, last = told.get("since_on"), told.get("until_on")
        if first and last and not first <= last <= self.today:
            self.add_error("until_on", _("Choose a first and a last day up to today."))
        if told.get("kind") != Breach.Kind.OTHER and not told.get("person"):
            self.add_error("person", _("Say whose it was."))
        return told


class LetterForm(forms.Form):
    """The principal's own sentences."""

    words = forms.CharField(
        label=gettext_lazy("Your own words"), max_length=2000, widget=forms.Textarea,
        required=False, help_text=gettext_lazy("They stand in every letter as you write them."),
    )  # fmt: skip


class WordForm(forms.Form):
    """A line of the log."""

    text = forms.CharField(
        label=gettext_lazy("Write a line"), max_length=2000,
        widget=forms.Textarea(attrs={"rows": 3}),
    )  # fmt: skip
