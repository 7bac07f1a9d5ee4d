"""What people fill in about mentors. Nothing is saved here."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from kindling.mentoring import rules
from kindling.schools.viewer import Viewer
from kindling.sites.models import Site
from kindling.ui.language import languages


class InviteForm(forms.Form):
    """Somebody new, or an address that the school knows already."""

    given_name = forms.CharField(label=gettext_lazy("First name"), max_length=200)
    family_name = forms.CharField(label=gettext_lazy("Last name"), max_length=200, required=False)
    email = forms.EmailField(label=gettext_lazy("E-mail"), required=False)
    phone = forms.CharField(
        label=gettext_lazy("Phone"), max_length=40, required=False,
        widget=forms.TextInput(attrs={"type": "tel"}),
    )  # fmt: skip
    language = forms.ChoiceField(label=gettext_lazy("Reads"), required=False)
    site: forms.ModelChoiceField[Site] = forms.ModelChoiceField(
        label=gettext_lazy("Where they would guide"), queryset=None, required=False,
        to_field_name="public_id", empty_label=gettext_lazy("Not known yet"),
    )  # fmt: skip

    def __init__(self, data: Any = None, *, viewer: Viewer) -> None:
        super().__init__(data)
        self.viewer = viewer
        self.fields["site"].queryset = rules.invitable_sites(viewer)  # type: ignore[attr-defined]
        spoken = [(one.code, one.name) for one in languages()]
        self.fields["language"].choices = spoken  # type: ignore[attr-defined]
        self.fields["language"].initial = viewer.school.language

    def clean(self) -> dict[str, Any]:
        facts = super().clean() or {}
        if not self.errors and not facts.get("email") and not facts.get("phone"):
            self.add_error(
                "email", _("Add an e-mail or a phone number, so that the link can be sent.")
            )
        facts["language"] = facts.get("language") or self.viewer.school.language
        return facts


class OfferForm(forms.Form):
    """What somebody offers as a mentor."""

    work = forms.CharField(label=gettext_lazy("What do you do at work?"), max_length=200)
    offers = forms.CharField(
        label=gettext_lazy("What would a student see and do with you?"), max_length=2000,
        widget=forms.Textarea(attrs={"rows": 4}),
    )  # fmt: skip
    times = forms.CharField(
        label=gettext_lazy("Which days and hours would suit you?"), max_length=300, required=False
    )


class NameForm(forms.Form):
    """A name under what was read."""

    name = forms.CharField(
        label=gettext_lazy("Your name: you have read this and will keep to it"), max_length=200,
        widget=forms.TextInput(attrs={"autocomplete": "name"}),
    )  # fmt: skip


class RestForm(forms.Form):
    """Until when nobody asks."""

    until_on = forms.DateField(
        label=gettext_lazy("Please do not ask me until"),
        widget=forms.DateInput(attrs={"type": "date"}), required=False,
    )  # fmt: skip
    always = forms.BooleanField(label=gettext_lazy("No reminders at all any more"), required=False)

    def clean(self) -> dict[str, Any]:
        facts = super().clean() or {}
        if not self.errors and not facts.get("until_on") and not facts.get("always"):
            self.add_error("until_on", _("Choose a day, or no reminders at all."))
        return facts


class ClassForm(forms.Form):
    """A class is asked to come."""

    site: forms.ModelChoiceField[Site] = forms.ModelChoiceField(
        label=gettext_lazy("Where?"), queryset=None, to_field_name="public_id", empty_label=None
    )
    words = forms.CharField(
        label=gettext_lazy("What is there to see?"), max_length=1000,
        widget=forms.Textarea(attrs={"rows": 3}),
    )  # fmt: skip
    times = forms.CharField(label=gettext_lazy("When would it suit you?"), max_length=300)
    most = forms.IntegerField(
        label=gettext_lazy("For how many students at once?"), min_value=1, max_value=200
    )

    def __init__(self, data: Any = None, *, viewer: Viewer) -> None:
        super().__init__(data, auto_id="class_%s", initial={"most": 15})
        self.fields["site"].queryset = rules.own_sites(viewer)  # type: ignore[attr-defined]


class AgreeForm(forms.Form):
    """A day for a class."""

    on = forms.DateField(label=gettext_lazy("Day"), widget=forms.DateInput(attrs={"type": "date"}))
    at = forms.TimeField(label=gettext_lazy("Time"), widget=forms.TimeInput(attrs={"type": "time"}))
    answer = forms.CharField(
        label=gettext_lazy("A line to them"), max_length=500, required=False,
        widget=forms.Textarea(attrs={"rows": 2}),
    )  # fmt: skip


class AnswerForm(forms.Form):
    """Why not."""

    answer = forms.CharField(
        label=gettext_lazy("Why?"), max_length=500, widget=forms.Textarea(attrs={"rows": 2})
    )


class WriteForm(forms.Form):
    """To whom of an intern's people a mentor writes, and the words."""

    to = forms.ChoiceField(label=gettext_lazy("Who reads it"))
    text = forms.CharField(
        label=gettext_lazy("Your message"), max_length=4000,
        widget=forms.Textarea(attrs={"rows": 5}),
    )  # fmt: skip
    tap = forms.CharField(max_length=40, required=False, widget=forms.HiddenInput)

    def __init__(self, *args: Any, first: str, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        with_both = _("%(name)s, and the school reads along") % {"name": first}
        told = [("staff", _("The school only")), ("student", with_both)]
        self.fields["to"].choices = told  # type: ignore[attr-defined]

    @property
    def asked(self) -> dict[str, Any]:
        """What the action takes. Only after is_valid()."""
        sent = self.cleaned_data
        is_student = sent["to"] == "student"
        return {"text": sent["text"], "to_student": is_student, "tap": sent["tap"]}
