"""What stands in one row, as words: the label of a field and what it says."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Any

from django.db.models import Field, FileField

from kindling.inventory.reading import class_of
from kindling.rights.record.labels import label_of
from kindling.rights.record.saying import said

# Beside what the inventory calls technical: seals and secrets, which say nothing about anybody.
SECRETS = ("_hash", "sha256", "token", "secret", "stamp", "file", "thumb")
UNTOLD = frozenset(
    {
        "surveys.Invitation.is_done",  # nobody is told whether one student answered, also not staff
        "rounds.Move.passed_over",  # other students
        "journals.JournalHanding.incident_id",  # an incident says itself who may read it
        "texts.Text.link_id",  # opens a page
        "agreements.Signature.drawing",  # strokes; it is drawn on the paper
    }
)
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
    fields = [f for f in one._meta.concrete_fields if not is_technical(f)]  # noqa: SLF001
    lines = [Line(label_of(f), said(one, f), f.name) for f in fields]
    return [line for line in lines if line.value]


def files_of(one: Any) -> dict[str, str]:
    """Name in the storage → what it is called, of the files this row holds."""
    files = {}
    for key in one._meta.concrete_fields:  # noqa: SLF001
        related = key.related_model._meta.label if key.is_relation else ""  # noqa: SLF001
        if related == "uploads.Upload" and (upload := getattr(one, key.name)) and upload.file:
            files[upload.file] = upload.name
        elif (key.name == "file" or isinstance(key, FileField)) and (
            name := getattr(one, key.name)
        ):
            files[str(name)] = str(name).rpartition("/")[2]
    return files


def is_technical(one: Field[Any, Any]) -> bool:
    """Say whether a field is no line of the record: it tells nobody anything, or goes along as a file."""
    if class_of(one.model, one.name) == "technical" or one.name.endswith(SECRETS):
        return True
    if one.name in {"id", "public_id", "school", "created_at"}:
        return True
    if isinstance(one, FileField) or f"{one.model._meta.label}.{one.name}" in UNTOLD:  # noqa: SLF001
        return True
    return bool(one.is_relation and one.related_model._meta.label == "people.Student")  # type: ignore[union-attr]  # noqa: SLF001
