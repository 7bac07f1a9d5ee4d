"""What a killed worker leaves behind, and what is old."""

from __future__ import annotations

import os
import socket
from datetime import timedelta

import pytest
from django.utils import timezone
from django_tasks_db.models import DBTaskResult

from kindling.chores import tasks_table

pytestmark = pytest.mark.django_db

HOST = socket.gethostname()[:24]
GONE = f"{HOST}:999999999:x"
ALIVE = f"{HOST}:{os.getpid()}:x"


def row(status, *workers, ago=timedelta(minutes=1), **facts):
    then = timezone.now() - ago
    return DBTaskResult.objects.create(
        status=status, args_kwargs={"args": [], "kwargs": {}}, task_path="x", backend_name="default",
        worker_ids=list(workers), started_at=then, run_after=then, exception_class_path="",
        traceback="", **facts,
    )  # fmt: skip


def status_of(task):
    task.refresh_from_db()
    return task.status


@pytest.mark.parametrize(
    ("worker", "ago", "status"),
    [
        (GONE, timedelta(seconds=1), "READY"),
        (ALIVE, timedelta(minutes=29), "RUNNING"),
        (ALIVE, timedelta(minutes=31), "READY"),
        ("elsewhere:12:x", timedelta(minutes=29), "RUNNING"),
        ("elsewhere:12:x", timedelta(minutes=31), "READY"),
    ],
    ids=["gone", "alive", "alive too long", "elsewhere", "elsewhere too long"],  # pids differ
)
def test_a_dead_workers_task_goes_to_another(worker, ago, status):
    task = row("RUNNING", worker, ago=ago)

    tasks_table.free_stuck()

    assert status_of(task) == status


def test_what_killed_three_workers_is_given_up():
    task = row("RUNNING", GONE, GONE, GONE)

    tasks_table.free_stuck()

    assert status_of(task) == "FAILED"


def test_what_waits_or_is_done_is_left_alone():
    waiting, done = row("READY"), row("SUCCESSFUL", GONE, finished_at=timezone.now())

    tasks_table.free_stuck()

    assert (status_of(waiting), status_of(done)) == ("READY", "SUCCESSFUL")


def test_old_rows_go_and_failures_stay_longer():
    old = timezone.now() - timedelta(days=4)
    row("SUCCESSFUL", finished_at=old)
    kept = [row("FAILED", finished_at=old), row("SUCCESSFUL", finished_at=timezone.now())]
    row("FAILED", finished_at=timezone.now() - timedelta(days=31))

    tasks_table.prune()

    assert set(DBTaskResult.objects.all()) == set(kept)
