"""Who is asked, and what they answer."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from django import forms
from django.utils.translation import gettext as _now
from django.utils.translation import gettext_lazy as _

from kindling.exhibitions.models import Part
from kindling.schools.models import Person
from kindling.ui.language import languages


class NameForm(forms.Form):
    """Somebody whom the school knows."""

    person = forms.ChoiceField(label=_("Who?"))
    is_remote = forms.BooleanField(label=_("By video"), required=False)

    def __init__(self, *args: Any, people: Iterable[tuple[Person, Part]], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        found = list(people)
        self.people = {one.public_id: one for one, _part in found}
        told = [
            (one.public_id, _now("%(name)s (%(part)s)") % {"name": one.name, "part": part.label})
            for one, part in found
        ]
        self.fields["person"].choices = [("", ""), *told]  # type: ignore[attr-defined]


class GuestForm(forms.Form):
    """Somebody from outside."""

    name = forms.CharField(label=_("First and last name"), max_length=200)
    email = forms.EmailField(label=_("E-mail"), required=False)
    phone = forms.CharField(label=_("Phone"), max_length=40, required=False)
    who = forms.CharField(
        label=_("Who is it, and why them?"), max_length=200, required=False,
        help_text=_("Your advisor reads it before they say yes."),
    )  # fmt: skip
    language = forms.ChoiceField(label=_("They read"), required=False)
    needs_interpreter = forms.BooleanField(label=_("They need an interpreter"), required=False)
    is_remote = forms.BooleanField(label=_("By video"), required=False)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        told = [(one.code, one.name) for one in languages()]
        self.fields["language"].choices = told  # type: ignore[attr-defined]
        self.fields["language"].initial = "en"

    def clean_language(self) -> str:
        return self.cleaned_data["language"] or "en"


class AnswerForm(forms.Form):
    """Coming, or not, and how."""

    note = forms.CharField(
        label=_("A word about it"), max_length=300, required=False,
        help_text=_("The student and the advisor read it."),
    )  # fmt: skip
    is_remote = forms.BooleanField(label=_("I join by video"), required=False)
    needs_interpreter = forms.BooleanField(label=_("I need an interpreter"), required=False)


class InterpreterForm(forms.Form):
    """Whether one is needed, and who it is."""

    name = forms.CharField(label=_("Who interprets?"), max_length=200, required=False)
    comes = forms.BooleanField(label=_("They said they come"), required=False)


class RefuseForm(forms.Form):
    """Why not this guest."""

    note = forms.CharField(
        label=_("Why not?"), max_length=300, required=False, help_text=_("The student reads it.")
    )


class LeadForm(forms.Form):
    """Who leads it instead."""

    person = forms.ChoiceField(label=_("Who leads it?"))

    def __init__(self, *args: Any, people: Iterable[Person], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.people = {one.public_id: one for one in people}
        told = [(key, one.name) for key, one in self.people.items()]
        self.fields["person"].choices = [("", ""), *told]  # type: ignore[attr-defined]
