"""Rows that become objects the short way."""

from __future__ import annotations

from collections.abc import Collection
from typing import Any, Self

from django.db import models
from django.db.models.base import ModelState


class Row(models.Model):
    """A model whose rows are read without Model.__init__: a list of fifty makes hundreds.

    __init__ looks at every field and tells pre_init and post_init. Nothing here listens to them
    (tests/test_rows.py), and what the database holds needs no default.
    """

    class Meta:
        abstract = True

    @classmethod
    def from_db(
        cls,
        db: str | None,
        field_names: Collection[Any],
        values: Collection[Any],
        *,
        fetch_mode: Any = None,
    ) -> Self:
        """Return the object of one row; `values` stand in the order of `field_names`."""
        new = cls.__new__(cls)
        new.__dict__.update(zip(field_names, values, strict=True))
        state = new._state = ModelState()  # noqa: SLF001
        state.adding, state.db = False, db
        if fetch_mode is not None:
            state.fetch_mode = fetch_mode
        return new
