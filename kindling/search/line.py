"""One process of a machine holds the model; the others ask it by a socket in the school's folder.

So neither a web worker nor the background worker loads it, and no student waits for that. Where
nobody answers, whoever asks loads the model itself. `manage.py serve` starts it:

    python -m kindling.search.line FOLDER
"""

from __future__ import annotations

import socket
import sys
import time
from collections.abc import Iterable
from contextlib import suppress
from fcntl import LOCK_EX, flock
from os import O_CREAT, O_WRONLY, chdir, fsencode, umask
from os import open as open_file
from pathlib import Path
from struct import Struct
from threading import Thread

import numpy as np

from kindling.search import meaning
from kindling.search.meaning import SIZE, Vectors

NAME = "meaning.sock"
TURN = "meaning.lock"  # whoever has locked it holds the line; the next waits
LONGEST = 100  # bytes of an address, as systems have it
SIZED = Struct("!I")  # before each text: how many bytes it has
MOST_BYTES = 65_536
PATIENCE = 4.0  # seconds: the model loads in two
SILENCE = 60.0  # seconds that a line which let us wait is not asked again
SPOKEN = {"again_at": 0.0}


def address(folder: Path) -> str:
    """Where the line is; empty where the folder's name is too long for one."""
    path = str(folder / NAME)
    return path if len(fsencode(path)) <= LONGEST else ""


def vectors_of(texts: Iterable[str]) -> Vectors:
    """Return one row of length 1 for each text: by the line, or worked out here."""
    listed = list(texts)
    told = [ask(text) for text in listed]
    missing = [number for number, row in enumerate(told) if row is None]
    if missing:
        here = meaning.vectors_of([listed[number] for number in missing])
        for number, row in zip(missing, here, strict=True):
            told[number] = row
    found: Vectors = np.array(told, np.float32).reshape(len(listed), SIZE)
    return found


def ask(text: str) -> Vectors | None:
    """Ask the line; None when nobody answers."""
    from django.conf import settings  # noqa: PLC0415  the line itself knows no Django

    path = address(settings.DATA)
    if not path or time.monotonic() < SPOKEN["again_at"]:
        return None
    try:
        with socket.socket(socket.AF_UNIX, socket.SOCK_STREAM) as talk:
            talk.settimeout(PATIENCE)
            talk.connect(path)
            said = text.encode()[:MOST_BYTES]
            talk.sendall(SIZED.pack(len(said)) + said)
            heard = receive(talk, SIZE * 4)
    except TimeoutError:
        SPOKEN["again_at"] = time.monotonic() + SILENCE
        return None
    except OSError:  # nobody there
        return None
    row: Vectors = np.frombuffer(heard, np.float32)
    return row


def receive(talk: socket.socket, size: int) -> bytes:
    """Read so many bytes; OSError when there are fewer."""
    heard = b""
    while len(heard) < size:
        more = talk.recv(size - len(heard))
        if not more:
            raise ConnectionError
        heard += more
    return heard


def serve(folder: Path) -> None:
    """Hold the model and answer until the process is ended."""
    with listen(folder) as ear:
        Thread(target=meaning.vectors_of, args=[["ready"]], daemon=True).start()
        while True:
            talk, _who = ear.accept()
            with talk, suppress(OSError):
                talk.settimeout(PATIENCE)
                (size,) = SIZED.unpack(receive(talk, SIZED.size))
                text = receive(talk, min(size, MOST_BYTES)).decode(errors="ignore")
                talk.sendall(meaning.vectors_of([text])[0].tobytes())


def listen(folder: Path) -> socket.socket:
    """Take the line, when nobody else of this folder holds it. For this user alone."""
    chdir(folder)
    umask(0o177)
    flock(open_file(TURN, O_CREAT | O_WRONLY), LOCK_EX)  # ours until this process ends
    Path(NAME).unlink(missing_ok=True)
    ear = socket.socket(socket.AF_UNIX, socket.SOCK_STREAM)
    ear.bind(NAME)
    ear.listen(64)
    return ear


if __name__ == "__main__":
    serve(Path(sys.argv[1]))
