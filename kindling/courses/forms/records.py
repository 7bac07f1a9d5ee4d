"""State tests, what the state asks for, and a roster in lines."""

from __future__ import annotations

from typing import Any, cast

from django import forms
from django.utils.translation import gettext_lazy as _

from kindling.courses import rules
from kindling.courses.actions.testing import Result
from kindling.courses.models import Met, StateTest
from kindling.schools.viewer import Viewer

NAMES = ("title", "on", "result", "outcome", "is_required", "reason")


class StateTestForm(forms.Form):
    """One result, as the state words it."""

    title = forms.CharField(
        label=_("Which test?"), max_length=200, help_text=_("For example: Math, grade 10, spring.")
    )
    on = forms.DateField(label=_("When was it?"))
    result = forms.CharField(
        label=_("Result, as the state words it"), max_length=200, required=False
    )
    outcome = forms.ChoiceField(label=_("What does it mean?"), choices=StateTest.Outcome.choices)
    is_required = forms.BooleanField(label=_("The state asks for it"), required=False, initial=True)
    reason = forms.CharField(label=_("If exempt: why?"), max_length=500, required=False)
    why = forms.CharField(label=_("Why is it corrected?"), max_length=500)

    def __init__(self, *args: Any, corrects: StateTest | None = None, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if corrects is not None:
            self.initial = {name: getattr(corrects, name) for name in NAMES}
            return
        del self.fields["why"]
        kept = [one for one in StateTest.Outcome.choices if one[0] != "withdrawn"]
        self.fields["outcome"].choices = kept  # type: ignore[attr-defined]

    @property
    def facts(self) -> Result:
        return cast("Result", {name: self.cleaned_data[name] for name in NAMES})


class RequiredForm(forms.Form):
    """Something that everybody has to have done."""

    title = forms.CharField(label=_("What is asked for?"), max_length=200)
    grade = forms.CharField(
        label=_("By the end of grade"), max_length=10, required=False,
        help_text=_("Empty: whenever it fits."),
    )  # fmt: skip
    note = forms.CharField(
        label=_("How may it be met?"), max_length=300, required=False,
        help_text=_("Students and families can read this."),
    )  # fmt: skip


class MetForm(forms.Form):
    """A student has it already."""

    required: Any = forms.ModelChoiceField(
        label=_("What is met?"), queryset=None, to_field_name="public_id"
    )
    how = forms.ChoiceField(label=_("How?"), choices=Met.How.choices)
    note = forms.CharField(label=_("Where, or by which rule?"), max_length=300, required=False)

    def __init__(self, *args: Any, viewer: Viewer, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        required: Any = self.fields["required"]
        required.queryset = rules.visible_required(viewer)


class EnterForm(forms.Form):
    """A roster: a file, or lines."""

    course: Any = forms.ModelChoiceField(
        label=_("For which course?"), queryset=None, to_field_name="public_id", required=False,
        empty_label=_("The column “Course” says it"),
    )  # fmt: skip
    file = forms.FileField(
        label=_("A spreadsheet"), required=False, help_text=_("CSV or XLSX, the first sheet.")
    )
    lines = forms.CharField(
        label=_("Or paste the rows here"), required=False, max_length=200_000,
        widget=forms.Textarea(attrs={"rows": 8}),
        help_text=_("First the names of the columns: Number or Name, From, Course."),
    )  # fmt: skip

    def __init__(self, *args: Any, viewer: Viewer, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        courses = rules.visible_courses(viewer).filter(
            state="on", ends_on__gte=viewer.school.today()
        )
        if not viewer.is_leader:
            courses = courses.filter(teacher=viewer.person_id)
        course: Any = self.fields["course"]
        course.queryset = courses.order_by("title", "pk")
