"""What people fill in about a day. Forms read; actions write."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from kindling.attendance.actions.settling import MOST
from kindling.attendance.expected import moment_of
from kindling.attendance.how import How, needs_line
from kindling.attendance.models import Day
from kindling.attendance.proof import what_is_wrong
from kindling.attendance.waiting import Spoken
from kindling.placements.models import Placement
from kindling.schools.viewer import Viewer
from kindling.ui.format import clock

PRAISE = {
    "on_time": gettext_lazy("On time"),
    "questions": gettext_lazy("Asked good questions"),
    "careful": gettext_lazy("Careful work"),
    "more": gettext_lazy("Ready for more"),
}


class CheckInForm(forms.Form):
    """I'm here, and what I want to do today."""

    goal = forms.CharField(
        label=gettext_lazy("What do you want to do or find out today?"),
        max_length=300,
        required=False,
    )
    mode = forms.ChoiceField(choices=Day.Mode.choices, required=False)
    tap = forms.CharField(max_length=40, required=False, widget=forms.HiddenInput)

    @property
    def sent(self) -> dict[str, Any]:
        """What the action wants."""
        sent = dict(self.cleaned_data)
        return {"how": How(mode=sent.pop("mode")), **sent}


class HereForm(CheckInForm):
    """I'm here, with the code of the place. "without" leaves a wrong code away."""

    mode = None  # type: ignore[assignment]
    code = forms.CharField(
        label=gettext_lazy("Code at the place"),
        max_length=20,
        required=False,
        help_text=gettext_lazy("Six digits on a screen, or eight on the wall."),
        widget=forms.TextInput(attrs={"autocomplete": "off", "inputmode": "numeric"}),
    )

    field_order = ("code", "goal", "tap")

    def __init__(
        self, *args: Any, placement: Placement | None, viewer: Viewer, **kwargs: Any
    ) -> None:
        super().__init__(*args, **kwargs)
        self.placement, self.viewer = placement, viewer

    def clean_code(self) -> str:
        """Return the right code, or none; a wrong one is an error until it is left away."""
        code = str(self.cleaned_data["code"]).strip()
        if not code or self.placement is None or "without" in self.data:
            return ""
        wrong = what_is_wrong(self.placement, code, self.viewer.school.now(), by=self.viewer)
        if wrong:
            raise forms.ValidationError(wrong)
        return code


class CheckOutForm(forms.Form):
    """I'm leaving, and a line about the day."""

    line = forms.CharField(
        label=gettext_lazy("A line about your day"), max_length=2000, required=False
    )
    left_at = forms.TimeField(label=gettext_lazy("When did you leave?"), required=False)
    tap = forms.CharField(max_length=40, required=False, widget=forms.HiddenInput)

    def __init__(self, *args: Any, of: Day, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.of = of

    def clean_line(self) -> str:
        line: str = self.cleaned_data["line"]
        if needs_line(self.of.mode) and not line:
            raise forms.ValidationError(_("Say in a line what you did today."))
        return line


class AnswerForm(forms.Form):
    """The mentor's answer about one day, with a word for the student or for the school."""

    YES, CORRECT, ABSENT, NOTE = "yes", "correct", "absent", "note"

    do = forms.ChoiceField(choices=[(verb, verb) for verb in (YES, CORRECT, ABSENT, NOTE)])
    starts_at = forms.TimeField(label=gettext_lazy("Came at"), required=False)
    ends_at = forms.TimeField(label=gettext_lazy("Left at"), required=False)
    reason = forms.CharField(
        label=gettext_lazy("What should the school know?"), max_length=500, required=False
    )
    praise = forms.MultipleChoiceField(choices=list(PRAISE.items()), required=False)
    note = forms.CharField(
        label=gettext_lazy("A sentence in your own words"),
        max_length=1000,
        required=False,
        widget=forms.Textarea(attrs={"rows": 3}),
    )
    note_for = forms.ChoiceField(
        choices=[("student", "student"), ("school", "school")], required=False
    )

    def __init__(self, *args: Any, one: Spoken, **kwargs: Any) -> None:
        zone = one.placement.school.zone
        times = {
            "starts_at": f"{one.starts.astimezone(zone):%H:%M}",
            "ends_at": f"{one.ends.astimezone(zone):%H:%M}",
        }
        super().__init__(*args, **{"initial": times, **kwargs})
        self.one, self.zone = one, zone

    def clean(self) -> dict[str, Any]:
        sent = self.cleaned_data
        if sent.get("do") == self.CORRECT:
            self._clean_times(sent)
        if sent.get("do") == self.NOTE and not self.text:
            self.add_error("note", _("Write a sentence, or pick a word above."))
        return sent

    def _clean_times(self, sent: dict[str, Any]) -> None:
        for name in ("starts_at", "ends_at"):
            if not sent.get(name) and name not in self.errors:
                self.add_error(name, _("Enter a time such as 14:30."))
        starts, ends = sent.get("starts_at"), sent.get("ends_at")
        if starts and ends and ends <= starts:
            sentence = _("Enter a time after %(time)s.") % {"time": clock(starts)}
            self.add_error("ends_at", sentence)

    @property
    def times(self) -> tuple[datetime, datetime]:
        """The mentor's times of the day, as moments."""
        starts, ends = self.cleaned_data["starts_at"], self.cleaned_data["ends_at"]
        day = self.one.on
        return moment_of(day, starts, self.zone), moment_of(day, ends, self.zone)

    @property
    def text(self) -> str:
        """Picked words and the sentence, as one note."""
        sent = self.cleaned_data
        words = [str(PRAISE[key]) for key in sent.get("praise", [])]
        picked = " · ".join(words)
        return "\n".join(part for part in (picked, sent.get("note", "")) if part)

    @property
    def is_shared(self) -> bool:
        return bool(self.cleaned_data.get("note_for") != "school")


class SettleForm(forms.Form):
    """The last word: how long, and why."""

    hours = forms.IntegerField(label=gettext_lazy("Hours"), min_value=0, max_value=MOST // 60)
    minutes = forms.IntegerField(
        label=gettext_lazy("Minutes"), min_value=0, max_value=59, required=False
    )
    reason = forms.CharField(
        label=gettext_lazy("Why"),
        max_length=500,
        help_text=gettext_lazy("The student, the family and the school can read this."),
    )

    def __init__(self, *args: Any, of: Day | None = None, **kwargs: Any) -> None:
        hours, minutes = divmod(of.minutes if of else 0, 60)
        super().__init__(*args, **{"initial": {"hours": hours, "minutes": minutes}, **kwargs})

    @property
    def total(self) -> int:
        sent = self.cleaned_data
        return int(sent["hours"]) * 60 + int(sent.get("minutes") or 0)


class DayFilter(forms.Form):
    """Which days the list shows. What is unknown is left out."""

    standing = forms.ChoiceField(choices=Day.Standing.choices, required=False)
    student = forms.SlugField(required=False)

    @property
    def wanted(self) -> dict[str, str]:
        """What was asked for and is known, the rest empty."""
        self.is_valid()
        return {name: self.cleaned_data.get(name, "") for name in self.fields}
