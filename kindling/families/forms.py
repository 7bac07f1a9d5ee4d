"""What is asked to write to families and to choose for them."""

from __future__ import annotations

from datetime import date, datetime, time
from typing import Any

from django import forms
from django.conf import settings
from django.utils.dates import WEEKDAYS
from django.utils.translation import gettext_lazy

from kindling.families.models import FamilyOffer
from kindling.schools.models import School


class WordsForm(forms.Form):
    """A few lines about the week; empty takes them back."""

    text = forms.CharField(
        label=gettext_lazy("What shall families know about this week?"), max_length=2000,
        required=False, widget=forms.Textarea(attrs={"rows": 6}),
    )  # fmt: skip
    language = forms.ChoiceField(label=gettext_lazy("Written in"), choices=settings.LANGUAGES)


class ChoiceForm(forms.Form):
    """What leaves by itself."""

    translates = forms.BooleanField(
        label=gettext_lazy("Send what advisors write to families to the translator"),
        required=False,
    )
    letter_weekday = forms.TypedChoiceField(
        label=gettext_lazy("The day on which families get their week"), coerce=int,
        empty_value=None, required=False,
    )  # fmt: skip

    answer_days = forms.IntegerField(
        label=gettext_lazy("Within how many school days does a family’s concern get an answer?"),
        min_value=1, max_value=20, initial=5,
    )  # fmt: skip

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        days: Any = self.fields["letter_weekday"]
        days.choices = [("", gettext_lazy("No day")), *WEEKDAYS.items()]


class OfferForm(forms.Form):
    """What a family offers."""

    tap = forms.CharField(max_length=40, widget=forms.HiddenInput)
    kind = forms.ChoiceField(
        label=gettext_lazy("What do you offer?"), choices=FamilyOffer.Kind.choices,
        widget=forms.RadioSelect,
    )  # fmt: skip
    what = forms.CharField(
        label=gettext_lazy("Tell us more"), max_length=1000,
        widget=forms.Textarea(attrs={"rows": 3}),
    )  # fmt: skip
    organisation = forms.CharField(
        label=gettext_lazy("Name of the workplace"), max_length=200, required=False
    )
    phone = forms.CharField(label=gettext_lazy("Its phone number"), max_length=40, required=False)


class AnswerForm(forms.Form):
    """Yes or not now, in words the family reads."""

    yes = forms.TypedChoiceField(
        label=gettext_lazy("Your answer"), coerce=lambda said: said == "yes",
        choices=[("yes", gettext_lazy("Yes, gladly")), ("no", gettext_lazy("Not now"))],
        widget=forms.RadioSelect,
    )  # fmt: skip
    words = forms.CharField(
        label=gettext_lazy("A thank-you, and what happens next"), max_length=1000,
        widget=forms.Textarea(attrs={"rows": 4}),
    )  # fmt: skip


class SayForm(forms.Form):
    """A few words to the advisor."""

    tap = forms.CharField(max_length=40, widget=forms.HiddenInput)
    say = forms.CharField(
        label=gettext_lazy("Write back"), max_length=4000,
        widget=forms.Textarea(attrs={"rows": 3}),
    )  # fmt: skip


class WishForm(forms.Form):
    """When a family could come."""

    tap = forms.CharField(max_length=40, widget=forms.HiddenInput)
    about = forms.CharField(label=gettext_lazy("What is it about?"), max_length=120)
    on = forms.DateField(label=gettext_lazy("Which day?"))
    at = forms.TimeField(label=gettext_lazy("At what time?"))
    on2 = forms.DateField(label=gettext_lazy("Or on this day"), required=False)
    at2 = forms.TimeField(label=gettext_lazy("at this time"), required=False)
    with_interpreter = forms.BooleanField(
        label=gettext_lazy("Please bring an interpreter for my language"), required=False
    )

    def __init__(self, *args: Any, school: School, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.school = school

    @property
    def times(self) -> list[datetime]:
        """The moments on the school's clock, the best first. After is_valid()."""
        said = self.cleaned_data
        pairs: list[tuple[date | None, time | None]] = [
            (said["on"], said["at"]), (said["on2"], said["at2"]),
        ]  # fmt: skip
        zone = self.school.zone
        return [datetime.combine(on, at, zone) for on, at in pairs if on and at]


class SettleForm(forms.Form):
    """Book one of the times, or say why none."""

    time = forms.ChoiceField(
        label=gettext_lazy("When do you meet?"), required=False, widget=forms.RadioSelect
    )
    place = forms.CharField(label=gettext_lazy("Where?"), max_length=200, required=False)
    words = forms.CharField(
        label=gettext_lazy("Or answer them"), max_length=1000, required=False,
        widget=forms.Textarea(attrs={"rows": 3}),
    )  # fmt: skip

    def __init__(self, *args: Any, times: list[tuple[str, str]], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        choices: Any = self.fields["time"]
        choices.choices = times


class AfterForm(forms.Form):
    """What a family saw at an exhibition."""

    tap = forms.CharField(max_length=40, widget=forms.HiddenInput)
    words = forms.CharField(
        label=gettext_lazy("What did you see that made you proud?"), max_length=2000,
        required=False, widget=forms.Textarea(attrs={"rows": 3}),
    )  # fmt: skip
    voice = forms.FileField(label=gettext_lazy("Voice note, up to a minute"), required=False)

    @property
    def facts(self) -> dict[str, Any]:
        """What `say_after` wants. After is_valid()."""
        said = self.cleaned_data
        return {"text": said["words"], "voice": said["voice"] or None, "tap": said["tap"]}


class TranscriptForm(forms.Form):
    """What a voice said, written down."""

    transcript = forms.CharField(
        label=gettext_lazy("What is said, in the language you write in"), max_length=4000,
        widget=forms.Textarea(attrs={"rows": 5}),
    )  # fmt: skip
