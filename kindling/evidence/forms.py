"""What a piece is sent with. Nothing is saved here."""

from __future__ import annotations

from typing import Any, cast

from django import forms
from django.core.exceptions import ValidationError
from django.core.files.uploadedfile import UploadedFile
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from kindling.evidence import rules
from kindling.evidence.queries.choices import tag_choices, tag_groups
from kindling.evidence.tagging import Targets
from kindling.people.models import Student
from kindling.schools.viewer import Viewer
from kindling.uploads.actions import take_whole
from kindling.uploads.models import Upload
from kindling.uploads.rules import visible_uploads

ACCEPTED = "image/*,video/*,audio/*,.pdf,.doc,.docx,.xls,.xlsx,.ppt,.pptx,.odt,.ods,.odp,.txt,.zip"


class PieceForm(forms.Form):
    """A photo, a file, a link or words: one of them is enough."""

    name = "form"
    file = forms.FileField(
        label=gettext_lazy("Photo, video, sound or file"), required=False,
        widget=forms.FileInput(attrs={"accept": ACCEPTED}),
    )  # fmt: skip
    words = forms.CharField(
        label=gettext_lazy("What is it?"), required=False, max_length=8000,
        widget=forms.Textarea(attrs={"rows": 2}),
    )  # fmt: skip
    tags = forms.MultipleChoiceField(
        label=gettext_lazy("What is it for?"), required=False, widget=forms.CheckboxSelectMultiple
    )
    link = forms.URLField(
        label=gettext_lazy("A link"), required=False, max_length=500, assume_scheme="https"
    )
    reflection = forms.CharField(
        label=gettext_lazy("What did you learn by it?"), required=False, max_length=4000,
        widget=forms.Textarea(attrs={"rows": 3}),
    )  # fmt: skip
    on = forms.DateField(label=gettext_lazy("When was it made?"), required=False)
    series = forms.ChoiceField(label=gettext_lazy("A new draft of"), required=False)
    upload = forms.CharField(required=False, widget=forms.HiddenInput)
    sent_key = forms.CharField(required=False, max_length=64, widget=forms.HiddenInput)

    def __init__(self, *args: Any, viewer: Viewer, student: Student, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.viewer = viewer
        series = rules.visible_series(viewer).filter(student=student)
        rows = [(one.public_id, one.title) for one in series.order_by("-pk")[:20]]
        cast("forms.ChoiceField", self.fields["series"]).choices = [
            ("", _("Nothing earlier")),
            *rows,
        ]
        cast("forms.ChoiceField", self.fields["tags"]).choices = tag_choices(viewer, student)

    def clean_upload(self) -> Upload | None:
        """A file that came in parts."""
        named = self.cleaned_data["upload"]
        if not named:
            return None
        found = visible_uploads(self.viewer).filter(public_id=named).first()
        if found is None or found.state != Upload.State.DONE:
            raise ValidationError(
                found.why
                if found and found.why
                else _("This file is not all here yet. Send it once more.")
            )
        return found

    def clean_sent_key(self) -> str:
        return str(self.cleaned_data["sent_key"])

    def facts(self) -> dict[str, Any]:
        """What the action takes. A file that came with the form itself is kept now."""
        said = dict(self.cleaned_data)
        said["targets"] = Targets.read(said.pop("tags"))
        file = cast("UploadedFile[Any] | None", said.pop("file"))
        if file is not None and said["upload"] is None:
            key = said["sent_key"] or f"{file.name} {file.size}"
            said["upload"] = whole(file, f"form {key}"[:100], self.viewer)
        return said

    def first_error(self) -> str:
        """The first sentence of what is wrong."""
        return next((str(one) for errors in self.errors.values() for one in errors), "")


def whole(file: UploadedFile[Any], key: str, viewer: Viewer) -> Upload:
    """Keep a file of a plain form. Raises ValidationError with why it cannot be."""
    kept = take_whole(file, key=key, by=viewer)
    if kept.state != Upload.State.DONE:
        raise ValidationError(kept.why)
    return kept


class ChangeForm(forms.Form):
    """What a piece is called, what it is, and what came of it."""

    name = "change_form"
    title = forms.CharField(label=gettext_lazy("Title"), max_length=120)
    words = forms.CharField(
        label=gettext_lazy("What is it?"), required=False, max_length=8000,
        widget=forms.Textarea(attrs={"rows": 3}),
    )  # fmt: skip
    reflection = forms.CharField(
        label=gettext_lazy("What did you learn by it?"), required=False, max_length=4000,
        help_text=gettext_lazy("What was hard? What would you do another way?"),
        widget=forms.Textarea(attrs={"rows": 4}),
    )  # fmt: skip


class TagForm(forms.Form):
    """One more thing it has to do with."""

    name = "tag_form"
    tag = forms.ChoiceField(label=gettext_lazy("It also shows"))

    def __init__(self, *args: Any, viewer: Viewer, student: Student, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        cast("forms.ChoiceField", self.fields["tag"]).choices = tag_groups(viewer, student)

    @property
    def targets(self) -> Targets:
        return Targets.read([self.cleaned_data["tag"]])


class SeriesForm(forms.Form):
    """With which drafts it belongs together."""

    name = "series_form"
    known = forms.ChoiceField(label=gettext_lazy("A draft of"), required=False)
    new = forms.CharField(label=gettext_lazy("Or of something new"), required=False, max_length=120)

    def __init__(self, *args: Any, viewer: Viewer, student: Student, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        series = rules.visible_series(viewer).filter(student=student).order_by("-pk")[:50]
        rows = [(one.public_id, one.title) for one in series]
        cast("forms.ChoiceField", self.fields["known"]).choices = [
            ("", _("Nothing earlier")),
            *rows,
        ]

    @property
    def wanted(self) -> str:
        return str(self.cleaned_data["new"] or self.cleaned_data["known"])


class ShareForm(forms.Form):
    """Who else may see it."""

    name = "share_form"
    family = forms.BooleanField(label=gettext_lazy("My family"), required=False)
    mentor = forms.BooleanField(label=gettext_lazy("The mentor of its project"), required=False)


class PeopleForm(forms.Form):
    """Who is in a picture."""

    name = "people_form"
    people: forms.ModelMultipleChoiceField[Student] = forms.ModelMultipleChoiceField(
        label=gettext_lazy("Who is in it?"), queryset=None, to_field_name="public_id",
        widget=forms.CheckboxSelectMultiple,
    )  # fmt: skip

    def __init__(self, *args: Any, viewer: Viewer, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["people"].queryset = rules.classmates(viewer)  # type: ignore[attr-defined]


class CaptionsForm(forms.Form):
    """What is said in it, for those who do not hear."""

    name = "captions_form"
    file = forms.FileField(
        label=gettext_lazy("Captions (a .vtt file)"), required=False,
        widget=forms.FileInput(attrs={"accept": ".vtt,text/vtt"}),
    )  # fmt: skip
    transcript = forms.CharField(
        label=gettext_lazy("Or write what is said"), required=False, max_length=50_000,
        widget=forms.Textarea(attrs={"rows": 4}),
    )  # fmt: skip

    def clean_file(self) -> str:
        file = self.cleaned_data["file"]
        if file is None:
            return ""
        try:
            return str(file.read(200_000).decode("utf-8-sig"))
        except UnicodeDecodeError:
            raise ValidationError(
                _("Captions are a WebVTT file: its first word is WEBVTT.")
            ) from None

    def facts(self, upload: Upload) -> dict[str, str]:
        """What the action takes; without a new file the captions there are stay."""
        said = self.cleaned_data
        return {"captions": said["file"] or upload.captions, "transcript": said["transcript"]}


class FamilyForm(forms.Form):
    """What families see."""

    sees_all = forms.BooleanField(
        label=gettext_lazy("Families see every piece of their child"), required=False,
        help_text=gettext_lazy("Otherwise they see what the student shares with them."),
    )  # fmt: skip
