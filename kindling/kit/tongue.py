"""The language of the page being drawn: asked a hundred times a page, so it is kept while drawing."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar

from django.conf import global_settings
from django.utils import translation

MOST_SENTENCES = 20_000  # of all languages together

RIGHT_TO_LEFT = frozenset(global_settings.LANGUAGES_BIDI)

_drawn_in: ContextVar[str] = ContextVar("drawn_in", default="")


def language_now() -> str:
    """Return the code of the language, such as "es"; that of the sources where none is active."""
    return _drawn_in.get() or translation.get_language() or "en"


def is_right_to_left() -> bool:
    """Say whether the page is read from right to left."""
    return language_now().partition("-")[0] in RIGHT_TO_LEFT


@contextmanager
def drawing() -> Iterator[None]:
    """Keep the language until the page is drawn; nothing changes it on the way."""
    token = _drawn_in.set(translation.get_language() or "en")
    try:
        yield
    finally:
        _drawn_in.reset(token)


_said: dict[tuple[str, str], str] = {}


def gettext(sentence: str) -> str:
    """Django's gettext, looked up once for each language: a list says the same in every row."""
    key = (language_now(), sentence)
    found = _said.get(key)
    if found is None:
        if len(_said) >= MOST_SENTENCES:
            _said.clear()
        found = _said[key] = translation.gettext(sentence)
    return found
