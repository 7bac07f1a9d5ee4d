"""Rules, credit and experiences as people fill them in. Forms read; actions write."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy

from kindling.exploring.models import Experience
from kindling.requirements.models import CreditRule, Kind


class RulesForm(forms.Form):
    """What one grade asks for in a year. Empty or 0 asks for nothing."""

    grade = forms.CharField(label=gettext_lazy("Grade"), max_length=10)
    hours = forms.IntegerField(
        label=gettext_lazy("Hours at internships"), min_value=0, max_value=2000, required=False
    )
    shadow = forms.IntegerField(
        label=gettext_lazy("Shadow days"), min_value=0, max_value=99, required=False
    )
    interview = forms.IntegerField(
        label=gettext_lazy("Interviews"), min_value=0, max_value=99, required=False
    )
    either = forms.IntegerField(
        label=gettext_lazy("Shadow days or interviews"), min_value=0, max_value=99, required=False
    )

    @property
    def amounts(self) -> dict[str, int]:
        return {kind: int(self.cleaned_data.get(kind) or 0) for kind in Kind.values}


class CreditForm(forms.Form):
    """So many confirmed hours are one unit."""

    hours = forms.IntegerField(
        label=gettext_lazy("Confirmed hours for one unit"), min_value=1, max_value=2000
    )
    step = forms.ChoiceField(label=gettext_lazy("Give"), choices=CreditRule.Step.choices)


class ExperienceForm(forms.Form):
    """A shadow day or an interview."""

    kind = forms.ChoiceField(label=gettext_lazy("What was it?"), choices=Experience.Kind.choices)
    on = forms.DateField(label=gettext_lazy("When?"))
    place = forms.CharField(label=gettext_lazy("Where?"), max_length=200)
    who = forms.CharField(label=gettext_lazy("Whom did you meet?"), max_length=200, required=False)
    hours = forms.DecimalField(
        label=gettext_lazy("How many hours?"),
        min_value=0,
        max_value=16,
        decimal_places=2,
        required=False,
    )
    learned = forms.CharField(
        label=gettext_lazy("What did you find out?"),
        max_length=2000,
        required=False,
        widget=forms.Textarea(attrs={"rows": 3}),
    )

    @property
    def facts(self) -> dict[str, Any]:
        """What the action takes."""
        sent = dict(self.cleaned_data)
        hours = sent.pop("hours") or 0
        return {**sent, "minutes": round(hours * 60)}


class DeclineForm(forms.Form):
    """Why it does not count."""

    why = forms.CharField(
        label=gettext_lazy("Why does it not count?"),
        max_length=500,
        help_text=gettext_lazy("The student can read this."),
    )


class ProgressFilter(forms.Form):
    """Which students the list shows. What is unknown is left out."""

    show = forms.ChoiceField(choices=[("behind", "behind"), ("all", "all")], required=False)
    grade = forms.CharField(max_length=10, required=False)

    @property
    def wanted(self) -> dict[str, Any]:
        self.is_valid()
        sent = self.cleaned_data
        return {"behind": sent.get("show") != "all", "grade": sent.get("grade") or ""}
