"""What is wrong with the files: every field stands in one class, every model has an end."""

from __future__ import annotations

from collections import Counter
from typing import Any

from django.apps import AppConfig
from django.core.exceptions import FieldDoesNotExist
from django.db.models import Model

from kindling.inventory.reaching import parent_of, path_to_person, path_to_student
from kindling.inventory.reading import (
    NOBODYS,
    Kept,
    fields_of,
    inventory,
    kept_in,
    keys_by_rule,
    somebodys,
    source_of,
    told_by,
)
from kindling.inventory.words import CLASSES, KEEPS, TOPICS, Clock

PERSON = "schools.Person"
SAYS = {*CLASSES, "topic", "keep", "since", "path", "sooner", "files"}


def faults_of(config: AppConfig) -> list[str]:
    """Sentences for who builds; none where all is well."""
    told = told_by(source_of(config))
    models = {m.__name__: m for m in config.get_models(include_auto_created=True)}
    named = {name for name, row in told.items() if isinstance(row, dict)}
    faults = [f"{config.label}.{name} is not in {source_of(config).name}" for name in models]
    faults = [f for f, name in zip(faults, models, strict=True) if name not in named]
    faults += [f"{config.label}.{name} is no model any more" for name in named - set(models)]
    for name in named & set(models):
        faults += _of_model(models[name], {**told, **told[name]}, set(told[name]))
    return sorted(faults) or [f for kept in kept_in(config) for f in _of_end(kept.label)]


def _of_model(model: type[Model], row: dict[str, Any], said: set[str]) -> list[str]:
    label = model._meta.label  # noqa: SLF001
    there = {f.name for f in fields_of(model)}
    by_rule = keys_by_rule(model)
    counted = Counter(name for one in CLASSES for name in row.get(one, []))
    return [
        *(f"{label}: nobody knows the word {word}" for word in said - SAYS),
        *(f"{label}.{name} has no class" for name in there - by_rule - set(counted)),
        *(f"{label}.{name} is no field" for name in set(counted) - there),
        *(f"{label}.{name} has two classes" for name, n in counted.items() if n > 1),
        *_nameless(model, row),
        *(f"{label}: no such topic" for _ in "1" if row.get("topic") not in TOPICS),
        *(f"{label}: no such keep" for _ in "1" if row.get("keep") not in KEEPS),
        *(f"{label}.{name}: cannot end sooner" for name in set(row.get("sooner", {})) - there),
    ]


def _nameless(model: type[Model], row: dict[str, Any]) -> list[str]:
    """A field that names a human is nobody's in no table, however technical the rest is."""
    nobodys = {name for one in NOBODYS for name in row.get(one, [])}
    named = [f.name for f in fields_of(model) if somebodys(f)]
    label = model._meta.label  # noqa: SLF001
    return [f"{label}.{name} names somebody" for name in named if name in nobodys]


def _of_end(label: str) -> list[str]:
    """Whether the clock of this model can be read at all."""
    kept = inventory()[label]
    clock = KEEPS[kept.keep].clock
    names = {f.name for f in fields_of(kept.model)}
    if clock == Clock.LEFT and not path_to_student(kept):
        return [f"{label}: no way to the student whose leaving ends it (path)"]
    if clock == Clock.ENDED and not is_somebodys(kept):
        return [f"{label}: no way to the person whose last day ends it (path)"]
    if clock == Clock.WRITTEN and kept.since not in names:
        return [f"{label}: has no field {kept.since} (since)"]
    if clock == Clock.PARENT and parent_of(kept) is None:
        return [f"{label}: belongs to nothing that goes (no CASCADE)"]
    return []


def is_somebodys(kept: Kept) -> bool:
    """Say whether the way leads to a person ("people" does, from a user)."""
    if kept.model._meta.label == PERSON:  # noqa: SLF001
        return True
    try:
        goal: Any = kept.model._meta.get_field(path_to_person(kept))  # noqa: SLF001
    except FieldDoesNotExist:
        return False
    return bool(goal.related_model and goal.related_model._meta.label == PERSON)  # noqa: SLF001
