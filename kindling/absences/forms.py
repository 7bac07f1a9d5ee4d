"""What people fill in about being late or absent. Forms read; actions write."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from kindling.absences.models import Desk, Kind, Reason
from kindling.absences.queries import offered_reasons
from kindling.absences.rules import voice_of
from kindling.people.models import Student
from kindling.schools.viewer import Viewer

MINUTES = (10, 20, 30, 45, 60, 90)
NOTE_HINT = gettext_lazy("The advisor and the office read this. The mentor does not.")


class LateForm(forms.Form):
    """How late, today or on a day."""

    minutes = forms.TypedChoiceField(
        label=gettext_lazy("How late?"), coerce=int, choices=[(n, str(n)) for n in MINUTES]
    )
    reason = forms.ChoiceField(label=gettext_lazy("Why?"), required=False)
    note = forms.CharField(
        label=gettext_lazy("Anything to add?"), max_length=500, required=False, help_text=NOTE_HINT
    )
    tap = forms.CharField(max_length=40, required=False, widget=forms.HiddenInput)

    def __init__(self, *args: Any, viewer: Viewer, student: Student, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["minutes"].choices = [  # type: ignore[attr-defined]
            (n, ngettext("%(num)s minute", "%(num)s minutes", n) % {"num": n}) for n in MINUTES
        ]
        self.fields["reason"].choices = choices(viewer, student, Kind.LATE)  # type: ignore[attr-defined]


class AbsentForm(forms.Form):
    """Why, and for how long."""

    reason = forms.ChoiceField(label=gettext_lazy("Why?"))
    on = forms.DateField(label=gettext_lazy("First day"))
    until_on = forms.DateField(
        label=gettext_lazy("Last day"),
        required=False,
        help_text=gettext_lazy("Leave it empty for one day."),
    )
    note = forms.CharField(
        label=gettext_lazy("Anything to add?"), max_length=500, required=False, help_text=NOTE_HINT
    )
    tap = forms.CharField(max_length=40, required=False, widget=forms.HiddenInput)

    def __init__(self, *args: Any, viewer: Viewer, student: Student, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["on"].initial = viewer.school.today()
        found = choices(viewer, student, Kind.ABSENT)
        self.fields["reason"].choices = found[1:]  # type: ignore[attr-defined]

    def clean(self) -> dict[str, Any]:
        data = self.cleaned_data
        if data.get("on") and data.get("until_on") and data["until_on"] < data["on"]:
            self.add_error("until_on", _("The last day must not come before the first day."))
        return data


def choices(viewer: Viewer, student: Student, kind: Kind) -> list[tuple[str, str]]:
    """The reasons this viewer may give for the student, with an empty one first."""
    voice = voice_of(viewer, student)
    found = offered_reasons(viewer, voice, kind) if voice else []
    return [("", _("No reason given")), *((one.code, one.name) for one in found)]


class DecideForm(forms.Form):
    """The family's or the school's word about a report."""

    reason = forms.ChoiceField(label=gettext_lazy("Why?"), required=False)
    note = forms.CharField(
        label=gettext_lazy("What should the school know?"), max_length=500, required=False
    )

    def __init__(self, *args: Any, reasons: list[Reason], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        found = [(one.code, one.name) for one in reasons]
        self.fields["reason"].choices = [("", _("As it was said")), *found]  # type: ignore[attr-defined]


class ReasonForm(forms.Form):
    """One reason, its code and who may use it."""

    label = forms.CharField(label=gettext_lazy("Word"), max_length=80)
    kind = forms.ChoiceField(label=gettext_lazy("For"), choices=Kind.choices)
    sis_code = forms.CharField(
        label=gettext_lazy("Code in the student information system"), max_length=20, required=False
    )
    is_excused = forms.BooleanField(label=gettext_lazy("Counts as excused"), required=False)
    for_students = forms.BooleanField(label=gettext_lazy("Students may give it"), required=False)
    for_families = forms.BooleanField(label=gettext_lazy("Families may give it"), required=False)


class ChangeReasonForm(ReasonForm):
    """The same for one that is there; its kind stays."""

    kind = None  # type: ignore[assignment]
    is_offered = forms.BooleanField(label=gettext_lazy("May be chosen"), required=False)

    @staticmethod
    def first_answers(reason: Reason) -> dict[str, Any]:
        named = ("sis_code", "is_excused", "for_students", "for_families")
        facts = {name: getattr(reason, name) for name in named}
        return {**facts, "label": reason.name, "is_offered": reason.retired_on is None}


class DeskForm(forms.Form):
    """Whose inbox."""

    roles = forms.MultipleChoiceField(
        label=gettext_lazy("Who hears of absences and alarms in the office?"),
        choices=[(role.value, role.label) for role in Desk.CHOICES],
    )


class ListFilter(forms.Form):
    """Which reports the list shows. What is unknown is left out."""

    show = forms.ChoiceField(choices=[(k, k) for k in ("now", "open", "all")], required=False)
    student = forms.SlugField(required=False)

    @property
    def wanted(self) -> dict[str, str]:
        self.is_valid()
        return {name: self.cleaned_data.get(name, "") for name in self.fields}
