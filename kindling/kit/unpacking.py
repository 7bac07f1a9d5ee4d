"""Unpacks a zip that a stranger made. Sizes are counted while unpacking, never believed."""

from __future__ import annotations

import lzma
import zipfile
import zlib
from collections.abc import Iterator
from dataclasses import dataclass

MEGABYTE = 1024 * 1024
CHUNK = 256 * 1024
READABLE = (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED)
BROKEN = (
    zipfile.BadZipFile,
    zlib.error,
    lzma.LZMAError,
    OSError,
    EOFError,
    ValueError,
    NotImplementedError,
    RuntimeError,
    IndexError,
)


@dataclass(frozen=True)
class Limits:
    """How much may come out of a zip, in bytes. `ratio` counts only above `ratio_from`."""

    members: int
    member: int
    total: int
    ratio_from: int
    ratio: int = 200


class TooMuch(Exception):
    """The zip unpacks to more than anyone may hand in."""


def is_locked(info: zipfile.ZipInfo) -> bool:
    """Whether it takes a password to open it."""
    return bool(info.flag_bits & 0x1)


def parts_of(
    archive: zipfile.ZipFile, info: zipfile.ZipInfo, limits: Limits, budget: int
) -> Iterator[bytes]:
    """Unpack part by part. Raises TooMuch at the first byte too many, BROKEN for what is damaged.

    budget: how much may still come out of this zip.
    """
    most = min(limits.member, budget)
    if info.compress_size:
        most = min(most, max(limits.ratio_from, limits.ratio * info.compress_size))
    with archive.open(info) as member:
        while part := member.read(CHUNK):
            most -= len(part)
            if most < 0:
                raise TooMuch
            yield part
