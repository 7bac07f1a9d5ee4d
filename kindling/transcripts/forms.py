"""Certify, send, choose pieces, the school's words. Forms read and check; actions write."""

from __future__ import annotations

from typing import Any

from django import forms
from django.conf import settings
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from kindling.evidence.models import Evidence
from kindling.transcripts.models import Transcript
from kindling.transcripts.prompts import profile_prompts
from kindling.ui.apart import amid
from kindling.ui.format import day, short_day

AREA = forms.Textarea
DAYS = [(14, gettext_lazy("Two weeks")), (30, gettext_lazy("A month")), (90, gettext_lazy("Three months"))]  # fmt: skip


class CertifyForm(forms.Form):
    """In which language, and why there is another one."""

    language = forms.ChoiceField(label=gettext_lazy("In which language are its headings?"))
    reason = forms.CharField(
        label=gettext_lazy("Why is there another one?"), max_length=1000, widget=AREA,
        help_text=gettext_lazy("It stands on the new one. The old one stays as it was."),
    )  # fmt: skip

    def __init__(self, *args: Any, is_first: bool, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["language"].choices = settings.LANGUAGES  # type: ignore[attr-defined]
        if is_first:
            del self.fields["reason"]


class SendForm(forms.Form):
    """To whom, what for, which, how long."""

    to = forms.CharField(
        label=gettext_lazy("Who shall get it?"), max_length=200,
        help_text=gettext_lazy("Such as a college, with its town."),
    )  # fmt: skip
    why = forms.CharField(label=gettext_lazy("What for?"), max_length=300)
    papers = forms.MultipleChoiceField(
        label=gettext_lazy("Which ones?"), widget=forms.CheckboxSelectMultiple,
        error_messages={"required": gettext_lazy("Choose one.")},
    )  # fmt: skip
    days = forms.TypedChoiceField(
        label=gettext_lazy("How long shall the link work?"), choices=DAYS, coerce=int, initial=30
    )
    agree = forms.BooleanField(
        label=gettext_lazy("I agree that they get it. It is written into the log."),
        error_messages={"required": gettext_lazy("Without your yes nothing is sent.")},
    )

    def __init__(self, *args: Any, papers: list[Transcript], consents: bool, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.known = {one.public_id: one for one in papers}
        self.fields["papers"].choices = [  # type: ignore[attr-defined]
            (key, f"{one.get_kind_display()} · {day(one.certified_at, year=True)}")
            for key, one in self.known.items()
        ]
        if not consents:
            del self.fields["agree"]

    @property
    def chosen(self) -> list[Transcript]:
        return [self.known[key] for key in self.cleaned_data["papers"]]


class PickForm(forms.Form):
    """Which pieces readers may open."""

    pieces = forms.MultipleChoiceField(
        label=gettext_lazy("Which pieces may readers open?"), required=False,
        widget=forms.CheckboxSelectMultiple,
        help_text=gettext_lazy("Three to eight are enough. Choose those that show most."),
    )  # fmt: skip

    def __init__(self, *args: Any, pieces: list[Evidence], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.known = {piece.public_id: piece for piece in pieces}
        self.fields["pieces"].choices = [  # type: ignore[attr-defined]
            (key, f"{amid(piece.title)} · {short_day(piece.on)}")
            for key, piece in self.known.items()
        ]

    @property
    def chosen(self) -> list[Evidence]:
        return [self.known[key] for key in self.cleaned_data["pieces"]]


class ProfileForm(forms.Form):
    """What the school says of itself on every transcript."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for name, prompt in profile_prompts().items():
            most = 500 if name == "contact" else 1500
            self.fields[name] = forms.CharField(
                label=prompt.heading, help_text=prompt.hint, max_length=most, required=False,
                widget=AREA,
            )  # fmt: skip

    def clean(self) -> dict[str, Any]:
        """Not all of it empty."""
        found = super().clean() or self.cleaned_data
        if not any(found.values()):
            raise forms.ValidationError(_("Write one sentence at least."))
        return found
