"""What is typed on the pages of moderation. Forms read and check; actions write."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from kindling.evidence.models import Evidence
from kindling.goals.models import Level
from kindling.judgements.models import Opinion
from kindling.moderation.frames import FRAMES
from kindling.moderation.models import Sampled
from kindling.schools.models import Person
from kindling.schools.viewer import Viewer

AREA = forms.Textarea
WEEKS = timedelta(weeks=8)


class PeopleField(forms.MultipleChoiceField):
    """Some of these people, ticked."""

    widget = forms.CheckboxSelectMultiple

    def know(self, people: list[Person]) -> None:
        """Offer these."""
        self.known = {one.public_id: one for one in people}
        self.choices = [(key, one.name) for key, one in self.known.items()]

    def clean(self, value: Any) -> list[Person]:
        """The people themselves."""
        return [self.known[key] for key in super().clean(value)]


class DrawForm(forms.Form):
    """Which days, how many of a hundred, who marks."""

    title = forms.CharField(label=_("What is it called?"), max_length=120)
    since_on = forms.DateField(
        label=_("Judged from"), widget=forms.DateInput(attrs={"type": "date"})
    )
    until_on = forms.DateField(label=_("Until"), widget=forms.DateInput(attrs={"type": "date"}))
    percent = forms.IntegerField(
        label=_("How many of a hundred?"),
        help_text=_("Of everybody who judged, so that nobody is left out. Chance draws them."),
        min_value=1, max_value=100,
    )  # fmt: skip
    each = forms.TypedChoiceField(
        label=_("How many people mark each one?"), coerce=int,
        choices=[("1", "1"), ("2", "2"), ("3", "3")], initial="1",
    )  # fmt: skip
    markers = PeopleField(
        label=_("Who marks?"),
        help_text=_("Nobody marks a student whom they advise or have judged."),
        error_messages={"required": _("Choose somebody who marks.")},
    )

    def __init__(
        self, *args: Any, viewer: Viewer, people: list[Person], percent: int, **kwargs: Any
    ) -> None:
        today = viewer.school.today()
        first = {
            "since_on": today - WEEKS, "until_on": today, "percent": percent or 10,
            "markers": [one.public_id for one in people],
        }  # fmt: skip
        super().__init__(*args, **{"initial": first, **kwargs})
        self.fields["markers"].know(people)  # type: ignore[attr-defined]

    def clean(self) -> dict[str, Any]:
        """The first day comes before the last."""
        found = super().clean() or {}
        since, until = found.get("since_on"), found.get("until_on")
        if since and until and since > until:
            self.add_error("until_on", _("The last day comes after the first one."))
        return found


class MarkForm(forms.Form):
    """A level, how sure one is, and what shows it."""

    level = forms.ChoiceField(label=_("How far is it?"), widget=forms.RadioSelect)
    comment = forms.CharField(label=_("What shows it?"), max_length=4000, widget=AREA)
    sure = forms.ChoiceField(
        label=_("How sure are you?"), choices=Opinion.Sure.choices, initial=Opinion.Sure.FAIRLY
    )

    def __init__(self, *args: Any, levels: tuple[Level, ...], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.levels = {one.public_id: one for one in levels}
        self.fields["level"].choices = [  # type: ignore[attr-defined]
            (key, str(one)) for key, one in self.levels.items()
        ]

    def clean_level(self) -> Level:
        """The level itself."""
        return self.levels[self.cleaned_data["level"]]


class SettleForm(forms.Form):
    """What the talk came to."""

    outcome = forms.ChoiceField(
        label=_("After you talked about it"), choices=Sampled.Outcome.choices,
        widget=forms.RadioSelect,
    )  # fmt: skip
    note = forms.CharField(label=_("Why?"), max_length=2000, widget=AREA)


class RecordForm(forms.Form):
    """Who was there, when, and what was learned."""

    held_on = forms.DateField(
        label=_("When did you meet?"), widget=forms.DateInput(attrs={"type": "date"})
    )
    present = PeopleField(label=_("Who was there?"))
    words = forms.CharField(
        label=_("What did you learn about your levels?"), max_length=8000, widget=AREA
    )

    def __init__(self, *args: Any, people: list[Person], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["present"].know(people)  # type: ignore[attr-defined]


class AnswerForm(forms.Form):
    """What came of judging it again."""

    words = forms.CharField(label=_("What came of it?"), max_length=2000, widget=AREA)


class ExemplarForm(forms.Form):
    """The words of an example, without names, and why it is this level."""

    title = forms.CharField(label=_("What is it?"), max_length=120)
    words = forms.CharField(
        label=_("Its words, without names"), max_length=4000, required=False, widget=AREA,
        help_text=_("We took out the names we know. Read it once more: a place can tell, too."),
    )  # fmt: skip
    why = forms.CharField(label=_("Why is it this level?"), max_length=2000, widget=AREA)
    shows_photo = forms.BooleanField(
        label=_("Show the photo. I looked: no name and nobody’s face is in it."), required=False
    )

    def __init__(self, *args: Any, piece: Evidence, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if piece.kind != Evidence.Kind.PHOTO or piece.people != Evidence.People.NONE:
            del self.fields["shows_photo"]


class ProfilesForm(forms.Form):
    """Whether students prepare profiles, and how many adults each needs."""

    is_on = forms.BooleanField(label=_("Our students prepare learner profiles"), required=False)
    fewest = forms.IntegerField(
        label=_("How many adults at least?"), min_value=2, max_value=8, initial=3
    )


class AssessorsForm(forms.Form):
    """Whom a student asks."""

    people = PeopleField(
        label=_("Who knows how you learn?"),
        help_text=_("Each says it alone. You read all of it once everybody has."),
        error_messages={"required": _("Choose somebody.")},
    )

    def __init__(self, *args: Any, people: list[Person], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["people"].know(people)  # type: ignore[attr-defined]


class FramesForm(forms.Form):
    """A level and words for each of six frames; what one cannot say stays empty."""

    def __init__(self, *args: Any, levels: tuple[Level, ...], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.levels = {one.public_id: one for one in levels}
        choices = [("", _("I cannot say")), *((key, str(one)) for key, one in self.levels.items())]
        for frame in FRAMES:
            self.fields[f"level_{frame.key}"] = forms.ChoiceField(
                label=frame.title, help_text=frame.question, choices=choices, required=False
            )
            self.fields[f"words_{frame.key}"] = forms.CharField(
                label=_("What shows it?"), max_length=2000, required=False, widget=AREA
            )

    def clean(self) -> dict[str, Any]:
        """Somebody who says something says at least one level."""
        found = super().clean() or {}
        if not any(found.get(f"level_{frame.key}") for frame in FRAMES):
            raise forms.ValidationError(_("Say at least one, or say no."))
        return found

    @property
    def said(self) -> dict[str, tuple[Level | None, str]]:
        """For the action: frame → level and words."""
        found = self.cleaned_data
        return {
            one.key: (self.levels.get(found[f"level_{one.key}"]), found[f"words_{one.key}"])
            for one in FRAMES
        }
