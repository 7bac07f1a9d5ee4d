"""One date that runs differently, as the office types it."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.dates import WEEKDAYS
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from kindling.schedule.forms.audience import AudienceForm, audience_key
from kindling.schedule.forms.rows import BlockRows
from kindling.schedule.models import LETTERS, AnyBlock, Change
from kindling.schools.viewer import Viewer

Plan = Change.Plan
NEEDS = {
    Plan.OTHER_DAY: ("weekday", gettext_lazy("Choose the day whose plan holds.")),
    Plan.LATE: ("starts_at", gettext_lazy("Say when school begins.")),
    Plan.HALF: ("ends_at", gettext_lazy("Say when school ends.")),
}


class ChangeForm(AudienceForm, BlockRows):
    """What is different, on which date, for whom and why."""

    on = forms.DateField(label=gettext_lazy("Date"))
    note = forms.CharField(
        label=gettext_lazy("Why?"),
        max_length=120,
        help_text=gettext_lazy("For example: Exhibitions, Field trip. Families read it."),
    )
    plan = forms.ChoiceField(label=gettext_lazy("What holds"), choices=Plan.choices)
    weekday = forms.TypedChoiceField(
        label=gettext_lazy("The plan of"), coerce=int, empty_value=None, required=False,
        choices=[("", "—"), *((str(day), name) for day, name in WEEKDAYS.items())],
    )  # fmt: skip
    letter = forms.ChoiceField(
        label=gettext_lazy("As in"), choices=[("", "—"), *LETTERS[1:]], required=False
    )
    starts_at = forms.TimeField(label=gettext_lazy("School begins at"), required=False)
    ends_at = forms.TimeField(label=gettext_lazy("School ends at"), required=False)
    has_internships = forms.BooleanField(
        label=gettext_lazy("Internships take place"),
        required=False,
        initial=True,
        help_text=gettext_lazy("A plan of its own has them where it has a block for them."),
    )

    def __init__(self, *args: Any, change: Change | None = None, viewer: Viewer, **kw: Any) -> None:
        blocks: list[AnyBlock] = list(change.blocks.order_by("starts_at")) if change else []
        super().__init__(*args, viewer=viewer, blocks=blocks, **kw)
        if change is not None:
            told = {name: getattr(change, name) for name in self.plain_names()}
            told["audience"] = audience_key(change.grade, change.advisory)
            self.initial = {**self.initial, **told}

    @staticmethod
    def plain_names() -> tuple[str, ...]:
        times = ("weekday", "letter", "starts_at", "ends_at")
        return ("on", "note", "plan", "has_internships", *times)

    def clean(self) -> dict[str, Any]:
        data = super().clean()
        plan = data.get("plan", "")
        if data.get("on") and data["on"] < self.viewer.school.today():
            self.add_error("on", _("This day is over. Choose today or a later day."))
        if plan in NEEDS and not self.errors.get(NEEDS[plan][0]):
            name, sentence = NEEDS[plan]
            if data.get(name) is None:
                self.add_error(name, sentence)
        if plan == Plan.OWN and not self.errors and not data.get("blocks"):
            self.add_error("kind_0", _("Write at least one block for this day."))
        return data

    def answers(self) -> dict[str, Any]:
        """Return what put_change wants."""
        told = {name: self.cleaned_data[name] for name in self.plain_names()}
        return {**told, **self.whom(), "blocks": self.cleaned_data["blocks"]}
