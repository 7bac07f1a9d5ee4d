"""A photo as it is kept: small, JPEG, and without anything but the picture."""

from __future__ import annotations

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _

LARGEST = 15 * 1024 * 1024  # bytes that may be sent; what is kept is far smaller


def shrunk(data: bytes) -> bytes:
    """Return the picture as a JPEG of at most 1600 pixels a side, with no metadata whatever.

    What it is, its bytes say, never its name. Raises ValidationError with a sentence.
    """
    if len(data) > LARGEST:
        raise ValidationError(_("This photo is larger than 15 MB. Choose a smaller one."))
    from kindling.kit import pictures  # noqa: PLC0415  Pillow comes with the first photo

    try:
        return pictures.as_jpeg(data, longest=1600, quality=82)
    except pictures.TooManyPixels:
        raise ValidationError(_("This photo has too many pixels. Choose a smaller one.")) from None
    except pictures.NoPicture:
        raise ValidationError(
            _("This is no photo we can read. Send a JPEG, PNG or WebP picture.")
        ) from None
