"""Weekly schedules, as the office types them."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.dates import WEEKDAYS
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from kindling.schedule.forms.audience import AudienceForm
from kindling.schedule.forms.rows import BlockRows
from kindling.schedule.models import LETTERS, Week
from kindling.schedule.rules import has_letters, visible_weeks
from kindling.schedule.samples import SAMPLES


class SpanForm(forms.Form):
    """A name, from when, until when."""

    name = forms.CharField(label=gettext_lazy("Name"), max_length=60)
    since_on = forms.DateField(label=gettext_lazy("First day"))
    until_on = forms.DateField(
        label=gettext_lazy("Last day"),
        required=False,
        help_text=gettext_lazy("Empty: until a newer one. A mini-term has a last day."),
    )

    def clean(self) -> dict[str, Any]:
        data = super().clean() or {}
        first, last = data.get("since_on"), data.get("until_on")
        if first and last and last < first:
            self.add_error("until_on", _("Choose a last day on or after the first day."))
        return data


class AddWeekForm(AudienceForm, SpanForm):
    """A new week: for whom, and what to start from."""

    start = forms.ChoiceField(label=gettext_lazy("Start from"), required=False)
    field_order = ("name", "audience", "since_on", "until_on", "start")

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        weeks = visible_weeks(self.viewer).order_by("-since_on", "pk")[:50]
        self.weeks: dict[str, Week] = {week.public_id: week for week in weeks}
        start = self.fields["start"]
        assert isinstance(start, forms.ChoiceField)  # noqa: S101  for the type checker
        start.choices = [
            ("", _("An empty week")),
            (_("Sample weeks"), [(one.key, one.name) for one in SAMPLES.values()]),
            (_("A copy of"), [(key, f"{one} · {one.audience}") for key, one in self.weeks.items()]),
        ]
        self.fields["since_on"].initial = self.viewer.school.today()

    def answers(self) -> dict[str, Any]:
        """Return what add_week wants."""
        data, start = self.cleaned_data, self.cleaned_data["start"]
        span = {name: data[name] for name in ("name", "since_on", "until_on")}
        source = {"sample": start if start in SAMPLES else "", "like": self.weeks.get(start)}
        return {**span, **self.whom(), **source}


class DayForm(BlockRows):
    """The blocks of one weekday, and on which other days they hold as well."""

    letter = forms.ChoiceField(
        label=gettext_lazy("In which weeks?"), choices=LETTERS, required=False
    )
    also = forms.MultipleChoiceField(
        label=gettext_lazy("The same on"),
        choices=[(str(day), name) for day, name in WEEKDAYS.items()],
        required=False,
        widget=forms.CheckboxSelectMultiple,
        help_text=gettext_lazy("What stands on these days is replaced."),
    )

    def __init__(self, *args: Any, week: Week, weekday: int, letter: str, **kwargs: Any) -> None:
        held = list(week.blocks.filter(weekday=weekday).order_by("starts_at", "pk"))
        # A day that differs in A and B weeks is shown as one of them, never as an empty day.
        letter = letter or next((block.letter for block in held if block.letter), "")
        blocks = [block for block in held if block.letter in ("", letter)]
        super().__init__(*args, blocks=blocks, initial={"letter": letter}, **kwargs)
        if not letter and not has_letters(week.school):
            del self.fields["letter"]


class AnchorForm(forms.Form):
    """A day of a week that is week A."""

    on = forms.DateField(
        label=gettext_lazy("A day in a week A"),
        help_text=gettext_lazy(
            "Weeks alternate from it: A, B, A, B. Breaks count like other weeks."
        ),
    )
