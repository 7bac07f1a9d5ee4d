"""A student's own words, what is shown, and what came of it."""

from __future__ import annotations

from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from kindling.evidence.models import Evidence
from kindling.exhibitions.models import Exhibition, Kind, Result
from kindling.gateways.actions import Asked
from kindling.gateways.models import Line

AREA = forms.Textarea


class Beside(forms.Form):
    """One of several forms of a page: its fields have ids of their own."""

    ids = "said"

    def __init__(self, *args: Any, ids: str = "", **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.auto_id = f"{ids or self.ids}_%s"


class LeftForm(Beside):
    """What is left, in the student's words."""

    words = forms.CharField(
        label=gettext_lazy("What is left, in my words"), max_length=1000, required=False,
        widget=forms.Textarea(attrs={"rows": 2}),
    )  # fmt: skip
    by_on = forms.DateField(label=gettext_lazy("By when I mean to do it"), required=False)


class ShowForm(Beside):
    """Something for a line that nothing counts."""

    words = forms.CharField(
        label=gettext_lazy("What shows it?"), max_length=1000,
        widget=forms.Textarea(attrs={"rows": 2}),
    )  # fmt: skip
    amount = forms.IntegerField(
        label=gettext_lazy("How many hours?"), min_value=1, max_value=500, initial=1
    )
    piece = forms.ChoiceField(label=gettext_lazy("A piece of my evidence"), required=False)

    def __init__(self, *args: Any, line: Line, pieces: list[Evidence], **kwargs: Any) -> None:
        super().__init__(*args, ids=f"show-{line.key}", **kwargs)
        if line.kind != Line.Kind.SERVICE:
            del self.fields["amount"]
        self.pieces = {one.public_id: one for one in pieces}
        if not pieces:
            del self.fields["piece"]
            return
        choices = [(key, one.title) for key, one in self.pieces.items()]
        self.fields["piece"].choices = [("", _("None")), *choices]  # type: ignore[attr-defined]

    @property
    def facts(self) -> dict[str, Any]:
        """For the action."""
        found = self.cleaned_data
        piece = self.pieces.get(found.get("piece", ""))
        return {"words": found["words"], "evidence": piece, "amount": found.get("amount", 1)}


class WordsForm(Beside):
    """A few sentences: why I am ready, what is missing, why it is not asked."""

    words = forms.CharField(max_length=4000, widget=forms.Textarea(attrs={"rows": 3}))

    def __init__(self, *args: Any, label: str = "", **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["words"].label = label


class ScheduleForm(Beside):
    """Which exhibition it is: one that there is, or a new one of a kind."""

    ids = "schedule"

    exhibition = forms.ChoiceField(label=gettext_lazy("Which exhibition?"))

    def __init__(
        self, *args: Any, exhibitions: list[Exhibition], kinds: list[Kind], **kwargs: Any
    ) -> None:
        super().__init__(*args, **kwargs)
        self.found: dict[str, Exhibition | Kind] = {one.public_id: one for one in exhibitions}
        choices = [(one.public_id, one.label) for one in exhibitions]
        for kind in kinds:
            self.found[kind.public_id] = kind
            choices.append((kind.public_id, _("A new one: %(title)s") % {"title": kind.title}))
        self.fields["exhibition"].choices = choices  # type: ignore[attr-defined]

    @property
    def chosen(self) -> Exhibition | Kind:
        return self.found[self.cleaned_data["exhibition"]]


class DecideForm(Beside):
    """What came of it; with conditions: what, and by when."""

    ids = "decide"

    result = forms.ChoiceField(
        label=gettext_lazy("What came of it?"), choices=Result.choices[1:], widget=forms.RadioSelect
    )
    words = forms.CharField(
        label=gettext_lazy("In a sentence or two"), max_length=4000, required=False,
        widget=forms.Textarea(attrs={"rows": 3}),
    )  # fmt: skip
    condition = forms.CharField(
        label=gettext_lazy("Condition"), max_length=500, required=False,
        help_text=gettext_lazy("Only if the panel has one."),
    )  # fmt: skip
    due_on = forms.DateField(label=gettext_lazy("By when?"), required=False)
    condition_2 = forms.CharField(
        label=gettext_lazy("Second condition"), max_length=500, required=False
    )
    due_2_on = forms.DateField(label=gettext_lazy("By when?"), required=False)

    def __init__(
        self, *args: Any, recorded: str = "", panel_asks: bool = False, **kwargs: Any
    ) -> None:
        super().__init__(*args, **kwargs)
        self.panel_asks = panel_asks
        if recorded:
            choices = [one for one in Result.choices if one[0] == recorded]
            self.fields["result"].choices = choices  # type: ignore[attr-defined]
            self.fields["result"].initial = recorded

    def clean(self) -> dict[str, Any]:
        """A condition has a day."""
        found = super().clean() or {}
        for name, day in (("condition", "due_on"), ("condition_2", "due_2_on")):
            if found.get(name) and not found.get(day):
                self.add_error(day, ValidationError(_("Choose a day for this condition.")))
        needs_words = found.get("result") == Result.CONDITIONS and not self.panel_asks
        if needs_words and not found.get("condition"):
            self.add_error(
                "condition", ValidationError(_("Write down what the condition is, and by when."))
            )
        return found

    @property
    def conditions(self) -> list[Asked]:
        """Those that were written, when it is passed with conditions."""
        found = self.cleaned_data
        if found["result"] != Result.CONDITIONS:
            return []
        pairs = [(found["condition"], found["due_on"]), (found["condition_2"], found["due_2_on"])]
        return [Asked(words, due) for words, due in pairs if words]


class GoOnForm(Beside):
    """The last day at school, for graduation."""

    ids = "go-on"

    leaves_on = forms.DateField(label=gettext_lazy("Last day at school"))
