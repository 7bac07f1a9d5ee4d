"""A whole file becomes what is kept of it: told, without places and devices, with a small picture."""

from __future__ import annotations

from dataclasses import dataclass
from io import BytesIO
from typing import Any, BinaryIO

from django.core.files.base import ContentFile, File
from django.core.files.storage import default_storage
from django.utils.crypto import get_random_string

from kindling.uploads.models import MEGABYTE, Upload
from kindling.uploads.telling import Told, films, signs, tell

LARGEST_PHOTO = 40 * MEGABYTE  # it is unpacked in memory
LONGEST, SMALL = 2400, 480  # pixels a side, of a photo and of its thumbnail


class Unkept(Exception):
    """Nothing can be kept of it: damaged (`head` empty), or of a kind that nobody may send."""

    def __init__(self, head: bytes = b"") -> None:
        super().__init__()
        self.head = head


@dataclass(frozen=True)
class Keeping:
    """Facts of the row, and the names that are in the storage now."""

    facts: dict[str, Any]

    @property
    def names(self) -> list[str]:
        return [name for name in (self.facts["file"], self.facts["thumb"]) if name]


def keep(upload: Upload, file: BinaryIO) -> Keeping:
    """Put the file into the storage under a name nobody guesses. Raises Unkept."""
    head = file.read(signs.HEAD)
    told = _sure(file, tell(head), head)
    thumb = b""
    if told.kind == Upload.Kind.PHOTO:
        told, file, thumb = _photo(file)
    file.seek(0, 2)
    size = file.tell()
    file.seek(0)
    month = upload.touched_at.strftime("%Y-%m")
    folder = f"uploads/{upload.school.public_id}/{month}"
    name = default_storage.save(f"{folder}/{get_random_string(24)}.{told.ending}", File(file))
    small = keep_small(upload, thumb) if thumb else ""
    facts = {"kind": told.kind, "type": told.type, "ending": told.ending, "kept_size": size}
    return Keeping({**facts, "file": name, "thumb": small})


def keep_small(upload: Upload, picture: bytes) -> str:
    """Put a thumbnail into the storage; return its name."""
    folder = f"uploads/{upload.school.public_id}/{upload.touched_at.strftime('%Y-%m')}"
    return default_storage.save(f"{folder}/{get_random_string(24)}.jpg", ContentFile(picture))


def _sure(file: BinaryIO, told: Told | None, head: bytes) -> Told:
    """Look further where the first bytes tell only half."""
    if told is None:
        raise Unkept(head)
    if told == signs.ZIP:
        found = signs.inside(file)
        if found is None:
            raise Unkept
        return found
    if head[4:8] == b"ftyp":
        try:
            has_pictures = films.scrub(file)
        except films.WrongFilm:
            raise Unkept from None
        return told if has_pictures else signs.M4A
    return told


def _photo(file: BinaryIO) -> tuple[Told, BinaryIO, bytes]:
    """The picture written anew, and small. Nothing but the picture stays."""
    from kindling.kit import pictures  # noqa: PLC0415  Pillow comes with the first picture

    file.seek(0)
    data = file.read(LARGEST_PHOTO + 1)
    if len(data) > LARGEST_PHOTO:
        raise Unkept
    try:
        large = pictures.as_jpeg(data, longest=LONGEST, quality=85)
        return signs.JPEG, BytesIO(large), pictures.as_jpeg(large, longest=SMALL, quality=78)
    except (pictures.NoPicture, pictures.TooManyPixels):
        raise Unkept from None
