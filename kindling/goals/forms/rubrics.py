"""A draft of a rubric: what it is called, what it looks at."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from kindling.goals.models import Level, Rubric

AREA = forms.Textarea


class RubricForm(forms.Form):
    """Title, use, questions and results; one of the last two on each line."""

    title = forms.CharField(label=gettext_lazy("What shall it be called?"), max_length=200)
    use = forms.ChoiceField(label=gettext_lazy("What is it for?"), choices=Rubric.Use.choices)
    text = forms.CharField(
        label=gettext_lazy("More about it"), max_length=2000, required=False, widget=AREA
    )
    questions = forms.CharField(
        label=gettext_lazy("Questions to ask oneself, one on a line"),
        max_length=2000,
        required=False,
        widget=AREA,
    )
    results = forms.CharField(
        label=gettext_lazy("What can be agreed at the end, one on a line"),
        max_length=600,
        required=False,
        widget=AREA,
    )

    def clean_questions(self) -> list[str]:
        return lines(self.cleaned_data["questions"])

    def clean_results(self) -> list[str]:
        return lines(self.cleaned_data["results"])


def lines(text: str) -> list[str]:
    """The lines that hold something."""
    return [line.strip() for line in text.splitlines() if line.strip()]


class CriterionForm(forms.Form):
    """One thing that is looked at, and what it looks like at each level."""

    title = forms.CharField(label=gettext_lazy("What is looked at?"), max_length=200)

    def __init__(
        self, *args: Any, levels: tuple[Level, ...], texts: dict[int, str], **kwargs: Any
    ) -> None:
        super().__init__(*args, **kwargs)
        for level in levels:
            self.fields[f"step_{level.position}"] = forms.CharField(
                label=_("%(level)s looks like") % {"level": f"{level.mark} {level.label}"},
                max_length=1000, required=False, initial=texts.get(level.position, ""),
                widget=AREA,
            )  # fmt: skip

    @property
    def texts(self) -> dict[int, str]:
        """Position of a level → words."""
        said = self.cleaned_data.items()
        return {int(name[5:]): text for name, text in said if name.startswith("step_")}
