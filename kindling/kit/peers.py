"""Querysets whose rows fetch a forgotten relation for all their peers at once."""

from typing import Any

from django.db import models


class PeersQuerySet[M: models.Model](models.QuerySet[M]):
    """One query per relation, never one per row, where select_related was forgotten."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self._fetch_mode = models.FETCH_PEERS


class PeersManager[M: models.Model](models.Manager[M]):
    """The default manager of a school's rows."""

    def get_queryset(self) -> models.QuerySet[M]:
        return super().get_queryset().fetch_mode(models.FETCH_PEERS)
