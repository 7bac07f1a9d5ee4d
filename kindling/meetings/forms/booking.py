"""Book a meeting, move it, answer it."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime, time
from typing import Any

from django import forms
from django.utils.translation import gettext as _now
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext

from kindling.meetings.models import Kind, Meeting
from kindling.people.models import Student
from kindling.schools.models import Person, School

LENGTHS = (20, 30, 45, 60, 90)


def lengths(*others: int) -> list[tuple[int, str]]:
    """Minutes to choose from, with the one a meeting has already."""
    found = sorted({*LENGTHS, *others})
    return [(n, ngettext("%(num)s minute", "%(num)s minutes", n) % {"num": n}) for n in found]


class WhenForm(forms.Form):
    """Day, time, length and place."""

    on = forms.DateField(label=_("Which day?"))
    at = forms.TimeField(label=_("At what time?"))
    minutes = forms.TypedChoiceField(label=_("How long?"), coerce=int, initial=45)
    place = forms.CharField(
        label=_("Where?"), max_length=200, required=False, help_text=_("A room, or an address.")
    )
    video = forms.URLField(label=_("Link for video"), max_length=500, required=False)

    def __init__(self, *args: Any, school: School, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.school = school
        self.fields["minutes"].choices = lengths()  # type: ignore[attr-defined]

    @property
    def when(self) -> dict[str, Any]:
        sent = self.cleaned_data
        starts_at = datetime.combine(sent["on"], sent["at"], self.school.zone)
        return {"starts_at": starts_at, **{n: sent[n] for n in ("minutes", "place", "video")}}


class BookForm(WhenForm):
    """What the meeting is about, when and where, and who is asked."""

    kind = forms.ChoiceField(label=_("What is it about?"), choices=Kind.choices)
    title = forms.CharField(
        label=_("Its name"), max_length=120, required=False,
        help_text=_("For another kind of meeting."),
    )  # fmt: skip
    people = forms.MultipleChoiceField(
        label=_("Who is asked to come?"), required=False, widget=forms.CheckboxSelectMultiple
    )
    interpreter_language = forms.CharField(
        label=_("Interpreter for which language?"), max_length=60, required=False,
        help_text=_("Leave it empty when nobody needs one."),
    )  # fmt: skip
    field_order = (
        "kind", "title", "on", "at", "minutes", "place", "video", "people", "interpreter_language",
    )  # fmt: skip

    def __init__(
        self, *args: Any, team: Iterable[tuple[Person, str]], language: str = "", **kwargs: Any
    ) -> None:
        super().__init__(*args, **kwargs)
        team = list(team)
        self.team = {one.public_id: one for one, _part in team}
        told = [
            (one.public_id, _now("%(name)s (%(part)s)") % {"name": one.name, "part": part})
            for one, part in team
        ]
        self.fields["people"].choices = told  # type: ignore[attr-defined]
        self.fields["people"].initial = list(self.team)
        self.fields["at"].initial = time(15)
        self.fields["interpreter_language"].initial = language
        if not told:
            del self.fields["people"]

    def clean(self) -> dict[str, Any]:
        sent = super().clean() or {}
        if sent.get("kind") == Kind.OTHER and not sent.get("title"):
            self.add_error("title", _now("Give the meeting a name."))
        return sent

    @property
    def facts(self) -> dict[str, Any]:
        sent = self.cleaned_data
        people = [self.team[key] for key in sent.get("people", ())]
        own = {name: sent[name] for name in ("kind", "interpreter_language")}
        title = sent["title"] if sent["kind"] == Kind.OTHER else ""
        return {**self.when, **own, "title": title, "people": people}


class MoveForm(WhenForm):
    """Another time, another place."""

    def __init__(self, *args: Any, meeting: Meeting, **kwargs: Any) -> None:
        starts = meeting.starts_at.astimezone(kwargs["school"].zone)
        kwargs["initial"] = {
            "on": starts.date(), "at": starts.time(), "minutes": meeting.minutes,
            "place": meeting.place, "video": meeting.video,
        }  # fmt: skip
        super().__init__(*args, **kwargs)
        self.fields["minutes"].choices = lengths(meeting.minutes)  # type: ignore[attr-defined]


class WhoForm(forms.Form):
    """For whom a meeting is booked."""

    student = forms.ChoiceField(label=_("For whom?"))

    def __init__(self, *args: Any, students: Iterable[Student], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        told = [(one.public_id, one.name) for one in students]
        self.fields["student"].choices = [("", ""), *told]  # type: ignore[attr-defined]


class OffForm(forms.Form):
    """Why it is called off."""

    reason = forms.CharField(
        label=_("Why?"), max_length=300, required=False, help_text=_("Everybody invited reads it.")
    )


class AnswerForm(forms.Form):
    """Coming, or not."""

    note = forms.CharField(
        label=_("A word about it"), max_length=300, required=False,
        help_text=_("Who booked the meeting reads it."),
    )  # fmt: skip


class AskForm(forms.Form):
    """One more person."""

    person = forms.ChoiceField(label=_("Who else?"))

    def __init__(self, *args: Any, people: Iterable[Person], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.people = {one.public_id: one for one in people}
        told = [(key, one.name) for key, one in self.people.items()]
        self.fields["person"].choices = [("", ""), *told]  # type: ignore[attr-defined]


class InterpreterForm(forms.Form):
    """Which language, who comes."""

    language = forms.CharField(
        label=_("Interpreter for which language?"), max_length=60, required=False,
        help_text=_("Leave it empty when nobody needs one."),
    )  # fmt: skip
    name = forms.CharField(label=_("Who interprets?"), max_length=200, required=False)
    comes = forms.BooleanField(label=_("They said they come"), required=False)
