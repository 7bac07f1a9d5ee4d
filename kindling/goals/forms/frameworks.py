"""A draft: what it is called, its levels, its goals."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from kindling.goals.models import Framework, Goal, Scale
from kindling.goals.queries import levels_of
from kindling.goals.queries.pages import GoalPage

AREA = forms.Textarea
ROWS = 6  # levels a form offers; those that are left empty are none


class TitleForm(forms.Form):
    """What a framework is called."""

    title = forms.CharField(label=gettext_lazy("What shall it be called?"), max_length=200)


class FrameworkForm(TitleForm):
    """What a draft says about itself."""

    text = forms.CharField(
        label=gettext_lazy("What is it for?"), max_length=2000, required=False, widget=AREA
    )
    is_planned = forms.BooleanField(
        label=gettext_lazy("Students plan and are judged by it"),
        help_text=gettext_lazy("Otherwise it is there to look up."),
        required=False,
    )
    licence = forms.CharField(
        label=gettext_lazy("Whose words are these?"), max_length=4000, required=False, widget=AREA
    )


class PublishForm(forms.Form):
    """What is new."""

    changes = forms.CharField(
        label=gettext_lazy("What is new in it?"), max_length=1000, required=False, widget=AREA
    )


class SettingsForm(forms.Form):
    """Who edits beside principal and coordinator."""

    advisors_edit = forms.BooleanField(
        label=gettext_lazy("Advisors edit them too"),
        help_text=gettext_lazy("Principal and coordinator always do."),
        required=False,
    )


class LevelsForm(forms.Form):
    """The scale of a draft, the beginning first. A level without a name is none."""

    name = forms.CharField(label=gettext_lazy("What is the scale called?"), max_length=120)
    direction = forms.ChoiceField(
        label=gettext_lazy("Which way do the numbers run?"),
        choices=Scale.Direction.choices,
        initial=Scale.Direction.UP,
    )

    def __init__(self, *args: Any, framework: Framework, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        known = levels_of(framework)
        if framework.scale:
            known_as = {"name": framework.scale.name, "direction": framework.scale.direction}
            self.initial = {**self.initial, **known_as}
        self.places = range(1, max(ROWS, len(known) + 2) + 1)
        told = {level.position: level for level in known}
        for n in self.places:
            level = told.get(n)
            for part, label, most in (
                ("mark", _("Sign"), 12), ("label", _("Name"), 120), ("text", _("Meaning"), 1000),
            ):  # fmt: skip
                self.fields[f"{part}_{n}"] = forms.CharField(
                    label=label, max_length=most, required=False,
                    initial=getattr(level, part) if level else "",
                )  # fmt: skip

    @property
    def rows(self) -> list[list[Any]]:
        """The fields of each level, for the page."""
        return [[self[f"{part}_{n}"] for part in ("mark", "label", "text")] for n in self.places]

    @property
    def chosen(self) -> dict[str, Any]:
        """What the action takes. A sign that is missing is the number, counted the right way."""
        said, direction = self.cleaned_data, self.cleaned_data["direction"]
        named = [n for n in self.places if said[f"label_{n}"]]
        levels = [
            {
                "mark": said[f"mark_{n}"]
                or str(place if direction == "up" else len(named) + 1 - place),
                "label": said[f"label_{n}"],
                "text": said[f"text_{n}"],
            }
            for place, n in enumerate(named, 1)
        ]
        return {"name": said["name"], "direction": direction, "levels": levels}


class GoalForm(forms.Form):
    """A goal of a draft. `page` is there when one is changed: then its levels are asked too."""

    title = forms.CharField(label=gettext_lazy("The goal"), max_length=300)
    code = forms.CharField(label=gettext_lazy("Short sign"), max_length=60, required=False)
    kind = forms.CharField(
        label=gettext_lazy("What kind is it?"),
        help_text=gettext_lazy("Such as goal, competency, indicator."),
        max_length=120,
        required=False,
    )
    question = forms.CharField(
        label=gettext_lazy("The question it asks"), max_length=300, required=False
    )
    text = forms.CharField(
        label=gettext_lazy("More about it"), max_length=6000, required=False, widget=AREA
    )

    def __init__(
        self,
        *args: Any,
        framework: Framework,
        under: str = "",
        page: GoalPage | None = None,
        **kwargs: Any,
    ) -> None:
        super().__init__(*args, **kwargs)
        self.parent: Goal | None = None
        if under:
            self.parent = framework.goals.filter(public_id=under).first()
        self.own = dict(page.own_steps) if page else {}
        if page:
            names = ("title", "code", "kind", "question", "text")
            self.initial = {name: getattr(page.goal, name) for name in names}
        for level, _text in page.steps if page else ():
            self.fields[f"step_{level.position}"] = forms.CharField(
                label=_("%(level)s means here") % {"level": level.label}, max_length=1000,
                required=False, initial=self.own.get(level.position, ""), widget=AREA,
            )  # fmt: skip

    @property
    def facts(self) -> dict[str, str]:
        return {name: self.cleaned_data[name] for name in GoalForm.base_fields}

    @property
    def steps(self) -> dict[int, str]:
        """Position of a level → its words for this goal."""
        said = self.cleaned_data.items()
        return {int(name[5:]): text for name, text in said if name.startswith("step_")}
