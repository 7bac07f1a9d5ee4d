"""A paper that somebody sends: what it is, its bytes say, never its name."""

from __future__ import annotations

from django.core.exceptions import ValidationError
from django.core.files.uploadedfile import UploadedFile
from django.utils.translation import gettext as _

LARGEST = 15 * 1024 * 1024
LONGEST_SIDE = 2400  # a photographed page stays readable
ENDINGS = {"application/pdf": "pdf", "image/jpeg": "jpg"}


def kept_paper(sent: UploadedFile[bytes]) -> tuple[str, bytes]:
    """Return type and content as they are kept: a PDF as it came, a picture written anew.

    Raises ValidationError with a sentence.
    """
    from kindling.kit import pictures  # noqa: PLC0415  Pillow comes with the first picture

    if (sent.size or 0) > LARGEST:
        raise ValidationError(_("This file is larger than 15 MB. Send a smaller one."))
    data = sent.read()
    if data[:1024].lstrip().startswith(b"%PDF-"):
        return "application/pdf", data
    try:
        return "image/jpeg", pictures.as_jpeg(data, longest=LONGEST_SIDE, quality=85)
    except (pictures.TooManyPixels, pictures.NoPicture):
        raise ValidationError(
            _("This is no PDF and no picture we can read. Send a PDF, or a photo of the paper.")
        ) from None
