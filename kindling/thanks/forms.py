"""Words of thanks. Nothing is saved here."""

from __future__ import annotations

from django import forms
from django.utils.translation import gettext_lazy as _


class WordsForm(forms.Form):
    """The letter's own words; hours and names come by themselves."""

    words = forms.CharField(
        label=_("Your words"), max_length=3000,
        help_text=_("One thing you will remember is worth more than ten big words."),
        widget=forms.Textarea(attrs={"rows": 6}),
    )  # fmt: skip


class SendForm(forms.Form):
    """A line of whoever signs with the student."""

    staff_words = forms.CharField(
        label=_("A line from you"), max_length=1000, required=False,
        widget=forms.Textarea(attrs={"rows": 2}),
    )  # fmt: skip
    read = forms.CharField(required=False)  # the stamp of the words on their screen


class ReturnForm(forms.Form):
    """What the student should look at again."""

    reply = forms.CharField(
        label=_("What to look at again"), max_length=1000,
        widget=forms.Textarea(attrs={"rows": 2}),
    )  # fmt: skip
