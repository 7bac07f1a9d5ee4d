"""The files of a credential. Import it late: pictures are drawn by Typst."""

from __future__ import annotations

from django.utils import translation
from django.utils.translation import ngettext

from kindling.credentials.documents.pictures import baked
from kindling.credentials.models import Credential


def file_of(credential: Credential, kind: str) -> bytes:
    """Return what is signed as json or jwt, or inside a picture (png, svg)."""
    if kind == "json":
        return credential.document.encode()
    if kind == "jwt":
        return credential.token.encode()
    school, at = credential.school, credential.issued_at or credential.at
    with translation.override(school.language):
        hours = int(credential.facts.get("minutes", 0)) // 60
        told = ngettext("%(num)s confirmed hour", "%(num)s confirmed hours", hours)
        sheet = {
            "title": credential.title, "school": school.name, "language": school.language,
            "foot": "", "page": "", "at": at.isoformat(),
            "is_rtl": translation.get_language_bidi(),
            "kind": str(credential.get_kind_display()),
            "detail": told % {"num": hours} if hours else "",
        }  # fmt: skip
    return baked("png" if kind == "png" else "svg", sheet, credential.document)
