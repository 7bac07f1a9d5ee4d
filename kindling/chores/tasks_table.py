"""The rows of django-tasks-db: what a killed worker left behind, and what is old."""

from __future__ import annotations

import os
import socket
from datetime import timedelta
from typing import Any

from django.db.models import QuerySet
from django.tasks import TaskResultStatus
from django.utils import timezone
from django_tasks_db.models import DBTaskResult

PATIENCE = timedelta(minutes=30)  # after this a worker on another machine counts as dead
STARTS = 3  # a task whose worker died this often is the reason
KEPT_DONE, KEPT_FAILED = timedelta(days=3), timedelta(days=30)


def put_back(rows: QuerySet[DBTaskResult[Any, Any]]) -> int:
    """Let other workers take these tasks; return how many."""
    return rows.update(
        status=TaskResultStatus.READY,
        started_at=None,
        finished_at=None,
        exception_class_path="",
        traceback="",
    )


def free_stuck() -> int:
    """Put back what dead workers held, and give up on what kills them; return how many."""
    freed = 0
    for row in DBTaskResult.objects.running():
        if not is_abandoned(row):
            continue
        # Compare and set: the worker may have come back in this moment.
        mine = DBTaskResult.objects.running().filter(pk=row.pk, started_at=row.started_at)
        if len(row.worker_ids) >= STARTS:
            freed += mine.update(
                status=TaskResultStatus.FAILED,
                finished_at=timezone.now(),
                traceback="Its worker died three times while doing it.",
            )
        else:
            freed += put_back(mine)
    return freed


def is_abandoned(row: DBTaskResult[Any, Any]) -> bool:
    """Say whether the worker is gone: by its process on this machine, by the clock on others."""
    host, _, rest = str(row.worker_ids[-1] if row.worker_ids else "").partition(":")
    number = rest.partition(":")[0]
    if host == socket.gethostname()[:24] and number.isdigit() and not is_alive(int(number)):
        return True
    return row.started_at is None or row.started_at < timezone.now() - PATIENCE


def is_alive(process: int) -> bool:
    try:
        os.kill(process, 0)
    except ProcessLookupError:
        return False
    except PermissionError:
        return True
    return True


def prune() -> int:
    """Delete what is done and old; return how many rows."""
    now = timezone.now()
    done = DBTaskResult.objects.successful().filter(finished_at__lt=now - KEPT_DONE)
    failed = DBTaskResult.objects.failed().filter(finished_at__lt=now - KEPT_FAILED)
    return done.delete()[0] + failed.delete()[0]
