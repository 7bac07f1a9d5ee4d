"""What people fill in about a week. Forms check, actions write."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, datetime, time
from typing import Any

from django import forms
from django.conf import settings
from django.utils.translation import gettext_lazy as _

from kindling.exhibitions.models import Kind
from kindling.schools.models import School
from kindling.ui.format import day as day_words
from kindling.weeks.checks import Hours
from kindling.weeks.models import FreeTime, WeekDay


class HoursForm(forms.Form):
    """Between which hours a day is open."""

    opens_at = forms.TimeField(label=_("First exhibition from"), initial=time(9))
    closes_at = forms.TimeField(label=_("Last one over by"), initial=time(16))
    rest_from = forms.TimeField(label=_("Rest from"), required=False, initial=time(12))
    rest_until = forms.TimeField(label=_("Rest until"), required=False, initial=time(12, 45))

    @property
    def hours(self) -> Hours:
        sent = self.cleaned_data
        names = ("opens_at", "closes_at", "rest_from", "rest_until")
        return Hours(**{name: sent[name] for name in names})


class DayForm(HoursForm):
    """One day of the week as it is."""

    def __init__(self, *args: Any, day: WeekDay, **kwargs: Any) -> None:
        names = ("opens_at", "closes_at", "rest_from", "rest_until")
        kwargs["initial"] = {name: getattr(day, name) for name in names}
        super().__init__(*args, **kwargs)


class WeekForm(HoursForm):
    """A new week."""

    title = forms.CharField(label=_("Name of the week"), max_length=120)
    since_on = forms.DateField(label=_("First day"))
    until_on = forms.DateField(label=_("Last day"))
    kinds = forms.MultipleChoiceField(
        label=_("Which exhibitions?"), widget=forms.CheckboxSelectMultiple
    )
    pause = forms.IntegerField(
        label=_("Minutes between two"), min_value=0, max_value=60, initial=10,
        help_text=_("For rooms and for people: nobody has to run."),
    )  # fmt: skip
    field_order = ("title", "kinds", "since_on", "until_on")

    def __init__(self, *args: Any, kinds: Iterable[Kind], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.choices = {kind.public_id: kind for kind in kinds}
        told = [(key, kind.title) for key, kind in self.choices.items()]
        self.fields["kinds"].choices = told  # type: ignore[attr-defined]
        self.fields["kinds"].initial = list(self.choices)

    @property
    def facts(self) -> dict[str, Any]:
        sent = self.cleaned_data
        plain = {name: sent[name] for name in ("title", "since_on", "until_on", "pause")}
        return {**plain, "hours": self.hours, "kinds": [self.choices[key] for key in sent["kinds"]]}


class ChangeForm(forms.Form):
    """Its name and the pause."""

    title = forms.CharField(label=_("Name of the week"), max_length=120)
    pause = forms.IntegerField(label=_("Minutes between two"), min_value=0, max_value=60)


class RoomForm(forms.Form):
    """A room."""

    name = forms.CharField(label=_("Room"), max_length=120)
    video = forms.URLField(
        label=_("Link for video"), max_length=500, required=False,
        help_text=_("Who joins from far away is put into a room with video."),
    )  # fmt: skip
    from_at = forms.TimeField(label=_("Open from"), required=False)
    until_at = forms.TimeField(
        label=_("Open until"), required=False, help_text=_("Empty: as long as the day.")
    )


class LengthForm(forms.Form):
    """How long a kind takes here, for one grade or for all others."""

    kind = forms.ChoiceField(label=_("Which exhibitions?"))
    grade = forms.ChoiceField(label=_("Grade"), required=False)
    minutes = forms.IntegerField(label=_("Minutes"), min_value=10, max_value=240)

    def __init__(
        self, *args: Any, kinds: Iterable[Kind], grades: Iterable[str], **kwargs: Any
    ) -> None:
        super().__init__(*args, **kwargs)
        self.choices = {kind.public_id: kind for kind in kinds}
        told = [(key, kind.title) for key, kind in self.choices.items()]
        self.fields["kind"].choices = told  # type: ignore[attr-defined]
        self.fields["grade"].choices = [  # type: ignore[attr-defined]
            ("", _("every other grade")),
            *((grade, grade) for grade in grades if grade),
        ]

    @property
    def facts(self) -> dict[str, Any]:
        sent = self.cleaned_data
        kind = self.choices[sent["kind"]]
        return {"kind": kind, "grade": sent["grade"], "minutes": sent["minutes"]}


class InterpreterForm(forms.Form):
    """Somebody who interprets."""

    name = forms.CharField(label=_("Interpreter"), max_length=200)
    language = forms.ChoiceField(label=_("Language"), choices=settings.LANGUAGES)


class BookingForm(forms.Form):
    """Until when students take times."""

    until = forms.DateTimeField(
        label=_("Students choose until"),
        widget=forms.DateTimeInput(attrs={"type": "datetime-local"}, format="%Y-%m-%dT%H:%M"),
        input_formats=["%Y-%m-%dT%H:%M", "%Y-%m-%dT%H:%M:%S", "%Y-%m-%d %H:%M"],
    )


class FreeForm(forms.Form):
    """From when until when somebody can on each day of the week. Empty days: not at all that day,
    unless all are empty: then always.
    """

    def __init__(
        self, *args: Any, days: Iterable[WeekDay], said: Iterable[FreeTime], **kwargs: Any
    ) -> None:
        super().__init__(*args, **kwargs)
        self.days = list(days)
        known = {row.on: row for row in said}
        for day in self.days:
            row = known.get(day.on)
            self._add(day.on, "from", row.from_at if row else None)
            self._add(day.on, "until", row.until_at if row else None)

    def _add(self, on: date, end: str, value: time | None) -> None:
        label = _("%(day)s, from") if end == "from" else _("%(day)s, until")
        self.fields[f"{end}-{on}"] = forms.TimeField(
            label=label % {"day": day_words(on)}, required=False, initial=value
        )

    def clean(self) -> dict[str, Any]:
        sent = super().clean() or {}
        for day in self.days:
            first, last = sent.get(f"from-{day.on}"), sent.get(f"until-{day.on}")
            if bool(first) != bool(last) or (first and last and last <= first):
                self.add_error(
                    f"until-{day.on}", _("Give a beginning and a later end, or neither.")
                )
        return sent

    @property
    def times(self) -> list[tuple[date, time, time]]:
        sent = self.cleaned_data
        return [
            (day.on, sent[f"from-{day.on}"], sent[f"until-{day.on}"])
            for day in self.days
            if sent[f"from-{day.on}"]
        ]

    def pairs(self) -> list[tuple[Any, Any]]:
        """The two fields of each day, for the page."""
        return [(self[f"from-{day.on}"], self[f"until-{day.on}"]) for day in self.days]


class SlotForm(forms.Form):
    """A room, a day and a time: written by hand, or one of the free ones."""

    room = forms.ChoiceField(label=_("Room"))
    on = forms.DateField(label=_("Day"))
    at = forms.TimeField(label=_("At what time?"))

    def __init__(
        self, *args: Any, rooms: Iterable[tuple[str, str]], school: School, **kwargs: Any
    ) -> None:
        super().__init__(*args, **kwargs)
        self.school = school
        self.fields["room"].choices = list(rooms)  # type: ignore[attr-defined]

    @property
    def starts_at(self) -> datetime:
        sent = self.cleaned_data
        return datetime.combine(sent["on"], sent["at"], self.school.zone)
