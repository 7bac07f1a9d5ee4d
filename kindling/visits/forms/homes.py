"""What is asked about a visit at home."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from kindling.people.models import Student
from kindling.schools.models import Person
from kindling.schools.viewer import Viewer
from kindling.visits.models import HomeVisit
from kindling.visits.rules import staff_people, visitable_homes


def area(label: Any, **facts: Any) -> forms.CharField:
    widget = forms.Textarea(attrs={"rows": 3})
    return forms.CharField(label=label, required=False, max_length=2000, widget=widget, **facts)


class PlanForm(forms.Form):
    """Whom, when and where."""

    student: forms.ModelChoiceField[Student] = forms.ModelChoiceField(
        label=gettext_lazy("Whose family"), queryset=None, to_field_name="public_id"
    )
    on = forms.DateField(label=gettext_lazy("Day"))
    at = forms.TimeField(label=gettext_lazy("Time"), required=False)
    where = forms.ChoiceField(
        label=gettext_lazy("Where"), choices=HomeVisit.Where.choices, widget=forms.RadioSelect,
        initial=HomeVisit.Where.HOME,
    )  # fmt: skip
    needs_interpreter = forms.BooleanField(
        label=gettext_lazy("We need an interpreter"), required=False
    )

    def __init__(self, *args: Any, viewer: Viewer, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["student"].queryset = visitable_homes(viewer)  # type: ignore[attr-defined]


class NoteForm(forms.Form):
    """The note. What is sensitive goes into a drawer of its own."""

    on = forms.DateField(label=gettext_lazy("When was it"))
    present = forms.CharField(label=gettext_lazy("Who was there?"), max_length=300, required=False)
    language = forms.CharField(
        label=gettext_lazy("Which language did you speak?"), max_length=60, required=False
    )
    hopes = area(gettext_lazy("What does the family hope for?"))
    strengths = area(gettext_lazy("What is the student good at?"))
    interests = area(gettext_lazy("What do they love doing at home?"))
    best_contact = forms.CharField(
        label=gettext_lazy("How and when is the family reached best?"), max_length=300,
        required=False,
    )  # fmt: skip
    follow_up = forms.CharField(
        label=gettext_lazy("What did you promise?"), max_length=500, required=False
    )
    follow_on = forms.DateField(label=gettext_lazy("Until when"), required=False)
    sensitive = area(
        gettext_lazy("Concerns told in confidence"),
        help_text=gettext_lazy(
            "Only the student’s advisor and whom the school names open it. Each opening is noted."
        ),
    )
    for_student = area(gettext_lazy("What may the student read?"))

    def __init__(self, *args: Any, viewer: Viewer, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.today = viewer.school.today()

    def clean_on(self) -> Any:
        on = self.cleaned_data["on"]
        if on > self.today:
            raise forms.ValidationError(_("Choose today or an earlier day."))
        return on

    @staticmethod
    def as_entered(visit: HomeVisit) -> dict[str, Any]:
        kept = {name: getattr(visit, name) for name in HomeVisit.NOTE}
        return kept | {"on": visit.on or visit.planned_on}


class ReaderForm(forms.Form):
    """Who else reads what is sensitive."""

    person: forms.ModelChoiceField[Person] = forms.ModelChoiceField(
        label=gettext_lazy("Who"), queryset=None, to_field_name="public_id"
    )

    def __init__(self, *args: Any, viewer: Viewer, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["person"].queryset = staff_people(viewer)  # type: ignore[attr-defined]
