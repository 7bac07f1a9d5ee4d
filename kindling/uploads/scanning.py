"""ClamAV, where there is one: a daemon behind a socket, or the program clamscan."""

from __future__ import annotations

import shutil
import socket
import struct
import subprocess
import tempfile
from enum import StrEnum
from functools import cache
from pathlib import Path
from typing import BinaryIO

from django.conf import settings

SOCKETS = ("/run/clamav/clamd.ctl", "/var/run/clamav/clamd.ctl", "/run/clamav/clamd.sock")
PATIENCE = 120  # seconds
CHUNK = 256 * 1024
FOUND = 1  # clamscan's answer


class Finding(StrEnum):
    CLEAN = "clean"
    INFECTED = "infected"
    UNKNOWN = "unknown"  # the scanner did not answer: it is asked again


def is_there() -> bool:
    """Whether files are scanned here."""
    return bool(scanner())


@cache
def scanner() -> str:
    """The daemon's socket, the program's path, or nothing. Looked for once a process."""
    if settings.CLAMAV == "off":
        return ""
    if settings.CLAMAV:
        return str(settings.CLAMAV)
    found = next((one for one in SOCKETS if Path(one).is_socket()), "")
    return found or shutil.which("clamdscan") or shutil.which("clamscan") or ""


def scan(file: BinaryIO) -> Finding:
    """Ask the scanner about one file."""
    where = scanner()
    try:
        if Path(where).name in {"clamscan", "clamdscan"}:
            return _by_program(where, file)
        return _by_daemon(where, file)
    except (OSError, subprocess.SubprocessError):
        return Finding.UNKNOWN


def _by_program(where: str, file: BinaryIO) -> Finding:
    with tempfile.TemporaryFile() as copy:  # what lies in a bucket has no file descriptor
        shutil.copyfileobj(file, copy)
        copy.seek(0)
        done = subprocess.run(  # noqa: S603 (a program of the installation, with no word of a user)
            [where, "--no-summary", "-"],
            stdin=copy, capture_output=True, timeout=PATIENCE, check=False,
        )  # fmt: skip
    if done.returncode == FOUND:
        return Finding.INFECTED
    return Finding.CLEAN if done.returncode == 0 else Finding.UNKNOWN


def _by_daemon(where: str, file: BinaryIO) -> Finding:
    with _line(where) as line:
        line.sendall(b"zINSTREAM\0")
        while data := file.read(CHUNK):
            line.sendall(struct.pack("!L", len(data)) + data)
        line.sendall(struct.pack("!L", 0))
        said = line.recv(4096)
    if b"FOUND" in said:
        return Finding.INFECTED
    return Finding.CLEAN if said.rstrip(b"\0\n").endswith(b"OK") else Finding.UNKNOWN


def _line(where: str) -> socket.socket:
    if where.startswith("/"):
        line = socket.socket(socket.AF_UNIX)
        line.settimeout(PATIENCE)
        line.connect(where)
        return line
    host, _, port = where.rpartition(":")
    return socket.create_connection((host, int(port)), timeout=PATIENCE)
