"""Steps, drafts, the check half way, hours, the product."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from kindling.projects.forms import long_text

LINK = _("A link, if it lives somewhere else")


class StepForm(forms.Form):
    """One thing to do by a day."""

    title = forms.CharField(label=_("What is done by then?"), max_length=200)
    due_on = forms.DateField(label=_("Until"))


class DraftForm(forms.Form):
    """A version of the work."""

    title = forms.CharField(label=_("What is it?"), max_length=200)
    text = long_text(_("The words, or what you made"), most=20000, required=False, rows=6)
    link = forms.URLField(label=LINK, max_length=500, required=False, assume_scheme="https")
    for_mentor = forms.BooleanField(label=_("My mentor may read it"), required=False)


class WordsForm(forms.Form):
    """A word to a draft."""

    words = long_text(_("What do you say to it?"), most=4000)


class CheckForm(forms.Form):
    """Half way."""

    goes_well = long_text(_("What goes well?"), most=2000, rows=2)
    comes_next = long_text(_("What comes next?"), most=2000, rows=2, required=False)


class ServiceForm(forms.Form):
    """Time given, and who was served."""

    on = forms.DateField(label=_("Which day?"))
    hours = forms.DecimalField(
        label=_("How many hours?"), min_value=Decimal("0.25"), max_value=Decimal(24),
        decimal_places=2,
    )  # fmt: skip
    served = forms.CharField(label=_("Who was served?"), max_length=300)
    words = forms.CharField(label=_("What did you do?"), max_length=500, required=False)

    @property
    def facts(self) -> dict[str, Any]:
        sent = dict(self.cleaned_data)
        return {**sent, "minutes": round(sent.pop("hours") * 60)}


class DeliverForm(forms.Form):
    """Who has it now."""

    to = forms.CharField(label=_("Who has it now?"), max_length=200)
    words = long_text(_("What do they do with it?"), most=2000, required=False, rows=2)
    link = forms.URLField(label=LINK, max_length=500, required=False, assume_scheme="https")
