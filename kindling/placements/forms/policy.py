"""What the school sets about pursuits, and what an adult sets for one student."""

from __future__ import annotations

from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from kindling.placements.models import Approval, Order, PursuitPolicy
from kindling.schools.models import School

TURNS = range(1, len(Approval.ROLES) + 1)
CHAINS = ("pursue", "start")


class PolicyForm(forms.Form):
    """Limits, the order of the queue, and who says yes in which order."""

    site_limit = forms.IntegerField(
        label=gettext_lazy("Students at one site at once"),
        help_text=gettext_lazy(
            "How many may ask and call there before one is decided. Empty: no limit."
        ),
        min_value=1,
        max_value=50,
        required=False,
    )
    order = forms.ChoiceField(
        label=gettext_lazy("Who is next in a queue"),
        choices=Order.choices,
        widget=forms.RadioSelect,
    )
    offer_days = forms.IntegerField(
        label=gettext_lazy("School days to say yes to a seat"), min_value=1, max_value=10
    )
    stuck_days = forms.IntegerField(
        label=gettext_lazy("Days without a try before somebody lends a hand"),
        min_value=3,
        max_value=60,
    )

    def __init__(self, *args: Any, policy: PursuitPolicy, **kwargs: Any) -> None:
        names = ("site_limit", "order", "offer_days", "stuck_days")
        super().__init__(*args, **kwargs)
        for name in names:
            self.fields[name].initial = getattr(policy, name)
        for chain in CHAINS:
            roles = getattr(policy, f"{chain}_chain")
            for n in TURNS:
                self.fields[f"{chain}_{n}"] = forms.ChoiceField(
                    label=turn_label(n),
                    choices=[("", _("Nobody")), *((r.value, r.label) for r in Approval.ROLES)],
                    initial=roles[n - 1] if n <= len(roles) else "",
                    required=False,
                )

    def turns(self, chain: str) -> list[forms.BoundField]:
        """The choices of one order, first to last."""
        return [self[f"{chain}_{n}"] for n in TURNS]

    def clean(self) -> dict[str, Any]:
        """Leave the two orders under "pursue_chain" and "start_chain"."""
        cleaned = super().clean() or {}
        for chain in CHAINS:
            roles = [role for n in TURNS if (role := cleaned.pop(f"{chain}_{n}", ""))]
            if len(set(roles)) < len(roles):
                self.add_error(f"{chain}_1", ValidationError(_("Ask each of them once.")))
            cleaned[f"{chain}_chain"] = roles
        return cleaned


def turn_label(n: int) -> str:
    """Name one turn."""
    return [_("First"), _("Second"), _("Third"), _("Fourth")][n - 1]


class LimitForm(forms.Form):
    """How many places a student goes after at once, and why."""

    most = forms.IntegerField(
        label=gettext_lazy("Places at once"), min_value=1, max_value=20, required=False
    )
    reason = forms.CharField(
        label=gettext_lazy("Why"),
        max_length=500,
        help_text=gettext_lazy("The student and those who guide them read this."),
        widget=forms.Textarea(attrs={"rows": 2, "maxlength": 500}),
    )

    def __init__(self, *args: Any, school: School, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        usual = _("Empty: as everybody here, %(num)s.") % {"num": school.pursuit_limit}
        self.fields["most"].help_text = usual
