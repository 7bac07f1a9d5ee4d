"""A template's words, and what holds for the school's projects."""

from __future__ import annotations

from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from kindling.consents.protected import looked_field
from kindling.projects.collection import Offered
from kindling.projects.forms import long_text
from kindling.projects.models.templates import Kind

FACTS = ("title", "kind", "text", "question", "product", "benefit", "research")
LONGEST = 365  # days


class TemplateForm(forms.Form):
    """What a project begins with. Steps are lines: days, then what is done by then."""

    title = forms.CharField(label=gettext_lazy("Name"), max_length=120)
    kind = forms.ChoiceField(label=gettext_lazy("Where does it live?"), choices=Kind.choices)
    text = long_text(gettext_lazy("What is it about?"), most=2000, required=False)
    question = long_text(gettext_lazy("Question"), most=1000, required=False, rows=2)
    product = long_text(gettext_lazy("Product"), most=2000, required=False, rows=2)
    benefit = long_text(gettext_lazy("Who gains, and how?"), most=2000, required=False, rows=2)
    research = long_text(gettext_lazy("What to find out"), most=4000, required=False)
    steps = long_text(
        gettext_lazy("Steps"), most=4000, required=False, rows=6,
        hint=gettext_lazy("One on a line, first the day: “7 An hour of watching”."),
    )  # fmt: skip

    looked = looked_field()

    @classmethod
    def first(cls, one: Offered | None) -> dict[str, Any]:
        """What stands in it to begin with."""
        if one is None:
            return {}
        steps = "\n".join(f"{days} {title}" for title, days in one.steps)
        return {**{name: getattr(one, name) for name in FACTS}, "steps": steps}

    def clean_steps(self) -> list[tuple[str, int]]:
        """Return (what, days) for each line."""
        found = []
        for line in self.cleaned_data["steps"].splitlines():
            days, _space, title = line.strip().partition(" ")
            if not line.strip():
                continue
            if not days.isdecimal() or not title.strip() or int(days) > LONGEST:
                raise ValidationError(_("Begin each line with a number of days, then the step."))
            found.append((title.strip(), int(days)))
        return found

    @property
    def facts(self) -> dict[str, Any]:
        return {name: self.cleaned_data[name] for name in FACTS}


class ChoiceForm(forms.Form):
    """When set-up meetings are, and whether a mentor's yes is wanted."""

    meets_from_weeks = forms.IntegerField(
        label=gettext_lazy("Set-up meeting from week"), min_value=0, max_value=26
    )
    meets_until_weeks = forms.IntegerField(
        label=gettext_lazy("Until week"), min_value=0, max_value=26
    )
    meets_at = forms.TimeField(
        label=gettext_lazy("When are advisors free on internship days?"), required=False,
        help_text=gettext_lazy("Empty: the advisor is asked whether the day suits."),
    )  # fmt: skip
    needs_mentor = forms.BooleanField(
        label=gettext_lazy("The mentor’s yes is wanted too"), required=False
    )
