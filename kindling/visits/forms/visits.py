"""What is asked about a visit: short questions, none of them a must."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from kindling.placements.models import Placement
from kindling.schools.viewer import Viewer
from kindling.visits.models import Visit
from kindling.visits.queries.visits import visited_placements

PRESENT = [("student", gettext_lazy("The student")), ("mentor", gettext_lazy("The mentor"))]


def area(label: Any, rows: int = 2, **facts: Any) -> forms.CharField:
    widget = forms.Textarea(attrs={"rows": rows})
    return forms.CharField(label=label, required=False, max_length=2000, widget=widget, **facts)


class NoteForm(forms.Form):
    """The note itself."""

    present = forms.MultipleChoiceField(
        label=gettext_lazy("Who was there?"), choices=PRESENT, required=False,
        widget=forms.CheckboxSelectMultiple,
    )  # fmt: skip
    with_others = forms.CharField(label=gettext_lazy("Who else?"), max_length=200, required=False)
    attendance = area(gettext_lazy("Do they come, and on time?"))
    tasks = area(gettext_lazy("What did you see them do?"))
    fit = forms.ChoiceField(
        label=gettext_lazy("Does the work fit?"), choices=Visit.Fit.choices, required=False,
        widget=forms.RadioSelect,
    )  # fmt: skip
    safety = forms.ChoiceField(
        label=gettext_lazy("Is it safe there?"), choices=Visit.Safety.choices, required=False,
        widget=forms.RadioSelect,
    )  # fmt: skip
    unsafe = area(gettext_lazy("If not: what is it?"))
    mentor_said = area(gettext_lazy("What does the mentor say?"))
    progress = area(gettext_lazy("How is the project going?"))
    goals = area(gettext_lazy("Which learning goals did you notice?"))
    next_step = forms.CharField(
        label=gettext_lazy("What is to be done next?"), max_length=300, required=False
    )
    next_on = forms.DateField(label=gettext_lazy("Until when"), required=False)

    def clean(self) -> dict[str, Any]:
        facts = super().clean() or {}
        if facts.get("next_on") and not facts.get("next_step"):
            self.add_error("next_step", _("Say what is to be done on that day."))
        return facts

    @property
    def note(self) -> dict[str, Any]:
        """What was answered, as the action takes it."""
        facts = {name: self.cleaned_data[name] for name in Visit.NOTE if name in self.cleaned_data}
        there = self.cleaned_data["present"]
        return facts | {"with_student": "student" in there, "with_mentor": "mentor" in there}

    @staticmethod
    def as_entered(visit: Visit) -> dict[str, Any]:
        """A visit as its form shows it."""
        kept = {name: getattr(visit, name) for name in Visit.NOTE}
        kept["on"] = visit.on or visit.planned_on
        there = {"student": visit.with_student, "mentor": visit.with_mentor}
        return kept | {"present": [who for who, was in there.items() if was]}


class VisitForm(NoteForm):
    """The note of a visit that is known already: the day may be another."""

    on = forms.DateField(label=gettext_lazy("When was it"))
    field_order: Sequence[str] = ("on",)

    def __init__(self, *args: Any, viewer: Viewer, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.today = viewer.school.today()
        self.fields["on"].initial = self.today

    def clean_on(self) -> Any:
        on = self.cleaned_data["on"]
        if on > self.today:
            raise forms.ValidationError(_("Choose today or an earlier day."))
        return on


class LogForm(VisitForm):
    """The same without a visit before it: where, and how."""

    place: forms.ModelChoiceField[Placement] = forms.ModelChoiceField(
        label=gettext_lazy("With whom"), queryset=None, to_field_name="public_id", empty_label=None
    )
    kind = forms.ChoiceField(
        label=gettext_lazy("How"), choices=Visit.Kind.choices, widget=forms.RadioSelect,
        initial=Visit.Kind.VISIT,
    )  # fmt: skip
    tap = forms.CharField(max_length=40, required=False, widget=forms.HiddenInput)

    def __init__(self, *args: Any, viewer: Viewer, **kwargs: Any) -> None:
        super().__init__(*args, viewer=viewer, **kwargs)
        place: Any = self.fields["place"]
        place.queryset = visited_placements(viewer)
        place.label_from_instance = lambda one: f"{one.student.name} · {one.site.name}"


class PlanForm(forms.Form):
    """When, how, and from when."""

    on = forms.DateField(label=gettext_lazy("Day"))
    at = forms.TimeField(label=gettext_lazy("Time"), required=False)
    kind = forms.ChoiceField(
        label=gettext_lazy("How"), choices=Visit.Kind.choices, widget=forms.RadioSelect,
        initial=Visit.Kind.VISIT,
    )  # fmt: skip

    def __init__(self, *args: Any, viewer: Viewer, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.today = viewer.school.today()
        self.fields["on"].initial = self.today

    def clean_on(self) -> Any:
        on = self.cleaned_data["on"]
        if on < self.today:
            raise forms.ValidationError(_("Choose today or a later day."))
        return on


class RoundForm(forms.Form):
    """Which places on one day."""

    on = forms.DateField(label=gettext_lazy("Day"))
    places: forms.ModelMultipleChoiceField[Placement] = forms.ModelMultipleChoiceField(
        queryset=None, to_field_name="public_id", label=gettext_lazy("Where")
    )

    def __init__(self, *args: Any, viewer: Viewer, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["places"].queryset = visited_placements(viewer)  # type: ignore[attr-defined]


class MilesForm(forms.Form):
    miles = forms.DecimalField(
        label=gettext_lazy("Miles"), min_value=0, max_value=9999, decimal_places=1, required=False
    )


class ShareForm(forms.Form):
    """Words of their own; the note stays where it is."""

    whom = forms.ChoiceField(
        label=gettext_lazy("Who reads it"), choices=Visit.Whom.choices, widget=forms.RadioSelect
    )
    words = area(gettext_lazy("What you want to tell them"), 3)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["words"].required = True


class PolicyForm(forms.Form):
    """How often. 0 switches a line off."""

    every_days = forms.IntegerField(
        label=gettext_lazy("Every so many days"), min_value=0, max_value=366
    )
    at_least = forms.IntegerField(
        label=gettext_lazy("At least so often in an internship"), min_value=0, max_value=50
    )
    every_hours = forms.IntegerField(
        label=gettext_lazy("Every so many hours of the internship"), min_value=0, max_value=500
    )
