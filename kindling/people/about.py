"""Of which student a row is: the truest way from a model to the student it is about."""

from __future__ import annotations

from functools import cache

from django.apps import apps
from django.db.models import Field, Model

from kindling.people.models import Student

# Where no single foreign key tells it.
OWN_WAYS = {"projects.Project": "members__student"}
ELSEWHERE, MAYBE, NEAR = 10, 3, 1  # what a step costs: into another app, where it may be empty


@cache
def ways_to_student() -> dict[type[Model], str]:
    """Model → lookup ("placement__student"), for every model whose rows are about a student.

    A step inside the app is shorter than one into another: a row belongs to the row it is part of.
    """
    fixed = {apps.get_model(label): (ELSEWHERE, way) for label, way in OWN_WAYS.items()}
    fixed[Student] = (0, "")
    found, moved = dict(fixed), True
    while moved:
        moved = False
        for model in apps.get_models():
            best = min(_steps(model, found), default=None)
            if best and model not in fixed and best < found.get(model, (1000, "")):
                found[model], moved = best, True
    return {model: way for model, (_cost, way) in found.items() if model is not Student}


def _steps(model: type[Model], found: dict[type[Model], tuple[int, str]]) -> list[tuple[int, str]]:
    """What each foreign key of this model would cost, and the way it gives."""
    steps = []
    for key in model._meta.concrete_fields:  # noqa: SLF001 (Django's documented name)
        parent = key.related_model if key.is_relation else None
        if not isinstance(parent, type) or parent not in found:
            continue
        cost, before = found[parent]
        steps.append((cost + _price(model, key, parent), f"{key.name}__{before}".rstrip("_")))
    return steps


def _price(model: type[Model], key: Field, parent: type[Model]) -> int:  # type: ignore[type-arg]
    near = parent._meta.app_label == model._meta.app_label  # noqa: SLF001
    return (NEAR if near else ELSEWHERE) + (MAYBE if key.null else 0)


def parent_key(model: type[Model]) -> str:
    """The foreign key to the row of the same app that this one is part of; "" where it is whole."""
    way = ways_to_student()[model]
    name = way.partition("__")[0]
    if name == way or model._meta.label in OWN_WAYS:  # noqa: SLF001
        return ""
    parent = model._meta.get_field(name).related_model  # noqa: SLF001
    near = isinstance(parent, type) and parent._meta.app_label == model._meta.app_label  # noqa: SLF001
    return name if near else ""
