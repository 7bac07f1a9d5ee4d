"""What families and staff fill in. Forms check, actions write."""

from __future__ import annotations

from typing import Any

from django import forms
from django.conf import settings
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from kindling.concerns.models import FamilyConcern, TellingReply
from kindling.schools.models import Person


def long_text(label: Any, *, required: bool = True, rows: int = 5) -> forms.CharField:
    """Several lines."""
    return forms.CharField(
        label=label, max_length=4000, required=required,
        widget=forms.Textarea(attrs={"rows": rows, "dir": "auto"}),
    )  # fmt: skip


class RaiseForm(forms.Form):
    """What weighs on a family."""

    tap = forms.CharField(max_length=40, widget=forms.HiddenInput)
    about = forms.ChoiceField(
        label=gettext_lazy("What is it about?"), choices=FamilyConcern.About.choices
    )
    person = forms.ChoiceField(
        label=gettext_lazy("If it is about a grown-up: whom?"), required=False,
        help_text=gettext_lazy("They do not see what you write here."),
    )  # fmt: skip
    text = long_text(gettext_lazy("What weighs on you?"), required=False)
    voice = forms.FileField(label=gettext_lazy("Voice note, up to a minute"), required=False)
    to_principal = forms.BooleanField(
        label=gettext_lazy("Give it to the principal, not to the advisor"), required=False
    )
    student_reads = forms.BooleanField(
        label=gettext_lazy("My child may read it too"), required=False
    )

    def __init__(self, *args: Any, people: list[Person], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.people = {one.public_id: one for one in people}
        choice: Any = self.fields["person"]
        named = [(key, one.name) for key, one in self.people.items()]
        choice.choices = [("", _("Nobody, or somebody else")), *named]

    @property
    def facts(self) -> dict[str, Any]:
        """What `raise_concern` wants. After is_valid()."""
        said = dict(self.cleaned_data)
        said["person"] = self.people.get(said["person"])
        return said | {"voice": said["voice"] or None}


class TalkForm(forms.Form):
    """A call or a meeting, and when."""

    wants = forms.ChoiceField(
        label=gettext_lazy("What would help?"), choices=FamilyConcern.Wants.choices
    )
    when = forms.CharField(
        label=gettext_lazy("When is good for you?"), max_length=200, required=False
    )


class AnswerForm(forms.Form):
    """Words to a family."""

    text = long_text(gettext_lazy("Your answer to the family"))
    language = forms.ChoiceField(label=gettext_lazy("Written in"), choices=settings.LANGUAGES)


class TranscriptForm(forms.Form):
    """What a voice said, written down."""

    transcript = long_text(gettext_lazy("What is said, in the language you write in"))


class GiveForm(forms.Form):
    """Who answers it from now on."""

    keeper: forms.ModelChoiceField[Person] = forms.ModelChoiceField(
        label=gettext_lazy("Who answers it?"), queryset=None, to_field_name="public_id"
    )

    def __init__(self, *args: Any, people: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["keeper"].queryset = people  # type: ignore[attr-defined]


class NameForm(forms.Form):
    """Whom a family means."""

    person: forms.ModelChoiceField[Person] = forms.ModelChoiceField(
        label=gettext_lazy("Whom is it about?"), queryset=None, to_field_name="public_id"
    )

    def __init__(self, *args: Any, people: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["person"].queryset = people  # type: ignore[attr-defined]


class TellForm(forms.Form):
    """Whom to tell what, in which language."""

    people: forms.ModelMultipleChoiceField[Person] = forms.ModelMultipleChoiceField(
        label=gettext_lazy("Whom do you tell?"), queryset=None, to_field_name="public_id",
        widget=forms.CheckboxSelectMultiple,
    )  # fmt: skip
    text = long_text(gettext_lazy("What do you tell them?"))
    language = forms.ChoiceField(label=gettext_lazy("Written in"), choices=settings.LANGUAGES)
    translate = forms.BooleanField(
        label=gettext_lazy("The school’s translator may have these words"), required=False
    )

    def __init__(self, *args: Any, people: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["people"].queryset = people  # type: ignore[attr-defined]


class ReplyForm(forms.Form):
    """What somebody says to what they were told."""

    tap = forms.CharField(max_length=40, widget=forms.HiddenInput)
    kind = forms.ChoiceField(
        label=gettext_lazy("What is it?"), choices=TellingReply.Kind.choices,
        initial=TellingReply.Kind.WORDS,
    )  # fmt: skip
    text = long_text(gettext_lazy("What do you tell the school?"), required=False)
    voice = forms.FileField(label=gettext_lazy("Voice note, up to a minute"), required=False)

    @property
    def facts(self) -> dict[str, Any]:
        """What `reply_to_telling` wants. After is_valid()."""
        return self.cleaned_data | {"voice": self.cleaned_data["voice"] or None}
