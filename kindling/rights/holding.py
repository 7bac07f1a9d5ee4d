"""While somebody asks for a record, or to have it put right, nothing of it is destroyed."""

from __future__ import annotations

from collections.abc import Iterable

from kindling.rights.models import Amendment, RecordsRequest


def students_with_something_open(school_id: int) -> Iterable[int]:
    """Keys of the students whose record was asked for, or is argued about. Two statements."""
    asked = RecordsRequest.objects.filter(school=school_id, state__in=RecordsRequest.OPEN)
    argued = Amendment.objects.filter(school=school_id, state__in=Amendment.OPEN)
    yield from asked.values_list("student", flat=True)
    yield from argued.values_list("student", flat=True)
