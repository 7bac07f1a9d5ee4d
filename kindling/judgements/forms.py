"""What somebody says about how far a student has come. Forms read and check; actions write."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from kindling.evidence.models import Evidence
from kindling.goals.models import Level
from kindling.judgements.actions import Said
from kindling.judgements.models import Opinion, Setting
from kindling.schools.models import Person
from kindling.ui.apart import amid
from kindling.ui.format import short_day

AREA = forms.Textarea


class Beside(forms.Form):
    """One of several forms of a page: its fields have ids of their own."""

    ids = "said"

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.auto_id = f"{self.ids}_%s"


class SaidForm(Beside):
    """A level, where it showed, how sure one is, and why."""

    level = forms.ChoiceField(label=gettext_lazy("How far?"), widget=forms.RadioSelect)
    setting = forms.ChoiceField(
        label=gettext_lazy("Where did it show?"), choices=Setting.choices, initial=Setting.SCHOOL
    )
    sure = forms.ChoiceField(
        label=gettext_lazy("How sure are you?"),
        choices=Opinion.Sure.choices,
        initial=Opinion.Sure.FAIRLY,
    )
    comment = forms.CharField(
        label=gettext_lazy("What shows it?"), max_length=4000, required=False, widget=AREA
    )

    def __init__(self, *args: Any, levels: tuple[Level, ...], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.levels = {level.public_id: level for level in levels}
        choices = [(key, f"{one.mark} {one.label}") for key, one in self.levels.items()]
        self.fields["level"].choices = choices  # type: ignore[attr-defined]

    @property
    def said(self) -> Said:
        """For the actions."""
        found = self.cleaned_data
        level = self.levels[found["level"]]
        return Said(level, found["setting"], found["sure"], found["comment"])


class ProposalForm(SaidForm):
    """The same, with what shows it."""

    ids = "again"

    pieces = forms.MultipleChoiceField(
        label=gettext_lazy("Which pieces show it?"),
        help_text=gettext_lazy("Those tagged with this goal come first, then the newest."), widget=forms.CheckboxSelectMultiple,
        error_messages={"required": gettext_lazy("Choose one piece of evidence.")},
    )  # fmt: skip

    def __init__(self, *args: Any, pieces: list[Evidence], needs: bool, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.known = {piece.public_id: piece for piece in pieces}
        self.fields["pieces"].choices = [  # type: ignore[attr-defined]
            (key, f"{amid(piece.title)} · {short_day(piece.on)}")
            for key, piece in self.known.items()
        ]
        self.fields["pieces"].required = needs

    @property
    def chosen(self) -> list[Evidence]:
        """The pieces themselves."""
        return [self.known[key] for key in self.cleaned_data["pieces"]]


class AgreeForm(Beside):
    """The level that is agreed on, one that an adult gave."""

    ids = "agree"

    level = forms.ChoiceField(label=gettext_lazy("Which level is it?"), widget=forms.RadioSelect)
    comment = forms.CharField(
        label=gettext_lazy("Why this one?"), max_length=4000, required=False, widget=AREA
    )

    def __init__(self, *args: Any, given: tuple[Level, ...], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.given = {level.public_id: level for level in given}
        choices = [(key, f"{one.mark} {one.label}") for key, one in self.given.items()]
        self.fields["level"].choices = choices  # type: ignore[attr-defined]
        if len(given) == 1:
            self.fields["level"].initial = given[0].public_id

    @property
    def level_itself(self) -> Level:
        return self.given[self.cleaned_data["level"]]


class ReturnForm(Beside):
    """What is missing."""

    ids = "back"

    comment = forms.CharField(label=gettext_lazy("What is missing?"), max_length=4000, widget=AREA)


class SecondForm(Beside):
    """Who judges a second time."""

    ids = "second"

    person = forms.ChoiceField(label=gettext_lazy("Who judges a second time?"))

    def __init__(self, *args: Any, people: list[Person], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.people = {person.public_id: person for person in people}
        choices = [("", _("Choose somebody")), *((k, p.name) for k, p in self.people.items())]
        self.fields["person"].choices = choices  # type: ignore[attr-defined]

    @property
    def chosen(self) -> Person:
        return self.people[self.cleaned_data["person"]]


class SampleForm(forms.Form):
    """How many are judged twice."""

    percent = forms.IntegerField(
        label=gettext_lazy("Of a hundred judgements, how many are judged twice?"),
        help_text=gettext_lazy("They are drawn by chance. 0 means none."),
        min_value=0,
        max_value=100,
    )
