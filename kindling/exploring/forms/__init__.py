"""What people fill in while exploring. Forms check, actions write."""

from __future__ import annotations

from typing import Any

from django import forms


def long_text(
    label: Any, *, most: int, hint: Any = "", required: bool = True, rows: int = 3
) -> forms.CharField:
    """Return a field for several lines; label and hint may be lazy."""
    widget = forms.Textarea(attrs={"rows": rows, "maxlength": most})
    return forms.CharField(
        label=label, max_length=most, help_text=hint, widget=widget, required=required
    )
