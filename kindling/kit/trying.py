"""Try an action with what a form says."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from django.core.exceptions import ValidationError
from django.forms import Form


def works(form: Form, act: Callable[[], Any]) -> bool:
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
