"""What a form field needs to be drawn: Django's bound field, seen through the page's eyes.

Django's own widgets render through a second template engine and know nothing of hints and errors.
Here a field becomes plain facts, and `ui/forms.html` draws them.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date, datetime, time
from typing import Any

from django import forms
from django.db.models.fields import BLANK_CHOICE_LABEL
from django.forms.boundfield import BoundField
from django.utils.translation import gettext as _

from kindling.ui.mending import sentences

# From the particular to the general: the first that fits decides.
KINDS: tuple[tuple[type[forms.Widget], str], ...] = (
    (forms.CheckboxSelectMultiple, "boxes"),
    (forms.SelectMultiple, "select"),
    (forms.RadioSelect, "radios"),
    (forms.Select, "select"),
    (forms.CheckboxInput, "checkbox"),
    (forms.Textarea, "textarea"),
    (forms.FileInput, "file"),
)

TYPES: tuple[tuple[type[forms.Field], str], ...] = (
    (forms.DateTimeField, "datetime-local"),
    (forms.DateField, "date"),
    (forms.TimeField, "time"),
    (forms.EmailField, "email"),
    (forms.URLField, "url"),
    (forms.IntegerField, "number"),
)

FORMATS: dict[str, Callable[[Any], str]] = {
    "date": lambda value: value.strftime("%Y-%m-%d"),
    "time": lambda value: value.strftime("%H:%M"),
    "datetime-local": lambda value: value.strftime("%Y-%m-%dT%H:%M"),
}


@dataclass(frozen=True)
class Option:
    """One choice of a select, a pill or a box."""

    id: str
    value: str
    label: str
    chosen: bool
    off: bool = False


@dataclass(frozen=True)
class Group:
    """Choices under one heading; the heading is empty when there is none."""

    label: str
    options: tuple[Option, ...]


@dataclass(frozen=True)
class Control:
    """A field as the page draws it. `kind` names the drawing, `type` the input."""

    kind: str
    type: str
    id: str
    name: str
    label: str
    hint: str
    errors: tuple[str, ...]
    required: bool
    value: str
    attrs: Mapping[str, Any]
    groups: tuple[Group, ...] = ()
    many: bool = False
    off: bool = False

    @property
    def described_by(self) -> str:
        """The ids that say more about this control, for aria-describedby; may be empty."""
        hint = f"{self.id}-hint" if self.hint else ""
        error = f"{self.id}-error" if self.errors else ""
        return " ".join(filter(None, [hint, error]))

    @property
    def options(self) -> list[Option]:
        return [option for group in self.groups for option in group.options]


def control(
    bound: BoundField,
    *,
    kind: str = "",
    hint: str = "",
    label: str = "",
    attrs: Mapping[str, Any] | None = None,
) -> Control:
    """Return what the page needs to draw the field; arguments win over the form's own words.

    A hint of one space means none; an attribute that is false or none is left out.
    """
    field, widget = bound.field, bound.field.widget
    drawing = "hidden" if bound.is_hidden else kind or _first(KINDS, widget, "input")
    kind_of_input = str(widget.attrs.get("type") or _input_type(field, widget))
    return Control(
        kind=drawing,
        type=kind_of_input,
        id=bound.id_for_label or bound.auto_id or f"id_{bound.html_name}",
        name=bound.html_name,
        label=label or str(bound.label or ""),
        hint=(hint or str(bound.help_text or "")).strip(),
        errors=sentences(bound),
        required=field.required,
        value=_written(bound.value(), kind_of_input) if drawing != "file" else "",
        attrs=_attributes(bound, attrs or {}),
        groups=_groups(bound) if drawing in {"select", "radios", "boxes"} else (),
        many=bool(getattr(widget, "allow_multiple_selected", False)),
        off=bool(field.disabled),
    )


def problems(form: forms.BaseForm) -> list[tuple[str, str, str]]:
    """Return every mistake as (id of the control, its label, sentence), the form's own first.

    The form's own, and those of hidden fields, have neither id nor label.
    """
    found = [("", "", str(error)) for error in form.non_field_errors()]
    for name in form.fields:
        bound = form[name]
        target, label = ("", "") if bound.is_hidden else (_anchor(bound), str(bound.label))
        found += [(target, label, sentence) for sentence in sentences(bound)]
    return found


def _anchor(bound: BoundField) -> str:
    """The id an error can take the reader to: of a group of choices, the first."""
    if isinstance(bound.field.widget, forms.RadioSelect):  # boxes are radios too, for Django
        return f"{bound.auto_id}_0"
    return bound.id_for_label or bound.auto_id


def _first[T](table: tuple[tuple[type[Any], str], ...], thing: Any, default: str) -> str:
    return next((word for kind, word in table if isinstance(thing, kind)), default)


def _input_type(field: forms.Field, widget: forms.Widget) -> str:
    own = str(getattr(widget, "input_type", "text") or "text")
    return own if own not in {"text", "number"} else _first(TYPES, field, own)


def _written(value: Any, kind: str) -> str:
    if value is None or isinstance(value, bool):
        return ""
    if isinstance(value, (date, time, datetime)) and kind in FORMATS:
        return FORMATS[kind](value)
    return str(value)


def _attributes(bound: BoundField, asked: Mapping[str, Any]) -> dict[str, Any]:
    """What the form wants on the tag besides name, type, value and class: limits, autocomplete."""
    attrs = {**bound.field.widget.attrs, **asked}.items()
    return {
        key: value
        for key, value in attrs
        if key != "type" and value is not False and value is not None
    }


def _groups(bound: BoundField) -> tuple[Group, ...]:
    widget = bound.field.widget
    assert isinstance(widget, forms.widgets.ChoiceWidget)  # noqa: S101  for the type checker
    chosen = widget.format_value(bound.value())
    drawn = widget.optgroups(bound.html_name, chosen, {"id": bound.auto_id})
    return tuple(
        Group(str(label or ""), tuple(_option(data) for data in options))
        for label, options, _index in drawn
    )


def _nothing_chosen(data: Mapping[str, Any]) -> str:
    """Our word for Django's "- Select an option -"; a form's own word for nothing stays."""
    return _("Nothing chosen") if str(data["label"]) == str(BLANK_CHOICE_LABEL) else ""


def _option(data: Mapping[str, Any]) -> Option:
    return Option(
        id=str(data["attrs"].get("id", "")),
        value=str(data["value"]),
        label=_nothing_chosen(data) or str(data["label"]),
        chosen=bool(data["selected"]),
        off=bool(data["attrs"].get("disabled")),
    )
