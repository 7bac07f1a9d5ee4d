"""Beginning a project, answering its proposal, and its members."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from kindling.goals.models import OwnGoal
from kindling.people.models import Student
from kindling.placements.models import Placement
from kindling.projects.forms import long_text
from kindling.projects.models.templates import Kind


class BeginForm(forms.Form):
    """A name, and where it lives."""

    title = forms.CharField(
        label=_("What is it called?"), max_length=120,
        help_text=_("A few words. You can change them later."),
    )  # fmt: skip
    where = forms.ChoiceField(label=_("Where does it live?"))

    def __init__(self, *args: Any, placements: Sequence[Placement], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.placements = {one.public_id: one for one in placements}
        choices = [(one.public_id, one.site.name) for one in placements]
        choices += [(kind.value, str(kind.label)) for kind in (Kind.PASSION, Kind.SERVICE)]
        self.fields["where"].choices = choices  # type: ignore[attr-defined]

    @property
    def facts(self) -> dict[str, Any]:
        where = self.cleaned_data["where"]
        placement = self.placements.get(where)
        kind = Kind.INTERNSHIP if placement else where
        return {"title": self.cleaned_data["title"], "placement": placement, "kind": kind}


class YesForm(forms.Form):
    """A yes with a word; a mentor who has said none yet writes a first line of the standard."""

    seen = forms.CharField(widget=forms.HiddenInput, max_length=40)
    standard = forms.CharField(
        label=_("What does good work look like to you?"), max_length=500, required=False,
        help_text=_("One line in your own words. You judge the product by it at the end."),
    )  # fmt: skip
    comment = long_text(_("A word along with it"), most=2000, required=False, rows=2)


class ReturnForm(forms.Form):
    """Not yet, and what is missing."""

    seen = forms.CharField(widget=forms.HiddenInput, max_length=40)
    comment = long_text(_("What would make it a yes?"), most=2000)


class SuggestForm(forms.Form):
    """Other words for one line of the proposal."""

    field = forms.CharField(widget=forms.HiddenInput, max_length=12)
    words = long_text(_("How would you put it?"), most=4000)


class RedoForm(forms.Form):
    """What is missing before it is done."""

    reason = long_text(_("What is missing?"), most=2000, rows=2)


class DropForm(forms.Form):
    """Why it is set aside, if one likes."""

    reason = long_text(_("Why, if you like"), most=2000, rows=2, required=False)


class MeetingForm(forms.Form):
    """What came of the set-up meeting, in the student's notes."""

    on = forms.DateField(label=_("When did you meet?"))
    notes = long_text(
        _("What did you agree?"), most=4000, required=False,
        hint=_("Ideas for the project, who helps, what is needed, what comes next."),
    )  # fmt: skip


class BookForm(forms.Form):
    """When student, mentor and advisor sit together."""

    on = forms.DateField(label=_("Which day?"))
    at = forms.TimeField(label=_("At what time?"))


class DueForm(forms.Form):
    """The last day."""

    due_on = forms.DateField(label=_("Until when?"))


class StandardForm(forms.Form):
    """One line of what good work is."""

    words = forms.CharField(label=_("What does good work look like?"), max_length=500)


class JoinForm(forms.Form):
    """Another student who works on it."""

    student = forms.ChoiceField(label=_("Who joins?"))

    def __init__(self, *args: Any, students: Iterable[Student], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.students = {one.public_id: one for one in students}
        names = [("", "—"), *((one.public_id, one.name) for one in self.students.values())]
        self.fields["student"].choices = names  # type: ignore[attr-defined]

    @property
    def chosen(self) -> Student:
        return self.students[self.cleaned_data["student"]]


class GoalsForm(forms.Form):
    """Which goals it touches: the school's, and the members' own."""

    goals = forms.MultipleChoiceField(label=_("Goals of the school"), required=False)
    own = forms.MultipleChoiceField(label=_("My own goals"), required=False)

    def __init__(
        self, *args: Any, choices: list[Any], own: Iterable[OwnGoal], **kwargs: Any
    ) -> None:
        super().__init__(*args, **kwargs)
        self.owned = {one.public_id: one for one in own}
        self.fields["goals"].choices = choices  # type: ignore[attr-defined]
        named = [(one.public_id, one.words) for one in self.owned.values()]
        self.fields["own"].choices = named  # type: ignore[attr-defined]
        if not self.owned:
            del self.fields["own"]

    @property
    def chosen_own(self) -> list[OwnGoal]:
        return [self.owned[key] for key in self.cleaned_data.get("own", [])]
