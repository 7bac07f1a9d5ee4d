"""`make messages`: bring the catalogues up to date with the words in code and templates.

Words that are gone leave; new ones come empty, and tests/test_catalogues.py names them. A word that
only changed is not guessed at: a wrong translation is worse than none.
"""

from __future__ import annotations

import sys
import tomllib
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path
from typing import Any, BinaryIO

from babel.messages.catalog import Catalog
from babel.messages.extract import extract_from_dir
from babel.messages.pofile import read_po, write_po

ROOT = Path(__file__).resolve().parents[1]
LOCALE = ROOT / "kindling" / "locale"
LANGUAGES = ("es", "ar")
KEYWORDS: dict[str, tuple[object, ...] | None] = {
    "_": None,
    "gettext": None,
    "gettext_lazy": None,
    "ngettext": (1, 2),
    "ngettext_lazy": (1, 2),
    "pgettext": ((1, "c"), 2),
    "pgettext_lazy": ((1, "c"), 2),
}


def words_of_a_pack(
    file: BinaryIO, *_told: object, **_named: object
) -> Iterator[tuple[int, None, str, list[str]]]:
    """Yield what a rule pack of `clearance` says; names of laws and sheets stay as they are."""
    pack = tomllib.load(file)
    yield 1, None, pack["name"], []
    said = [one for part in ("rules", "limits") for one in pack.get(part, [])]
    for text in [*(one["says"] for one in said), *pack.get("left_out", [])]:
        yield 1, None, text, []
    for hazard in pack.get("hazards", []):
        yield 1, None, hazard["label"], []


METHODS: list[tuple[str, Any]] = [
    ("clearance/packs/data/**.toml", words_of_a_pack),
    ("**/tests/**", "ignore"),
    ("**/ui/styleguide/**", "ignore"),  # for those who build, in English
    ("**/jinja2/**.html", "jinja2"),
    ("**/jinja2/**.txt", "jinja2"),
    ("**.py", "python"),
]
# What config/jinja.py sets. A template that babel cannot parse is an error, not a silence.
JINJA = {
    "extensions": "jinja2.ext.i18n,jinja2.ext.do",
    "newstyle_gettext": "true",
    "silent": "false",
}
OPTIONS = {pattern: JINJA for pattern, method in METHODS if method == "jinja2"}
HEAD = """# Words of Kindling in {name}. State: draft (not yet reviewed by a native speaker).
# To review: read every line, then write "reviewed by NAME on DAY" in place of the state.
#"""


def template() -> Catalog:
    """Return every message of code and templates."""
    found = Catalog(fuzzy=False)
    rows = extract_from_dir(
        ROOT / "kindling", method_map=METHODS, options_map=OPTIONS, keywords=KEYWORDS
    )
    for _path, _line, message, _comments, context in rows:
        found.add(message, context=context)
    return found


def path_of(language: str) -> Path:
    return LOCALE / language / "LC_MESSAGES" / "django.po"


def read(language: str) -> Catalog:
    with path_of(language).open("rb") as file:
        return read_po(file, locale=language)


def update(language: str, words: Catalog) -> int:
    """Write the language's catalogue anew; return how many messages are untranslated."""
    path = path_of(language)
    old = read(language) if path.exists() else Catalog(locale=language)
    new = Catalog(locale=language, project="Kindling", fuzzy=False)
    for message in words:
        if message.id:
            was = old.get(message.id, message.context)
            kept = was is not None and was.pluralizable == message.pluralizable
            new.add(message.id, was.string if kept else "", context=message.context)
    new.header_comment = HEAD.format(name=new.locale.english_name if new.locale else language)
    new.creation_date = new.revision_date = datetime(2026, 11, 22, tzinfo=UTC)  # no noise in diffs
    path.parent.mkdir(parents=True, exist_ok=True)
    with path.open("wb") as file:
        write_po(file, new, width=100, sort_output=True, no_location=True, omit_header=False)
    return len(untranslated(new))


def untranslated(catalogue: Catalog) -> list[str]:
    """Return the messages without words, or without one of their plural forms."""
    return [
        str(message.id)
        for message in catalogue
        if message.id
        and not (all(message.string) if message.pluralizable else bool(message.string))
    ]


if __name__ == "__main__":
    words = template()
    for language in LANGUAGES:
        print(f"{language}: {update(language, words)} of {len(words)} without words")
    sys.exit(0)
