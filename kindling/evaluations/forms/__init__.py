"""What people fill in about evaluations. Forms check, actions write."""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from kindling.evaluations.actions.writing import MOST_SKILLS, Answers
from kindling.evaluations.items import ITEMS, LEVELS
from kindling.evaluations.models import Evaluation

YES, NO = "yes", "no"
PAIR = 2  # a skill and the words for it
LONGEST = 8000  # of what a page says it showed; our own is shorter


class RatingsForm(forms.Form):
    """Ten lines; any of them may wait."""

    def __init__(self, data: Any = None) -> None:
        super().__init__(data)
        levels = [(str(level), label) for level, label in LEVELS.items()]
        for item, label in ITEMS.items():
            self.fields[item] = forms.ChoiceField(label=label, choices=levels, required=False)
        self.fields["was"] = forms.CharField(required=False)

    @property
    def answers(self) -> Answers:
        said = self.cleaned_data
        return Answers({item: int(said[item]) for item in ITEMS if said[item]})

    @property
    def before(self) -> Answers:
        """What the page showed. Anything else than what we wrote there is as good as nothing."""
        told = shown(self.cleaned_data["was"])
        levels = {item: told[item] for item in ITEMS if isinstance(told.get(item), int)}
        return Answers(levels)


class EndForm(forms.Form):
    """Host again, who reads it, and the skills one stands behind."""

    host_again = forms.ChoiceField(
        label=_("Would you host an intern again? Only the school reads this"),
        choices=Evaluation.HostAgain.choices, required=False,
    )  # fmt: skip
    is_shared = forms.ChoiceField(
        label=_("May the intern and their family read it?"),
        choices=[(YES, _("Yes")), (NO, _("No, the school speaks with them"))],
    )  # fmt: skip
    was = forms.CharField(required=False)

    def __init__(self, data: Any = None, *, it: Evaluation) -> None:
        super().__init__(
            data, initial={"host_again": it.host_again, "is_shared": YES if it.is_shared else NO}
        )
        held = [*map(tuple, it.skills), *[("", "")] * MOST_SKILLS][:MOST_SKILLS]
        for number, (skill, words) in enumerate(held, 1):
            self.fields[f"skill_{number}"] = forms.CharField(
                label=_("A skill they have"), max_length=80, required=False, initial=skill,
            )  # fmt: skip
            self.fields[f"words_{number}"] = forms.CharField(
                label=_("What you saw"), max_length=600, required=False, initial=words,
                widget=forms.Textarea(attrs={"rows": 2}),
            )  # fmt: skip

    @property
    def pairs(self) -> list[Any]:
        """The skills as the page draws them."""
        numbers = range(1, MOST_SKILLS + 1)
        return [(self[f"skill_{number}"], self[f"words_{number}"]) for number in numbers]

    @property
    def answers(self) -> Answers:
        said = self.cleaned_data
        numbers = range(1, MOST_SKILLS + 1)
        found = [(said[f"skill_{n}"].strip(), said[f"words_{n}"].strip()) for n in numbers]
        skills = [pair for pair in found if any(pair)]
        return Answers({}, said["host_again"], said["is_shared"] == YES, skills)

    @property
    def before(self) -> Answers:
        told = shown(self.cleaned_data["was"])
        skills = told.get("skills")
        pairs = [one for one in skills if isinstance(one, list)] if isinstance(skills, list) else []
        held = [
            (str(skill), str(words)) for skill, words in (one for one in pairs if len(one) == PAIR)
        ]
        return Answers({}, told.get("host_again"), told.get("is_shared"), held)


class TalkForm(forms.Form):
    """It was talked about."""

    on = forms.DateField(
        label=_("When did you talk about it?"), widget=forms.DateInput(attrs={"type": "date"})
    )
    agreed = forms.CharField(
        label=_("What came of it? The student reads this"), max_length=2000, required=False,
        widget=forms.Textarea(attrs={"rows": 3}),
    )  # fmt: skip


class CommentForm(forms.Form):
    """The student's own words beside it."""

    words = forms.CharField(
        label=_("What do you say to it?"), max_length=2000,
        widget=forms.Textarea(attrs={"rows": 4}),
    )  # fmt: skip


class ChoiceForm(forms.Form):
    """When mentors are asked."""

    days_before = forms.IntegerField(
        label=_("How many days before a term ends do we ask mentors? 0: we ask by hand"),
        min_value=0, max_value=60,
    )  # fmt: skip


def shown(text: str) -> Mapping[str, Any]:
    """Read what a page said it showed; {} for anything else."""
    try:
        found = json.loads(text) if len(text) < LONGEST else {}
    except ValueError:
        return {}
    return found if isinstance(found, dict) else {}
