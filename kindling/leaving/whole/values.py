"""A value of a row as JSON keeps it without loss, and as a spreadsheet shows it."""

from __future__ import annotations

import json
from base64 import b64decode, b64encode
from datetime import UTC, date, datetime, time
from decimal import Decimal
from typing import Any
from uuid import UUID

from django.db.models import BinaryField, Field, JSONField

from kindling.kit.cells import safe


def to_json(value: Any) -> Any:
    """Plain JSON. Moments are in UTC, to the microsecond."""
    if isinstance(value, datetime):
        return value.astimezone(UTC).isoformat()
    if isinstance(value, date | time):
        return value.isoformat()
    if isinstance(value, Decimal | UUID):
        return str(value)
    if isinstance(value, bytes | memoryview):
        return b64encode(bytes(value)).decode()
    return value


def from_json(field: Field[Any, Any], value: Any) -> Any:
    """The value as the field takes it."""
    if value is None or isinstance(field, JSONField):
        return value
    if isinstance(field, BinaryField):
        return b64decode(value)
    target = getattr(field, "target_field", field) if field.is_relation else field
    return target.to_python(value)


def to_cell(value: Any) -> str:
    """Text for one cell of a spreadsheet."""
    value = to_json(value)
    if value is None:
        return ""
    if isinstance(value, bool | dict | list):
        return json.dumps(value, ensure_ascii=False, sort_keys=True)
    return str(safe(value))
