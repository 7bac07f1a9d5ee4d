"""The school's own map of its streets: put in, replaced, taken away."""

from __future__ import annotations

from django.core.files.storage import default_storage
from django.db import transaction

from kindling.history.steps import record
from kindling.kit.files import keep_bytes
from kindling.kit.http import require
from kindling.schools.models import School
from kindling.schools.viewer import Viewer
from kindling.travel import rules
from kindling.travel.models import StreetMap
from kindling.travel.tiles import Bounds


@transaction.atomic
def put_map(*, file_name: str, content: bytes, bounds: Bounds, by: Viewer) -> StreetMap:
    """Keep a map that was looked at (tiles.read_head); one before it goes."""
    require(rules.may_keep_timetable(by))
    School.objects.select_for_update().get(pk=by.school.pk)  # or two put in at once are both there
    earlier = list(StreetMap.objects.filter(school=by.school))
    name, digest = keep_bytes("maps", content, "pmtiles")
    StreetMap.objects.filter(school=by.school).delete()
    put: StreetMap = StreetMap.objects.create(
        school=by.school, file=name, digest=digest, file_name=file_name[-200:],
        size=len(content), south=bounds.south, west=bounds.west, north=bounds.north,
        east=bounds.east, min_zoom=bounds.min_zoom, max_zoom=bounds.max_zoom, by=by.person,
    )  # fmt: skip
    record("map.put", put, by=by, file=put.file_name)
    for old in earlier:
        _let_go(old.file)
    return put


@transaction.atomic
def remove_map(street_map: StreetMap, *, by: Viewer) -> None:
    """Go back to dots round the school."""
    require(rules.may_keep_timetable(by))
    record("map.remove", street_map, by=by, file=street_map.file_name)
    street_map.delete()
    _let_go(street_map.file)


def _let_go(name: str) -> None:
    """Delete a file once the change stands, unless a school has it: the same bytes are kept once."""

    def delete() -> None:
        if not StreetMap.objects.filter(file=name).exists():
            default_storage.delete(name)

    transaction.on_commit(delete)
