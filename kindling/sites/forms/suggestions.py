"""A place somebody knows of, and what the coordinator answers."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from kindling.interests.areas import Area
from kindling.people.matters import Matter
from kindling.people.models import Student
from kindling.people.rules import visible_students
from kindling.schools.viewer import Viewer
from kindling.sites import rules
from kindling.sites.models import Opportunity
from kindling.sites.queries.likely import likely_places


class SuggestForm(forms.Form):
    """What a student or a guardian knows. `likely` are places it may be, shown kindly."""

    name = forms.CharField(
        label=gettext_lazy("Name of the place"),
        help_text=gettext_lazy("A shop, a studio, an office, somebody's farm."),
        max_length=200,
    )
    what = forms.CharField(
        label=gettext_lazy("What could a student do there"),
        max_length=2000,
        required=False,
        widget=forms.Textarea,
    )
    area = forms.ChoiceField(
        label=gettext_lazy("Interest area"),
        choices=[("", gettext_lazy("Not sure")), *Area.choices],
        required=False,
    )
    address = forms.CharField(label=gettext_lazy("Where it is"), max_length=300, required=False)
    contact = forms.CharField(
        label=gettext_lazy("Who to ask there"),
        help_text=gettext_lazy("A name, a phone number or an e-mail, if you know one."),
        max_length=300,
        required=False,
    )
    student: forms.ModelChoiceField[Student] = forms.ModelChoiceField(
        label=gettext_lazy("For"),
        queryset=None,
        required=False,
        to_field_name="public_id",
        empty_label=gettext_lazy("Any student"),
    )
    is_other = forms.BooleanField(label=gettext_lazy("It is another place"), required=False)
    likely: tuple[Opportunity, ...] = ()

    def __init__(self, *args: Any, viewer: Viewer, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.viewer = viewer
        self.fields["student"].queryset = visible_students(viewer, Matter.PLAN)  # type: ignore[attr-defined]
        if rules.own_student(viewer) is not None:
            del self.fields["student"]

    def clean(self) -> dict[str, Any]:
        facts = super().clean() or {}
        if facts.get("name") and not facts.get("is_other"):
            self.likely = tuple(likely_places(self.viewer, facts["name"]))
            if self.likely:
                sentence = _("We may know this place. Look below; if yours is another, tick it.")
                self.add_error("name", sentence)
        return facts

    def facts(self) -> dict[str, Any]:
        kept = ("name", "what", "area", "address", "contact")
        return {name: self.cleaned_data[name] for name in kept} | {
            "student": self.cleaned_data.get("student")
        }


class PlaceChoice(forms.ModelChoiceField):  # type: ignore[type-arg]
    """Places told apart by who offers them."""

    def label_from_instance(self, place: Any) -> str:
        facts = {"place": place.title, "organisation": place.site.organisation.name}
        return _("%(place)s, %(organisation)s") % facts


class MergeForm(forms.Form):
    """The place we know already."""

    opportunity = PlaceChoice(
        label=gettext_lazy("The place we know"), queryset=None, to_field_name="public_id"
    )

    def __init__(self, *args: Any, viewer: Viewer, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        places = rules.visible_opportunities(viewer).for_list()
        self.fields["opportunity"].queryset = places  # type: ignore[attr-defined]


class DeclineForm(forms.Form):
    """Why not. Whoever suggested the place reads it."""

    reason = forms.CharField(
        label=gettext_lazy("Why not now"),
        help_text=gettext_lazy("Whoever suggested it reads this."),
        max_length=1000,
        widget=forms.Textarea,
        error_messages={"required": gettext_lazy("Write why. Whoever suggested it reads this.")},
    )
