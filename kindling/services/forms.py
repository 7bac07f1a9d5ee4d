"""What is said about a class or service. Forms read; actions write."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from kindling.schools.models import Person
from kindling.schools.viewer import Viewer
from kindling.services import rules
from kindling.services.models import Service, SignUp

DAY = {"type": "date"}


class ServiceForm(forms.Form):
    """What, when, where, and whom families ask."""

    kind = forms.ChoiceField(label=gettext_lazy("What kind?"), choices=Service.Kind.choices)
    title = forms.CharField(label=gettext_lazy("Title"), max_length=120)
    about = forms.CharField(
        label=gettext_lazy("What is it, and for whom?"),
        max_length=600,
        widget=forms.Textarea(attrs={"rows": 3}),
    )
    when = forms.CharField(
        label=gettext_lazy("When? For example: Tuesdays, 6 to 7:30"), max_length=120
    )
    where = forms.CharField(label=gettext_lazy("Where?"), max_length=160)
    starts_on = forms.DateField(label=gettext_lazy("First day"), widget=forms.DateInput(attrs=DAY))
    ends_on = forms.DateField(label=gettext_lazy("Last day"), widget=forms.DateInput(attrs=DAY))
    places = forms.IntegerField(
        label=gettext_lazy("How many can come?"), min_value=1, max_value=500, required=False
    )
    lead: forms.ModelChoiceField[Person] = forms.ModelChoiceField(
        label=gettext_lazy("Whom do families ask?"), queryset=None, to_field_name="public_id"
    )

    def __init__(
        self, *args: Any, viewer: Viewer, service: Service | None = None, **kwargs: Any
    ) -> None:
        super().__init__(*args, **kwargs)
        self.fields["lead"].queryset = rules.people_to_lead(viewer)  # type: ignore[attr-defined]
        if service:
            self.initial = {name: getattr(service, name) for name in self.base_fields}
            self.initial["lead"] = service.lead.public_id

    def clean(self) -> dict[str, Any]:
        """The last day is not before the first."""
        found = super().clean() or self.cleaned_data
        first, last = found.get("starts_on"), found.get("ends_on")
        if first and last and last < first:
            self.add_error("ends_on", _("Choose a last day that is not before the first."))
        return found


class UsesForm(forms.Form):
    """Who was there on a day."""

    on = forms.DateField(label=gettext_lazy("Day"), widget=forms.DateInput(attrs=DAY))
    people = forms.MultipleChoiceField(
        label=gettext_lazy("Who was there?"), required=False, widget=forms.CheckboxSelectMultiple
    )

    def __init__(self, *args: Any, coming: list[SignUp], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        choices = [(one.person.public_id, one.person.name) for one in coming]
        self.fields["people"].choices = choices  # type: ignore[attr-defined]
