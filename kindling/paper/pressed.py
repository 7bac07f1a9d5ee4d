"""A sheet that somebody wants now, drawn beside the web process, which keeps none of Typst's 40 MB."""

from __future__ import annotations

import json
import logging
import os
import subprocess
import sys
import unicodedata
from datetime import datetime
from pathlib import Path
from threading import BoundedSemaphore
from typing import Any

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.utils import translation
from django.utils.http import content_disposition_header
from django.utils.text import slugify
from django.utils.translation import gettext as _

from kindling.kit.http import Refused

log = logging.getLogger(__name__)
SECONDS = 30
_press = BoundedSemaphore(1)  # one at a time in each process: drawing takes a whole core


def pressed(layout: Path, sheet: dict[str, Any]) -> bytes:
    """Return the PDF of a sheet (see `draw`). Half a second; refused in words where it fails."""
    command = [sys.executable, "-m", "kindling.paper", str(layout)]
    environment = {**os.environ, "DJANGO_SETTINGS_MODULE": "kindling.config.settings"}
    if not _press.acquire(timeout=SECONDS):
        raise Refused(_("Many are printing just now. Try again in a minute."))
    try:
        done = subprocess.run(  # noqa: S603 (our own command, no shell)
            command, input=json.dumps(sheet).encode(), capture_output=True, timeout=SECONDS,
            check=True, cwd=settings.BASE_DIR, env=environment,
        )  # fmt: skip
    except subprocess.SubprocessError as failure:
        why = (getattr(failure, "stderr", b"") or b"").decode(errors="replace")
        log.exception("A sheet could not be drawn: %s", why[-2000:])
        raise Refused(_("This could not be printed. Try again in a minute.")) from None
    finally:
        _press.release()
    return done.stdout


def language_asked(request: HttpRequest) -> str:
    """The language of `?language=`, one of ours; else the reader's."""
    asked = request.GET.get("language", "")
    return asked if asked in dict(settings.LANGUAGES) else translation.get_language() or "en"


def frame(language: str, title: str, school: str, at: datetime) -> dict[str, Any]:
    """What every sheet begins with. Call it while `language` is active; `at` is the moment it tells."""
    return {
        "at": at.replace(microsecond=0).isoformat(),
        "language": language,
        "is_rtl": translation.get_language_info(language)["bidi"],
        "title": title,
        "school": school,
        "page": _("Page"),
        "foot": school,
    }


def told(text: str) -> dict[str, Any]:
    """Somebody's words with the way they run: a plan in English stays so on an Arabic sheet."""
    strong = (unicodedata.bidirectional(one) for one in text)
    way = next((one for one in strong if one in {"L", "R", "AL"}), "")
    return {"text": text, "way": {"L": "ltr", "": ""}.get(way, "rtl")}


def left_to_right(text: str) -> str:
    """A telephone number or an address that must not turn round on an Arabic sheet."""
    return f"\u2066{text}\u2069" if text and translation.get_language_bidi() else text


def pdf_answer(layout: Path, sheet: dict[str, Any]) -> HttpResponse:
    """The sheet as the browser shows it; nobody else keeps a copy."""
    response = HttpResponse(pressed(layout, sheet), content_type="application/pdf")
    name = f"{slugify(sheet['title'], allow_unicode=True) or 'kindling'}.pdf"
    header = content_disposition_header(as_attachment=False, filename=name)
    response["Content-Disposition"] = header or "inline"
    response["Cache-Control"] = "private, no-store"
    return response
