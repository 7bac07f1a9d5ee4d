"""Promises, and what a school sets."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from kindling.meetings.models import Kind
from kindling.schools.models import Person


class PromiseForm(forms.Form):
    """Who does what, and by when."""

    words = forms.CharField(label=_("What will be done?"), max_length=300)
    owner = forms.ChoiceField(label=_("Who does it?"))
    due_on = forms.DateField(label=_("By when?"), required=False)

    def __init__(self, *args: Any, owners: Iterable[Person], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.owners = {one.public_id: one for one in owners}
        told = [(key, one.name) for key, one in self.owners.items()]
        self.fields["owner"].choices = told  # type: ignore[attr-defined]

    @property
    def facts(self) -> dict[str, Any]:
        return {**self.cleaned_data, "owner": self.owners[self.cleaned_data["owner"]]}


class LeadForm(forms.Form):
    """From which grade students lead their own meetings."""

    led_from_grade = forms.CharField(
        label=_("Students lead their own meetings from grade"), max_length=10, required=False,
        help_text=_("As your school writes it, such as 201 or 10. Empty: an adult leads."),
    )  # fmt: skip


class AgendaForm(forms.Form):
    """The points with which a kind of meeting begins."""

    kind = forms.ChoiceField(choices=Kind.choices, widget=forms.HiddenInput)
    text = forms.CharField(
        label=_("Agenda"), max_length=4000, required=False,
        widget=forms.Textarea(attrs={"rows": 6}), help_text=_("A line for each point. Empty: ours."),
    )  # fmt: skip
