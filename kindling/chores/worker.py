"""One process that does background tasks and what the clock asks for. Run as many as you like."""

from __future__ import annotations

import logging
import os
import signal
import socket
import sys
import time
from types import FrameType

from django.db import InterfaceError, OperationalError, connections
from django.utils.crypto import get_random_string
from django_tasks_db.management.commands.db_worker import Worker
from django_tasks_db.models import DBTaskResult

from kindling.chores import clockwork
from kindling.chores.tasks_table import put_back

logger = logging.getLogger(__name__)
ROUND = 25  # tasks in a row before the clock is looked at again
CLOCK_EVERY = 2.0  # seconds between two looks at the clock
LAST_CALL = 0.8  # seconds a task has to end by itself once we are asked to stop
TROUBLE = 2.0  # seconds to wait when the database does not answer


class Interrupted(BaseException):
    """The task took too long to end by itself after we were asked to stop."""


class Hand(Worker):  # type: ignore[misc,unused-ignore]
    """django-tasks-db's worker, which also minds the clock and stops within two seconds.

    A task or chore cut short goes back into the queue: every task must be safe to run twice.
    """

    def __init__(self, *, interval: float, once: bool = False) -> None:
        super().__init__(
            queue_names=["*"],
            interval=interval,
            batch=True,  # run() comes back when the queue is empty
            backend_name="default",
            startup_delay=False,
            max_tasks=ROUND,
            worker_id=f"{socket.gethostname()[:24]}:{os.getpid()}:{get_random_string(8)}",
            excluded_queue_names=[],
        )
        self.once = once
        self.busy = False
        self.clock_at = 0.0

    def work(self) -> None:
        """Stay until asked to stop; with `once` until nothing is left to do."""
        while self.running:
            try:
                did = self.round()
            except (OperationalError, InterfaceError) as trouble:
                # A restarting database must not take the worker with it.
                logger.warning("The database does not answer: %s", trouble)
                connections.close_all()
                did = False
                time.sleep(TROUBLE)
            if not did and self.once:
                return
            if not did and self.running:
                time.sleep(self.interval)

    def round(self) -> bool:
        """Do what is due and some of what waits; say whether there was anything."""
        did: bool = self.mind_the_clock()
        if DBTaskResult.objects.ready().exists():  # a look that locks nothing
            self._run_tasks = 0
            self.run()
            did = True
        return did

    def mind_the_clock(self) -> bool:
        if not self.once and time.monotonic() - self.clock_at < CLOCK_EVERY:
            return False
        self.clock_at, self.busy = time.monotonic(), True
        try:
            return bool(clockwork.run_due())
        finally:
            self.busy = False

    def run_task(self, db_task_result: DBTaskResult) -> None:  # type: ignore[type-arg,unused-ignore]
        """Run one task; when it was cut short, put it back for the next worker."""
        super().run_task(db_task_result)
        if db_task_result.exception_class_path.endswith(".Interrupted"):
            put_back(DBTaskResult.objects.filter(pk=db_task_result.pk))

    def configure_signals(self) -> None:
        signal.signal(signal.SIGALRM, self.cut_short)
        for number in (signal.SIGINT, signal.SIGTERM, signal.SIGQUIT):
            signal.signal(number, self.shutdown)

    def shutdown(self, signum: int, frame: FrameType | None) -> None:  # noqa: ARG002
        """Leave at once when idle; else give what is running a moment."""
        self.running = False
        if not (self.running_task or self.busy):
            sys.exit(0)
        signal.setitimer(signal.ITIMER_REAL, LAST_CALL)

    def cut_short(self, signum: int, frame: FrameType | None) -> None:  # noqa: ARG002
        if self.running_task or self.busy:
            raise Interrupted
