"""Signs in the first bytes of a file, and of packed ones what lies inside."""

from __future__ import annotations

import zipfile
from codecs import getincrementaldecoder
from dataclasses import dataclass
from typing import BinaryIO, cast

from kindling.kit.unpacking import BROKEN

HEAD = 4096  # bytes that tell
OFFICE = "application/vnd.openxmlformats-officedocument"
OPEN_OFFICE = "application/vnd.oasis.opendocument"
LONGEST_LIST = 1024 * 1024  # bytes of a packed file that say what lies inside: some 20,000 files


@dataclass(frozen=True)
class Told:
    """kind: one of Upload.Kind; type: as a browser is told; ending: of the kept file's name."""

    kind: str
    type: str
    ending: str


JPEG = Told("photo", "image/jpeg", "jpg")
PNG = Told("photo", "image/png", "png")
WEBP = Told("photo", "image/webp", "webp")
MP4 = Told("video", "video/mp4", "mp4")
MOV = Told("video", "video/quicktime", "mov")
WEBM = Told("video", "video/webm", "webm")
M4A = Told("audio", "audio/mp4", "m4a")
WEBA = Told("audio", "audio/webm", "webm")
OGG = Told("audio", "audio/ogg", "ogg")
MP3 = Told("audio", "audio/mpeg", "mp3")
WAV = Told("audio", "audio/wav", "wav")
PDF = Told("file", "application/pdf", "pdf")
ZIP = Told("file", "application/zip", "zip")
TEXT = Told("file", "text/plain", "txt")
INSIDE = {
    "word/": Told("file", f"{OFFICE}.wordprocessingml.document", "docx"),
    "xl/": Told("file", f"{OFFICE}.spreadsheetml.sheet", "xlsx"),
    "ppt/": Told("file", f"{OFFICE}.presentationml.presentation", "pptx"),
}
OPEN_KINDS = {
    b".text": Told("file", f"{OPEN_OFFICE}.text", "odt"),
    b".spreadsheet": Told("file", f"{OPEN_OFFICE}.spreadsheet", "ods"),
    b".presentation": Told("file", f"{OPEN_OFFICE}.presentation", "odp"),
}
STILLS = (b"heic", b"heix", b"hevc", b"mif1", b"msf1", b"avif")  # pictures in a film's boxes
VIDEO_CODECS = (b"V_VP8", b"V_VP9", b"V_AV1", b"V_MPEG")


def tell(head: bytes) -> Told | None:
    """Return what a file is by its first bytes; None for what nobody may send.

    A packed file is told roughly as ZIP; `inside` looks further.
    """
    for sign, told in ((b"\xff\xd8\xff", JPEG), (b"\x89PNG\r\n\x1a\n", PNG), (b"PK\x03\x04", ZIP)):
        if head.startswith(sign):
            return told
    if head[:4] == b"RIFF":
        return {b"WEBP": WEBP, b"WAVE": WAV}.get(head[8:12])
    if head[4:8] == b"ftyp":
        return _film(head)
    if head.startswith(b"\x1aE\xdf\xa3"):
        return WEBM if any(codec in head for codec in VIDEO_CODECS) else WEBA
    return _sound(head) or (PDF if b"%PDF-" in head[:1024] else _text(head))


def _film(head: bytes) -> Told | None:
    brand = head[8:12]
    if brand in STILLS:
        return None
    if brand == b"M4A ":
        return M4A
    return MOV if brand == b"qt  " else MP4


def _sound(head: bytes) -> Told | None:
    if head.startswith(b"OggS"):
        return None if b"theora" in head else OGG
    is_mpeg = len(head) > 1 and head[0] == 0xFF and head[1] & 0xE6 == 0xE2  # noqa: PLR2004 (layer III)
    return MP3 if head.startswith(b"ID3") or is_mpeg else None


def _text(head: bytes) -> Told | None:
    """Plain words; a page or a drawing that a browser would run is none."""
    if not head or b"\0" in head or head.lstrip(b"\xef\xbb\xbf \t\r\n")[:1] == b"<":
        return None
    try:
        getincrementaldecoder("utf-8")().decode(head)  # its last sign may be cut
    except UnicodeDecodeError:
        return None
    return TEXT


def inside(file: BinaryIO) -> Told | None:
    """Say what a packed file is: a document, or a ZIP; None for one that is damaged."""
    file.seek(0)
    head = file.read(120)
    for name, told in OPEN_KINDS.items():
        if b"mimetypeapplication/vnd.oasis.opendocument" + name in head:
            return told
    try:
        with zipfile.ZipFile(cast("BinaryIO", _Sparing(file))) as packed:
            names = packed.namelist()
    except _TooMuch:
        return ZIP
    except BROKEN:
        return None
    if "[Content_Types].xml" in names:
        for folder, told in INSIDE.items():
            if any(name.startswith(folder) for name in names):
                return told
    return ZIP


class _TooMuch(Exception):
    """More than is needed to tell what it is."""


class _Sparing:
    """A file of which nothing long is read at once.

    zipfile makes an object of each line of the list that a packed file claims to have: from a file
    of 200 MB some four million of them, two gigabytes of memory.
    """

    def __init__(self, file: BinaryIO) -> None:
        self._file = file
        self.seek, self.tell = file.seek, file.tell

    def read(self, size: int = -1) -> bytes:
        if size > LONGEST_LIST:
            raise _TooMuch
        return self._file.read(size)
