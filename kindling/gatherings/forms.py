"""What is asked to plan a gathering, to say who was there, and for a theme."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy

from kindling.gatherings.models import Gathering, Missing
from kindling.gatherings.themes import Offered
from kindling.people.models import Student


def area(label: Any, rows: int = 2) -> forms.CharField:
    widget = forms.Textarea(attrs={"rows": rows})
    return forms.CharField(label=label, required=False, max_length=1000, widget=widget)


class PlanForm(forms.Form):
    """A session, a circle, a pick-me-up or a trip."""

    title = forms.CharField(label=gettext_lazy("What is it about?"), max_length=120)
    on = forms.DateField(label=gettext_lazy("Day"))
    at = forms.TimeField(label=gettext_lazy("Time"), required=False)
    theme = forms.ChoiceField(label=gettext_lazy("Theme"), required=False)
    place = forms.CharField(label=gettext_lazy("Where to"), max_length=200, required=False)
    opening = area(gettext_lazy("Open (5 minutes)"))
    connect = area(gettext_lazy("A question that connects (10 minutes)"))
    activity = area(gettext_lazy("What you do together (20 minutes)"), 3)
    reflect = area(gettext_lazy("Look back (10 minutes)"))
    closing = area(gettext_lazy("Close (5 minutes)"))

    def __init__(self, *args: Any, kind: str, themes: Iterable[Offered], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        names = [one.title for one in themes]
        known = (kwargs.get("initial") or {}).get("theme")
        if known and known not in names:
            names.append(known)
        choice: Any = self.fields["theme"]
        choice.choices = [("", gettext_lazy("None")), *((name, name) for name in names)]
        hidden = ["place"] if kind != Gathering.Kind.TRIP else ["theme", *Gathering.PARTS]
        for name in hidden:
            del self.fields[name]


class HoldForm(forms.Form):
    """Everybody was there unless somebody says otherwise."""

    note = area(gettext_lazy("Note, for who leads the group"))

    def __init__(self, *args: Any, students: Iterable[Student], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.students = {f"why-{student.public_id}": student for student in students}
        choices = [("", gettext_lazy("There")), *Missing.Why.choices]
        for name, student in self.students.items():
            self.fields[name] = forms.ChoiceField(
                label=student.name, choices=choices, required=False
            )

    @property
    def missing(self) -> dict[Student, str]:
        said = ((student, self.cleaned_data.get(name)) for name, student in self.students.items())
        return {student: why for student, why in said if why}


class LineForm(forms.Form):
    line = forms.CharField(label=gettext_lazy("One line about it"), max_length=300)


class TurnForm(forms.Form):
    note = forms.CharField(
        label=gettext_lazy("What did they share?"), max_length=500, required=False
    )


class ThemeForm(forms.Form):
    """A theme in the school's own words."""

    title = forms.CharField(label=gettext_lazy("Theme"), max_length=120)
    quarter = forms.TypedChoiceField(
        label=gettext_lazy("Quarter"), choices=[(n, str(n)) for n in range(1, 5)], coerce=int
    )
    aims = forms.CharField(
        label=gettext_lazy("What is there at its end?"), max_length=1000, required=False,
        widget=forms.Textarea(attrs={"rows": 3}),
    )  # fmt: skip
