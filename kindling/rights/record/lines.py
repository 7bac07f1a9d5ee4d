"""What stands in one row, as words: the label of a field and what it says."""

from __future__ import annotations

import json
import re
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from django.db.models import BooleanField, Field, JSONField
from django.utils import timezone
from django.utils.translation import gettext as _

from kindling.inventory.reading import class_of
from kindling.rights.record.labels import label_of

# Beside what the inventory calls technical: seals and secrets, which say nothing about anybody.
SECRETS = ("_hash", "sha256", "token", "secret", "stamp", "file", "thumb")
# Nobody is told whether one student answered a survey, also not who gives the record.
UNTOLD = frozenset({("surveys.Invitation", "is_done")})
COVER = "█████"


@dataclass(frozen=True)
class Line:
    """A field of a row."""

    label: str
    value: str
    name: str = ""  # of the field

    def without(self, covered: list[str]) -> Line:
        """Each of these words covered, however it is written."""
        value = self.value
        for word in sorted(covered, key=len, reverse=True):
            value = re.sub(re.escape(word), COVER, value, flags=re.IGNORECASE)
        return Line(self.label, value, self.name)


def lines_of(one: Any) -> list[Line]:
    """What the row says, field by field; empty ones are left out."""
    fields = [f for f in one._meta.concrete_fields if not _is_technical(f)]  # noqa: SLF001
    lines = [Line(label_of(f), _said(one, f), f.name) for f in fields]
    return [line for line in lines if line.value]


def files_of(one: Any) -> dict[str, str]:
    """Name in the storage → what it is called, of the files this row holds."""
    files = {}
    for key in one._meta.concrete_fields:  # noqa: SLF001
        related = key.related_model._meta.label if key.is_relation else ""  # noqa: SLF001
        if related == "uploads.Upload" and (upload := getattr(one, key.name)) and upload.file:
            files[upload.file] = upload.name
        elif key.name == "file" and (name := getattr(one, "file", "")):
            files[str(name)] = str(name).rpartition("/")[2]
    return files


def _is_technical(one: Field[Any, Any]) -> bool:
    if class_of(one.model, one.name) == "technical" or one.name.endswith(SECRETS):
        return True
    if one.name in {"id", "public_id", "school", "created_at"}:
        return True
    if (one.model._meta.label, one.name) in UNTOLD:  # noqa: SLF001
        return True
    return bool(one.is_relation and one.related_model._meta.label == "people.Student")  # type: ignore[union-attr]  # noqa: SLF001


def _said(row: Any, one: Field[Any, Any]) -> str:
    """One value as it is read: nothing for nothing, a choice by its word, a person by the name."""
    if one.is_relation:
        other = getattr(row, one.name)
        said = str(other) if other is not None else ""
        return "" if said == getattr(other, "public_id", None) else said
    value = getattr(row, one.attname)
    if value is None or value == "" or value in ([], {}):
        return ""
    if one.choices:
        return str(getattr(row, f"get_{one.name}_display")())
    return _plain(one, value)


def _plain(one: Field[Any, Any], value: Any) -> str:
    if isinstance(one, BooleanField):
        return _("Yes") if value else _("No")
    if isinstance(one, JSONField):
        return value if isinstance(value, str) else json.dumps(value, ensure_ascii=False, indent=1)
    if isinstance(value, datetime):
        return timezone.localtime(value).strftime("%Y-%m-%d %H:%M")
    return value.isoformat() if isinstance(value, date) else str(value)
