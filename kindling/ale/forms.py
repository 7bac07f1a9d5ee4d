"""What staff and students fill in about alternative learning."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from datetime import date
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from kindling.ale.models import AlePlace, MonthReview
from kindling.ale.sources import CHOICES
from kindling.people.models import Student
from kindling.schools.models import Person


def works(form: forms.Form, act: Callable[[], Any]) -> bool:
    """Run an action on a valid form; what the action still finds wrong stands in the form."""
    if not form.is_valid():
        return False
    try:
        act()
    except ValidationError as error:
        for name, sentences in error.message_dict.items():
            form.add_error(name if name in form.fields else None, sentences)
        return False
    return True


class ChooseForm(forms.Form):
    """On or off, and what counts."""

    is_on = forms.BooleanField(label=_("Our school keeps alternative learning"), required=False)
    kinds = forms.MultipleChoiceField(
        label=_("What counts as contact here"),
        choices=[(one.key, one.label) for one in CHOICES],
        widget=forms.CheckboxSelectMultiple,
        help_text=_("Ask your district which of these count. A mentor is no teacher of the school."),
    )  # fmt: skip
    warn_days = forms.IntegerField(
        label=_("First warning after so many school days"), min_value=1, max_value=60
    )
    serious_days = forms.IntegerField(
        label=_("Serious after so many school days"), min_value=2, max_value=120
    )


class AddForm(forms.Form):
    """Who learns so, and with whom."""

    students = forms.MultipleChoiceField(label=_("Which students?"))
    teacher = forms.ChoiceField(label=_("With which certificated teacher?"))

    def __init__(
        self, *args: Any, students: Iterable[Student], teachers: Iterable[Person], **kwargs: Any
    ) -> None:
        super().__init__(*args, **kwargs)
        self.people = {one.public_id: one for one in students}
        self.teachers = {one.public_id: one for one in teachers}
        names = [(key, f"{one.name} · {one.grade}") for key, one in self.people.items()]
        self.fields["students"].choices = names  # type: ignore[attr-defined]
        told = [(key, one.name) for key, one in self.teachers.items()]
        self.fields["teacher"].choices = [("", ""), *told]  # type: ignore[attr-defined]

    @property
    def chosen(self) -> tuple[list[Student], Person]:
        sent = self.cleaned_data
        return [self.people[key] for key in sent["students"]], self.teachers[sent["teacher"]]


class PlaceForm(forms.Form):
    """What the plan must say and no page of the plan does."""

    teacher = forms.ChoiceField(label=_("Certificated teacher"))
    hours_week = forms.DecimalField(
        label=_("Hours a week"), min_value=0, max_value=60, decimal_places=1, required=False
    )
    contact_how = forms.ChoiceField(
        label=_("How contact is kept"), choices=[("", ""), *AlePlace.How.choices], required=False
    )

    def __init__(
        self, *args: Any, place: AlePlace, teachers: Iterable[Person], **kwargs: Any
    ) -> None:
        kwargs["initial"] = {
            "teacher": place.teacher.public_id, "hours_week": place.hours_week,
            "contact_how": place.contact_how,
        }  # fmt: skip
        super().__init__(*args, **kwargs)
        self.teachers = {one.public_id: one for one in teachers}
        told = [(key, one.name) for key, one in self.teachers.items()]
        self.fields["teacher"].choices = told  # type: ignore[attr-defined]

    @property
    def facts(self) -> dict[str, Any]:
        return {**self.cleaned_data, "teacher": self.teachers[self.cleaned_data["teacher"]]}


class NoteForm(forms.Form):
    """A contact that nothing else knows of."""

    on = forms.DateField(label=_("Which day?"))
    how = forms.ChoiceField(label=_("How?"), choices=AlePlace.How.choices)
    words = forms.CharField(label=_("What about?"), max_length=300, required=False)


class ReviewForm(forms.Form):
    """How the month went."""

    progress = forms.ChoiceField(label=_("How is it going?"), choices=MonthReview.Progress.choices)
    words = forms.CharField(
        label=_("What did the student do and learn this month?"), max_length=4000,
        widget=forms.Textarea(attrs={"rows": 5, "maxlength": 4000}),
    )  # fmt: skip
    next_steps = forms.CharField(
        label=_("What changes from here?"), max_length=2000, required=False,
        widget=forms.Textarea(attrs={"rows": 3, "maxlength": 2000}),
        help_text=_("Needed when it goes slower or elsewhere than the plan says."),
    )  # fmt: skip


class WordForm(forms.Form):
    """The student's own word about the month."""

    text = forms.CharField(
        label=_("How was this month for you?"), max_length=2000,
        widget=forms.Textarea(attrs={"rows": 4, "maxlength": 2000}),
        help_text=_("Your teacher reads it and keeps it with the review."),
    )  # fmt: skip


class SpanForm(forms.Form):
    """From when until when."""

    first = forms.DateField(label=_("From"))
    last = forms.DateField(label=_("Until"))

    @property
    def span(self) -> tuple[date, date]:
        first, last = self.cleaned_data["first"], self.cleaned_data["last"]
        return min(first, last), max(first, last)
