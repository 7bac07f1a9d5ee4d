"""What is said on the page, and what staff write. Nothing is saved here."""

from __future__ import annotations

from datetime import date
from typing import Any

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from kindling.consents.models import ConsentWord
from kindling.schools.models import Person


class AnswerForm(forms.Form):
    """Yes, no, taken back or read; and, if one likes, until when."""

    says = forms.ChoiceField(choices=ConsentWord.Says.choices)
    sha256 = forms.CharField(max_length=64)
    until = forms.DateField(
        label=gettext_lazy("Only until this day"),
        help_text=gettext_lazy("If you leave it empty, the school’s own last day counts."),
        required=False,
        widget=forms.DateInput(attrs={"type": "date"}),
    )

    def __init__(self, *args: Any, today: date, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.today = today

    def clean_until(self) -> date | None:
        """A yes that has run out already is none."""
        found: date | None = self.cleaned_data["until"]
        if found and found < self.today:
            raise forms.ValidationError(_("This day is over. Choose today or a later day."))
        return found


class TextForm(forms.Form):
    """The words of one language."""

    title = forms.CharField(label=gettext_lazy("What is it about?"), max_length=200)
    summary = forms.CharField(
        label=gettext_lazy("What does a yes mean, in one or two sentences?"),
        help_text=gettext_lazy("This is read first, and read aloud."),
        max_length=400,
        widget=forms.Textarea(attrs={"rows": 2}),
    )
    body = forms.CharField(
        label=gettext_lazy("The rest"), max_length=6000, widget=forms.Textarea(attrs={"rows": 10})
    )


class PaperForm(forms.Form):
    """What somebody said on paper or by phone."""

    person = forms.ChoiceField(label=gettext_lazy("Whose word is it?"))
    says = forms.ChoiceField(label=gettext_lazy("What did they say?"))
    until = forms.DateField(
        label=gettext_lazy("Only until this day"),
        required=False,
        widget=forms.DateInput(attrs={"type": "date"}),
    )
    note = forms.CharField(
        label=gettext_lazy("How do you know?"),
        help_text=gettext_lazy("On paper, by phone, with whom, and where the paper is."),
        max_length=300,
    )

    def __init__(
        self, *args: Any, people: list[Person], answers: list[tuple[str, str]], **kwargs: Any
    ) -> None:
        super().__init__(*args, **kwargs)
        self.people = {one.public_id: one for one in people}
        named: Any = self.fields["person"]
        named.choices = [(key, one.name) for key, one in self.people.items()]
        says: Any = self.fields["says"]
        says.choices = answers

    def clean_person(self) -> Person:
        """One of those who decide."""
        return self.people[self.cleaned_data["person"]]
