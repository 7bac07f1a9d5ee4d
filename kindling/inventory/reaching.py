"""Whose a row is: the way from a model to the student, and to what it goes with."""

from __future__ import annotations

from collections import deque
from collections.abc import Iterator

from django.db.models import CASCADE, ForeignKey, Model

from kindling.inventory.reading import Kept, fields_of, inventory

STUDENT = "people.Student"


def keys_of(model: type[Model]) -> Iterator[ForeignKey[Model, Model]]:
    """Its foreign keys into other models, in order."""
    for field in fields_of(model):
        if isinstance(field, ForeignKey):
            yield field


def label_of(model: type[Model]) -> str:
    return model._meta.label  # noqa: SLF001


def path_to_student(kept: Kept) -> str:
    """The shortest way over keys that are always filled, as Django writes it; "" for none.

    "pk" for the student's own row. A person is no way: who wrote is not whom it is about.
    """
    if kept.path:
        return "" if kept.path == "-" else kept.path
    if kept.label == STUDENT:
        return "pk"
    todo, seen = deque([(kept.model, "")]), {kept.model}
    while todo:
        model, way = todo.popleft()
        for key in keys_of(model):
            goal = key.related_model
            if key.null or goal in seen or label_of(goal) == "schools.Person":
                continue
            seen.add(goal)
            if label_of(goal) == STUDENT:
                return f"{way}{key.name}"
            todo.append((goal, f"{way}{key.name}__"))
    return ""


def path_to_person(kept: Kept) -> str:
    """The way to whose last day ends the row: `path`, else its `person`."""
    return kept.path or "person"


def parent_of(kept: Kept) -> Kept | None:
    """What this row goes with: the first key that deletes it too."""
    for key in keys_of(kept.model):
        if key.remote_field.on_delete is CASCADE and key.name != "school":
            return inventory().get(label_of(key.related_model))
    return None


def end_of(kept: Kept) -> str:
    """The name of the end that counts: of what it goes with, for a part."""
    while kept.keep == "parent" and (parent := parent_of(kept)) is not None:
        kept = parent
    return kept.keep
