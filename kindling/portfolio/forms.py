"""What a student says about a page, and for how long it is shown. Nothing is saved here."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from kindling.evidence.models import Evidence
from kindling.evidence.queries import pickable
from kindling.people.models import Student
from kindling.schools.viewer import Viewer

CHOICES = [(7, _("A week")), (30, _("A month")), (90, _("Three months")), (365, _("A year"))]


class PageForm(forms.Form):
    """For whom, and what they should know first."""

    audience = forms.CharField(
        label=_("Who will look at it?"), max_length=120,
        help_text=_("A college, a mentor, your grandmother: one page for each."),
    )  # fmt: skip
    title = forms.CharField(label=_("What is it called?"), max_length=120)
    intro = forms.CharField(
        label=_("What should they know first?"), required=False, max_length=4000,
        widget=forms.Textarea(attrs={"rows": 4}),
    )  # fmt: skip


class AddForm(forms.Form):
    """Pieces of the student's that are on the screen."""

    pieces: forms.ModelMultipleChoiceField[Evidence] = forms.ModelMultipleChoiceField(
        queryset=None, to_field_name="public_id"
    )

    def __init__(self, *args: Any, viewer: Viewer, student: Student, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["pieces"].queryset = pickable(viewer, student)  # type: ignore[attr-defined]


class PieceForm(forms.Form):
    """What these readers should know about a piece."""

    words = forms.CharField(
        label=_("What should they see in it?"), required=False, max_length=4000,
        widget=forms.Textarea(attrs={"rows": 2}),
    )  # fmt: skip


class ShareForm(forms.Form):
    """For how long."""

    days = forms.TypedChoiceField(
        label=_("For how long?"), choices=CHOICES, coerce=int, initial=30, widget=forms.RadioSelect
    )


class NamesForm(forms.Form):
    """What the school allows."""

    minors_show_names = forms.BooleanField(
        label=_("Students under 18 may show their surname and how to reach them"), required=False,
        help_text=_("Otherwise a page shows a first name, and no telephone number or e-mail."),
    )  # fmt: skip
