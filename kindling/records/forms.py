"""Which sheet is asked for. What is unknown is left out."""

from __future__ import annotations

from datetime import date

from django import forms
from django.utils.translation import gettext_lazy as _

from kindling.records.queries.years import OFTEN
from kindling.records.spans import DAY, EARLIEST, KINDS


class SheetForm(forms.Form):
    """A day, a week or a term, of an advisory or of everybody."""

    kind = forms.ChoiceField(
        label=_("What for?"),
        choices=list(zip(KINDS, (_("A day"), _("A week"), _("A term")), strict=True)),
    )
    on = forms.DateField(label=_("Day"), required=False)
    advisory = forms.SlugField(required=False)

    def asked(self, today: date) -> tuple[str, date, str]:
        """Return kind, day and the advisory's id; today and all where nothing is said."""
        self.is_valid()
        sent = self.cleaned_data
        on = sent.get("on") or today
        return sent.get("kind") or DAY, min(max(on, EARLIEST), today), sent.get("advisory") or ""


class OftenForm(forms.Form):
    """From how many per cent of days somebody is away too often."""

    at = forms.IntegerField(label=_("Per cent of days"), min_value=1, max_value=100, required=False)

    @property
    def percent(self) -> int:
        self.is_valid()
        return int(self.cleaned_data.get("at") or OFTEN)
