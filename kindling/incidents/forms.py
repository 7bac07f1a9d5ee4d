"""What is written about a worry. Forms read; actions write."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import Any

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from kindling.incidents import rules
from kindling.incidents.models import Incident, Word
from kindling.incidents.offers import offers_to
from kindling.people.models import Student
from kindling.placements.models import Placement
from kindling.schools.models import Person
from kindling.schools.viewer import Viewer

LONG = forms.Textarea(attrs={"rows": 5})


class WorryForm(forms.Form):
    """Whom to tell, what is wrong, how soon, and whether to go on going there."""

    adult = forms.ChoiceField(label=gettext_lazy("Whom do you want to tell?"))
    text = forms.CharField(
        label=gettext_lazy("What is wrong?"),
        max_length=4000,
        widget=LONG,
        help_text=gettext_lazy("A few words are enough. You can write more later."),
    )
    urgency = forms.ChoiceField(
        label=gettext_lazy("How soon do you need somebody?"),
        choices=Incident.Urgency.choices,
        initial=Incident.Urgency.SOON,
    )
    placement = forms.ChoiceField(label=gettext_lazy("Where?"), choices=[], required=False)
    wants_pause = forms.BooleanField(
        label=gettext_lazy("I do not want to go there until we have talked"), required=False
    )
    tap = forms.CharField(max_length=40, required=False, widget=forms.HiddenInput)

    def __init__(
        self, *args: Any, viewer: Viewer, student: Student, places: list[Placement], **kwargs: Any
    ) -> None:
        super().__init__(*args, **kwargs)
        self.people = {o.person.public_id: o.person for o in offers_to(viewer, student)}
        self.places = {place.public_id: place for place in places}
        choice = self.fields["adult"], self.fields["placement"]
        choice[0].choices = [(key, one.name) for key, one in self.people.items()]  # type: ignore[attr-defined]
        named = [(key, place.site.name) for key, place in self.places.items()]
        choice[1].choices = [*named, ("", _("Somewhere else"))]  # type: ignore[attr-defined]
        if named:
            choice[1].initial = named[0][0]

    def clean_adult(self) -> Person:
        return self.people[self.cleaned_data["adult"]]

    def clean_placement(self) -> Placement | None:
        return self.places.get(self.cleaned_data["placement"])


class TextForm(forms.Form):
    """A few words."""

    text = forms.CharField(label=gettext_lazy("Your words"), max_length=4000, widget=LONG)


class WriteForm(TextForm):
    """A few words by an adult, and what they are."""

    KINDS = (Word.Kind.REPLY, Word.Kind.NOTE, Word.Kind.ACTION, Word.Kind.FOUND)

    kind = forms.ChoiceField(label=gettext_lazy("What is it?"), choices=[])

    def __init__(self, *args: Any, incident: Incident, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        own = incident.source == Incident.Source.STUDENT
        kinds = [kind for kind in self.KINDS if own or kind != Word.Kind.REPLY]
        self.fields["kind"].choices = [(kind.value, kind.label) for kind in kinds]  # type: ignore[attr-defined]
        self.fields["kind"].initial = kinds[0]


class ToldForm(forms.Form):
    """Who was told, when, and how."""

    whom = forms.ChoiceField(label=gettext_lazy("Who was told?"), choices=Word.Whom.choices)
    told_at = forms.DateTimeField(label=gettext_lazy("When?"))
    text = forms.CharField(label=gettext_lazy("How, or why not"), max_length=1000, required=False)

    def __init__(self, *args: Any, viewer: Viewer, **kwargs: Any) -> None:
        self.now = viewer.school.now()
        super().__init__(*args, **{"initial": {"told_at": self.now}, **kwargs})

    def clean_told_at(self) -> datetime:
        at: datetime = self.cleaned_data["told_at"]
        if at > self.now + timedelta(minutes=5):
            raise forms.ValidationError(_("Choose a time that has passed."))
        return at

    def clean(self) -> dict[str, Any]:
        sent = self.cleaned_data
        if sent.get("whom") == Word.Whom.NOT_FAMILY and not sent.get("text", "").strip():
            self.add_error("text", _("Say why the family is not told."))
        return sent


class PersonForm(forms.Form):
    """One adult who works at the school."""

    person: forms.ModelChoiceField[Person] = forms.ModelChoiceField(
        label=gettext_lazy("Who?"), queryset=None, to_field_name="public_id"
    )

    def __init__(self, *args: Any, viewer: Viewer, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["person"].queryset = rules.staff_today(viewer)  # type: ignore[attr-defined]


class OfferForm(PersonForm):
    """An adult whom the school offers to students."""

    words = forms.CharField(
        label=gettext_lazy("A word about them"),
        max_length=200,
        required=False,
        help_text=gettext_lazy("For example: School nurse, room B12."),
    )
    reply_hours = forms.IntegerField(
        label=gettext_lazy("Reads it within how many hours?"),
        min_value=1,
        max_value=120,
        initial=24,
        help_text=gettext_lazy("Nights and weekends count. Then the principal is told."),
    )


class PlanForm(forms.Form):
    """What the school says to everybody with a worry."""

    emergency = forms.CharField(
        label=gettext_lazy("What to do in an emergency"), max_length=300, required=False
    )
    offers_advisor = forms.BooleanField(
        label=gettext_lazy("A student’s own advisor is offered too"), required=False
    )
    advisor_hours = forms.IntegerField(
        label=gettext_lazy("Advisors read it within how many hours?"), min_value=1, max_value=120
    )


class OpenForm(forms.Form):
    """Staff write down what they saw or heard."""

    student: forms.ModelChoiceField[Student] = forms.ModelChoiceField(
        label=gettext_lazy("About whom?"), queryset=None,
        to_field_name="public_id",
    )  # fmt: skip
    source = forms.ChoiceField(
        label=gettext_lazy("How do you know?"),
        choices=[one for one in Incident.Source.choices if one[0] != Incident.Source.STUDENT],
    )
    text = forms.CharField(label=gettext_lazy("What happened?"), max_length=4000, widget=LONG)
    urgency = forms.ChoiceField(
        label=gettext_lazy("How urgent is it?"),
        choices=[
            (Incident.Urgency.NOW, gettext_lazy("Today")),
            (Incident.Urgency.SOON, gettext_lazy("This week")),
            (Incident.Urgency.KNOW, gettext_lazy("For the record")),
        ],
        initial=Incident.Urgency.SOON,
    )

    def __init__(self, *args: Any, viewer: Viewer, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["student"].queryset = rules.students_to_report(viewer)  # type: ignore[attr-defined]
