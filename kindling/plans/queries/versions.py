"""A version as people read it, and what it changes."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from kindling.plans.content import part_for
from kindling.plans.differences import ItemChange, differences, said_fields, title_of
from kindling.plans.models import Party, Plan, Signer, Version
from kindling.plans.rules import places_of, visible_versions
from kindling.schools.viewer import Viewer


@dataclass(frozen=True)
class Said:
    """One item of a version: its title and (label, words)."""

    title: str
    fields: list[tuple[str, str]]


@dataclass(frozen=True)
class VersionPage:
    version: Version
    focus: str
    items: list[Said]
    changes: list[ItemChange]  # since the version that was signed before
    since: int  # the number of that version; 0 for none
    signers: list[Signer]
    is_part: bool  # a mentor reads what is at their place


def version_page(version: Version, viewer: Viewer, signer: Signer | None = None) -> VersionPage:
    """Return a version for whoever reads it. A mentor behind a link gets their part alone."""
    earlier = earlier_of(version, viewer)
    content, before = version.content, earlier.content if earlier else None
    is_part = signer is not None and signer.party == Party.MENTOR
    if is_part and signer:
        where = places_of(signer)
        content = part_for(content, where)
        before = part_for(before, where) if before else None
    return VersionPage(
        version=version,
        focus=content["focus"],
        items=items_said(content),
        changes=differences(before, content) if before else [],
        since=earlier.number if earlier else 0,
        signers=list(version.signers.select_related("person", "signature").order_by("pk")),
        is_part=is_part,
    )


def items_said(content: dict[str, Any]) -> list[Said]:
    said = []
    for one in content["items"]:
        title = title_of(one)
        fields = [
            (label, text) for label, text in said_fields(one).items() if text.strip() != title
        ]
        said.append(Said(title, fields))
    return said


def earlier_of(version: Version, viewer: Viewer) -> Version | None:
    """The version that was signed by all before this one. Behind a link the plan's own rows."""
    signed = (Version.State.IN_FORCE, Version.State.REPLACED)
    rows = version.plan.versions.filter(state__in=signed, number__lt=version.number)
    found: Version | None = rows.order_by("-number").first()
    return found


def all_versions(plan: Plan, viewer: Viewer) -> list[Version]:
    """Every version of a plan one sees, newest first, without its words."""
    rows = visible_versions(viewer).filter(plan=plan).defer("content")
    return list(rows.order_by("-number"))
