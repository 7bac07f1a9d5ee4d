"""What a school begins with: the five learning goals, and rubrics for projects and exhibitions."""

from __future__ import annotations

from typing import Any

from django.db import transaction

from kindling.goals.models import (
    Criterion,
    Descriptor,
    Framework,
    Rubric,
)
from kindling.goals.planting import make_scale, put_shipped
from kindling.goals.shipped import shipped
from kindling.history.steps import record
from kindling.schools.models import School
from kindling.schools.viewer import Viewer


@transaction.atomic
def give_start(school: School) -> None:
    """Give a school without any framework or rubric the ones that are shipped, in use at once.

    A school that has one keeps what it has. About ten statements.
    """
    if Framework.objects.filter(school=school).exists():
        return
    facts, by = shipped(), Viewer.system(school)
    framework = _framework(school, facts["framework"])
    usual = [goal for goal in facts["framework"]["goals"] if not goal["optional"]]
    put_shipped(framework, usual, first=1)
    record("framework.start", framework, by=by)
    if Rubric.objects.filter(school=school).exists():
        return
    for rubric in facts["rubrics"]:
        record("rubric.start", _rubric(school, rubric), by=by)


def _framework(school: School, facts: dict[str, Any]) -> Framework:
    scale, _levels = make_scale(school, facts["scale"])
    made: Framework = Framework.objects.create(
        school=school,
        scale=scale,
        state=Framework.State.PUBLISHED,
        source=Framework.Source.SHIPPED,
        published_at=school.now(),
        **{name: facts[name] for name in ("key", "title", "text", "creator", "licence")},
    )
    return made


def _rubric(school: School, facts: dict[str, Any]) -> Rubric:
    scale, levels = make_scale(school, facts["scale"])
    names = ("key", "use", "title", "text", "questions", "results")
    rubric: Rubric = Rubric.objects.create(
        school=school,
        scale=scale,
        state=Rubric.State.PUBLISHED,
        published_at=school.now(),
        **{name: facts[name] for name in names},
    )
    criteria = Criterion.objects.bulk_create(
        Criterion(school=school, rubric=rubric, order=order, title=criterion["title"])
        for order, criterion in enumerate(facts["criteria"], 1)
    )
    Descriptor.objects.bulk_create(
        Descriptor(school=school, criterion=row, level=level, text=text)
        for row, criterion in zip(criteria, facts["criteria"], strict=True)
        for level, text in zip(levels, criterion["levels"], strict=True)
    )
    return rubric
