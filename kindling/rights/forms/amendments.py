"""What is wrong, what the school answers, and what was heard."""

from __future__ import annotations

from datetime import datetime
from typing import Any
from zoneinfo import ZoneInfo

from django import forms
from django.utils.translation import gettext_lazy

from kindling.schools.models import Person


class AmendForm(forms.Form):
    """What is wrong or unfair, and what should stand there."""

    about = forms.CharField(required=False, max_length=120, widget=forms.HiddenInput)
    wrong = forms.CharField(
        label=gettext_lazy("What is wrong or unfair?"), widget=forms.Textarea, max_length=2000
    )
    wanted = forms.CharField(
        label=gettext_lazy("What should stand there?"), widget=forms.Textarea, max_length=2000
    )


class AnswerForm(forms.Form):
    """Put right, or not changed, with the words that who asked reads."""

    said = forms.ChoiceField(
        label=gettext_lazy("Your answer"),
        choices=[
            ("agree", gettext_lazy("It is put right")),
            ("refuse", gettext_lazy("It is not changed")),
        ],
    )
    words = forms.CharField(
        label=gettext_lazy("What was done, or why nothing is changed"),
        help_text=gettext_lazy("Who asked reads this. Say it in plain words."),
        widget=forms.Textarea, max_length=2000,
    )  # fmt: skip


class HearingForm(forms.Form):
    """When, where, and who hears it."""

    day = forms.DateField(label=gettext_lazy("Day"))
    time = forms.TimeField(label=gettext_lazy("Time"))
    place = forms.CharField(label=gettext_lazy("Where?"), max_length=200)
    heard_by = forms.ChoiceField(
        label=gettext_lazy("Who hears it?"),
        help_text=gettext_lazy("Somebody who did not refuse it and is no family."),
    )

    def __init__(self, *args: Any, people: list[Person], zone: ZoneInfo, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.people, self.zone = {person.public_id: person for person in people}, zone
        choices = [(key, person.name) for key, person in self.people.items()]
        self.fields["heard_by"].choices = choices  # type: ignore[attr-defined]

    @property
    def planned(self) -> dict[str, Any]:
        """What `plan_hearing` takes."""
        found = self.cleaned_data
        at = datetime.combine(found["day"], found["time"], self.zone)
        return {"at": at, "place": found["place"], "heard_by": self.people[found["heard_by"]]}


class OutcomeForm(forms.Form):
    """Who was there, what was shown, what was decided and why (34 CFR 99.22(f))."""

    upheld = forms.TypedChoiceField(
        label=gettext_lazy("What was decided?"),
        choices=[
            ("yes", gettext_lazy("It is put right")),
            ("no", gettext_lazy("It is not changed")),
        ],
        coerce=lambda said: said == "yes",
    )
    people = forms.CharField(label=gettext_lazy("Who was there?"), max_length=500)
    outcome = forms.CharField(
        label=gettext_lazy("What was shown, and why it was decided so"),
        widget=forms.Textarea, max_length=4000,
    )  # fmt: skip


class StatementForm(forms.Form):
    """Their own words."""

    words = forms.CharField(
        label=gettext_lazy("What do you want to say?"),
        help_text=gettext_lazy("It stands beside the record and goes along whenever it is given away."),
        widget=forms.Textarea, max_length=4000,
    )  # fmt: skip
