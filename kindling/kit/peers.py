"""A manager whose rows fetch a forgotten relation for all their peers at once."""

from typing import Any

from django.db import models


class PeersManager(models.Manager[Any]):
    """One query per relation, never one per row, where select_related was forgotten."""

    def get_queryset(self) -> models.QuerySet[Any]:
        return super().get_queryset().fetch_mode(models.FETCH_PEERS)
