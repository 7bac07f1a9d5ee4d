"""A goal of a student's own."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from kindling.goals.models import Goal
from kindling.goals.queries import current_goals
from kindling.schools.viewer import Viewer


class OwnGoalForm(forms.Form):
    """What the student is after, and which of the school's goals it goes with."""

    words = forms.CharField(label=gettext_lazy("What do you want to reach?"), max_length=300)
    why = forms.CharField(
        label=gettext_lazy("Why does it matter to you?"),
        max_length=2000,
        required=False,
        widget=forms.Textarea,
    )
    goal = forms.ChoiceField(
        label=gettext_lazy("Does it go with one of the school’s goals?"), required=False
    )

    def __init__(self, *args: Any, viewer: Viewer, was: Goal | None = None, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        roots = [goal for goal in current_goals(viewer.school) if goal.depth == 0]
        self.roots = {goal.public_id: goal for goal in roots}
        choices = [("", _("It stands by itself")), *((g.public_id, g.title) for g in roots)]
        self.fields["goal"].choices = choices  # type: ignore[attr-defined]
        # What was chosen of an earlier version is the same goal of this one.
        same = (g.public_id for g in roots if was and g.identifier == was.identifier)
        self.fields["goal"].initial = next(same, "")

    def clean_goal(self) -> Goal | None:
        """The goal itself."""
        return self.roots.get(self.cleaned_data["goal"])
