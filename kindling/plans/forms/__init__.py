"""What people choose and fill in around a plan. Words themselves are saved field by field."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from kindling.goals.models import Goal, OwnGoal
from kindling.goals.queries import chosen_goals, goal_choices, own_goals
from kindling.placements.models import Placement
from kindling.plans import rules
from kindling.plans.models import Party, PlanItem, PlanRules
from kindling.schools.viewer import Viewer
from kindling.support.rules import visible_support_goals


class SignForm(forms.Form):
    """A name under the words with this address."""

    content_hash = forms.RegexField(r"^[0-9a-f]{64}$", widget=forms.HiddenInput)
    name = forms.CharField(
        label=gettext_lazy("Your full name"),
        max_length=200,
        help_text=gettext_lazy("Typing your name counts like signing by hand."),
    )
    agrees = forms.BooleanField(
        label=gettext_lazy("I have read this, and I stand behind it."),
        error_messages={
            "required": gettext_lazy("Tick this to sign, or say what you would change.")
        },
    )

    def clean_name(self) -> str:
        name = " ".join(str(self.cleaned_data["name"]).split())
        if not any(sign.isalpha() for sign in name):
            raise forms.ValidationError(_("Write your name in letters."))
        return name

    @property
    def signed(self) -> dict[str, Any]:
        """What the action takes."""
        return {key: value for key, value in self.cleaned_data.items() if key != "agrees"}


class ReturnForm(forms.Form):
    """What somebody would change before they sign."""

    words = forms.CharField(
        label=gettext_lazy("What would you change?"),
        max_length=1000,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text=gettext_lazy("Whoever reads the plan reads it. You are asked again."),
    )


class ReasonForm(forms.Form):
    """Why a signed plan changes."""

    reason = forms.CharField(
        label=gettext_lazy("Why does it change?"),
        max_length=1000,
        widget=forms.Textarea(attrs={"rows": 2}),
        help_text=gettext_lazy("Everybody who signs again reads this."),
    )


class RemarkForm(forms.Form):
    text = forms.CharField(
        label=gettext_lazy("Say something to this plan"),
        max_length=2000,
        widget=forms.Textarea(attrs={"rows": 2}),
    )


class DeclineForm(forms.Form):
    """Why a suggestion is not taken in."""

    reason = forms.CharField(
        label=gettext_lazy("Why not?"),
        max_length=1000,
        widget=forms.Textarea(attrs={"rows": 2}),
        help_text=gettext_lazy("Your advisor reads this. You can still take it in later."),
    )


class DatesForm(forms.Form):
    """From when to when."""

    starts_on = forms.DateField(label=gettext_lazy("From"), required=False)
    ends_on = forms.DateField(label=gettext_lazy("Until"), required=False)

    def clean(self) -> dict[str, Any]:
        first, last = self.cleaned_data.get("starts_on"), self.cleaned_data.get("ends_on")
        if first and last and last < first:
            self.add_error("ends_on", _("The last day must not come before the first day."))
        return self.cleaned_data


class GoalsForm(forms.Form):
    """Which goals an item touches; a goal of one's own may be written on the spot."""

    def __init__(self, *args: Any, viewer: Viewer, item: PlanItem, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.viewer = viewer
        self.own = own_goals(item.plan.student_id)
        touches = list(item.touches.select_related("goal", "own_goal"))
        kept = {one.goal.public_id for one in touches if one.goal}
        self.groups = [choices for _label, choices in goal_choices(viewer) if choices]
        self._boxes("roots", _("The school’s goals"), [one[0] for one in self.groups], kept)
        for number, choices in enumerate(self.groups):
            if choices[1:]:
                self._boxes(f"goals_{number}", choices[0][1], choices[1:], kept)
        self.fields["own"] = forms.MultipleChoiceField(
            label=_("Own goals"),
            choices=[(one.public_id, one.words) for one in self.own],
            required=False,
            initial=[one.own_goal.public_id for one in touches if one.own_goal],
        )
        if item.plan.student.person_id == viewer.person_id:
            self.fields["new"] = forms.CharField(
                label=_("A new goal of my own"), max_length=300, required=False
            )

    def _boxes(self, name: str, label: str, choices: Any, kept: set[str]) -> None:
        chosen = [key for key, _label in choices if key in kept]
        self.fields[name] = forms.MultipleChoiceField(
            label=label, choices=choices, required=False, initial=chosen
        )

    @property
    def closer(self) -> list[forms.BoundField]:
        """The parts of each goal, folded away: who wants to be exact opens them."""
        return [self[name] for name in self.fields if name.startswith("goals_")]

    @property
    def goals(self) -> list[Goal]:
        """The school's goals that were ticked."""
        names = [name for name in self.fields if name == "roots" or name.startswith("goals_")]
        sent = [key for name in names for key in self.cleaned_data[name]]
        return chosen_goals(self.viewer, sent) if sent else []

    @property
    def own_goals(self) -> list[OwnGoal]:
        return [one for one in self.own if one.public_id in self.cleaned_data["own"]]


class LinksForm(forms.Form):
    """Where an item happens, and which support goals it serves."""

    def __init__(self, *args: Any, viewer: Viewer, item: PlanItem, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        student = item.plan.student
        self.placements = {one.public_id: one for one in rules.placements_for(viewer, student)}
        self.projects = {one.public_id: one for one in rules.projects_for(viewer, student)}
        self.courses = {one.public_id: one for one in rules.courses_for(viewer, student)}
        seen = visible_support_goals(viewer).filter(student=student, state="active")
        self.supports = {one.public_id: one for one in seen.order_by("pk")}
        if item.placement:
            self.placements.setdefault(item.placement.public_id, item.placement)
        if item.project:
            self.projects.setdefault(item.project.public_id, item.project)
        if item.course:
            self.courses.setdefault(item.course.public_id, item.course)
        self._choice("placement", _("At my internship"), self.placements, item.placement)
        self._choice("project", _("It is this project"), self.projects, item.project)
        self._choice("course", _("In a course"), self.courses, item.course)
        if self.supports:
            served = item.supports.filter(support_goal__in=list(self.supports.values()))
            self.fields["supports"] = forms.MultipleChoiceField(
                label=_("Support goals it serves"),
                choices=[(key, one.text) for key, one in self.supports.items()],
                required=False,
                initial=list(served.values_list("support_goal__public_id", flat=True)),
                help_text=_("Only those who read the support goal see this."),
            )

    def _choice(self, name: str, label: str, found: dict[str, Any], now: Any) -> None:
        if found:
            choices = [("", _("No")), *((key, str(_site(one))) for key, one in found.items())]
            initial = now.public_id if now else ""
            self.fields[name] = forms.ChoiceField(
                label=label, choices=choices, required=False, initial=initial
            )

    @property
    def links(self) -> dict[str, Any]:
        """What the action takes."""
        said = self.cleaned_data
        return {
            "placement": self.placements.get(said.get("placement", "")),
            "project": self.projects.get(said.get("project", "")),
            "course": self.courses.get(said.get("course", "")),
        }

    @property
    def served(self) -> list[Any]:
        return [self.supports[key] for key in self.cleaned_data.get("supports", [])]


def _site(thing: Any) -> Any:
    return thing.site if isinstance(thing, Placement) else thing


class ExhibitedForm(forms.Form):
    on = forms.DateField(label=gettext_lazy("When was the exhibition?"))


class RulesForm(forms.Form):
    """What the school asks of every plan."""

    minimum_goals = forms.IntegerField(
        label=gettext_lazy("How many of the school’s goals must a plan touch?"),
        min_value=0,
        max_value=20,
    )
    needs_own_goal = forms.BooleanField(
        label=gettext_lazy("At least one goal of the student’s own"), required=False
    )
    signs_student = forms.BooleanField(label=gettext_lazy("The student signs"), required=False)
    signs_family = forms.BooleanField(label=gettext_lazy("The family signs"), required=False)
    signs_advisor = forms.BooleanField(label=gettext_lazy("The advisor signs"), required=False)
    signs_mentor = forms.BooleanField(
        label=gettext_lazy("The mentor signs, where a student has one"), required=False
    )
    meetings_per_year = forms.IntegerField(
        label=gettext_lazy("How many plan meetings a year?"), min_value=0, max_value=12
    )

    def clean(self) -> dict[str, Any]:
        if not any(self.cleaned_data.get(f"signs_{party}") for party in Party.values):
            self.add_error("signs_student", _("Choose one at least who signs."))
        return self.cleaned_data

    @classmethod
    def of(cls, kept: PlanRules, sent: Any = None) -> RulesForm:
        return cls(sent, initial={name: getattr(kept, name) for name in cls.base_fields})
