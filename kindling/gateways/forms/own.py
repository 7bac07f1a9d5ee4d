"""A guide, a step, a chapter, a choice: what is not written field by field."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from kindling.gateways.forms.ways import Beside
from kindling.gateways.models import Choice, Pathway


class GuideForm(Beside):
    """Who knows the field."""

    ids = "guide"

    name = forms.CharField(label=_("Who knows this field and helps me?"), max_length=200)
    is_outside = forms.BooleanField(
        label=_("They do not work at the school"), required=False,
        help_text=_("Then the school settles first that you may meet."),
    )  # fmt: skip


class MilestoneForm(Beside):
    """A step by a day."""

    ids = "step"

    title = forms.CharField(label=_("What is done then?"), max_length=200)
    due_on = forms.DateField(label=_("By when?"))


class ChapterForm(Beside):
    """A new chapter."""

    ids = "chapter"

    title = forms.CharField(label=_("What is the chapter called?"), max_length=120)


class PathwayForm(Beside):
    """The first way, and the second."""

    ids = "way"

    pathway = forms.ChoiceField(label=_("My first way"), choices=Pathway.choices)
    second = forms.ChoiceField(
        label=_("My second way"), choices=[("", _("None yet")), *Pathway.choices], required=False
    )


class ChoiceForm(Beside):
    """A place to go, and what is next."""

    ids = "choice"

    name = forms.CharField(label=_("Which college, shop, program?"), max_length=200)
    pathway = forms.ChoiceField(label=_("What kind of way is it?"), choices=Pathway.choices)
    next_step = forms.CharField(label=_("What is next?"), max_length=300, required=False)
    due_on = forms.DateField(label=_("By when?"), required=False)


class MoveForm(Beside):
    """How it stands, and what is next."""

    state = forms.ChoiceField(label=_("How does it stand?"), choices=Choice.State.choices)
    next_step = forms.CharField(label=_("What is next?"), max_length=300, required=False)
    due_on = forms.DateField(label=_("By when?"), required=False)

    @classmethod
    def of(cls, choice: Choice, data: Any = None) -> MoveForm:
        first = {name: getattr(choice, name) for name in ("state", "next_step", "due_on")}
        if choice.done_on:
            first |= {"next_step": "", "due_on": None}
        return cls(data, initial=first, ids=f"move-{choice.public_id}")
