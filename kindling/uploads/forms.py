"""What a file's sender and a school say about files. Nothing is saved here."""

from __future__ import annotations

from django import forms
from django.utils.translation import gettext_lazy as _

LEAST_MB, MOST_MB = 5, 4096


class AnnounceForm(forms.Form):
    """A file before its first byte."""

    key = forms.CharField(max_length=100)
    name = forms.CharField(max_length=200, required=False)
    size = forms.IntegerField()


class LimitForm(forms.Form):
    """How large one file may be."""

    limit_mb = forms.IntegerField(
        label=_("Most megabytes of one file"), min_value=LEAST_MB, max_value=MOST_MB,
        help_text=_("A minute of video from a phone has about 100 MB."),
    )  # fmt: skip
