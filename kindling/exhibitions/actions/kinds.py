"""What kinds of exhibition there are, and whether the programme is public."""

from __future__ import annotations

from typing import Any

from django.db import transaction
from django.utils.translation import gettext as _

from kindling.exhibitions import rules
from kindling.exhibitions.models import Exhibition, Format, Kind, ProgrammeChoice
from kindling.history.steps import record, record_many
from kindling.kit.http import Refused, require
from kindling.schools.models import School
from kindling.schools.viewer import Viewer

# What a school begins with; in English, as the rubric is, and the school's to change.
FIRST: tuple[dict[str, Any], ...] = (
    {
        "title": "Exhibition", "format": Format.PANEL, "minutes": 45, "quorum": 3,
        "focus": "Show what you did, what you learned, and what comes next.",
        "requirements": "My plan is signed.\nI know which goals each piece shows.",
    },
    {
        "title": "Gateway exhibition", "format": Format.GATEWAY, "minutes": 60, "quorum": 4,
        "focus": "Show over two years of work that you are ready for the next two.",
        "requirements": "My portfolio is looked through.\nMy mentor has written about my work.",
    },
    {
        "title": "Senior thesis exhibition", "format": Format.THESIS, "minutes": 60, "quorum": 4,
        "focus": "Show your thesis, who uses it, and what it cost to make it.",
        "requirements": "My thesis is handed in.\nMy autobiography is finished.",
    },
)  # fmt: skip


@transaction.atomic
def give_start(school: School) -> None:
    """Give a school without any kind the usual three. Two statements and their history."""
    if Kind.objects.filter(school=school).exists():
        return
    made = Kind.objects.bulk_create(
        Kind(school=school, order=order, **facts) for order, facts in enumerate(FIRST, 1)
    )
    record_many("kind.start", made, by=Viewer.system(school))


@transaction.atomic
def save_kind(kind: Kind | None, *, by: Viewer, **facts: Any) -> Kind:
    """Write a kind, or a new one. `facts`: its fields; a date that is set keeps its length."""
    require(rules.may_edit_kinds(by))
    if kind is None:
        kind = Kind(school=by.school, order=Kind.objects.filter(school=by.school).count() + 1)
    require(kind.school_id == by.school.pk)
    was = {name: getattr(kind, name) for name in facts}
    for name, value in facts.items():
        setattr(kind, name, value)
    kind.save()
    changed = {name: str(value) for name, value in was.items() if value != facts[name]}
    record("kind.save", kind, by=by, was=changed)
    return kind


@transaction.atomic
def end_kind(kind: Kind, *, by: Viewer) -> None:
    """Offer it no longer. Refused while somebody prepares one."""
    require(rules.may_edit_kinds(by))
    if Exhibition.objects.filter(kind=kind, state__in=Exhibition.AHEAD).exists():
        raise Refused(_("Students prepare this kind now. End it when theirs are over."))
    kind.ended_at = by.school.now()
    kind.save(update_fields=["ended_at"])
    record("kind.end", kind, by=by)


@transaction.atomic
def bring_back_kind(kind: Kind, *, by: Viewer) -> None:
    """Offer it again."""
    require(rules.may_edit_kinds(by))
    kind.ended_at = None
    kind.save(update_fields=["ended_at"])
    record("kind.bring_back", kind, by=by)


@transaction.atomic
def choose_programme(*, is_open: bool, by: Viewer) -> None:
    """Let anybody open the programme, or nobody."""
    require(rules.may_edit_kinds(by))
    choice, _new = ProgrammeChoice.objects.update_or_create(
        school=by.school, defaults={"is_open": is_open}
    )
    record("programme.choose", choice, by=by, is_open=is_open)
