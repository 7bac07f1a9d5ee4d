"""A paper that somebody sends: what it is, its bytes say, never its name."""

from __future__ import annotations

import warnings
from io import BytesIO

from django.core.exceptions import ValidationError
from django.core.files.uploadedfile import UploadedFile
from django.utils.translation import gettext as _
from PIL import Image, ImageOps

LARGEST = 15 * 1024 * 1024
MOST_PIXELS = 60_000_000
LONGEST_SIDE = 2400  # a photographed page stays readable
FORMATS = ("JPEG", "PNG", "WEBP")
ENDINGS = {"application/pdf": "pdf", "image/jpeg": "jpg"}
Image.init()  # or Pillow knows no WebP when it is the first picture of a process


def kept_file(sent: UploadedFile[bytes]) -> tuple[str, bytes]:
    """Return type and content as they are kept: a PDF as it came, a picture written anew.

    Raises ValidationError with a sentence.
    """
    if (sent.size or 0) > LARGEST:
        raise ValidationError(_("This file is larger than 15 MB. Send a smaller one."))
    data = sent.read()
    if data[:1024].lstrip().startswith(b"%PDF-"):
        return "application/pdf", data
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("error", Image.DecompressionBombWarning)
            return "image/jpeg", _as_jpeg(Image.open(BytesIO(data), formats=FORMATS))
    except Exception:  # noqa: BLE001 (Pillow's readers raise nearly anything on a broken file)
        raise ValidationError(
            _("This is no PDF and no picture we can read. Send a PDF, or a photo of the paper.")
        ) from None


def _as_jpeg(picture: Image.Image) -> bytes:
    """Upright, on white, without anything but the picture."""
    if picture.width * picture.height > MOST_PIXELS:
        raise ValueError(picture.size)
    picture.thumbnail((LONGEST_SIDE, LONGEST_SIDE))
    seen = ImageOps.exif_transpose(picture).convert("RGBA")
    paper = Image.new("RGB", seen.size, "white")
    paper.paste(seen, mask=seen.getchannel("A"))
    kept = BytesIO()
    paper.save(kept, "JPEG", quality=85, optimize=True)
    return kept.getvalue()
