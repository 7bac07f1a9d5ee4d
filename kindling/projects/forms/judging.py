"""A judgement: a choice and a word for each line of the standard, a level for each criterion."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from django import forms
from django.forms.boundfield import BoundField
from django.utils.translation import gettext_lazy as _

from kindling.goals.models import Criterion, Level
from kindling.projects.actions import Said
from kindling.projects.forms import long_text
from kindling.projects.models import Standard, Verdict


class JudgeForm(forms.Form):
    """Fields are made from the project's own lines; none of them has to be answered."""

    words = long_text(_("In a few words, as a whole"), most=4000, required=False)

    def __init__(
        self, *args: Any, standards: Sequence[Standard], criteria: Sequence[Criterion],
        levels: Sequence[Level], **kwargs: Any,
    ) -> None:  # fmt: skip
        super().__init__(*args, **kwargs)
        self.standards, self.criteria = standards, criteria
        self.levels = {level.public_id: level for level in levels}
        marks = [(level.public_id, str(level)) for level in levels]
        for line in standards:
            key = f"line-{line.public_id}"
            self.fields[key] = forms.ChoiceField(
                label=line.words, choices=Verdict.Met.choices, required=False
            )
            self.fields[f"{key}-words"] = forms.CharField(
                label=_("Why?"), max_length=1000, required=False
            )
        for one in criteria:
            key = f"criterion-{one.public_id}"
            self.fields[key] = forms.ChoiceField(label=one.title, choices=marks, required=False)

    @property
    def pairs(self) -> list[tuple[BoundField, BoundField]]:
        """Each line of the standard with its word."""
        keys = [f"line-{line.public_id}" for line in self.standards]
        return [(self[key], self[f"{key}-words"]) for key in keys]

    @property
    def marks(self) -> list[tuple[Criterion, BoundField]]:
        """Each criterion with its choice."""
        return [(one, self[f"criterion-{one.public_id}"]) for one in self.criteria]

    @property
    def said(self) -> list[Said]:
        """What was answered, and nothing else."""
        sent, found = self.cleaned_data, []
        for line in self.standards:
            key = f"line-{line.public_id}"
            if sent.get(key):
                found.append(Said(standard=line, met=sent[key], words=sent[f"{key}-words"]))
        for one in self.criteria:
            chosen = sent.get(f"criterion-{one.public_id}")
            if chosen:
                found.append(Said(criterion=one, level=self.levels[chosen]))
        return found
