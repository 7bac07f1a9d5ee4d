"""What people fill in on the way: a reason, a day, a try. Forms check, actions write."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from kindling.placements.models import Attempt, EndedWhy, Pursuit, Tie
from kindling.schools.viewer import Viewer


def works(form: forms.Form, act: Callable[[], Any]) -> bool:
    """Run an action on a valid form; what the action still finds wrong stands in the form."""
    if not form.is_valid():
        return False
    try:
        act()
    except ValidationError as error:
        form.add_error(None, error)
        return False
    return True


def long_text(label: Any, *, most: int, hint: Any = "", required: bool = True) -> forms.CharField:
    """Return a field for several lines; label and hint may be lazy."""
    widget = forms.Textarea(attrs={"rows": 3, "maxlength": most})
    return forms.CharField(
        label=label, max_length=most, help_text=hint, widget=widget, required=required
    )


class WhyForm(forms.Form):
    """The student asks for a place."""

    why = long_text(
        gettext_lazy("Why this place?"),
        most=2000,
        hint=gettext_lazy("One or two sentences. The coordinator and your advisor read them."),
    )


class AskForm(WhyForm):
    """The student asks, and says at once whether somebody close to them works there."""

    tie_kind = forms.ChoiceField(
        label=gettext_lazy("Does somebody close to you work there, or does it belong to them?"),
        choices=[("", gettext_lazy("No")), *Tie.Kind.choices],
        required=False,
    )
    tie_words = forms.CharField(
        label=gettext_lazy("If yes: who is it, and what do they do there?"),
        max_length=1000,
        required=False,
    )

    def clean(self) -> dict[str, Any]:
        """A yes needs words."""
        cleaned = super().clean() or {}
        if cleaned.get("tie_kind") and not cleaned.get("tie_words", "").strip():
            sentence = _("Say in a sentence who it is and what they do there.")
            self.add_error("tie_words", ValidationError(sentence))
        return cleaned


class TieForm(forms.Form):
    """Somebody close, or the school, is tied to the place."""

    kind = forms.ChoiceField(label=gettext_lazy("What is it?"), choices=Tie.Kind.choices)
    words = long_text(
        gettext_lazy("Who is it, and what do they do there?"),
        most=1000,
        hint=gettext_lazy("It is fine to have a tie. It only has to be known."),
    )


class UntilForm(forms.Form):
    """The coordinator says yes until a day: the school's usual span unless changed."""

    until_on = forms.DateField(label=gettext_lazy("Until"))

    def __init__(self, *args: Any, viewer: Viewer, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        days = timedelta(days=viewer.school.pursuit_days)
        self.fields["until_on"].initial = viewer.school.today() + days


def ended_why(label: Any) -> forms.ChoiceField:
    """The short list of why a pursuit came to nothing; nobody has to choose."""
    nothing = [("", gettext_lazy("I’d rather not say"))]
    return forms.ChoiceField(label=label, choices=[*nothing, *EndedWhy.choices], required=False)


class ReasonForm(forms.Form):
    """A reason that others read."""

    reason = long_text(gettext_lazy("Reason"), most=1000)


class DeclineForm(ReasonForm):
    """Not now: the reason the student reads, and which of the usual ones it is."""

    why = ended_why(gettext_lazy("What stood in the way?"))
    field_order = ("why", "reason")


class TakeBackForm(forms.Form):
    """A reason if one likes."""

    why = ended_why(gettext_lazy("What stood in the way?"))
    reason = long_text(gettext_lazy("Reason"), most=1000, required=False)


class ExtendForm(ReasonForm):
    """A later day, a week more unless said otherwise, and why."""

    until_on = forms.DateField(label=gettext_lazy("Until"))
    field_order = ("until_on", "reason")

    def __init__(self, *args: Any, pursuit: Pursuit, viewer: Viewer, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        latest = max(pursuit.until_on or viewer.school.today(), viewer.school.today())
        self.fields["until_on"].initial = latest + timedelta(days=7)


class AttemptForm(forms.Form):
    """One tap, with a few words if one likes."""

    kind = forms.ChoiceField(choices=Attempt.Kind.choices)
    note = forms.CharField(label=gettext_lazy("A word about it"), max_length=500, required=False)
    tap = forms.CharField(max_length=40, required=False, widget=forms.HiddenInput)


class NoteForm(forms.Form):
    """The place said yes: what was agreed."""

    note = long_text(
        gettext_lazy("What did you agree on?"),
        most=2000,
        hint=gettext_lazy("Days, a first day, and what you want to learn there."),
    )


class GoalsForm(forms.Form):
    """What the student wants to learn there."""

    goals = long_text(gettext_lazy("Goals"), most=4000, required=False)


class EndForm(ReasonForm):
    """Why it ends, and the last day."""

    ends_on = forms.DateField(label=gettext_lazy("Last day"))
    field_order = ("ends_on", "reason")


def works_out(form: forms.Form, check: Callable[[], None]) -> None:
    """Run a check; what it finds stands in the form."""
    try:
        check()
    except ValidationError as error:
        form.add_error(None, error)
