"""What a student shares of an internship, and who takes one over."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy

from kindling.placements import rules
from kindling.placements.models import Placement
from kindling.schools.models import Person
from kindling.schools.viewer import Viewer


class MemoryForm(forms.Form):
    """One line in the student's words, and under which name."""

    made = forms.CharField(
        label=gettext_lazy("What did you make or do there?"),
        help_text=gettext_lazy("One line. Students and families of the school read it."),
        max_length=300,
    )
    project = forms.CharField(
        label=gettext_lazy("Title of your project"), max_length=200, required=False
    )
    shown_as = forms.CharField(
        label=gettext_lazy("Name to show"),
        help_text=gettext_lazy("Your first name, another name, or empty for none."),
        max_length=80,
        required=False,
    )


class HandOverForm(forms.Form):
    """Another mentor of the same site."""

    mentor: forms.ModelChoiceField[Person] = forms.ModelChoiceField(
        label=gettext_lazy("Who takes over"), queryset=None, to_field_name="public_id"
    )

    def __init__(self, *args: Any, viewer: Viewer, placement: Placement, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        here = rules.mentors_at(placement.site, viewer.school.today())
        others = here.exclude(pk=placement.mentor_id)
        self.fields["mentor"].queryset = others  # type: ignore[attr-defined]
