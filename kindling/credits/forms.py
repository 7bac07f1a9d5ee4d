"""Rules, appeals and the school's mode. Forms read and check; actions write."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from kindling.credits.models import Clause, Line, Mode
from kindling.evidence.models import Evidence
from kindling.goals.models import Goal
from kindling.goals.queries import chosen_goals, goal_choices
from kindling.schools.viewer import Viewer

AREA = forms.Textarea


def amount(label: Any, **facts: Any) -> forms.DecimalField:
    """Credits: two places at most."""
    return forms.DecimalField(label=label, max_digits=5, decimal_places=2, **facts)


class ModeForm(forms.Form):
    """How the school says what was learned."""

    mode = forms.ChoiceField(
        label=gettext_lazy("How do you say what was learned?"),
        choices=Mode.choices, widget=forms.RadioSelect,
    )  # fmt: skip


class LineForm(forms.Form):
    """A subject."""

    title = forms.CharField(label=gettext_lazy("What is the subject called?"), max_length=120)
    credits = amount(
        gettext_lazy("How many credits can one year give at most?"), min_value=0.01, initial=1
    )
    asked = amount(
        gettext_lazy("How many does a student need to graduate?"),
        min_value=0, initial=0, help_text=gettext_lazy("0 when none are asked for."),
    )  # fmt: skip


class ClauseForm(forms.Form):
    """One thing that has to be there."""

    kind = forms.ChoiceField(label=gettext_lazy("What has to be there?"), choices=Clause.Kind)
    number = forms.IntegerField(
        label=gettext_lazy("Which number?"), min_value=1, max_value=2000, initial=1,
        help_text=gettext_lazy("The level, how many of them, or the hours of one credit."),
    )  # fmt: skip
    goals = forms.MultipleChoiceField(label=gettext_lazy("Which goals?"), required=False)
    piece = forms.ChoiceField(
        label=gettext_lazy("Which kind of piece?"), required=False,
        choices=[("", gettext_lazy("Any kind")), *Evidence.Kind.choices],
    )  # fmt: skip
    words = forms.CharField(
        label=gettext_lazy("Words in the course’s name"), max_length=120, required=False
    )
    way = forms.IntegerField(
        label=gettext_lazy("Belongs to way number"), min_value=1, max_value=9, initial=1,
        help_text=gettext_lazy("All things of one way count together. One way is enough."),
    )  # fmt: skip

    def __init__(self, *args: Any, viewer: Viewer, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.viewer = viewer
        self.fields["goals"].choices = goal_choices(viewer)  # type: ignore[attr-defined]

    @property
    def facts(self) -> dict[str, Any]:
        """For the action."""
        goals: list[Goal] = chosen_goals(self.viewer, self.cleaned_data["goals"])
        return {**self.cleaned_data, "goals": goals}


class ApproveForm(forms.Form):
    """What is new."""

    changes = forms.CharField(
        label=gettext_lazy("What is new in it?"), max_length=1000, required=False, widget=AREA
    )


class AppealForm(forms.Form):
    """Which subject, and why."""

    line = forms.ChoiceField(label=gettext_lazy("Which subject?"))
    words = forms.CharField(
        label=gettext_lazy("Why should it count for more?"), max_length=4000, widget=AREA,
        help_text=gettext_lazy("Say which work the rule does not see."),
    )  # fmt: skip

    def __init__(self, *args: Any, lines: list[Line], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.lines = {line.public_id: line for line in lines}
        choices = [(key, line.title) for key, line in self.lines.items()]
        self.fields["line"].choices = choices  # type: ignore[attr-defined]

    @property
    def chosen(self) -> Line:
        return self.lines[self.cleaned_data["line"]]


class DecideForm(forms.Form):
    """How much, and why. 0: it stays as it is."""

    amount = amount(
        gettext_lazy("How many credits more?"), min_value=0, max_value=20, initial=0,
        help_text=gettext_lazy("0 means that it stays as it is."),
    )  # fmt: skip
    reason = forms.CharField(
        label=gettext_lazy("Why?"), max_length=1000, widget=AREA,
        help_text=gettext_lazy("The student and the family read it."),
    )  # fmt: skip


class CorrectForm(AppealForm):
    """Put right what was given."""

    amount = amount(
        gettext_lazy("How many credits more?"), min_value=-20, max_value=20,
        help_text=gettext_lazy("Below 0 takes some back. What was given stays on the record."),
    )  # fmt: skip
    words = forms.CharField(label=gettext_lazy("Why?"), max_length=1000, widget=AREA)

    def clean_amount(self) -> Any:
        """Not nothing."""
        found = self.cleaned_data["amount"]
        if not found:
            raise forms.ValidationError(_("Say how many more, or how many less."))
        return found
