"""Paperwork in JSON: what is missing, why a student is not ready, and who has it now.

Nothing that was handed in is in here, only how it stands: as on the pages, whoever sees the student.
"""

from datetime import date
from typing import Annotated, Literal

from django.shortcuts import get_object_or_404
from ninja import Field, Query, Router, Schema
from ninja.pagination import paginate
from pydantic import WithJsonSchema

from kindling.clearance import rules
from kindling.clearance.items import Holder, Stage
from kindling.clearance.pairs import pair_as
from kindling.clearance.queries import boards
from kindling.clearance.queries.boards import BoardRow
from kindling.clearance.queries.pages import Checklist, Row, checklist
from kindling.clearance.standing import Standing
from kindling.kit.answers import READS, Pages, reads
from kindling.kit.http import require
from kindling.people.matters import Matter
from kindling.people.rules import visible_students
from kindling.schools.http import ViewerRequest
from kindling.sites.rules import visible_opportunities

router = Router(tags=["clearance"])

Before = Annotated[str, WithJsonSchema({"type": "string", "enum": [*Stage]})]
HowItStands = Annotated[str, WithJsonSchema({"type": "string", "enum": [*Standing]})]
WhoHasIt = Annotated[str, WithJsonSchema({"type": "string", "enum": ["", *Holder]})]


class MissingOut(Schema):
    """One item that stands in the way: its name, how it stands, and who has it now."""

    item: str
    standing: str
    who: str


class PairOut(Schema):
    """A student at a place. `why` is "" when nothing stands in the way; running ones go on."""

    student: str
    opportunity: str
    before: Before
    is_running: bool
    why: str
    done: int
    total: int
    missing: list[MissingOut]

    @staticmethod
    def resolve_student(row: BoardRow) -> str:
        return row.pair.student.public_id

    @staticmethod
    def resolve_opportunity(row: BoardRow) -> str:
        return row.pair.opportunity.public_id

    @staticmethod
    def resolve_before(row: BoardRow) -> str:
        return row.pair.stage

    @staticmethod
    def resolve_is_running(row: BoardRow) -> bool:
        return row.pair.is_running

    @staticmethod
    def resolve_missing(row: BoardRow) -> list[dict[str, str]]:
        return [{"item": item, "standing": how, "who": who} for item, how, who in row.missing]


class ReasonOut(Schema):
    """A rule behind an item, with its source."""

    says: str
    source: str
    url: str


class ItemOut(Schema):
    """One item of a checklist. `who`: who acts next, "" when all is well."""

    item: str
    label: str
    standing: HowItStands
    blocks: bool
    who: WhoHasIt
    until_on: date | None
    reasons: list[ReasonOut]

    @staticmethod
    def resolve_item(row: Row) -> str:
        return row.key

    @staticmethod
    def resolve_standing(row: Row) -> str:
        return row.line.standing

    @staticmethod
    def resolve_blocks(row: Row) -> bool:
        return row.line.demand.blocks

    @staticmethod
    def resolve_who(row: Row) -> str:
        return row.line.holder or ""

    @staticmethod
    def resolve_reasons(row: Row) -> list[dict[str, str]]:
        return [
            {"says": str(one.told), "source": one.source.name, "url": one.source.url}
            for one in row.reasons
        ]


class ChecklistOut(Schema):
    """Everything asked before this student goes there, and why it is not ready."""

    on: date
    why: str
    carrier: str | None
    items: list[ItemOut] = Field(alias="rows")


class Wanted(Schema):
    """Which ones, and who must act."""

    show: Literal["open", "running", "expiring", "ready", "all"] = "open"
    who: Holder | Literal[""] = ""


class Asked(Schema):
    """Before what; as it is under way where nothing is said."""

    before: Stage | Literal[""] = ""


@router.get("/", response={**READS, 200: list[PairOut]})
@paginate(Pages)
def list_pairs(request: ViewerRequest, wanted: Query[Wanted]) -> list[BoardRow]:
    """Students at places, who is there already first."""
    require(rules.may_see_board(request.viewer))
    found = boards.board(request.viewer, wanted.show, wanted.who)
    return boards.board_rows(request.school, found.chosen, request.school.today())


@router.get("/{student_id}/{opportunity_id}/", response=reads(ChecklistOut))
def get_checklist(
    request: ViewerRequest, student_id: str, opportunity_id: str, asked: Query[Asked]
) -> Checklist:
    """Why is this student not ready for this place?"""
    student = get_object_or_404(visible_students(request.viewer, Matter.DAYS), public_id=student_id)
    places = visible_opportunities(request.viewer).for_list()
    place = get_object_or_404(places, public_id=opportunity_id)
    pair = pair_as(request.viewer, student, place, asked.before)
    return checklist(request.viewer, pair, request.school.today())
