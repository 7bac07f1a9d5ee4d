"""Under the items of a plan: what was kept for them."""

from __future__ import annotations

from typing import Any

from django.db.models import QuerySet

from kindling.evidence import rules
from kindling.evidence.models import Evidence
from kindling.kit.addresses import url
from kindling.plans import along
from kindling.plans.models import Plan
from kindling.schools.ready import ready
from kindling.schools.roles import Role
from kindling.schools.viewer import Viewer

MARK = "zz-piece-zz"  # stands in an address for the id of a piece
ICONS: dict[str, str] = {
    Evidence.Kind.PHOTO: "image", Evidence.Kind.VIDEO: "video", Evidence.Kind.AUDIO: "mic",
    Evidence.Kind.LINK: "link", Evidence.Kind.TEXT: "quote",
}  # fmt: skip


def register() -> None:
    """Tell plans. AppConfig.ready calls it once a process."""
    along.register(pieces_of, add_url=add_url)


def pieces_of(viewer: Viewer, plan: Plan) -> list[along.Piece]:
    """Every kept piece of the plan's items that the viewer sees. One statement; two for a family."""
    address = url("evidence:piece", MARK)
    return [
        along.Piece(item, title, address.replace(MARK, public_id), ICONS.get(kind, "paperclip"))
        for item, title, public_id, kind in _pieces(viewer, plan.pk)
    ]


def _pieces(viewer: Viewer, plan: int) -> list[Any]:
    """What families see is the school's choice, and no ready statement knows when it changes."""
    if viewer.is_a(Role.GUARDIAN):
        return list(rules.pieces_in_plan(viewer, plan))
    return _ready_pieces(viewer, plan)


@ready
def _ready_pieces(viewer: Viewer, plan: int) -> QuerySet[Any]:
    return rules.pieces_in_plan(viewer, plan)


def add_url(item: str) -> str:
    """Where one keeps a piece for the item with this public id."""
    return f"{url('evidence:new')}?for=plan_item:{item}"
