"""What staff write and students choose. Nothing is saved here."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from kindling.consents.protected import Topic
from kindling.schools.viewer import Viewer
from kindling.surveys import rules
from kindling.surveys.models import Survey, SurveyQuestion

DAY = {"type": "date"}


class SurveyForm(forms.Form):
    """What it is for, whom it asks, and when."""

    title = forms.CharField(label=gettext_lazy("What is it called?"), max_length=120)
    why = forms.CharField(
        label=gettext_lazy("What will the school do with the answers?"),
        help_text=gettext_lazy("Students and families read this."),
        max_length=500,
        widget=forms.Textarea(attrs={"rows": 3}),
    )
    grades = forms.MultipleChoiceField(label=gettext_lazy("Grades"), required=False)
    advisories = forms.MultipleChoiceField(
        label=gettext_lazy("Advisories"),
        help_text=gettext_lazy("Choose no grade and no advisory to ask the whole school."),
        required=False,
    )
    opens_on = forms.DateField(label=gettext_lazy("First day"), widget=forms.DateInput(attrs=DAY))
    closes_on = forms.DateField(label=gettext_lazy("Last day"), widget=forms.DateInput(attrs=DAY))
    needs_yes = forms.BooleanField(
        label=gettext_lazy("Only students whose family says yes"),
        help_text=gettext_lazy(
            "The law asks for it where federal money pays for the survey and students must take part."
        ),
        required=False,
    )

    def __init__(self, *args: Any, viewer: Viewer, survey: Survey | None = None, **kw: Any) -> None:
        super().__init__(*args, **kw)
        grades: Any = self.fields["grades"]
        grades.choices = [(one, one) for one in rules.grades_here(viewer)]
        advisories: Any = self.fields["advisories"]
        advisories.choices = [(one.public_id, one.name) for one in rules.advisories_here(viewer)]
        if survey:
            self.initial = {name: getattr(survey, name) for name in self.base_fields}

    def clean(self) -> dict[str, Any]:
        """The last day is not before the first."""
        found = super().clean() or self.cleaned_data
        first, last = found.get("opens_on"), found.get("closes_on")
        if first and last and last < first:
            self.add_error("closes_on", _("Choose a last day that is not before the first."))
        return found


class QuestionForm(forms.Form):
    """A question, its choices, and the protected topic it asks about."""

    text = forms.CharField(label=gettext_lazy("Question"), max_length=300)
    choices = forms.CharField(
        label=gettext_lazy("Choices, one on each line"),
        max_length=600,
        widget=forms.Textarea(attrs={"rows": 4}),
    )
    topic = forms.ChoiceField(
        label=gettext_lazy("Does it ask about one of these?"),
        help_text=gettext_lazy("Then families are told first, and may say no."),
        choices=[("", gettext_lazy("None of them")), *Topic.choices],
        required=False,
    )

    def clean_choices(self) -> list[str]:
        """Two to seven, each once."""
        lines = [" ".join(line.split())[:80] for line in self.cleaned_data["choices"].splitlines()]
        found = list(dict.fromkeys(line for line in lines if line))
        if not 2 <= len(found) <= 7:  # noqa: PLR2004 (the sentence says them)
            raise forms.ValidationError(_("Write two to seven choices, one on each line."))
        return found


class TakeForm(forms.Form):
    """The questions of one survey; each may be left out."""

    def __init__(self, *args: Any, questions: list[SurveyQuestion], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.questions = questions
        for one in questions:
            choices = [(str(at), text) for at, text in enumerate(one.choices)]
            self.fields[one.public_id] = forms.ChoiceField(
                label=one.text, choices=choices, required=False, widget=forms.RadioSelect
            )

    @property
    def chosen(self) -> dict[int, int]:
        """Question's key → place of the choice; what was left out is not there."""
        said = {one.pk: self.cleaned_data[one.public_id] for one in self.questions}
        return {key: int(value) for key, value in said.items() if value != ""}
