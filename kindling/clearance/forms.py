"""What people fill in. Forms check, actions write."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from kindling.clearance.items import (
    HOLDER_LABELS,
    MUST,
    NO,
    ON_LABELS,
    STAGE_LABELS,
    Item,
)
from kindling.clearance.packs.model import Hazard
from kindling.clearance.questions import YES, YES_NO, Question, questions_of

MARK = "q_"  # before the key of a question, as the name of its field


def works(form: forms.Form, act: Callable[[], Any]) -> bool:
    """Run an action on a valid form; what the action still finds wrong stands in the form."""
    if not form.is_valid():
        return False
    try:
        act()
    except ValidationError as error:
        form.add_error(None, _named(form, error))
        return False
    return True


def _named(form: forms.Form, error: ValidationError) -> ValidationError:
    """Actions name a question by its key; its field carries a mark before it."""
    if not hasattr(error, "error_dict"):
        return error
    wrong = error.error_dict.items()
    return ValidationError({MARK + k if MARK + k in form.fields else k: v for k, v in wrong})


def asked_along(item: Item, hazards: Iterable[Hazard]) -> Sequence[Question]:
    """The questions of an item; the hazard screen's are the hazards of the school's packs."""
    if item.key != "hazards":
        return questions_of(item.key)
    return [Question(one.key, one.told) for one in hazards]


class HandInForm(forms.Form):
    """One item: its questions, a file, a last day."""

    def __init__(
        self,
        *args: Any,
        item: Item,
        hazards: Iterable[Hazard] = (),
        suggests: Mapping[str, str] | None = None,
        **kwargs: Any,
    ) -> None:
        super().__init__(*args, **kwargs)
        self.item, self.questions = item, asked_along(item, hazards)
        for question in self.questions:
            field = self.fields[MARK + question.key] = field_of(question)
            field.initial = (suggests or {}).get(question.key)
        if item.file != NO:
            self.fields["file"] = forms.FileField(
                label=_("The paper, as a PDF or a photo"),
                required=item.file == MUST,
                widget=forms.FileInput(attrs={"accept": "application/pdf,image/*"}),
            )
        if item.until != NO:
            self.fields["until_on"] = forms.DateField(
                label=_("Good until"),
                required=item.until == MUST,
                help_text=_("The last day it counts."),
                widget=forms.DateInput(attrs={"type": "date"}),
            )

    @property
    def answers(self) -> dict[str, str]:
        """What was answered, by the questions' keys."""
        found = {}
        for question in self.questions:
            value = self.cleaned_data.get(MARK + question.key, "")
            found[question.key] = YES if value is True else str(value or "")
        return found

    @property
    def sent(self) -> dict[str, Any]:
        """What the action takes."""
        said = self.cleaned_data
        return {"file": said.get("file"), "until_on": said.get("until_on")}


def field_of(question: Question) -> forms.Field:
    """The field in which a question is answered."""
    match question.kind:
        case "text":
            widget = forms.TextInput if question.is_line else forms.Textarea(attrs={"rows": 2})
            field = forms.CharField(
                label=question.label, required=question.required, widget=widget,
                max_length=200 if question.is_line else 2000,
            )  # fmt: skip
            if question.key == "name":  # their own
                field.widget.attrs["autocomplete"] = "name"
            return field
        case "tick":
            told = {"required": _("Tick it if it is so; else talk to the school first.")}
            return forms.BooleanField(label=question.label, error_messages=told)
    choices = YES_NO if question.kind == "yes" else question.choices
    return forms.ChoiceField(
        label=question.label, choices=choices, widget=forms.RadioSelect, required=question.required
    )


class RejectForm(forms.Form):
    """Send it back."""

    reason = forms.CharField(
        label=gettext_lazy("What is missing or wrong?"),
        max_length=500,
        widget=forms.Textarea(attrs={"rows": 2}),
    )


class PacksForm(forms.Form):
    """Which packs the school follows."""

    packs = forms.MultipleChoiceField(
        label=gettext_lazy("Rule packs"), required=False, widget=forms.CheckboxSelectMultiple
    )

    def __init__(self, *args: Any, choices: Sequence[tuple[str, str]], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["packs"].choices = choices  # type: ignore[attr-defined]


PAID = (("", gettext_lazy("Paid or not")), ("yes", gettext_lazy("Only paid")), ("no", gettext_lazy("Only unpaid")))  # fmt: skip


class OwnRuleForm(forms.Form):
    """An item of the school's own, or how an item of a pack is asked here."""

    label = forms.CharField(label=gettext_lazy("Name"), max_length=120, required=False)
    says = forms.CharField(
        label=gettext_lazy("What it is for"), max_length=500, required=False,
        widget=forms.Textarea(attrs={"rows": 2}),
    )  # fmt: skip
    on = forms.ChoiceField(
        label=gettext_lazy("It hangs on"), choices=[(str(k), v) for k, v in ON_LABELS.items()]
    )
    holder = forms.ChoiceField(
        label=gettext_lazy("Who hands it in"),
        choices=[(str(k), v) for k, v in HOLDER_LABELS.items()],
    )
    stages = forms.MultipleChoiceField(
        label=gettext_lazy("Asked before"),
        choices=[(k, v) for k, v in STAGE_LABELS.items()],
        widget=forms.CheckboxSelectMultiple,
        required=False,
    )
    at_least = forms.IntegerField(
        label=gettext_lazy("From this age"), min_value=10, max_value=25, required=False
    )
    under = forms.IntegerField(
        label=gettext_lazy("Below this age"), min_value=11, max_value=26, required=False
    )
    paid = forms.ChoiceField(label=gettext_lazy("Paid"), choices=PAID, required=False)
    months = forms.IntegerField(
        label=gettext_lazy("A yes lasts this many months"), min_value=1, max_value=120,
        required=False,
    )  # fmt: skip
    needs_file = forms.BooleanField(label=gettext_lazy("A file must come with it"), required=False)
    blocks = forms.BooleanField(
        label=gettext_lazy("Nobody starts without it"), required=False, initial=True
    )
    is_off = forms.BooleanField(label=gettext_lazy("Ask for it no more"), required=False)
    reason = forms.CharField(
        label=gettext_lazy("Why you ask for less than a law"), max_length=500, required=False,
        widget=forms.Textarea(attrs={"rows": 2}),
    )  # fmt: skip
    is_known = forms.BooleanField(
        label=gettext_lazy("We know that this asks for less than a law we follow"), required=False
    )

    def __init__(self, *args: Any, known: bool, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if known:  # an item of the catalogue hangs where it hangs
            for name in ("label", "on", "holder"):
                del self.fields[name]

    def clean_paid(self) -> bool | None:
        """Paid, unpaid, or both."""
        return {"yes": True, "no": False}.get(self.cleaned_data["paid"])
