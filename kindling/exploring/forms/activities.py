"""Activities: kept, given, done and answered; and what the school chooses."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from kindling.advisory.models import Advisory
from kindling.advisory.rules import visible_advisories
from kindling.consents.protected import looked_field
from kindling.exploring.bank.activities import Theme
from kindling.exploring.bank.scripts import CHECKS, SCRIPTS
from kindling.exploring.forms import long_text
from kindling.exploring.models import Rehearsal
from kindling.schools.viewer import Viewer


class ActivityForm(forms.Form):
    """An activity in the school's words."""

    title = forms.CharField(label=_("What is it called?"), max_length=120)
    text = long_text(
        _("What is there to do?"), most=3000, rows=6,
        hint=_("Ask nothing about money, faith, health or who somebody lives with."),
    )  # fmt: skip
    theme = forms.ChoiceField(label=_("What is it about?"), choices=Theme.choices)
    minutes = forms.IntegerField(label=_("About how many minutes?"), min_value=5, max_value=600)
    wants_photo = forms.BooleanField(label=_("A photo belongs to it"), required=False)
    looked = looked_field()


class GiveForm(forms.Form):
    """To one student, or to an advisory, with a day."""

    advisory: forms.ModelChoiceField[Advisory] = forms.ModelChoiceField(
        label=_("Give it to everybody in"), queryset=None, required=False,
        to_field_name="public_id", empty_label=_("One student"),
    )  # fmt: skip
    due_on = forms.DateField(label=_("Until when?"), required=False)

    def __init__(self, *args: Any, viewer: Viewer, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        rows = visible_advisories(viewer).order_by("name", "pk")
        self.fields["advisory"].queryset = rows  # type: ignore[attr-defined]


class DoForm(forms.Form):
    """What the student found, in words and a photo if they like."""

    words = long_text(_("Your words"), most=8000, required=False, rows=8)
    photo = forms.FileField(
        label=_("Photo"), required=False,
        widget=forms.FileInput(attrs={"accept": "image/jpeg,image/png,image/webp"}),
        help_text=_("Where and with what phone it was made is removed."),
    )  # fmt: skip


class ReplyForm(forms.Form):
    """A word back."""

    reply = long_text(_("A word back"), most=2000, required=False)


class RehearsalForm(forms.Form):
    """The script in the student's own words, and the list to tick."""

    checked = forms.MultipleChoiceField(
        label=_("Before you begin"), required=False, widget=forms.CheckboxSelectMultiple
    )

    def __init__(self, *args: Any, rehearsal: Rehearsal, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.parts = SCRIPTS[rehearsal.kind]
        for one in self.parts:
            name = f"line_{one.key}"
            hint = _("For example: “%(words)s”") % {"words": one.example}
            field = long_text(one.label, most=1000, required=False, rows=2, hint=hint)
            field.initial = rehearsal.lines.get(one.key, "")
            self.fields[name] = field
        checks = CHECKS[rehearsal.kind]
        self.fields["checked"].choices = checks  # type: ignore[attr-defined]
        self.fields["checked"].initial = rehearsal.checked
        self.order_fields([*(f"line_{one.key}" for one in self.parts), "checked"])

    @property
    def facts(self) -> dict[str, Any]:
        sent = self.cleaned_data
        lines = {one.key: sent[f"line_{one.key}"] for one in self.parts}
        return {"lines": lines, "checked": sent["checked"]}


class ChoiceForm(forms.Form):
    """What the school asks."""

    needs_rehearsal = forms.BooleanField(
        label=_("A student is marked ready before they ask for a place"), required=False,
        help_text=_("Then a student practises a call, a letter or a visit first, once a year."),
    )  # fmt: skip
    answer_days = forms.IntegerField(
        label=_("Days to answer after a shadow day"), min_value=1, max_value=60,
        help_text=_("Then the answers that came are opened to the advisor."),
    )  # fmt: skip
