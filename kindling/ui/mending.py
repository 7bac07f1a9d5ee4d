"""What is wrong with a field, said as what to do about it."""

from __future__ import annotations

from collections.abc import Callable

from django import forms
from django.core.exceptions import ValidationError
from django.forms.boundfield import BoundField
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy


def sentences(bound: BoundField) -> tuple[str, ...]:
    """Return one sentence for each mistake. The form's own words win over ours, ours over Django's."""
    errors = bound.form.errors.get(bound.name)
    if not errors:
        return ()
    return tuple(text for error in errors.as_data() for text in _of(error, bound.field))


def _of(error: ValidationError, field: forms.Field) -> list[str]:
    own = _default(error, field) and MENDS.get(error.code or "")
    return [own(field)] if own else [str(message) for message in error.messages]


def _default(error: ValidationError, field: forms.Field) -> bool:
    """Say whether Django's own words stand there still (a validator's or the field's)."""
    said = error.message
    usual: dict[str, object] = {}
    for kind in reversed(type(field).__mro__):
        usual |= getattr(kind, "default_error_messages", {})
    return said in usual.values() or error.code in {"min_value", "max_value", "max_length"}


# What an empty field asks for, by widget, then by field; the first that fits.
ASKS: tuple[tuple[type[forms.Widget | forms.Field], Promise], ...] = (
    (forms.CheckboxInput, gettext_lazy("Tick this to go on.")),
    (forms.CheckboxSelectMultiple, gettext_lazy("Choose one or more.")),
    (forms.Select, gettext_lazy("Choose one.")),
    (forms.RadioSelect, gettext_lazy("Choose one.")),
    (forms.FileInput, gettext_lazy("Choose a file.")),
    (forms.DateField, gettext_lazy("Enter a day.")),
    (forms.TimeField, gettext_lazy("Enter a time.")),
    (forms.Field, gettext_lazy("Fill this in.")),
)


def _required(field: forms.Field) -> str:
    asked = (
        text for kind, text in ASKS if isinstance(field.widget, kind) or isinstance(field, kind)
    )
    return str(next(asked))


def _limit(field: forms.Field, name: str) -> object:
    limit = getattr(field, name, "")
    return limit() if callable(limit) else limit


MENDS: dict[str, Callable[[forms.Field], str]] = {
    "required": _required,
    "invalid_choice": lambda _field: _("Choose one from the list."),
    "min_value": lambda f: _("Enter %(limit)s or more.") % {"limit": _limit(f, "min_value")},
    "max_value": lambda f: _("Enter %(limit)s or less.") % {"limit": _limit(f, "max_value")},
    "max_length": lambda f: (
        _("Use at most %(limit)s letters.") % {"limit": _limit(f, "max_length")}
    ),
}
