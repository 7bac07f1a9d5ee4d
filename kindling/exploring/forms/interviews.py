"""An interview, planned and held."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from kindling.exploring.bank.questions import QUESTIONS
from kindling.exploring.forms import long_text
from kindling.exploring.models import Interview
from kindling.exploring.rules import visible_own_questions
from kindling.schools.viewer import Viewer


class QuestionsForm(forms.Form):
    """Questions of the bank and the school to tick, and one's own."""

    chosen = forms.MultipleChoiceField(
        label=_("Questions to choose from"), required=False,
        widget=forms.CheckboxSelectMultiple, help_text=_("Five or six are enough for 15 minutes."),
    )  # fmt: skip
    own = long_text(
        _("Your own questions"), most=2000, required=False, hint=_("Each on a line of its own.")
    )

    def __init__(self, *args: Any, viewer: Viewer, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        bank: list[tuple[str, Any]] = [
            (str(head), [(str(one), str(one)) for one in group]) for head, group in QUESTIONS
        ]
        school = [(one.text, one.text) for one in visible_own_questions(viewer)]
        if school:
            bank.append((str(_("From your school")), school))
        self.fields["chosen"].choices = bank  # type: ignore[attr-defined]

    @property
    def questions(self) -> list[str]:
        """What was chosen, then one's own, in this order."""
        sent = self.cleaned_data
        return [*sent["chosen"], *sent["own"].splitlines()]


class InterviewForm(QuestionsForm):
    """Whom, where and when, with questions."""

    who = forms.CharField(
        label=_("Whom will you talk to?"), max_length=200, help_text=_("Name, and what they do.")
    )
    place = forms.CharField(label=_("Where?"), max_length=200, required=False)
    on = forms.DateField(label=_("When?"))
    field_order = ("who", "place", "on", "chosen", "own")

    def __init__(self, *args: Any, viewer: Viewer, site: str = "", **kwargs: Any) -> None:
        super().__init__(*args, viewer=viewer, **kwargs)
        if site:
            self.fields["place"].initial = site
        self.fields["place"].required = not site

    @property
    def facts(self) -> dict[str, Any]:
        sent = self.cleaned_data
        return {name: sent[name] for name in ("who", "place", "on")} | {"questions": self.questions}


class HeldForm(forms.Form):
    """What was said."""

    on = forms.DateField(label=_("When was it?"))
    minutes = forms.IntegerField(
        label=_("How many minutes?"), min_value=1, max_value=480, initial=20
    )
    notes = long_text(_("What did you find out?"), most=4000, required=False, rows=4)

    def __init__(self, *args: Any, interview: Interview, viewer: Viewer, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["on"].initial = min(interview.on, viewer.school.today())
        self.asked = interview.questions
        for number, one in enumerate(self.asked):
            self.fields[f"answer_{number}"] = long_text(
                one["ask"], most=1000, required=False, rows=2
            )
            self.fields[f"answer_{number}"].initial = one["answer"]
        self.order_fields([f"answer_{n}" for n in range(len(self.asked))])

    @property
    def facts(self) -> dict[str, Any]:
        sent = self.cleaned_data
        answers = [sent[f"answer_{number}"] for number in range(len(self.asked))]
        return {
            "on": sent["on"], "minutes": sent["minutes"], "notes": sent["notes"],
            "answers": answers,
        }  # fmt: skip


class OwnQuestionForm(forms.Form):
    """A question that the school offers."""

    text = forms.CharField(label=_("A question for interviews"), max_length=200)
