"""What a checklist asks, as it is written."""

from __future__ import annotations

from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from kindling.gateways.bank.templates import Template, templates
from kindling.gateways.models import Checklist, Line


class BeginForm(forms.Form):
    """Begin with a template."""

    template = forms.ChoiceField(label=gettext_lazy("Begin with"), widget=forms.RadioSelect)
    grade = forms.CharField(
        label=gettext_lazy("For students of grade"), max_length=10, required=False,
        help_text=gettext_lazy("As it is written on the roster. Leave it empty for everybody."),
    )  # fmt: skip

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.known = templates()
        choices = [(key, one.title) for key, one in self.known.items()]
        self.fields["template"].choices = choices  # type: ignore[attr-defined]

    @property
    def chosen(self) -> Template:
        return self.known[self.cleaned_data["template"]]


class ChecklistForm(forms.Form):
    """Title, words, whose it is."""

    title = forms.CharField(label=gettext_lazy("What is it called?"), max_length=120)
    text = forms.CharField(
        label=gettext_lazy("What is it for?"), max_length=500, required=False,
        widget=forms.Textarea(attrs={"rows": 2}),
    )  # fmt: skip
    kind = forms.ChoiceField(label=gettext_lazy("What comes after it?"), choices=Checklist.Kind)
    grade = forms.CharField(
        label=gettext_lazy("For students of grade"), max_length=10, required=False
    )


class LineForm(forms.Form):
    """One thing that is asked for."""

    kind = forms.ChoiceField(label=gettext_lazy("What?"), choices=Line.Kind)
    amount = forms.IntegerField(
        label=gettext_lazy("How much of it?"), min_value=1, max_value=9999, initial=1,
        help_text=gettext_lazy("Hours, or how many. One for what is there or not."),
    )  # fmt: skip
    title = forms.CharField(label=gettext_lazy("In your own words"), max_length=120, required=False)
    text = forms.CharField(
        label=gettext_lazy("What does it mean here?"), max_length=500, required=False,
        widget=forms.Textarea(attrs={"rows": 2}),
    )  # fmt: skip

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.auto_id = "line_%s"

    def clean(self) -> dict[str, Any]:
        """Something of the school's own has a name; what is there or not is asked for once."""
        found = super().clean() or {}
        if found.get("kind") == Line.Kind.OWN and not found.get("title"):
            self.add_error("title", ValidationError(_("Say in your own words what it is.")))
        if found.get("kind") not in Line.NUMBERED:
            found["amount"] = 1
        return found
