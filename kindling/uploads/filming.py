"""ffmpeg, where there is one: one frame of a video, to know it by."""

from __future__ import annotations

import shutil
import subprocess
import tempfile
from functools import cache
from pathlib import Path
from typing import BinaryIO

PATIENCE = 60  # seconds


@cache
def ffmpeg() -> str:
    """Its path, or nothing. Looked for once a process."""
    return shutil.which("ffmpeg") or ""


def frame_of(file: BinaryIO, longest: int) -> bytes:
    """Return a frame of the first second as a JPEG; b"" where there is none to be had."""
    from kindling.kit import pictures  # noqa: PLC0415  Pillow comes with the first picture

    with tempfile.TemporaryDirectory() as folder:
        film, frame = Path(folder, "film"), Path(folder, "frame.png")
        with film.open("wb") as copy:
            shutil.copyfileobj(file, copy)
        try:
            subprocess.run(  # noqa: S603 (a program of the installation, with no word of a user)
                [ffmpeg(), "-nostdin", "-v", "error", "-protocol_whitelist", "file",
                 "-i", str(film), "-frames:v", "1", str(frame)],
                capture_output=True, timeout=PATIENCE, check=True,
            )  # fmt: skip
            return pictures.as_jpeg(frame.read_bytes(), longest=longest, quality=78)
        except (OSError, subprocess.SubprocessError, pictures.NoPicture, pictures.TooManyPixels):
            return b""
