"""What is filled in around narratives. Their words are saved heading by heading."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from kindling.narratives import rules
from kindling.narratives.structure import Heading
from kindling.schools.models import Person, Term
from kindling.schools.viewer import Viewer


class DaysForm(forms.Form):
    """Title, days and who reads."""

    title = forms.CharField(label=gettext_lazy("What it is called"), max_length=120)
    student_due_on = forms.DateField(label=gettext_lazy("Students hand in by"))
    advisor_due_on = forms.DateField(label=gettext_lazy("Advisors hand in by"))
    release_on = forms.DateField(label=gettext_lazy("Families have them on"))
    reader_reads = forms.BooleanField(
        label=gettext_lazy("Another advisor reads each one first"), required=False
    )
    principal_reads = forms.BooleanField(
        label=gettext_lazy("The principal reads each one"), required=False, initial=True
    )

    def clean(self) -> dict[str, Any]:
        data = self.cleaned_data
        days = [data.get(name) for name in ("student_due_on", "advisor_due_on", "release_on")]
        if None not in days and days != sorted(days, key=str):
            raise forms.ValidationError(
                _("The student’s day comes first, then the advisor’s, then the families’.")
            )
        return data


class StartForm(DaysForm):
    """A round of one term, for some grades or all."""

    term: forms.ModelChoiceField[Term] = forms.ModelChoiceField(
        label=gettext_lazy("Term"), queryset=None, to_field_name="public_id", empty_label=None
    )
    grades = forms.MultipleChoiceField(
        label=gettext_lazy("Grades"), required=False,
        help_text=gettext_lazy("Choose none to write for everybody."),
    )  # fmt: skip
    field_order = ["term", "title", "grades"]

    def __init__(self, *args: Any, viewer: Viewer, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["term"].queryset = Term.of(viewer.school)  # type: ignore[attr-defined]
        grades: Any = self.fields["grades"]
        grades.choices = [(one, one) for one in rules.grades_of(viewer)]
        grades.widget = forms.CheckboxSelectMultiple(choices=grades.choices)


class SubmitForm(forms.Form):
    """Who reads it first."""

    reader: forms.ModelChoiceField[Person] = forms.ModelChoiceField(
        label=gettext_lazy("Who reads it first"), queryset=None, to_field_name="public_id",
        required=False, empty_label=gettext_lazy("Choose a reader"),
    )  # fmt: skip

    def __init__(self, *args: Any, viewer: Viewer, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["reader"].queryset = rules.possible_readers(viewer)  # type: ignore[attr-defined]


class CommentForm(forms.Form):
    """What a reader says when they give it back."""

    comment = forms.CharField(
        label=gettext_lazy("What should the advisor look at again?"), max_length=4000,
        widget=forms.Textarea(attrs={"rows": 4}),
    )  # fmt: skip


class ReasonForm(forms.Form):
    """Why a released narrative is put right."""

    reason = forms.CharField(
        label=gettext_lazy("What is put right, and why?"), max_length=1000,
        widget=forms.Textarea(attrs={"rows": 2}),
        help_text=gettext_lazy("The family reads this with the new version."),
    )  # fmt: skip


class IdeaForm(forms.Form):
    """One change for the next plan."""

    words = forms.CharField(
        label=gettext_lazy("Suggest a change for the next plan"), max_length=1000,
        widget=forms.Textarea(attrs={"rows": 2}),
        help_text=gettext_lazy("The student gets it with the release and decides."),
    )  # fmt: skip


class PlanReleaseForm(forms.Form):
    """A release by itself on a day."""

    on = forms.DateField(label=gettext_lazy("Release by itself on"))
    without = forms.BooleanField(
        label=gettext_lazy("Without those that are not ready then"), required=False
    )


class ChoiceForm(forms.Form):
    """Whether words may leave for a translator."""

    translates = forms.BooleanField(
        label=gettext_lazy("Send released narratives to the translator"), required=False,
        help_text=gettext_lazy(
            "Only for families who read another language, and always marked as a machine’s work."
        ),
    )  # fmt: skip


class HeadingForm(forms.Form):
    """One heading. A row with an empty title is left out."""

    key = forms.CharField(required=False, widget=forms.HiddenInput)
    title = forms.CharField(label=gettext_lazy("Heading"), max_length=120, required=False)
    hint = forms.CharField(label=gettext_lazy("A hint below it"), max_length=300, required=False)
    student_words = forms.IntegerField(
        label=gettext_lazy("Words of the student"), min_value=0, max_value=2000, required=False
    )
    advisor_words = forms.IntegerField(
        label=gettext_lazy("Words of the advisor"), min_value=0, max_value=2000, required=False
    )

    @property
    def row(self) -> tuple[str, Heading] | None:
        """What the action takes; None for a row that was left empty."""
        data = self.cleaned_data
        if not data.get("title", "").strip():  # a row nobody touched holds nothing at all
            return None
        words = (data["student_words"] or 0, data["advisor_words"] or 0)
        return data["key"], Heading(data["title"].strip(), data["hint"].strip(), *words)
