"""The language in which this page is read, and the ones it can be read in."""

from __future__ import annotations

from dataclasses import dataclass

from django.conf import settings
from django.http import HttpRequest
from django.utils import translation


@dataclass(frozen=True)
class Language:
    """A language as `<html lang dir>` and a language button want it; `name` in its own words."""

    code: str
    name: str
    dir: str

    @property
    def fonts(self) -> tuple[str, str]:
        """The two font files a page in this language shows first; css/base.css uses the same."""
        second = "vazirmatn-arabic" if self.dir == "rtl" else "bricolage-grotesque-latin"
        return "figtree-latin-wght-normal", f"{second}-wght-normal"


def language() -> Language:
    """Return the language of the page being made."""
    return _named(translation.get_language() or settings.LANGUAGE_CODE)


def languages() -> list[Language]:
    """Return all languages Kindling can be read in, in the order of the settings."""
    return [_named(code) for code, _ in settings.LANGUAGES]


def read_as_asked(request: HttpRequest) -> None:
    """Show an open page in the language its address asks for (?in=), else the browser's."""
    asked = request.GET.get("in", "")
    if asked in dict(settings.LANGUAGES):
        translation.activate(asked)


def _named(code: str) -> Language:
    info = translation.get_language_info(code)
    return Language(code, info["name_local"].capitalize(), "rtl" if info["bidi"] else "ltr")
