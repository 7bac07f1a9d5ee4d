"""What was done about an alarm, and the minutes of a school."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from kindling.ladder.models import Ladder

MINUTES = (
    ("student_after", gettext_lazy("Remind the student after")),
    ("guides_after", gettext_lazy("Tell advisor and mentor after")),
    ("office_after", gettext_lazy("Tell the office after")),
    ("principal_after", gettext_lazy("Tell the principal, when nobody has it, after")),
)


class DidForm(forms.Form):
    """A sentence, or none."""

    did = forms.CharField(
        label=gettext_lazy("What did you do, what do you know?"), max_length=500, required=False
    )


class CloseForm(DidForm):
    """How we know that the student is accounted for."""

    did = forms.CharField(
        label=gettext_lazy("Where is the student, and how do you know?"), max_length=500
    )


class LadderForm(forms.Form):
    """Minutes after the student was due, from below."""

    is_on = forms.BooleanField(label=gettext_lazy("The no-show clock runs"), required=False)
    family_by_itself = forms.BooleanField(
        label=gettext_lazy("Write to the family by itself, without a tap by the office"),
        required=False,
    )
    family_after = forms.IntegerField(
        label=gettext_lazy("Then write to the family after"), min_value=5, max_value=600
    )

    field_order = (*(name for name, _label in MINUTES), "family_by_itself", "family_after", "is_on")

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for name, label in MINUTES:
            self.fields[name] = forms.IntegerField(label=label, min_value=5, max_value=600)
        self.order_fields(self.field_order)
        for name in (*dict(MINUTES), "family_after"):
            self.fields[name].help_text = _("Minutes after the student was to be there.")

    @staticmethod
    def first_answers(ladder: Ladder) -> dict[str, Any]:
        names = (*dict(MINUTES), "family_by_itself", "family_after", "is_on")
        return {name: getattr(ladder, name) for name in names}

    def clean(self) -> dict[str, Any]:
        data = self.cleaned_data
        last = 0
        for name, _label in MINUTES:
            if name in data and data[name] < last:
                self.add_error(name, _("This comes after the step before. Enter more minutes."))
            last = data.get(name, last)
        office, family = data.get("office_after"), data.get("family_after")
        if data.get("family_by_itself") and office and family and family < office:
            self.add_error("family_after", _("The office comes first. Enter more minutes."))
        return data
