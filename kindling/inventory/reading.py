"""Read the record.toml of every app, once a process."""

from __future__ import annotations

import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from django.apps import AppConfig, apps
from django.db.models import AutoField, CompositePrimaryKey, Field, Model, OneToOneField

from kindling.inventory.words import CLASSES, KEEPS, TOPICS

OTHERS = Path(__file__).parent / "others"  # of apps that are not ours
# A key, the row's own random name, whose school it is, and when the row was made: no file says so.
BY_RULE = {"id", "public_id", "school", "created_at"}
STRONGEST = ("sensitive", "record", "adult", "directory", "school", "public", "technical")
NOBODYS = ("public", "school", "technical")
SOMEBODYS = {"people.Student": "record", "schools.Person": "adult", "accounts.User": "adult"}


@dataclass(frozen=True)
class Kept:
    """What is kept in one model.

    `fields`: name → class, the keys by rule too. `since`: the field whose moment starts the clock
    WRITTEN. `path`: the way to the student, when it is not found by itself ("-": there is none).
    `sooner`: field → end, for fields emptied before the row goes.
    """

    model: type[Model]
    app: str
    topic: str
    keep: str
    since: str
    path: str
    fields: dict[str, str]
    sooner: dict[str, str]
    files: tuple[str, ...] = ()  # fields that name files in the storage, which go with the row

    @property
    def label(self) -> str:
        """app.Model, as Django writes it."""
        return self.model._meta.label  # noqa: SLF001 (documented as such)

    @property
    def what(self) -> str:
        """The first line of the model's docstring; Django's own signature is none."""
        text = (self.model.__doc__ or "").strip()
        if text.startswith(f"{self.model.__name__}("):
            return self.model.__name__
        return text.partition("\n")[0]

    @property
    def strongest(self) -> str:
        """The class that protects most among its fields."""
        return next(one for one in STRONGEST if one in self.fields.values())


def fields_of(model: type[Model]) -> list[Field[Any, Any]]:
    """The columns of a model and its many-to-many, without what others point at it."""
    meta = model._meta  # noqa: SLF001
    return [*meta.local_fields, *meta.local_many_to_many]


def keys_by_rule(model: type[Model]) -> set[str]:
    """The fields that no file has to class: numbers of rows, and what BY_RULE names.

    A primary key that means something (a session's) is a field like any other.
    """
    made = (AutoField, OneToOneField, CompositePrimaryKey)
    fields = fields_of(model)
    return {f.name for f in fields if f.name in BY_RULE or (f.primary_key and isinstance(f, made))}


def somebodys(field: Field[Any, Any]) -> str:
    """The least class of a field that names a human; "" for one that names nobody."""
    goal = field.related_model
    return SOMEBODYS.get(goal._meta.label, "") if isinstance(goal, type) else ""  # noqa: SLF001


def source_of(config: AppConfig) -> Path:
    """Where an app says what it keeps."""
    if config.name.startswith("kindling."):
        return Path(config.path) / "record.toml"
    return OTHERS / f"{config.label}.toml"


@cache
def told_by(path: Path) -> dict[str, Any]:
    """The file as it stands; nothing where there is none."""
    return tomllib.loads(path.read_text()) if path.exists() else {}


def kept_in(config: AppConfig) -> Iterator[Kept]:
    """The models of one app that its file names."""
    told = told_by(source_of(config))
    for model in config.get_models(include_auto_created=True):
        row = told.get(model.__name__)
        if isinstance(row, dict):
            yield _kept(config, model, {**told, **row})


def _kept(config: AppConfig, model: type[Model], row: dict[str, Any]) -> Kept:
    fields = {name: one for one in CLASSES for name in row.get(one, [])}
    by_rule = dict.fromkeys(sorted(keys_by_rule(model)), "technical")
    # What nobody knows is shown with the machine and never destroyed; a test says so (checking).
    topic, keep = row.get("topic", ""), row.get("keep", "")
    return Kept(
        model, config.label, topic if topic in TOPICS else "machine",
        keep if keep in KEEPS else "school",
        row.get("since", "created_at"), row.get("path", ""), {**by_rule, **fields},
        row.get("sooner", {}), tuple(row.get("files", ())),
    )  # fmt: skip


@cache
def inventory() -> dict[str, Kept]:
    """Everything that is kept, by label ("people.Student"), in the order of the apps."""
    return {kept.label: kept for config in apps.get_app_configs() for kept in kept_in(config)}


def class_of(model: type[Model], field: str) -> str:
    """The class of one field; sensitive for one nobody classed, so that a gap leaks nothing."""
    kept = inventory().get(model._meta.label)  # noqa: SLF001
    return kept.fields.get(field, "sensitive") if kept else "sensitive"
