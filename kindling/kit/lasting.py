"""Rows that are written once: a log, a certified paper. Nobody changes or removes one."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any, ClassVar, Never, Self

from django.db import models

from kindling.kit.peers import PeersQuerySet


class Lasts(TypeError):
    """Code asked to change a row that lasts. Write another one that names it."""


def refuse(*_args: Any, **_kwargs: Any) -> Never:
    """Stand in place of what would change rows."""
    raise Lasts("These rows are written once. Write another one that names the old.")


class LastingQuerySet[M: models.Model](PeersQuerySet[M]):
    """Reads and adds; every other way to write is closed."""

    update = bulk_update = update_or_create = delete = refuse
    aupdate = abulk_update = aupdate_or_create = adelete = refuse

    def bulk_create(self, objs: Iterable[M], *args: Any, **kwargs: Any) -> list[M]:
        """Add rows; refuse to write over one that is there."""
        if kwargs.get("update_conflicts"):
            refuse()
        return super().bulk_create(objs, *args, **kwargs)


class LastingManager[M: models.Model](models.Manager[M]):
    """The default manager of rows that last."""

    def get_queryset(self) -> LastingQuerySet[M]:
        return LastingQuerySet(self.model, using=self._db)


class Lasting(models.Model):
    """Base beside SchoolOwned, standing first: a row is added, and then only read."""

    objects: ClassVar[models.Manager[Self]] = LastingManager()
    delete = refuse

    class Meta:
        abstract = True
        base_manager_name = "objects"

    def save(self, *args: Any, **kwargs: Any) -> None:
        """Add the row; refuse to write it again."""
        if not self._state.adding:
            refuse()
        super().save(*args, **kwargs | {"force_insert": True})
