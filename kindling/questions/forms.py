"""What leaders write, and what a student says once a term. Forms read; actions write."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from kindling.advisory.models import Advisory
from kindling.advisory.rules import visible_advisories
from kindling.consents.protected import looked_field
from kindling.questions.models import Pack, Pulse, Question
from kindling.schools.viewer import Viewer


class PackForm(forms.Form):
    """A pack's name, days and audience."""

    label = forms.CharField(
        label=_("What are these questions about?"), max_length=120, help_text=_("For leaders only.")
    )
    moment = forms.ChoiceField(
        label=_("When are they asked?"),
        choices=Pack.Moment.choices,
        initial=Pack.Moment.CHECK_OUT,
        help_text=_("Mentors answer theirs when they confirm a day."),
    )
    starts_on = forms.DateField(label=_("First day"))
    ends_on = forms.DateField(label=_("Last day"), help_text=_("Then they stop by themselves."))
    grade = forms.CharField(label=_("Only this grade"), max_length=10, required=False)
    advisory: forms.ModelChoiceField[Advisory] = forms.ModelChoiceField(
        label=_("Only this advisory"),
        queryset=None,
        required=False,
        to_field_name="public_id",
        empty_label=_("Everybody"),
    )
    is_shared = forms.BooleanField(
        label=_("The student reads what the mentor answers"), required=False, initial=True
    )

    def __init__(self, *args: Any, viewer: Viewer, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        advisories = visible_advisories(viewer).order_by("name", "pk")
        self.fields["advisory"].queryset = advisories  # type: ignore[attr-defined]


class QuestionForm(forms.Form):
    """One question, for one side or for both."""

    for_student = forms.CharField(
        label=_("Ask the student"),
        max_length=200,
        required=False,
        help_text=_("For example: Did you learn something new today?"),
    )
    for_mentor = forms.CharField(
        label=_("Ask the mentor the same, in other words"),
        max_length=200,
        required=False,
        help_text=_("For example: Did you show them something new today?"),
    )
    kind = forms.ChoiceField(
        label=_("How is it answered?"), choices=Question.Kind.choices, initial=Question.Kind.SCALE
    )
    options = forms.CharField(
        label=_("Answers to choose from"),
        required=False,
        widget=forms.Textarea(attrs={"rows": 4}),
        help_text=_("One on each line, for “one of several” only."),
    )

    looked = looked_field()

    def clean_options(self) -> list[str]:
        return str(self.cleaned_data["options"]).splitlines()


NUMBERS = [
    ("1", _("1 not at all")),
    ("2", _("2 a little")),
    ("3", _("3 quite")),
    ("4", _("4 very")),
]


class PulseForm(forms.Form):
    """Three numbers and a line."""

    relationship = forms.TypedChoiceField(
        label=_("My mentor and I get on well"), choices=NUMBERS, coerce=int
    )
    relevance = forms.TypedChoiceField(
        label=_("It fits what I want to learn"), choices=NUMBERS, coerce=int
    )
    interest = forms.TypedChoiceField(
        label=_("The work is interesting"), choices=NUMBERS, coerce=int
    )
    line = forms.CharField(
        label=_("A line about it"), max_length=500, required=False,
    )  # fmt: skip
    is_shared = forms.BooleanField(label=_("My mentor may read my line"), required=False)

    @property
    def numbers(self) -> dict[str, int]:
        return {part: self.cleaned_data[part] for part in Pulse.PARTS}
