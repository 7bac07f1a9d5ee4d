"""What people say when they ask, and what staff say when they answer."""

from __future__ import annotations

from datetime import date
from typing import Any

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from kindling.rights.models import RecordsItem, RecordsRequest
from kindling.schools.models import Person

Way, Decision, Basis = RecordsRequest.Way, RecordsItem.Decision, RecordsItem.Basis


class AskForm(forms.Form):
    """A family asks."""

    words = forms.CharField(
        label=gettext_lazy("Is there something you look for?"),
        help_text=gettext_lazy("You get all of it. This helps us to show it to you first."),
        widget=forms.Textarea, max_length=2000, required=False,
    )  # fmt: skip


class LetterForm(forms.Form):
    """Staff write down who asked by letter or in person."""

    asker = forms.ChoiceField(label=gettext_lazy("Who asked?"), required=False)
    name = forms.CharField(
        label=gettext_lazy("Somebody else"),
        help_text=gettext_lazy("The name in the letter, when it is nobody of the list."),
        max_length=200, required=False,
    )  # fmt: skip
    way = forms.ChoiceField(
        label=gettext_lazy("How?"),
        choices=[(way.value, way.label) for way in (Way.LETTER, Way.SPOKEN)],
        initial=Way.LETTER,
    )
    asked_on = forms.DateField(
        label=gettext_lazy("When?"),
        help_text=gettext_lazy("The day it came. The 45 days run from then."),
    )
    words = forms.CharField(
        label=gettext_lazy("What they ask for"),
        widget=forms.Textarea, max_length=2000, required=False,
    )  # fmt: skip

    def __init__(self, *args: Any, people: list[Person], today: date, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.people = {person.public_id: person for person in people}
        choices = [("", _("Somebody else")), *((k, one.name) for k, one in self.people.items())]
        self.fields["asker"].choices = choices  # type: ignore[attr-defined]
        self.fields["asked_on"].initial = today

    def clean(self) -> dict[str, Any]:
        """Somebody asked."""
        found = super().clean() or self.cleaned_data
        found["asker"] = self.people.get(found.get("asker", ""))
        if found["asker"] is None and not found.get("name"):
            self.add_error("name", _("Write the name of who asked."))
        return found


class VerifyForm(forms.Form):
    """How staff know who asks."""

    how = forms.CharField(
        label=gettext_lazy("How do you know who it is?"),
        help_text=gettext_lazy(
            "For example: signed in, called back at the number on file, ID seen."
        ),
        max_length=300,
    )


class RefuseForm(forms.Form):
    """Why not, for staff alone."""

    why = forms.CharField(
        label=gettext_lazy("Why not?"),
        help_text=gettext_lazy("Only staff read this. Who asked reads whom to call."),
        widget=forms.Textarea, max_length=2000,
    )  # fmt: skip


class ProvideForm(forms.Form):
    """How it is given."""

    given = forms.ChoiceField(
        label=gettext_lazy("How do they get it?"), choices=RecordsRequest.Given.choices
    )


class DecideForm(forms.Form):
    """One item, or all of a class that one ticked."""

    decision = forms.ChoiceField(
        label=gettext_lazy("What happens with it?"),
        choices=[(one.value, one.label) for one in Decision if one != Decision.OPEN],
    )
    basis = forms.ChoiceField(
        label=gettext_lazy("Why may it be held back?"),
        choices=[("", gettext_lazy("It is given whole")), *Basis.choices],
        required=False,
    )
    covered = forms.CharField(
        label=gettext_lazy("Words that are left out"),
        help_text=gettext_lazy("One in a line. A file of this item is left out, too."),
        widget=forms.Textarea, max_length=2000, required=False,
    )  # fmt: skip

    def clean_covered(self) -> list[str]:
        """The words, one in a line."""
        return [word.strip() for word in self.cleaned_data["covered"].splitlines() if word.strip()]

    def clean(self) -> dict[str, Any]:
        """What is held back needs a basis; what is covered, words."""
        found = super().clean() or self.cleaned_data
        decision = found.get("decision")
        if decision in {Decision.HOLD, Decision.PART} and not found.get("basis"):
            self.add_error("basis", _("Say which law lets you hold it back."))
        if decision == Decision.PART and not found.get("covered"):
            self.add_error("covered", _("Say which words are left out."))
        return found
