"""A course, a place in it, its meetings, its end."""

from __future__ import annotations

from datetime import timedelta
from typing import Any, cast

from django import forms
from django.utils.dates import WEEKDAYS
from django.utils.translation import gettext_lazy as _

from kindling.courses import rules
from kindling.courses.actions.offering import Facts
from kindling.courses.models import Course, CoursePlace, Missing
from kindling.schools.viewer import Viewer

USUAL = timedelta(days=84)  # twelve weeks


class CourseForm(forms.Form):
    """What is taught, by whom, when and where."""

    kind = forms.ChoiceField(label=_("What is it?"), choices=Course.Kind.choices)
    title = forms.CharField(label=_("What is it called?"), max_length=200)
    about = forms.CharField(
        label=_("What will one learn?"), max_length=2000, required=False,
        widget=forms.Textarea(attrs={"rows": 3}),
    )  # fmt: skip
    teacher: Any = forms.ModelChoiceField(
        label=_("Who teaches it?"), queryset=None, to_field_name="public_id", required=False,
        empty_label=_("Somebody from outside"),
    )  # fmt: skip
    taught_by = forms.CharField(
        label=_("The teacher’s name, if from outside"), max_length=200, required=False
    )
    college = forms.CharField(label=_("College, if it is one"), max_length=200, required=False)
    credit = forms.CharField(
        label=_("Credit"), max_length=120, required=False,
        help_text=_("As the college or the state words it, for example: 3 credits."),
    )  # fmt: skip
    weekdays = forms.MultipleChoiceField(
        label=_("On which days?"), required=False, widget=forms.CheckboxSelectMultiple,
        choices=[(str(day), name) for day, name in WEEKDAYS.items()],
    )  # fmt: skip
    starts_at = forms.TimeField(label=_("From"), required=False)
    ends_at = forms.TimeField(label=_("Until"), required=False)
    starts_on = forms.DateField(label=_("First day"))
    ends_on = forms.DateField(label=_("Last day"))
    room = forms.CharField(label=_("Room"), max_length=120, required=False)
    capacity = forms.IntegerField(
        label=_("How many places?"), min_value=1, max_value=500, required=False,
        help_text=_("Empty: as many as come."),
    )  # fmt: skip
    may_ask = forms.BooleanField(label=_("Students may ask for a place"), required=False)
    counts_for: Any = forms.ModelChoiceField(
        label=_("Counts for"), queryset=None, to_field_name="public_id", required=False,
        empty_label=_("Nothing the state asks for"),
    )  # fmt: skip

    def __init__(
        self, *args: Any, viewer: Viewer, course: Course | None = None, **kwargs: Any
    ) -> None:
        super().__init__(*args, **kwargs)
        teacher: Any = self.fields["teacher"]
        teacher.queryset = rules.teachers_today(viewer)
        counts_for: Any = self.fields["counts_for"]
        counts_for.queryset = rules.visible_required(viewer)
        if course is None:
            today = viewer.school.today()
            own = viewer.person.public_id if viewer.person else None
            self.initial = {"teacher": own, "starts_on": today, "ends_on": today + USUAL}
            return
        self.initial = {name: getattr(course, name) for name in self.fields}
        self.initial["weekdays"] = course.weekdays.split(",")
        for name in ("teacher", "counts_for"):
            one = getattr(course, name)
            self.initial[name] = one.public_id if one else None

    @property
    def facts(self) -> Facts:
        sent = dict(self.cleaned_data)
        sent["weekdays"] = ",".join(sent["weekdays"])
        return cast("Facts", sent)


class GivePlaceForm(forms.Form):
    """One more student on the roster."""

    student: Any = forms.ModelChoiceField(
        label=_("Who comes along?"), queryset=None, to_field_name="public_id"
    )
    since_on = forms.DateField(label=_("From"), required=False)

    def __init__(self, *args: Any, viewer: Viewer, course: Course, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        student: Any = self.fields["student"]
        live = rules.visible_places(viewer).filter(course=course, state=CoursePlace.State.ON)
        student.queryset = rules.enrolled_students(viewer).exclude(
            pk__in=live.order_by().values("student")
        )
        self.fields["since_on"].initial = max(viewer.school.today(), course.starts_on)


class AskForm(forms.Form):
    """A student asks for a place."""

    why = forms.CharField(label=_("What draws you to it?"), max_length=500, required=False)


class ReasonForm(forms.Form):
    """Why not this time, or why somebody leaves."""

    reason = forms.CharField(label=_("Why?"), max_length=500, required=False)


class AttendanceForm(forms.Form):
    """Only who was late or not there; nobody chosen means all were there."""

    has_met = forms.BooleanField(label=_("We met"), required=False, initial=True)
    note = forms.CharField(
        label=_("What did you do?"), max_length=500, required=False,
        help_text=_("Students and families can read this."),
    )  # fmt: skip

    def __init__(self, *args: Any, places: list[CoursePlace], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.places = places
        choices = [("", _("There")), *Missing.Kind.choices]
        for place in places:
            field = forms.ChoiceField(label=place.student.name, choices=choices, required=False)
            self.fields[f"place_{place.public_id}"] = field

    @property
    def missing(self) -> dict[str, str]:
        sent = {place.public_id: f"place_{place.public_id}" for place in self.places}
        said = {key: self.cleaned_data[name] for key, name in sent.items()}
        return {key: kind for key, kind in said.items() if kind}


class FinishForm(forms.Form):
    """How it ended for each student, with a short word."""

    ENDS = (("", _("Not yet")), ("done", _("Completed")), ("not_done", _("Not completed")))

    def __init__(self, *args: Any, places: list[CoursePlace], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.places = places
        for one in places:
            key = one.public_id
            ended = one.state if one.state in ("done", "not_done") else ""
            self.fields[f"end_{key}"] = forms.ChoiceField(
                label=one.student.name, choices=self.ENDS, required=False, initial=ended
            )
            self.fields[f"word_{key}"] = forms.CharField(
                label=_("A word for %(name)s") % {"name": one.student.first}, max_length=1000,
                required=False, initial=one.word,
            )  # fmt: skip
            self.fields[f"credit_{key}"] = forms.CharField(
                label=_("Credit"), max_length=120, required=False,
                initial=one.credit or one.course.credit,
            )  # fmt: skip

    @property
    def said(self) -> list[tuple[CoursePlace, bool, str, str]]:
        """Place, completed or not, word and credit: of those for whom something was chosen."""
        sent = self.cleaned_data
        return [
            (one, sent[f"end_{one.public_id}"] == "done", sent[f"word_{one.public_id}"],
             sent[f"credit_{one.public_id}"])
            for one in self.places if sent[f"end_{one.public_id}"]
        ]  # fmt: skip
