"""What this installation is, and where its parts lie."""

from __future__ import annotations

from pathlib import Path
from types import ModuleType
from typing import Any

from django.apps import apps
from django.conf import settings
from django.core.files.storage import FileSystemStorage, default_storage
from django.db import connection
from django.db.migrations.loader import MigrationLoader

from kindling.config.backups import postgresql, sqlite
from kindling.config.backups.manifest import Unusable

ENGINES = {"sqlite": sqlite, "postgresql": postgresql}


def engine() -> ModuleType:
    """Return the module that copies this installation's kind of database."""
    return ENGINES[connection.vendor]


def world() -> str:
    """Return "demo", "school", or "empty" when nobody has begun here."""
    mark = _first("Installation")
    if mark is None:
        return "school" if schools() else "empty"
    return "demo" if mark.is_demo else "school"


def schools() -> list[str]:
    """Return the names of the schools in this database."""
    if not _has_table("schools_school"):
        return []
    model = apps.get_model("schools", "School")
    return list(model._default_manager.order_by("name").values_list("name", flat=True))  # noqa: SLF001


def migrations() -> list[str]:
    """Return what has been applied, as "app.name"."""
    applied = MigrationLoader(connection).applied_migrations
    return sorted(f"{app}.{name}" for app, name in applied)


def unknown_migrations(told: list[str]) -> list[str]:
    """Return those of a backup that this Kindling has never heard of: a newer one made it."""
    known = {f"{app}.{name}" for app, name in MigrationLoader(None).disk_migrations}
    return sorted(set(told) - known)


def files_folder() -> Path:
    """Return the folder of uploaded files. Raises Unusable when they lie elsewhere."""
    if not isinstance(default_storage, FileSystemStorage):
        raise Unusable(
            "Uploaded files are in a storage of their own. Back them up there, and give "
            "--no-files here."
        )
    return Path(default_storage.location)


def secret_key_file() -> Path:
    return Path(settings.DATA) / "secret-key"


def _has_table(name: str) -> bool:
    with connection.cursor() as cursor:
        return name in connection.introspection.table_names(cursor)


def _first(model: str) -> Any:
    """Return the first row, or None also where its table is not there yet."""
    found = apps.get_model("schools", model)
    return found._default_manager.first() if _has_table(found._meta.db_table) else None  # noqa: SLF001
