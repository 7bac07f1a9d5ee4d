"""The live board in JSON: who is where now. Asked again with its ETag, it answers 304."""

from __future__ import annotations

from datetime import datetime
from typing import Any, Literal

from django.http import Http404, HttpResponse
from ninja import Field, Query, Router, Schema

from kindling.board import rules
from kindling.board.queries.asked import Asked, asked_in
from kindling.board.queries.live import Line, Live, live
from kindling.board.standing import STATES
from kindling.history.stir import stamp_of
from kindling.kit.answers import READS
from kindling.kit.http import not_modified
from kindling.schools.http import ViewerRequest
from kindling.schools.viewer import Viewer

router = Router(tags=["board"])

State = Literal["silent", "late", "there", "expected", "home"]


class BoardLineOut(Schema):
    """One student and one internship of today, or (`place` empty) a student without one.

    `label` says more about `state`, `sign` is the last thing anybody said, `alarm` the id of the
    alarm of the ladder and `heed` who has it.
    """

    student: str
    name: str
    grade: str
    advisory: str
    place: str
    place_name: str
    state: State
    label: str
    planned: str
    sign: str
    alarm: str
    heed: str


class BoardOut(Schema):
    """Who was asked for, who is missed first. `counts` are of all, `count` of the state asked for.

    `closed` says why there is no school today; empty: there is.
    """

    at: datetime
    closed: str
    counts: dict[str, int]
    items: list[BoardLineOut]
    count: int


class Narrowed(Schema):
    """`whose`: "mine" or (leaders) "school". Ids of an advisory and a place, a grade, a state."""

    whose: str = Field("", max_length=10)
    advisory: str = Field("", max_length=40)
    grade: str = Field("", max_length=40)
    site: str = Field("", max_length=40)
    state: State | None = None
    limit: int = Field(50, ge=1, le=200)
    offset: int = Field(0, ge=0, le=1_000_000)


def shown(line: Line) -> dict[str, Any]:
    return {
        "student": line.id, "name": line.name, "grade": line.grade, "advisory": line.advisory_id,
        "place": line.spot.site_id if line.spot else "",
        "place_name": line.spot.site if line.spot else "",
        "state": line.state, "label": line.standing.label, "planned": line.planned,
        "sign": line.sign, "alarm": line.heed.id if line.heed else "",
        "heed": line.heed.text if line.heed else "",
    }  # fmt: skip


def lines_of(found: Live, asked: Asked) -> list[Line]:
    """Lines of the state that was asked for, or of all, who is missed first."""
    states = [asked.state] if asked.state else STATES
    return [line for state in states for line in found.of(state)]


def board_of(viewer: Viewer, asked: Asked, cut: slice) -> dict[str, Any]:
    found = live(viewer, asked)
    lines = lines_of(found, asked)
    return {
        "at": found.now, "closed": found.closed or "", "counts": found.counts,
        "items": [shown(line) for line in lines[cut]], "count": len(lines),
    }  # fmt: skip


@router.get("/", response={**READS, 200: BoardOut, 304: None})
def get_board(request: ViewerRequest, response: HttpResponse, narrowed: Query[Narrowed]) -> Any:
    """The board; with `If-None-Match` and the last ETag 304 while nothing has changed."""
    viewer = request.viewer
    if not rules.may_see_board(viewer):
        raise Http404
    asked = asked_in(viewer, narrowed.dict(exclude_none=True))
    cut = slice(narrowed.offset, narrowed.offset + narrowed.limit)
    stamp = stamp_of(viewer, "json", asked.query(), f"{cut.start}-{cut.stop}")
    if same := not_modified(request, stamp):
        return same
    response["ETag"] = stamp
    return board_of(viewer, asked, cut)
