"""What the value of a field says, in the reader's language."""

from __future__ import annotations

import re
from contextlib import suppress
from datetime import date, datetime, time
from typing import Any

from django.conf import settings
from django.core.exceptions import FieldDoesNotExist
from django.db.models import Field, JSONField
from django.utils import timezone
from django.utils.translation import gettext as _

from kindling.rights.record.codes import CODES, language_name
from kindling.rights.record.labels.inside import HIDDEN, INSIDE
from kindling.ui.format import clock, day

WRITTEN_DAY = re.compile(r"\d{4}-\d\d-\d\d([T ]\d\d:\d\d.*)?")  # a day in stored JSON


def said(row: Any, one: Field[Any, Any]) -> str:
    """One value as it is read: nothing for nothing, a choice by its word, a person by the name."""
    if one.is_relation:
        other = getattr(row, one.name)
        return "" if other is None else name_of(other)
    value = getattr(row, one.attname)
    if value is None or value == "" or value in ([], {}):
        return ""
    if say := CODES.get(f"{row._meta.label}.{one.name}"):  # noqa: SLF001
        with suppress(KeyError, ValueError, FieldDoesNotExist):  # a key of an earlier Kindling
            return say(row)
    if one.choices:
        return str(getattr(row, f"get_{one.name}_display")())
    if isinstance(value, str) and one.name.endswith(("language", "interpreter")):
        return language_name(value)
    return "\n".join(_parts(value)) if isinstance(one, JSONField) else _plain(value)


def name_of(one: Any) -> str:
    """What a row calls itself; nothing where that is its id or says no word."""
    told = str(one)
    return "" if told == getattr(one, "public_id", "") or " object (" in told else told


def _parts(value: Any) -> list[str]:
    """Stored JSON, a line for each thing in it."""
    if isinstance(value, dict):
        return [line for key, inner in value.items() for line in _part(str(key), inner)]
    if isinstance(value, list):
        return [line for inner in value for line in _parts(inner)]
    return [] if value is None or value == "" else [_plain(value)]


def _part(key: str, value: Any) -> list[str]:
    if key in HIDDEN:
        return []
    if key == "file" and isinstance(value, dict):  # the rest of it is where it lies
        return _parts(value.get("called"))
    if key == "language" and isinstance(value, str):
        value = language_name(value)
    label, lines = _key(key), _parts(value)
    if not label or not lines:
        return lines
    return [f"{label}: {lines[0]}"] if len(lines) == 1 else [f"{label}:", *lines]


def _key(key: str) -> str:
    """A name in stored JSON, in words: of a language, of a level, or what it is called there."""
    if key in dict(settings.LANGUAGES):
        return language_name(key)
    return key if key.isdigit() else str(INSIDE.get(key, ""))


def _plain(value: Any) -> str:
    if isinstance(value, bool):
        return _("Yes") if value else _("No")
    if isinstance(value, str) and WRITTEN_DAY.fullmatch(value):
        return _written(value)
    if isinstance(value, datetime):
        value = timezone.localtime(value) if timezone.is_aware(value) else value
        return f"{day(value, year=True)} · {clock(value)}"
    if isinstance(value, date):
        return day(value, year=True)
    return clock(value) if isinstance(value, time) else str(value)


def _written(value: str) -> str:
    try:
        found = datetime.fromisoformat(value)
    except ValueError:
        return value
    return _plain(found if len(value) > len("2026-10-13") else found.date())
