"""Versions of a rubric. What is published never changes."""

from __future__ import annotations

from typing import Any

from django.db import IntegrityError, transaction
from django.db.models import Max
from django.utils.translation import gettext as _

from kindling.goals import rules
from kindling.goals.drafts import locked_rubric
from kindling.goals.models import Criterion, Descriptor, Rubric
from kindling.goals.planting import copy_scale
from kindling.history.steps import record, take_step
from kindling.kit.http import Refused, require
from kindling.schools.viewer import Viewer

FACTS = ("use", "title", "text", "questions", "results")
MOST = 20


@transaction.atomic
def start_rubric(rubric: Rubric, *, by: Viewer) -> Rubric:
    """Begin the next version as a copy; the draft that is begun already is returned."""
    require(rules.may_edit_goals(by))
    versions = Rubric.objects.filter(school=by.school, key=rubric.key)
    draft: Rubric | None = versions.filter(state=Rubric.State.DRAFT).first()
    if draft is not None:
        return draft
    number = (versions.aggregate(most=Max("number"))["most"] or 0) + 1
    try:
        with transaction.atomic():
            made = _copy(rubric, number)
    except IntegrityError:  # two pressed at once: one draft
        return versions.get(state=Rubric.State.DRAFT)
    record("rubric.start_version", made, by=by, number=number)
    return made


def _copy(rubric: Rubric, number: int) -> Rubric:
    scale, levels = copy_scale(rubric.scale)
    made: Rubric = Rubric.objects.create(
        school=rubric.school, key=rubric.key, number=number, scale=scale,
        **{name: getattr(rubric, name) for name in FACTS},
    )  # fmt: skip
    old = list(rubric.criteria.order_by("order"))
    new = Criterion.objects.bulk_create(
        Criterion(
            school=rubric.school, rubric=made, order=one.order, title=one.title,
            goal_id=one.goal_id, identifier=one.identifier,
        )
        for one in old
    )  # fmt: skip
    twins = {one.pk: other for one, other in zip(old, new, strict=True)}
    Descriptor.objects.bulk_create(
        Descriptor(
            school=rubric.school,
            criterion=twins[row.criterion_id],
            level=levels[row.level_id],
            text=row.text,
        )
        for row in Descriptor.objects.filter(criterion__rubric=rubric)
    )
    return made


@transaction.atomic
def change_rubric(rubric: Rubric, *, by: Viewer, **facts: Any) -> None:
    """Change what a draft is called and asks. facts: some of FACTS."""
    require(rules.may_edit_goals(by))
    fresh = locked_rubric(rubric)
    for name, value in facts.items():
        setattr(fresh, name, value)
    fresh.save(update_fields=[*facts])
    record("rubric.change", fresh, by=by, changed=sorted(facts))


@transaction.atomic
def put_criterion(
    rubric: Rubric, criterion: Criterion | None, *, by: Viewer, title: str, texts: dict[int, str]
) -> Criterion:
    """Add a criterion to a draft (None), or change one. texts: position of a level → words."""
    require(rules.may_edit_goals(by) and (criterion is None or criterion.rubric_id == rubric.pk))
    fresh = locked_rubric(rubric)
    if criterion is None:
        last = fresh.criteria.aggregate(most=Max("order"))["most"] or 0
        if fresh.criteria.count() >= MOST:
            raise Refused(_("Nobody looks at more than twenty things at once."))
        criterion = Criterion(school=by.school, rubric=fresh, order=last + 1)
    criterion.title = title
    criterion.save()
    criterion.descriptors.all().delete()
    Descriptor.objects.bulk_create(
        Descriptor(school=by.school, criterion=criterion, level=level, text=texts[level.position])
        for level in fresh.scale.levels.all()
        if texts.get(level.position)
    )
    record("rubric.put_criterion", fresh, by=by, criterion=criterion.public_id)
    return criterion


@transaction.atomic
def remove_criterion(criterion: Criterion, *, by: Viewer) -> None:
    """Take a criterion out of a draft."""
    require(rules.may_edit_goals(by))
    rubric = locked_rubric(criterion.rubric)
    criterion.delete()
    record("rubric.remove_criterion", rubric, by=by)


@transaction.atomic
def publish_rubric(rubric: Rubric, *, by: Viewer) -> None:
    """Put a draft in use. The version before is kept for what was judged by it."""
    require(rules.may_edit_goals(by))
    fresh = locked_rubric(rubric)
    if not fresh.criteria.exists():
        raise Refused(_("Write down one thing that is looked at before you publish."))
    before = Rubric.objects.filter(
        school=by.school, key=fresh.key, state=Rubric.State.PUBLISHED
    ).first()
    if before is not None:
        take_step(before, "retire", by=by)
    now = by.school.now()
    take_step(fresh, "publish", by=by, published_at=now, published_by=by.person)


@transaction.atomic
def discard_rubric(rubric: Rubric, *, by: Viewer) -> None:
    """Throw a draft away."""
    require(rules.may_edit_goals(by))
    fresh = locked_rubric(rubric)
    record("rubric.discard", fresh, by=by, number=fresh.number)
    fresh.delete()
