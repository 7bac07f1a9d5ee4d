"""What the registrar types about an advisory."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy

from kindling.advisory.rules import substitute_people
from kindling.people.rules import visible_people
from kindling.schools.models import Person
from kindling.schools.roles import Role
from kindling.schools.viewer import Viewer


class MakeForm(forms.Form):
    """A name is enough to start."""

    name = forms.CharField(label=gettext_lazy("Name"), max_length=120)
    grade = forms.CharField(label=gettext_lazy("Grade"), max_length=10, required=False)


class AdvisorForm(forms.Form):
    """Offers the school's advisors; the role is given on the roster first."""

    advisor: forms.ModelChoiceField[Person] = forms.ModelChoiceField(
        label=gettext_lazy("Advisor"), queryset=None, to_field_name="public_id"
    )

    def __init__(self, *args: Any, viewer: Viewer, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        hat = {"memberships__role": Role.ADVISOR, "memberships__until_on__isnull": True}
        advisors = visible_people(viewer).filter(**hat).order_by("sort_name")
        self.fields["advisor"].queryset = advisors  # type: ignore[attr-defined]


class SubstituteForm(forms.Form):
    """Who stands in, from when until when."""

    person: forms.ModelChoiceField[Person] = forms.ModelChoiceField(
        label=gettext_lazy("Who stands in"), queryset=None, to_field_name="public_id"
    )
    since_on = forms.DateField(label=gettext_lazy("First day"))
    until_on = forms.DateField(label=gettext_lazy("Last day"))

    def __init__(self, *args: Any, viewer: Viewer, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        people = substitute_people(viewer).exclude(pk=viewer.person_id or 0)
        self.fields["person"].queryset = people  # type: ignore[attr-defined]
        self.fields["since_on"].initial = viewer.school.today()
