"""What is written in a journal, and about it. Forms read; actions write."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from kindling.goals.models import Goal, OwnGoal
from kindling.goals.queries import current_goals, own_goals
from kindling.incidents.models import Incident
from kindling.journals.models import LONGEST, JournalShare
from kindling.journals.prompts import PROMPTS
from kindling.people.matters import Matter
from kindling.people.models import Student
from kindling.people.rules import visible_students
from kindling.schools.viewer import Viewer


def words(label: Any, *, rows: int, most: int = 4000, hint: Any = "") -> forms.CharField:
    widget = forms.Textarea(attrs={"rows": rows})
    return forms.CharField(label=label, max_length=most, widget=widget, help_text=hint)


class EntryForm(forms.Form):
    """A question to begin with, a title if one likes, and the words."""

    prompt = forms.ChoiceField(
        label=gettext_lazy("A question to begin with"), required=False,
        choices=[*PROMPTS.items(), ("", gettext_lazy("None. I know what I want to write."))],
    )  # fmt: skip
    text = words(gettext_lazy("Your words"), rows=7, most=LONGEST)
    title = forms.CharField(label=gettext_lazy("A title"), max_length=200, required=False)
    tap = forms.CharField(max_length=40, required=False, widget=forms.HiddenInput)


class ChangeForm(forms.Form):
    """The same words, better."""

    title = forms.CharField(label=gettext_lazy("A title"), max_length=200, required=False)
    text = words(gettext_lazy("Your words"), rows=10, most=LONGEST)


class ReplyForm(forms.Form):
    """A word below an entry."""

    text = words(gettext_lazy("Your answer"), rows=4)
    tap = forms.CharField(max_length=40, required=False, widget=forms.HiddenInput)


class ShareForm(forms.Form):
    """Who else may read it."""

    whom = forms.ChoiceField(choices=JournalShare.Whom.choices)


class GoalsForm(forms.Form):
    """What an entry has to do with: own goals, and the school's broad ones."""

    goals = forms.MultipleChoiceField(label=gettext_lazy("What has it to do with?"), required=False)

    def __init__(self, *args: Any, viewer: Viewer, student: Student, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.own = {one.public_id: one for one in own_goals(student)}
        roots = [one for one in current_goals(viewer.school) if one.depth == 0]
        self.roots = {one.public_id: one for one in roots}
        named = [(key, one.words) for key, one in self.own.items()]
        named += [(key, one.title) for key, one in self.roots.items()]
        self.fields["goals"].choices = named  # type: ignore[attr-defined]

    @property
    def chosen(self) -> tuple[list[Goal], list[OwnGoal]]:
        """The school's goals and the student's own. Only after is_valid()."""
        keys = self.cleaned_data["goals"]
        school = [self.roots[key] for key in keys if key in self.roots]
        return school, [self.own[key] for key in keys if key in self.own]


class WorryForm(forms.Form):
    """What worries the advisor, and how soon somebody must act."""

    why = words(gettext_lazy("What worries you?"), rows=3, most=1000)
    urgency = forms.ChoiceField(
        label=gettext_lazy("How soon must somebody act?"), initial=Incident.Urgency.SOON,
        choices=[
            (Incident.Urgency.NOW, gettext_lazy("Today")),
            (Incident.Urgency.SOON, gettext_lazy("This week")),
            (Incident.Urgency.KNOW, gettext_lazy("Somebody should know")),
        ],
    )  # fmt: skip


class RequestForm(forms.Form):
    """Whose journal, of which days, and why."""

    student = forms.ChoiceField(label=gettext_lazy("Whose journal"))
    from_on = forms.DateField(
        label=gettext_lazy("Entries from"), widget=forms.DateInput(attrs={"type": "date"})
    )
    to_on = forms.DateField(
        label=gettext_lazy("Entries until"), widget=forms.DateInput(attrs={"type": "date"})
    )
    why = words(
        gettext_lazy("Why"), rows=3, most=1000, hint=gettext_lazy("The student reads this.")
    )

    def __init__(self, *args: Any, viewer: Viewer, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.today = viewer.school.today()
        rows = visible_students(viewer, Matter.WORK).order_by("person__sort_name", "pk")
        self.students = {one.public_id: one for one in rows}
        named = [(key, one.name) for key, one in self.students.items()]
        self.fields["student"].choices = [("", "—"), *named]  # type: ignore[attr-defined]

    def clean_student(self) -> Any:
        return self.students[self.cleaned_data["student"]]

    def clean(self) -> dict[str, Any]:
        said: dict[str, Any] = super().clean() or self.cleaned_data
        first, last = said.get("from_on"), said.get("to_on")
        if first and last and last < first:
            self.add_error("to_on", _("Choose a day after the first one."))
        if last and last > self.today + timedelta(days=14):
            self.add_error("to_on", _("Choose a day that is not so far away."))
        return said


class ChoiceForm(forms.Form):
    """How the school's journals work."""

    a_week = forms.IntegerField(
        label=gettext_lazy("Entries a week that you hope for"), min_value=0, max_value=14
    )
    substitutes_read = forms.BooleanField(
        label=gettext_lazy("Substitutes can read journals"), required=False
    )
