"""What a guardian is not let into, what eighteen means, what a student of age shares."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from kindling.people.matters import SHARED, Matter
from kindling.people.models import Limit, Transfer


class LimitForm(forms.Form):
    """Which matters, on what basis, until when; saves nothing."""

    matters = forms.TypedMultipleChoiceField(
        label=_("What they are not let into"),
        choices=Matter.choices,
        coerce=Matter,
        widget=forms.CheckboxSelectMultiple,
        error_messages={"required": _("Choose at least one thing to limit.")},
    )
    basis = forms.ChoiceField(label=_("On what basis"), choices=Limit.Basis.choices)
    words = forms.CharField(
        label=_("Which paper, of which day"),
        help_text=_("Only the registrar and the principal read this."),
        max_length=500,
        required=False,
    )
    until_on = forms.DateField(
        label=_("Until when"),
        help_text=_("This day counts. Leave it empty when it holds until somebody lifts it."),
        widget=forms.DateInput(attrs={"type": "date"}),
        required=False,
    )

    def clean(self) -> dict[str, Any]:
        told: dict[str, Any] = super().clean() or {}
        if told.get("basis") == Limit.Basis.OTHER and not told.get("words"):
            self.add_error("words", _("Write the reason down."))
        return told


class AgeForm(forms.Form):
    """Who holds the rights from now on; saves nothing."""

    outcome = forms.ChoiceField(
        label=_("Who holds the rights"), choices=Transfer.Outcome.choices, widget=forms.RadioSelect
    )
    basis = forms.CharField(
        label=_("What the family showed"),
        help_text=_("Only for a dependent, for example a tax return of 2026."),
        max_length=500,
        required=False,
    )
    until_on = forms.DateField(
        label=_("Until when"),
        help_text=_("Only for a dependent: at most a year. Then ask the family again."),
        widget=forms.DateInput(attrs={"type": "date"}),
        required=False,
    )


class ShareForm(forms.Form):
    """What one of the family may read; saves nothing."""

    matters = forms.TypedMultipleChoiceField(
        label=_("What they may read"),
        choices=[(one.value, one.label) for one in SHARED],
        coerce=Matter,
        widget=forms.CheckboxSelectMultiple,
        required=False,
    )
