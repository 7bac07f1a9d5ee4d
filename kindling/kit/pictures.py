"""Pillow's part of photos.py, loaded with the first photo: it takes five megabytes."""

from __future__ import annotations

import warnings
from io import BytesIO

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _
from PIL import Image, ImageOps

MOST_PIXELS = 60_000_000
LONGEST_SIDE = 1600
FORMATS = ("JPEG", "PNG", "WEBP")
Image.init()  # or Pillow knows no WebP when it is the first picture of a process


def as_kept(data: bytes) -> bytes:
    """Return the picture as a JPEG of at most 1600 pixels a side, with no metadata whatever.

    What it is, its bytes say, never its name. Raises ValidationError with a sentence.
    """
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("error", Image.DecompressionBombWarning)
            picture = Image.open(BytesIO(data), formats=FORMATS)
            return _as_jpeg(_checked(picture))
    except ValidationError:
        raise
    except Exception:  # noqa: BLE001 (Pillow's readers raise nearly anything on a broken file)
        raise ValidationError(
            _("This is no photo we can read. Send a JPEG, PNG or WebP picture.")
        ) from None


def _checked(picture: Image.Image) -> Image.Image:
    width, height = picture.size
    if width * height > MOST_PIXELS:
        raise ValidationError(_("This photo has too many pixels. Choose a smaller one."))
    return picture


def _as_jpeg(picture: Image.Image) -> bytes:
    picture.draft("RGB", (LONGEST_SIDE, LONGEST_SIDE))  # a JPEG is not unpacked larger than needed
    picture.thumbnail((LONGEST_SIDE, LONGEST_SIDE))
    upright = ImageOps.exif_transpose(picture)
    seen = upright.convert("RGBA")
    paper = Image.new("RGB", seen.size, "white")
    paper.paste(seen, mask=seen.getchannel("A"))
    kept = BytesIO()
    paper.save(kept, "JPEG", quality=82, optimize=True)
    return kept.getvalue()
