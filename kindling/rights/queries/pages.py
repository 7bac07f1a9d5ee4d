"""The items of a request by class, and how far it is."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from itertools import groupby
from typing import Any

from django.db.models import Count, Q

from kindling.looks.rules import lookable_students
from kindling.people.models import Student
from kindling.people.rules import students_on_record
from kindling.rights import rules
from kindling.rights.models import RecordsItem, RecordsRequest
from kindling.rights.record.areas import SEALED, area_title, is_confidential, kind_title
from kindling.rights.record.reading import Row, record_of
from kindling.schools.roles import Role
from kindling.schools.viewer import Viewer

Decision = RecordsItem.Decision
MOST = 10


@dataclass(frozen=True)
class ItemLine:
    """One item in its list. `offered`: the basis that its kind asks for."""

    item: RecordsItem
    title: str
    is_mine: bool  # to decide
    offered: str


@dataclass(frozen=True)
class AreaGroup:
    """A class of record and its items. `easy`: what nothing speaks against giving."""

    key: str
    title: str
    lines: list[ItemLine]
    easy: int


@dataclass(frozen=True)
class Summary:
    """How many items are decided, and how."""

    total: int
    left: int
    held: int

    @property
    def is_ready(self) -> bool:
        return self.total > 0 and self.left == 0


def area_groups(
    viewer: Viewer, asked: RecordsRequest, items: Iterable[RecordsItem]
) -> list[AreaGroup]:
    """The items of a page by class. One statement."""
    easy = dict(
        rules.easy_items(viewer, asked).order_by().values_list("area").annotate(Count("pk"))
    )
    lines = [item_line(viewer, item) for item in items]
    return [
        AreaGroup(key, area_title(key), list(found), easy.get(key, 0))
        for key, found in groupby(lines, key=lambda line: line.item.area)
    ]


def item_line(viewer: Viewer, item: RecordsItem) -> ItemLine:
    """An item as its list shows it; of what one may not read, only its kind."""
    title = kind_title(item.kind)
    if item.title:
        title = f"{title}: {item.title}"
    mine = not is_confidential(item.kind) or viewer.is_a(Role.PRINCIPAL)
    if not mine:
        title = kind_title(item.kind)
    return ItemLine(item, title, mine, SEALED.get(item.kind, "others" if item.names else ""))


def summary_of(asked: RecordsRequest, viewer: Viewer) -> Summary:
    """One statement."""
    found = rules.items_of(viewer, asked).order_by().aggregate(
        total=Count("pk"), left=Count("pk", filter=Q(decision=Decision.OPEN)),
        held=Count("pk", filter=Q(decision=Decision.HOLD)),
    )  # fmt: skip
    return Summary(**found)


def item_row(item: RecordsItem) -> list[Row]:
    """What stands in an item, to decide about it; the caller has asked `may_open`."""
    keys = set(item.keys)
    rows = record_of(item.request.student, item.kind.partition(".")[0])
    return [row for row in rows if row.kind == item.kind and row.key in keys]


def rights_page(viewer: Viewer, student: Student) -> dict[str, Any]:
    """What the page of one student's rights shows. Eight statements at most."""
    is_own = rules.is_own_record(viewer, student)
    return {
        "student": student,
        "is_own": is_own,
        "answers": rules.may_answer(viewer),
        "may_ask": rules.askable_students(viewer).filter(pk=student.pk).exists(),
        "may_amend": rules.may_amend(viewer, student),
        "may_look": lookable_students(viewer).filter(pk=student.pk).exists(),
        "may_read_log": students_on_record(viewer).filter(pk=student.pk).exists(),
        "requests": list(rules.visible_requests(viewer).filter(student=student)[:MOST]),
        "amendments": list(rules.visible_amendments(viewer).filter(student=student)[:MOST]),
        "copy": rules.own_copies(viewer).first() if is_own else None,
        "guardians": rules.guardians_today(student) if rules.may_answer(viewer) else [],
    }
