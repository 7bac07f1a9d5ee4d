"""What a student writes, chooses and practises before the date."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from kindling.evidence.models import Evidence
from kindling.evidence.queries import pickable
from kindling.exhibitions.models import Kind, Panelist
from kindling.people.models import Student
from kindling.schools.models import Person, Term
from kindling.schools.viewer import Viewer


class BeginForm(forms.Form):
    """Whose, which kind, in which term."""

    student = forms.ChoiceField(label=_("Whose exhibition?"))
    kind = forms.ChoiceField(label=_("Which kind?"))
    term = forms.ChoiceField(label=_("In which term?"), required=False)

    def __init__(
        self,
        *args: Any,
        students: Iterable[Student],
        kinds: Iterable[Kind],
        terms: Iterable[Term],
        **kwargs: Any,
    ) -> None:
        super().__init__(*args, **kwargs)
        self.students = {one.public_id: one for one in students}
        self.kinds = {one.public_id: one for one in kinds}
        self.terms = {one.public_id: one for one in terms}
        people = [(key, one.name) for key, one in self.students.items()]
        if len(people) == 1:
            self.fields["student"].widget = forms.HiddenInput()
            self.initial["student"] = people[0][0]
        self._choose("student", people if len(people) == 1 else [("", ""), *people])
        self._choose("kind", [(key, one.title) for key, one in self.kinds.items()])
        self._choose("term", [(key, one.label) for key, one in self.terms.items()])

    def _choose(self, name: str, told: list[tuple[str, str]]) -> None:
        self.fields[name].choices = told  # type: ignore[attr-defined]

    @property
    def facts(self) -> dict[str, Any]:
        sent = self.cleaned_data
        return {
            "student": self.students[sent["student"]], "kind": self.kinds[sent["kind"]],
            "term": self.terms.get(sent["term"]),
        }  # fmt: skip


class TitleForm(forms.Form):
    """What it is called, and whether the programme says so."""

    title = forms.CharField(label=_("What is it called?"), max_length=200)
    is_listed = forms.BooleanField(
        label=_("The programme may name me"), required=False,
        help_text=_("First name and title, for everybody who opens the school’s programme."),
    )  # fmt: skip


class PiecesForm(forms.Form):
    """Pieces of the student's that are on the screen."""

    pieces: forms.ModelMultipleChoiceField[Evidence] = forms.ModelMultipleChoiceField(
        queryset=None, to_field_name="public_id"
    )

    def __init__(self, *args: Any, viewer: Viewer, student: Student, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["pieces"].queryset = pickable(viewer, student)  # type: ignore[attr-defined]


class TicksForm(forms.Form):
    """Who of the panel may see a piece beforehand."""

    panelists = forms.MultipleChoiceField(
        label=_("Who may see it beforehand?"), required=False, widget=forms.CheckboxSelectMultiple
    )

    def __init__(self, *args: Any, panel: Iterable[Panelist], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.panel = {one.public_id: one for one in panel}
        told = [(key, one.name) for key, one in self.panel.items()]
        self.fields["panelists"].choices = told  # type: ignore[attr-defined]

    @property
    def chosen(self) -> list[Panelist]:
        return [self.panel[key] for key in self.cleaned_data["panelists"]]


class RehearsalForm(forms.Form):
    """When, where, and in front of whom."""

    on = forms.DateField(label=_("Which day?"))
    place = forms.CharField(label=_("Where?"), max_length=120, required=False)
    people = forms.MultipleChoiceField(label=_("Who listens?"), widget=forms.CheckboxSelectMultiple)
    question = forms.CharField(label=_("What shall they look at?"), max_length=300, required=False)

    def __init__(self, *args: Any, people: Iterable[Person], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.listeners = {one.public_id: one for one in people}
        told = [(key, one.name) for key, one in self.listeners.items()]
        self.fields["people"].choices = told  # type: ignore[attr-defined]

    @property
    def facts(self) -> dict[str, Any]:
        sent = self.cleaned_data
        return {**sent, "people": [self.listeners[key] for key in sent["people"]]}


class FeedbackForm(forms.Form):
    """Two questions: warm and cool."""

    warm = forms.CharField(
        label=_("Warm: what was strong?"), max_length=2000,
        widget=forms.Textarea(attrs={"rows": 3}),
    )  # fmt: skip
    cool = forms.CharField(
        label=_("Cool: what would make it stronger?"), max_length=2000,
        widget=forms.Textarea(attrs={"rows": 3}),
    )  # fmt: skip


class ChangesForm(forms.Form):
    """What the student does with it."""

    changes = forms.CharField(
        label=_("What will you change?"), max_length=2000, required=False,
        widget=forms.Textarea(attrs={"rows": 3}),
    )  # fmt: skip
