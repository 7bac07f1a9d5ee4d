"""What people fill in about support goals and concerns. Forms check, actions write."""

from __future__ import annotations

from datetime import timedelta
from typing import Any, cast

from django import forms
from django.utils.translation import gettext_lazy as _

from kindling.schools.viewer import Viewer
from kindling.support import rules
from kindling.support.actions.goals import Words
from kindling.support.models import SupportGoal

FORTNIGHT = timedelta(days=14)


def long_text(label: Any, *, hint: Any = "", required: bool = True) -> forms.CharField:
    """Return a field for several lines."""
    widget = forms.Textarea(attrs={"rows": 3, "maxlength": 2000})
    return forms.CharField(
        label=label, max_length=2000, help_text=hint, widget=widget, required=required
    )


def one_of(label: Any, **kwargs: Any) -> Any:
    """Return a field for one person of a list that the form's own viewer may choose from."""
    return forms.ModelChoiceField(label=label, queryset=None, to_field_name="public_id", **kwargs)


class PersonForm(forms.Form):
    """One adult of the school."""

    person = one_of(_("Who?"))

    def __init__(self, *args: Any, viewer: Viewer, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["person"].queryset = rules.staff_today(viewer)  # type: ignore[attr-defined]


class GoalForm(forms.Form):
    """What a student works towards, what helps, and who reads it."""

    student = one_of(_("For whom?"))
    kind = forms.ChoiceField(label=_("Where does it come from?"), choices=SupportGoal.Kind.choices)
    text = long_text(_("What is the goal?"))
    helps = long_text(_("What helps?"), required=False, hint=_("At school, in class, in a test."))
    manager = one_of(_("Who is the case manager?"))
    advisor_reads = forms.BooleanField(
        label=_("The student’s own advisor may read it"), required=False, initial=True
    )
    review_on = forms.DateField(label=_("When is it looked at again?"), required=False)

    def __init__(
        self, *args: Any, viewer: Viewer, goal: SupportGoal | None = None, **kwargs: Any
    ) -> None:
        super().__init__(*args, **kwargs)
        student: Any = self.fields["student"]
        manager: Any = self.fields["manager"]
        student.queryset = rules.students_to_support(viewer)
        manager.queryset = rules.staff_today(viewer)
        if goal is None:
            self.initial = {"manager": viewer.person.public_id if viewer.person else None}
            return
        del self.fields["student"]
        self.initial = {name: getattr(goal, name) for name in self.fields}
        self.initial["manager"] = goal.manager.public_id

    @property
    def words(self) -> Words:
        """What was sent, without whom it is for."""
        return cast("Words", {k: v for k, v in self.cleaned_data.items() if k != "student"})


class TravelForm(forms.Form):
    """The one sentence a mentor may know."""

    sentence = forms.CharField(
        label=_("What may a mentor know?"), max_length=300,
        help_text=_("One sentence about what helps at work, without its reason."),
    )  # fmt: skip


class ConcernForm(forms.Form):
    """Strengths first."""

    student = one_of(_("About whom?"))
    strengths = long_text(_("What is strong?"), hint=_("What they are good at, who they trust."))
    text = long_text(_("What is difficult now?"), hint=_("What you saw or heard, not why."))
    voice = long_text(
        _("What does the student say?"), required=False, hint=_("In their own words. Ask first.")
    )
    owner = one_of(_("Who carries it?"))
    look_on = forms.DateField(label=_("When do you look again?"))

    def __init__(self, *args: Any, viewer: Viewer, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        student: Any = self.fields["student"]
        owner: Any = self.fields["owner"]
        student.queryset = rules.students_to_support(viewer)
        owner.queryset = rules.staff_today(viewer)
        owner.initial = viewer.person.public_id if viewer.person else None
        self.fields["look_on"].initial = viewer.school.today() + FORTNIGHT


class TextForm(forms.Form):
    """A few sentences."""

    text = long_text(_("What do you want to write?"))


class LookForm(TextForm):
    """How it is now, and when to look again."""

    text = long_text(_("How is it now?"))
    look_on = forms.DateField(label=_("When do you look again?"))

    def __init__(self, *args: Any, viewer: Viewer, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["look_on"].initial = viewer.school.today() + FORTNIGHT


class ActionForm(forms.Form):
    """Who does what until when."""

    text = forms.CharField(label=_("What will be done?"), max_length=500)
    owner = one_of(_("Who does it?"))
    due_on = forms.DateField(label=_("Until when?"))

    def __init__(self, *args: Any, viewer: Viewer, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        owner: Any = self.fields["owner"]
        owner.queryset = rules.staff_today(viewer)
        owner.initial = viewer.person.public_id if viewer.person else None
        self.fields["due_on"].initial = viewer.school.today() + FORTNIGHT / 2
