"""What is said about moods. Forms read; actions write."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy

from kindling.advisory.models import Advisory
from kindling.advisory.rules import visible_advisories
from kindling.moods import rules
from kindling.moods.models import Mood
from kindling.schools.models import Person
from kindling.schools.viewer import Viewer

DAY = {"type": "date"}


class MoodForm(forms.Form):
    """How one is, and a few words."""

    feeling = forms.TypedChoiceField(
        label=gettext_lazy("How are you today?"),
        choices=[(str(one.value), one.label) for one in reversed(Mood.Feeling)],
        coerce=int,
        widget=forms.RadioSelect,
    )
    text = forms.CharField(
        label=gettext_lazy("Do you want to say more?"),
        max_length=1000,
        required=False,
        widget=forms.Textarea(attrs={"rows": 3}),
    )


class AnswerForm(forms.Form):
    """The answer to a student."""

    text = forms.CharField(
        label=gettext_lazy("Your answer"),
        max_length=1000,
        widget=forms.Textarea(attrs={"rows": 3}),
    )


class PromiseForm(forms.Form):
    """Whom the school asks to answer, for whom, and within how many hours."""

    person: forms.ModelChoiceField[Person] = forms.ModelChoiceField(
        label=gettext_lazy("Who?"), queryset=None, to_field_name="public_id"
    )
    advisory: forms.ModelChoiceField[Advisory] = forms.ModelChoiceField(
        label=gettext_lazy("Whom they answer"),
        queryset=None,
        to_field_name="public_id",
        required=False,
        empty_label=gettext_lazy("The whole school"),
    )
    reply_hours = forms.IntegerField(
        label=gettext_lazy("Answers within how many hours?"),
        min_value=1,
        max_value=72,
        initial=8,
        help_text=gettext_lazy("Nights and weekends count. Then the principal is told."),
    )

    def __init__(self, *args: Any, viewer: Viewer, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["person"].queryset = rules.people_to_ask(viewer)  # type: ignore[attr-defined]
        self.fields["advisory"].queryset = visible_advisories(viewer)  # type: ignore[attr-defined]


class AwayForm(forms.Form):
    """When one is away."""

    first = forms.DateField(
        label=gettext_lazy("Away from"), required=False, widget=forms.DateInput(attrs=DAY)
    )
    last = forms.DateField(
        label=gettext_lazy("Last day away"), required=False, widget=forms.DateInput(attrs=DAY)
    )
