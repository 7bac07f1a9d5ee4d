"""Asking to end early, with a word for one adult; and the talk about it."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from kindling.placements.forms.steps import ReasonForm, long_text
from kindling.schools.models import Person


class AskToEndForm(ReasonForm):
    """A reason for the record; another for one adult if one likes."""

    private = long_text(
        gettext_lazy("Is there something only one adult should read?"),
        most=4000,
        required=False,
        hint=gettext_lazy(
            "Nobody else reads it: no mentor, no family, no leader. It can stay empty."
        ),
    )
    adult = forms.ChoiceField(label=gettext_lazy("Who shall read it?"), required=False)

    def __init__(self, *args: Any, adults: list[Person], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.adults = {one.public_id: one for one in adults}
        choices = [(key, one.name) for key, one in self.adults.items()]
        self.fields["adult"].choices = [("", _("Choose an adult")), *choices]  # type: ignore[attr-defined]

    @property
    def chosen(self) -> Person | None:
        """The adult who was named."""
        return self.adults.get(self.cleaned_data.get("adult", ""))


class TalkForm(forms.Form):
    """When, with whom, and what came of it."""

    held_on = forms.DateField(label=gettext_lazy("When"))
    who = forms.CharField(
        label=gettext_lazy("Who was there"),
        max_length=300,
        help_text=gettext_lazy("Names or roles."),
    )
    note = long_text(
        gettext_lazy("What came of it"),
        most=2000,
        hint=gettext_lazy("The student, the family and staff can read this."),
    )
