"""What people fill in while exploring. Forms check, actions write."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from django import forms
from django.core.exceptions import ValidationError


def works(form: forms.Form, act: Callable[[], Any]) -> bool:
    """Run an action on a valid form; what the action still finds wrong stands in the form."""
    if not form.is_valid():
        return False
    try:
        act()
    except ValidationError as error:
        found = error.message_dict if hasattr(error, "error_dict") else {"": error.messages}
        for name, sentences in found.items():
            form.add_error(name if name in form.fields else None, sentences)
        return False
    return True


def long_text(
    label: Any, *, most: int, hint: Any = "", required: bool = True, rows: int = 3
) -> forms.CharField:
    """Return a field for several lines; label and hint may be lazy."""
    widget = forms.Textarea(attrs={"rows": rows, "maxlength": most})
    return forms.CharField(
        label=label, max_length=most, help_text=hint, widget=widget, required=required
    )
