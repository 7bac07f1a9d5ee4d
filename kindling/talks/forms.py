"""What is said about a talk, and how a school talks. Forms read; actions write."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from kindling.people.models import Student
from kindling.schools.viewer import Viewer
from kindling.talks import rules
from kindling.talks.actions import Said

LONG = 4000


class HoldForm(forms.Form):
    """It happened: how long, and on which day."""

    minutes = forms.IntegerField(
        label=gettext_lazy("Minutes"), min_value=0, max_value=240, required=False,
        help_text=gettext_lazy("Left empty, it is the time since you started."),
    )  # fmt: skip
    tap = forms.CharField(max_length=40, required=False, widget=forms.HiddenInput)
    on = forms.DateField(
        label=gettext_lazy("On which day"), required=False,
        widget=forms.DateInput(attrs={"type": "date"}),
        help_text=gettext_lazy("Left empty, it is today."),
    )  # fmt: skip


class PromiseForm(forms.Form):
    """Who does what, and by when. Empty words promise nothing."""

    WHO = (STUDENT, ADVISOR) = ("student", "advisor")

    words = forms.CharField(
        label=gettext_lazy("What will be done?"), max_length=300, required=False
    )
    owner = forms.ChoiceField(label=gettext_lazy("Who does it?"))
    due_on = forms.DateField(
        label=gettext_lazy("By when?"), required=False,
        widget=forms.DateInput(attrs={"type": "date"}),
    )  # fmt: skip

    def __init__(self, *args: Any, viewer: Viewer, student: Student, **kwargs: Any) -> None:
        week = viewer.school.today() + timedelta(days=7)
        kwargs["initial"] = {"owner": self.STUDENT, "due_on": week}
        super().__init__(*args, **kwargs)
        self.viewer, self.student = viewer, student
        named = [(self.STUDENT, student.first)]
        if viewer.person_id != student.person_id and viewer.person:
            named.append((self.ADVISOR, viewer.person.first))
        self.fields["owner"].choices = named  # type: ignore[attr-defined]

    def clean_due_on(self) -> date | None:
        due: date | None = self.cleaned_data["due_on"]
        if due and due < self.viewer.school.today():
            raise forms.ValidationError(_("Choose today or a later day."))
        return due

    @property
    def said(self) -> Said | None:
        """What was promised; None for nothing. Only after is_valid()."""
        told = self.cleaned_data
        is_mine = told["owner"] == self.ADVISOR and self.viewer.person is not None
        owner = self.viewer.person if is_mine else self.student.person
        if owner is None or not told["words"].strip():
            return None
        return Said(owner, told["words"], told["due_on"])


class NoteForm(forms.Form):
    """A private note, or its correction."""

    text = forms.CharField(
        label=gettext_lazy("Your note"), max_length=LONG,
        widget=forms.Textarea(attrs={"rows": 4}),
    )  # fmt: skip


class RhythmForm(forms.Form):
    """How often advisor and this student talk."""

    every_days = forms.IntegerField(
        label=gettext_lazy("Days between two talks"), min_value=1, max_value=90, required=False,
        help_text=gettext_lazy("Left empty, it is what your school says."),
    )  # fmt: skip


class ChoiceForm(forms.Form):
    """How the school talks."""

    every_days = forms.IntegerField(
        label=gettext_lazy("Days between two talks"), min_value=1, max_value=90
    )
    silent_days = forms.IntegerField(
        label=gettext_lazy("Days without a talk until it shows"), min_value=2, max_value=120
    )
    real_minutes = forms.IntegerField(
        label=gettext_lazy("Minutes after which a talk counts without a note"),
        min_value=1, max_value=120,
    )  # fmt: skip
    substitutes_talk = forms.BooleanField(
        label=gettext_lazy("Substitutes hold talks, and read earlier ones"), required=False
    )
    family_reads = forms.BooleanField(
        label=gettext_lazy("Families can read the notes of talks"), required=False,
        help_text=gettext_lazy("Never what is marked “between us”, and never private notes."),
    )  # fmt: skip


class ReaderForm(forms.Form):
    """Who may read private notes, why, and until when."""

    person = forms.ChoiceField(label=gettext_lazy("Who"))
    why = forms.CharField(label=gettext_lazy("Why"), max_length=300)
    until_on = forms.DateField(
        label=gettext_lazy("Until"), required=False,
        widget=forms.DateInput(attrs={"type": "date"}),
    )  # fmt: skip

    def __init__(self, *args: Any, viewer: Viewer, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.today = viewer.school.today()
        self.people = {one.public_id: one for one in rules.staff_today(viewer)}
        named = [(key, one.name) for key, one in self.people.items()]
        self.fields["person"].choices = named  # type: ignore[attr-defined]

    def clean_person(self) -> Any:
        return self.people[self.cleaned_data["person"]]

    def clean_until_on(self) -> date | None:
        until: date | None = self.cleaned_data["until_on"]
        if until and until < self.today:
            raise forms.ValidationError(_("Choose today or a later day."))
        return until
