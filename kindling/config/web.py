"""The web server: what a page needs is loaded once, and every worker is forked from it.

`python -m kindling.config.web HOST PORT WORKERS THREADS [MODULE:NAME]`
"""

import multiprocessing
import sys
from collections.abc import Callable
from importlib import import_module
from typing import Any

from django.db import connections
from granian.constants import Interfaces
from granian.log import LogLevels
from granian.server import Server

OURS = "kindling.config.wsgi:application"
PATIENCE = 5  # seconds until a worker that does not end is ended


def load(target: str) -> Callable[..., Any]:
    """Return the application `module:name`. In a forked worker it has been loaded already."""
    module, _, name = target.partition(":")
    found: Callable[..., Any] = getattr(import_module(module), name)
    return found


def main(arguments: list[str]) -> None:
    host, port, workers, threads, *rest = arguments
    target = rest[0] if rest else OURS
    if sys.platform == "linux":
        multiprocessing.set_start_method("fork", force=True)
        load(target)
        connections.close_all()  # no two processes share a connection
    server = Server(
        target, address=host, port=int(port), interface=Interfaces.WSGI, websockets=False,
        workers=int(workers), blocking_threads=int(threads), log_level=LogLevels.error,
        # A worker that dies is replaced while its twin goes on answering.
        workers_kill_timeout=PATIENCE, respawn_failed_workers=True,
    )  # fmt: skip
    server.serve(target_loader=load)


if __name__ == "__main__":
    main(sys.argv[1:])
