"""A shadow day: planned, allowed, held, and answered by each alone."""

from __future__ import annotations

from datetime import time
from decimal import Decimal
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from kindling.exploring.forms import long_text
from kindling.exploring.models import ShadowDay
from kindling.schools.models import Person
from kindling.sites.models import Opportunity

CHOICES = [
    (ShadowDay.Answer.CONTINUE.value, _("I would like to go on")),
    (ShadowDay.Answer.NOT_NOW.value, _("Not now")),
]


class PlanForm(forms.Form):
    """The day, the hours, whom with, and what to look for."""

    on = forms.DateField(label=_("Which day?"))
    starts_at = forms.TimeField(label=_("From"))
    ends_at = forms.TimeField(label=_("Until"))
    host = forms.ChoiceField(label=_("With whom?"), required=False)
    wish = long_text(
        _("What would you like to see?"), most=1000, required=False,
        hint=_("The host and your family read it."),
    )  # fmt: skip

    def __init__(
        self, *args: Any, place: Opportunity, mentors: list[Person], **kwargs: Any
    ) -> None:
        super().__init__(*args, **kwargs)
        self.mentors = {one.public_id: one for one in mentors}
        self.fields["starts_at"].initial = place.starts_at or time(9)
        self.fields["ends_at"].initial = place.ends_at or time(14)
        if len(mentors) > 1:
            names = [(one.public_id, one.name) for one in mentors]
            self.fields["host"].choices = names  # type: ignore[attr-defined]
        else:
            del self.fields["host"]

    @property
    def facts(self) -> dict[str, Any]:
        sent = dict(self.cleaned_data)
        return {**sent, "host": self.mentors.get(sent.get("host", ""))}


class SignForm(forms.Form):
    """A guardian's name stands for a signature."""

    name = forms.CharField(
        label=_("Your name"), max_length=200, help_text=_("It stands for your signature."),
        widget=forms.TextInput(attrs={"autocomplete": "name"}),
    )  # fmt: skip


class HostForm(forms.Form):
    """What the student should know before they come."""

    note = long_text(
        _("What should they know before they come?"), most=500, required=False, rows=2,
        hint=_("Where to come in, what to wear or bring. The student reads it."),
    )  # fmt: skip


class WhyForm(forms.Form):
    """Why not, for the student to read."""

    reason = long_text(_("Reason"), most=500, rows=2)


class OffForm(forms.Form):
    """Why it is called off, if one likes."""

    reason = long_text(_("Reason"), most=500, rows=2, required=False)


class HowForm(forms.Form):
    """How long it was, and what came of it."""

    hours = forms.DecimalField(
        label=_("How many hours?"), min_value=Decimal("0.25"), max_value=16, decimal_places=2
    )
    learned = long_text(_("What did you find out?"), most=2000, required=False)

    def __init__(self, *args: Any, shadow: ShadowDay, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        hours = Decimal(shadow.minutes_planned) / 60
        self.fields["hours"].initial = f"{hours:.2f}".rstrip("0").rstrip(".")

    @property
    def facts(self) -> dict[str, Any]:
        sent = self.cleaned_data
        return {"minutes": round(sent["hours"] * 60), "learned": sent["learned"]}


class AnswerForm(forms.Form):
    """Go on, or not now, with a line for the school alone."""

    answer = forms.ChoiceField(
        label=_("Would you like to go on here?"), choices=CHOICES, widget=forms.RadioSelect
    )
    note = long_text(
        _("Anything you want to tell the school"), most=1000, required=False, rows=2,
        hint=_("Only advisor, coordinator and principal read it."),
    )  # fmt: skip


class HostAnswerForm(AnswerForm):
    """The same, in the host's words."""

    def __init__(self, *args: Any, first: str, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["answer"].label = _("Could you imagine going on with %(name)s?") % {
            "name": first
        }
