"""What the coordinator fills in for a round."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from kindling.people.matters import Matter
from kindling.people.rules import visible_students
from kindling.rounds.models import Round, RoundPlace
from kindling.rounds.rules import visible_round_places
from kindling.schools.viewer import Viewer

DIGITS = 3  # of seats at one place


def works(form: forms.Form, act: Callable[[], Any]) -> bool:
    """Run an action on a valid form; what the action still finds wrong stands in the form."""
    if not form.is_valid():
        return False
    try:
        act()
    except ValidationError as error:
        form.add_error(None, error)
        return False
    return True


def deadline() -> forms.DateTimeField:
    """A day and a time in the school's zone."""
    widget = forms.DateTimeInput(attrs={"type": "datetime-local"}, format="%Y-%m-%dT%H:%M")
    return forms.DateTimeField(
        label=gettext_lazy("Students rank until"),
        widget=widget,
        input_formats=["%Y-%m-%dT%H:%M", "%Y-%m-%dT%H:%M:%S", "%Y-%m-%d %H:%M"],
    )


class RoundForm(forms.Form):
    """Name, deadline and who goes first."""

    name = forms.CharField(label=gettext_lazy("Name of the round"), max_length=120)
    note = forms.CharField(
        label=gettext_lazy("What students should know"),
        max_length=1000,
        required=False,
        widget=forms.Textarea(attrs={"rows": 3, "maxlength": 1000}),
    )
    closes_at = deadline()
    list_length = forms.IntegerField(
        label=gettext_lazy("Places on a list"),
        min_value=1,
        max_value=40,
        initial=8,
        help_text=gettext_lazy("We ask for so many. Short lists count too, with a hint."),
    )
    asked_share = forms.IntegerField(
        label=gettext_lazy("Seats open to whom mentors ask for, in percent"),
        min_value=0,
        max_value=100,
        initial=0,
        help_text=gettext_lazy("50 is half of the seats. With 0, mentors are not asked."),
    )
    returning_first = forms.BooleanField(
        label=gettext_lazy("Who has learned at a site before goes first there"), required=False
    )
    first_grades = forms.CharField(
        label=gettext_lazy("Grades that go first"),
        max_length=100,
        required=False,
        help_text=gettext_lazy("With commas between them. Empty: all grades are equal."),
    )
    most_minutes = forms.IntegerField(
        label=gettext_lazy("Most minutes from school"),
        min_value=1,
        max_value=300,
        required=False,
        help_text=gettext_lazy("Empty: no limit."),
    )

    def __init__(self, *args: Any, one: Round | None = None, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if one is None:
            return
        for name in self.fields:
            self.fields[name].initial = getattr(one, name)
        if one.state != Round.State.DRAFT:
            for name in ("asked_share", "returning_first", "first_grades", "most_minutes"):
                del self.fields[name]


class SecondForm(forms.Form):
    """Until when students rank in the second round."""

    closes_at = deadline()


class ReasonForm(forms.Form):
    """Why a round is called off."""

    reason = forms.CharField(
        label=gettext_lazy("Why"),
        max_length=1000,
        widget=forms.Textarea(attrs={"rows": 2, "maxlength": 1000}),
    )


class MoveForm(forms.Form):
    """Whom to give which place by hand, and why."""

    student = forms.ChoiceField(label=gettext_lazy("Student"))
    place = forms.ChoiceField(label=gettext_lazy("Place"), required=False)
    reason = forms.CharField(
        label=gettext_lazy("Why"),
        max_length=1000,
        widget=forms.Textarea(attrs={"rows": 2, "maxlength": 1000}),
        help_text=gettext_lazy("It stands in the record, with whom it passes over."),
    )

    def __init__(self, *args: Any, one: Round, viewer: Viewer, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        people = visible_students(viewer, Matter.DAYS).filter(ballots__round=one, state="enrolled")
        people = people.order_by("person__sort_name", "pk")
        self.students = {student.public_id: student for student in people}
        places = visible_round_places(viewer).filter(round=one).order_by("opportunity__title")
        self.places = {place.public_id: place for place in places}
        self.choose("student", [(key, one_.name) for key, one_ in self.students.items()])
        named = [(key, name_of(place)) for key, place in self.places.items()]
        self.choose("place", [("", _("No place")), *named])

    def choose(self, name: str, choices: Sequence[tuple[str, str]]) -> None:
        field: Any = self.fields[name]
        field.choices = choices

    def clean_student(self) -> Any:
        return self.students[self.cleaned_data["student"]]

    def clean_place(self) -> RoundPlace | None:
        return self.places.get(self.cleaned_data["place"])


def name_of(place: RoundPlace) -> str:
    return f"{place.opportunity.title} · {place.opportunity.site.name}"


def seats_from(post: Any, public_ids: Sequence[str]) -> dict[str, int]:
    """Read the numbers of the table of places; what is no number is 0."""
    read = {}
    for key in public_ids:
        text = post.get(f"seats-{key}", "").strip()
        read[key] = int(text) if text.isascii() and text.isdecimal() and len(text) <= DIGITS else 0
    return read
