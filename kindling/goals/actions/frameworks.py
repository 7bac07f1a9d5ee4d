"""Versions of a framework: begin one, change it while it is a draft, publish it, take it out.

What is published never changes: each action that writes into a version locks it and refuses unless
it is a draft.
"""

from __future__ import annotations

from secrets import token_hex
from typing import Any

from django.db import IntegrityError, transaction
from django.db.models import Max
from django.utils.text import slugify
from django.utils.translation import gettext as _

from kindling.goals import rules
from kindling.goals.drafts import locked
from kindling.goals.models import Framework, Level, Scale
from kindling.goals.planting import copy_goals, copy_scale
from kindling.history.steps import record, take_step
from kindling.kit.http import Refused, require
from kindling.schools.viewer import Viewer

FACTS = ("title", "text", "is_planned", "language", "creator", "licence")
MOST_LEVELS = 9


@transaction.atomic
def make_framework(*, by: Viewer, title: str, **facts: Any) -> Framework:
    """Begin a framework of one's own, empty, as a draft. facts: text, is_planned."""
    require(rules.may_edit_goals(by))
    framework: Framework = Framework.objects.create(
        school=by.school, key=_key_for(title), title=title, creator=by.school.name, **facts
    )
    record("framework.make", framework, by=by)
    return framework


@transaction.atomic
def start_version(framework: Framework, *, by: Viewer) -> Framework:
    """Begin the next version as a copy of this one; the draft that is begun already is returned.

    Refused for somebody else's framework: its next version comes from its source.
    """
    require(rules.may_edit_goals(by))
    if framework.source == Framework.Source.CASE:
        raise Refused(_("These are somebody else’s words. Make a copy of our own first."))
    versions = Framework.objects.filter(school=by.school, key=framework.key)
    draft: Framework | None = versions.filter(state=Framework.State.DRAFT).first()
    if draft is not None:
        return draft
    number = (versions.aggregate(most=Max("number"))["most"] or 0) + 1
    try:
        with transaction.atomic():
            made = _copy(framework, by=by, key=framework.key, number=number, same=True)
    except IntegrityError:  # two pressed at once: one draft
        return versions.get(state=Framework.State.DRAFT)
    record("framework.start_version", made, by=by, number=number)
    return made


@transaction.atomic
def copy_framework(framework: Framework, *, by: Viewer, title: str) -> Framework:
    """Make a framework of one's own from a copy, as a draft. The other one stays as it is."""
    require(rules.may_edit_goals(by))
    made = _copy(framework, by=by, key=_key_for(title), number=1, same=False)
    made.title, made.source = title, Framework.Source.OWN
    made.save(update_fields=["title", "source"])
    record("framework.copy", made, by=by, of=framework.public_id)
    return made


def _copy(framework: Framework, *, by: Viewer, key: str, number: int, same: bool) -> Framework:
    scale, levels = copy_scale(framework.scale) if framework.scale else (None, {})
    made: Framework = Framework.objects.create(
        school=by.school, key=key, number=number, scale=scale, source=framework.source,
        case=framework.case, **{name: getattr(framework, name) for name in FACTS},
        **({"identifier": framework.identifier} if same else {}),
    )  # fmt: skip
    copy_goals(framework, made, levels, same=same)
    return made


def _key_for(title: str) -> str:
    return f"{slugify(title)[:50] or 'goals'}-{token_hex(4)}"


@transaction.atomic
def change_framework(framework: Framework, *, by: Viewer, **facts: Any) -> None:
    """Change what a draft is called and says about itself. facts: some of FACTS."""
    require(rules.may_edit_goals(by))
    fresh = locked(framework)
    for name, value in facts.items():
        setattr(fresh, name, value)
    fresh.save(update_fields=[*facts])
    record("framework.change", fresh, by=by, changed=sorted(facts))


@transaction.atomic
def set_levels(
    framework: Framework, *, by: Viewer, name: str, direction: str, levels: list[dict[str, str]]
) -> None:
    """Give a draft its scale. levels: mark, label, text, the beginning first; none: no scale."""
    require(rules.may_edit_goals(by))
    fresh = locked(framework)
    if len(levels) > MOST_LEVELS:
        raise Refused(_("A scale has at most nine levels."))
    if not levels:
        fresh.scale = None
        fresh.save(update_fields=["scale"])
    else:
        scale = fresh.scale or Scale.objects.create(school=by.school, name=name)
        scale.name, scale.direction = name, direction
        scale.save(update_fields=["name", "direction"])
        _put_levels(scale, levels)
        fresh.scale = scale
        fresh.save(update_fields=["scale"])
    record("framework.set_levels", fresh, by=by, count=len(levels))


def _put_levels(scale: Scale, levels: list[dict[str, str]]) -> None:
    """Levels keep their place, so that what they mean for a goal stays with them."""
    kept = {level.position: level for level in scale.levels.all()}
    for position, facts in enumerate(levels, 1):
        level = kept.pop(position, None)
        level = level or Level(school=scale.school, scale=scale, position=position)
        for name, value in facts.items():
            setattr(level, name, value)
        level.save()
    scale.levels.filter(position__in=list(kept)).delete()


@transaction.atomic
def publish_framework(framework: Framework, *, by: Viewer, changes: str = "") -> None:
    """Put a draft in use. The version before is kept for what was judged by it."""
    require(rules.may_edit_goals(by))
    fresh = locked(framework)
    if not fresh.goals.exists():
        raise Refused(_("Write down one goal before you publish."))
    before = Framework.objects.filter(
        school=by.school, key=fresh.key, state=Framework.State.PUBLISHED
    ).first()
    if before is not None:
        take_step(before, "retire", by=by)
    now = by.school.now()
    take_step(
        fresh, "publish", by=by, detail={"number": fresh.number},
        changes=changes, published_at=now, published_by=by.person,
    )  # fmt: skip


@transaction.atomic
def retire_framework(framework: Framework, *, by: Viewer) -> None:
    """Use it no longer. What was planned and judged by it stays."""
    require(rules.may_edit_goals(by))
    take_step(framework, "retire", by=by)


@transaction.atomic
def discard_draft(framework: Framework, *, by: Viewer) -> None:
    """Throw a draft away. Nothing can hang on it yet."""
    require(rules.may_edit_goals(by))
    fresh = locked(framework)
    record("framework.discard", fresh, by=by, number=fresh.number)
    fresh.delete()
