"""What the pages of a network ask. Nothing is saved here."""

from __future__ import annotations

from django import forms
from django.utils.translation import gettext_lazy as _

from kindling.network.models import NetworkRole

SORTS = [
    ("name", _("By name")),
    ("month", _("Fewest present this month")),
    ("year", _("Fewest present this year")),
    ("silent", _("Silent longest")),
]


class OverviewForm(forms.Form):
    """Which schools, and in which order. What is unknown is left out."""

    q = forms.CharField(max_length=100, required=False)
    sort = forms.ChoiceField(choices=SORTS, required=False)

    def asked(self) -> tuple[str, str]:
        """Return the words and the order."""
        self.is_valid()
        sent = self.cleaned_data
        return sent.get("q") or "", sent.get("sort") or "name"


class BudgetForm(forms.Form):
    """How often one person outside school may be asked for something."""

    asks = forms.IntegerField(
        label=_("Times a month all schools together may ask one person outside school"),
        min_value=1, max_value=60,
        help_text=_("Such as “Was Maya with you?”. Then they rest until the next month."),
    )  # fmt: skip


class HatForm(forms.Form):
    """Who works for the network, and as what."""

    email = forms.EmailField(
        label=_("The e-mail address they sign in with"),
        error_messages={"invalid": _("This is not an e-mail address. It needs an @ and a dot.")},
    )
    role = forms.ChoiceField(
        label=_("Role"), choices=NetworkRole.choices, widget=forms.RadioSelect,
        initial=NetworkRole.COACH,
    )  # fmt: skip

    def clean_role(self) -> NetworkRole:
        return NetworkRole(self.cleaned_data["role"])
