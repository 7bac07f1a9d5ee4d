"""A kind of exhibition, and the programme."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _now
from django.utils.translation import gettext_lazy as _

from kindling.exhibitions.models import Format, Kind
from kindling.goals.models import Criterion, Rubric

FEWEST, MOST = 4, 8  # criteria a panel looks at


class KindForm(forms.Form):
    """What is held, for whom, how long, how it is looked at."""

    title = forms.CharField(label=_("What is it called?"), max_length=120)
    format = forms.ChoiceField(label=_("How is it held?"), choices=Format.choices)
    grades = forms.MultipleChoiceField(
        label=_("For which grades?"), required=False, widget=forms.CheckboxSelectMultiple,
        help_text=_("None chosen: for every grade."),
    )  # fmt: skip
    minutes = forms.IntegerField(
        label=_("How many minutes?"), min_value=5, max_value=480, initial=45
    )
    quorum = forms.IntegerField(
        label=_("How many on the panel, at least?"), min_value=1, max_value=12, initial=3,
        help_text=_("The advisor counts."),
    )  # fmt: skip
    rubric_key = forms.ChoiceField(label=_("Rubric"), required=False)
    criteria = forms.MultipleChoiceField(
        label=_("What the panel looks at"), required=False, widget=forms.CheckboxSelectMultiple,
        help_text=_("Four to eight. None chosen: all of the rubric."),
    )  # fmt: skip
    focus = forms.CharField(
        label=_("What is it about?"), max_length=1000, required=False,
        widget=forms.Textarea(attrs={"rows": 2}),
    )  # fmt: skip
    requirements = forms.CharField(
        label=_("What has to be done before?"), max_length=2000, required=False,
        widget=forms.Textarea(attrs={"rows": 4}),
        help_text=_("A line for each point. Students tick them off."),
    )  # fmt: skip
    pieces = forms.IntegerField(
        label=_("How many pieces are shown, at least?"), min_value=0, max_value=30, initial=1
    )
    rehearsals = forms.IntegerField(
        label=_("How often is it rehearsed, at least?"), min_value=0, max_value=5, initial=1
    )
    is_public = forms.BooleanField(
        label=_("Name it in the public programme"), required=False, initial=True
    )

    def __init__(
        self,
        *args: Any,
        grades: Iterable[str],
        rubrics: Iterable[Rubric],
        criteria: Iterable[Criterion],
        kind: Kind | None = None,
        **kwargs: Any,
    ) -> None:
        if kind is not None:
            kwargs["initial"] = {name: getattr(kind, name) for name in self.base_fields}
        super().__init__(*args, **kwargs)
        chosen = kind.grades if kind else []
        every = sorted({*grades, *chosen} - {""})
        self._choose("grades", [(one, one) for one in every])
        self._choose("rubric_key", [("", _now("None")), *((r.key, r.title) for r in rubrics)])
        self._choose("criteria", [(one.identifier, one.title) for one in criteria])
        if kind is None:
            self.fields["rubric_key"].initial = next((r.key for r in rubrics), "")

    def _choose(self, name: str, told: list[tuple[str, str]]) -> None:
        self.fields[name].choices = told  # type: ignore[attr-defined]

    def clean_criteria(self) -> list[str]:
        chosen: list[str] = self.cleaned_data["criteria"]
        if chosen and not FEWEST <= len(chosen) <= MOST:
            raise ValidationError(_now("Choose four to eight, or none."))
        return chosen


class ProgrammeForm(forms.Form):
    """Whether anybody opens the programme."""

    is_open = forms.BooleanField(
        label=_("Anybody who has the address can read the programme"), required=False
    )
