"""Pillow's part of photos and papers, loaded with the first picture: it takes five megabytes."""

from __future__ import annotations

import warnings
from io import BytesIO

from PIL import Image, ImageOps

MOST_PIXELS = 60_000_000
FORMATS = ("JPEG", "PNG", "WEBP")
Image.init()  # or Pillow knows no WebP when it is the first picture of a process


class TooManyPixels(Exception):
    """It would take the memory of a whole server to unpack."""


class NoPicture(Exception):
    """Nothing that can be read as a JPEG, PNG or WebP."""


def as_jpeg(data: bytes, *, longest: int, quality: int) -> bytes:
    """Return the picture upright, on white, at most `longest` pixels a side, with no metadata.

    What it is, its bytes say, never its name. Raises TooManyPixels or NoPicture.
    """
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("error", Image.DecompressionBombWarning)
            picture = Image.open(BytesIO(data), formats=FORMATS)
            return _redrawn(_checked(picture), longest, quality)
    except TooManyPixels:
        raise
    except Exception:  # noqa: BLE001 (Pillow's readers raise nearly anything on a broken file)
        raise NoPicture from None


def _checked(picture: Image.Image) -> Image.Image:
    if picture.width * picture.height > MOST_PIXELS:
        raise TooManyPixels
    return picture


def _redrawn(picture: Image.Image, longest: int, quality: int) -> bytes:
    picture.draft("RGB", (longest, longest))  # a JPEG is not unpacked larger than needed
    picture.thumbnail((longest, longest))
    seen = ImageOps.exif_transpose(picture).convert("RGBA")
    paper = Image.new("RGB", seen.size, "white")
    paper.paste(seen, mask=seen.getchannel("A"))
    kept = BytesIO()
    paper.save(kept, "JPEG", quality=quality, optimize=True)
    return kept.getvalue()
