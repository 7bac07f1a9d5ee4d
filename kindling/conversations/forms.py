"""What somebody writes. Forms read; actions write."""

from __future__ import annotations

from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.core.files.uploadedfile import UploadedFile
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from kindling.conversations.actions import Said
from kindling.conversations.models import Broadcast, Message
from kindling.conversations.models.message import LONGEST
from kindling.conversations.models.short import TITLE
from kindling.conversations.rules import Whom, advisories_to_write_to, grades_of
from kindling.conversations.shorts import Short
from kindling.kit.http import Refused
from kindling.schools.viewer import Viewer
from kindling.ui.language import languages


class MessageForm(forms.Form):
    """Words, a file if one likes, and for staff whether it is about safety."""

    text = forms.CharField(
        label=_("Your message"), max_length=LONGEST, widget=forms.Textarea(attrs={"rows": 4})
    )
    file = forms.FileField(label=_("A photo or a file"), required=False)
    urgent = forms.BooleanField(
        label=_("It is about safety"), required=False,
        help_text=_("It goes out at night, too, and asks for a tap that says it was read."),
    )  # fmt: skip
    tap = forms.CharField(max_length=40, required=False, widget=forms.HiddenInput)
    short = forms.CharField(max_length=14, required=False, widget=forms.HiddenInput)

    def __init__(self, *args: Any, may_ring: bool = False, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if not may_ring:
            del self.fields["urgent"]

    def cannot(self, why: ValidationError | Refused) -> None:
        """Say why it did not go out; the words stay in the form."""
        if isinstance(why, ValidationError):
            self.add_error("file", why)
        else:
            self.add_error(None, str(why))

    def said(self, via: str = Message.Via.PAGE) -> Said:
        """What was written. Only after is_valid()."""
        sent = self.cleaned_data
        files: list[UploadedFile[Any]] = [sent["file"]] if sent.get("file") else []
        urgent, short = sent.get("urgent", False), sent["short"]
        return Said(sent["text"], via, sent["tap"], urgent, files, short=short)


class BroadcastForm(forms.Form):
    """Whom it is for, and the words."""

    to = forms.ChoiceField(label=_("Who gets it"), choices=Broadcast.To.choices)
    group = forms.ChoiceField(label=_("Of whom"))
    text = forms.CharField(
        label=_("Your message"), max_length=LONGEST, widget=forms.Textarea(attrs={"rows": 6})
    )
    urgent = forms.BooleanField(
        label=_("It is about safety"), required=False, help_text=_("It goes out at night, too.")
    )
    tap = forms.CharField(max_length=40, required=False, widget=forms.HiddenInput)
    short = forms.CharField(max_length=14, required=False, widget=forms.HiddenInput)

    def __init__(self, *args: Any, viewer: Viewer, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.advisories = {one.public_id: one for one in advisories_to_write_to(viewer)}
        named = [(key, one.name) for key, one in self.advisories.items()]
        if viewer.is_leader:
            grades = [
                (f"grade:{one}", gettext("Grade %(grade)s") % {"grade": one})
                for one in grades_of(viewer)
            ]
            named = [("all", gettext("The whole school")), *grades, *named]
        self.fields["group"].choices = named  # type: ignore[attr-defined]

    @property
    def asked(self) -> dict[str, Any]:
        """What the action takes. Only after is_valid()."""
        sent = self.cleaned_data
        grade = sent["group"].removeprefix("grade:") if sent["group"].startswith("grade:") else ""
        group = {"advisory": self.advisories.get(sent["group"]), "grade": grade}
        return {
            "text": sent["text"],
            "to": sent["to"],
            "urgent": sent["urgent"],
            "tap": sent["tap"],
            "short": sent["short"],
            **group,
        }


class ShortForm(forms.Form):
    """What it is called, and the words in each language Kindling speaks; one is enough."""

    title = forms.CharField(label=_("What it is called"), max_length=TITLE)

    def __init__(self, data: Any = None, *, short: Short | None = None) -> None:
        super().__init__(data)
        self.languages = [(one.code, one) for one in languages()]
        self.fields["title"].initial = short.title if short else ""
        for code, _one in self.languages:
            self.fields[f"words_{code}"] = forms.CharField(
                required=False, max_length=LONGEST, widget=forms.Textarea(attrs={"rows": 3}),
                initial=short.words.get(code, "") if short else "",
            )  # fmt: skip

    @property
    def words(self) -> dict[str, str]:
        """Language → the words. Only after is_valid()."""
        return {code: self.cleaned_data[f"words_{code}"] for code, _one in self.languages}


class PlaceForm(forms.Form):
    """Into which conversation of a person, and whether the contact is theirs."""

    key = forms.ChoiceField(label=_("Into which conversation"))
    keeps_contact = forms.BooleanField(required=False)

    def __init__(self, data: Any = None, *, whom: list[Whom], contact: str, may_keep: bool) -> None:
        super().__init__(data)
        self.whom = whom
        told = gettext("About %(student)s, with %(keeper)s")
        choices = [
            (one.key, told % {"student": one.about.name, "keeper": one.keeper.name}) for one in whom
        ]
        self.fields["key"].choices = choices  # type: ignore[attr-defined]
        self.fields["key"].initial = whom[0].key if whom else ""
        if not may_keep:
            del self.fields["keeps_contact"]
            return
        label = gettext("I talked with them: %(contact)s is theirs. Keep it.")
        self.fields["keeps_contact"].label = label % {"contact": contact}


class ChoiceForm(forms.Form):
    """When the school answers, and whether a machine may translate."""

    answers_from = forms.TimeField(
        label=_("The school answers from"), required=False,
        widget=forms.TimeInput(attrs={"type": "time"}, format="%H:%M"),
    )  # fmt: skip
    answers_until = forms.TimeField(
        label=_("until"), required=False,
        widget=forms.TimeInput(attrs={"type": "time"}, format="%H:%M"),
    )  # fmt: skip
    translates = forms.BooleanField(
        label=_("A machine translates for whoever reads another language"), required=False,
        help_text=_("The words go to the translator named by who runs this server. It is always marked."),
    )  # fmt: skip

    def clean(self) -> dict[str, Any]:
        sent: dict[str, Any] = super().clean() or self.cleaned_data
        start, end = sent.get("answers_from"), sent.get("answers_until")
        if (start is None) != (end is None):
            self.add_error("answers_until", gettext("Give both times, or neither."))
        elif start and end and end <= start:
            self.add_error("answers_until", gettext("Choose a time after the first one."))
        return sent
