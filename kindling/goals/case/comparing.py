"""What a package would change in the framework that it was brought in as before."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from kindling.goals.case.package import Link, Package
from kindling.goals.models import Association, Framework, Goal


@dataclass(frozen=True)
class Difference:
    """`gone`: goals that the package no longer has; those that were gone before are `was_gone`."""

    new: int
    changed: int
    gone: tuple[Goal, ...]
    was_gone: tuple[Goal, ...]
    links: int  # associations that are new, differ or are gone
    about: bool  # the document itself says something else
    same: int

    @property
    def is_nothing(self) -> bool:
        return not (self.new or self.changed or self.gone or self.links or self.about)

    def counts(self) -> dict[str, int]:
        """In numbers, for a preview."""
        return {
            "new": self.new,
            "changed": self.changed,
            "gone": len(self.gone),
            "same": self.same,
            "links": self.links,
            "about": int(self.about),
        }


def compare(package: Package, before: Framework | None) -> Difference:
    """Compare with the last version that was brought in, or with nothing. Three statements."""
    if before is None:
        return Difference(len(package.items), 0, (), (), len(package.links), False, 0)
    goals = list(before.goals.select_related("parent").order_by("path"))
    known = {goal.identifier: goal for goal in goals}
    listed = {item.identifier: item for item in package.items}
    live = {key: goal for key, goal in known.items() if goal.deprecated_at is None}
    new = [key for key in listed if key not in live]
    changed = [key for key in listed if key in live and _differs(live[key], listed[key].facts())]
    moved = {key for key in listed if key in live and _parent(live[key]) != listed[key].parent}
    gone = [goal for goal in goals if goal.identifier not in listed]
    links = {one.identifier: one for one in before.associations.filter(deprecated_at=None)}
    return Difference(
        new=len(new),
        changed=len({*changed, *moved}),
        gone=tuple(goal for goal in gone if goal.deprecated_at is None),
        was_gone=tuple(goal for goal in gone if goal.deprecated_at is not None),
        links=_links_differ(package.links, links),
        about=(before.title, before.case) != (package.title, package.raw),
        same=len(listed) - len(new) - len({*changed, *moved}),
    )


def _differs(goal: Goal, facts: dict[str, Any]) -> bool:
    """Say whether the goal says something else; where it stands is looked at apart."""
    return any(getattr(goal, name) != value for name, value in facts.items() if name != "path")


def _parent(goal: Goal) -> str | None:
    return goal.parent.identifier if goal.parent else None


def _links_differ(links: tuple[Link, ...], known: dict[str, Association]) -> int:
    wanted = {link.identifier: link.raw for link in links}
    gone = sum(1 for key in known if key not in wanted)
    return gone + sum(
        1 for key, raw in wanted.items() if key not in known or known[key].case != raw
    )
