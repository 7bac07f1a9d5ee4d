"""What is asked to begin a hand-over, and what a student may say to a letter."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy

from kindling.advisory.models import AdvisoryAdvisor
from kindling.handover.rules import leads_lately, next_people
from kindling.schools.models import Person
from kindling.schools.viewer import Viewer


class StartForm(forms.Form):
    """Who leaves which group, when, and who comes."""

    lead: forms.ModelChoiceField[AdvisoryAdvisor] = forms.ModelChoiceField(
        label=gettext_lazy("Who leaves"), queryset=None, to_field_name="public_id",
        empty_label=None,
    )  # fmt: skip
    last_on = forms.DateField(label=gettext_lazy("Their last day"))
    next: forms.ModelChoiceField[Person] = forms.ModelChoiceField(
        label=gettext_lazy("Who takes over"), queryset=None, to_field_name="public_id",
        required=False, empty_label=gettext_lazy("Not known yet"),
    )  # fmt: skip

    def __init__(self, *args: Any, viewer: Viewer, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        lead: Any = self.fields["lead"]
        lead.queryset = leads_lately(viewer)
        lead.label_from_instance = lambda row: f"{row.person.name} · {row.advisory.name}"
        self.fields["next"].queryset = next_people(viewer)  # type: ignore[attr-defined]
        self.fields["last_on"].initial = viewer.school.today()


class NextForm(forms.Form):
    """Who takes over."""

    next: forms.ModelChoiceField[Person] = forms.ModelChoiceField(
        label=gettext_lazy("Who takes over"), queryset=None, to_field_name="public_id"
    )

    def __init__(self, *args: Any, viewer: Viewer, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["next"].queryset = next_people(viewer)  # type: ignore[attr-defined]


class AskForm(forms.Form):
    """What should be put right."""

    text = forms.CharField(
        label=gettext_lazy("What should be another way?"), max_length=4000,
        widget=forms.Textarea(attrs={"rows": 3}),
    )  # fmt: skip


class AgreeForm(forms.Form):
    """Words of one's own, if one likes."""

    own_words = forms.CharField(
        label=gettext_lazy("Your own words to your next advisor"), max_length=4000,
        required=False, widget=forms.Textarea(attrs={"rows": 3}),
    )  # fmt: skip
