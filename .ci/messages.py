"""`make messages`: bring the catalogues up to date with the words in code and templates.

Words that are gone leave; new ones come empty, and tests/test_catalogues.py names them. A word that
only changed is not guessed at: a wrong translation is worse than none.

`python .ci/messages.py vi` brings one up to date, `--state` only counts (docs/languages.md). What each
catalogue holds goes to kindling/locale/state.json: the settings offer by it, the page of languages shows it.
"""

from __future__ import annotations

import json
import re
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
LANGUAGES = ("es", "ar")  # complete at every commit
BEGUN = ("vi", "zh_Hans")  # only what families and mentors read; offered once that is complete
STATE = LOCALE / "state.json"
# Where what families and mentors read begins: pages behind a link, letters, and what these include.
FAMILY_LAYOUTS = ("passes/page.html", "ui/letter.html")
FAMILY_CODE = (
    "absences", "conversations", "consents", "evaluations", "families", "kit", "meetings", "mentoring",
    "notices", "passes", "schools", "texts", "ui",
)  # fmt: skip
NAMED = re.compile(r"""["']([\w/]+\.(?:html|txt))["']""")
EXTENDS = re.compile(r"""{%-? extends ["']([\w/.]+)["']""")
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


def template(*, only_family: bool = False) -> Catalog:
    """Return every message of code and templates, or what families and mentors read."""
    found = Catalog(fuzzy=False)
    rows = extract_from_dir(
        ROOT / "kindling", method_map=METHODS, options_map=OPTIONS, keywords=KEYWORDS
    )
    theirs = family_templates() if only_family else set()
    for path, _line, message, _comments, context in rows:
        if not only_family or is_family(path, theirs):
            found.add(message, context=context)
    return found


def is_family(path: str, templates: set[str]) -> bool:
    """Say whether families or mentors read what this file says. path: below kindling/."""
    app, _slash, rest = path.partition("/")
    if "jinja2/" in rest:
        return rest.partition("jinja2/")[2] in templates
    return app in FAMILY_CODE


def family_templates() -> set[str]:
    """Return pages behind links and letters, with every template they name."""
    texts = {
        path.as_posix().partition("/jinja2/")[2]: path.read_text("utf-8")
        for path in (ROOT / "kindling").glob("*/jinja2/**/*.*")
    }
    todo = [
        name
        for name, text in texts.items()
        if "/email/" in name or any(one in FAMILY_LAYOUTS for one in EXTENDS.findall(text))
    ]
    found: set[str] = set()
    while todo:
        name = todo.pop()
        if name in texts and name not in found:
            found.add(name)
            todo += NAMED.findall(texts[name])
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
    new.header_comment = head_of(path, new.locale.english_name if new.locale else language)
    new.creation_date = new.revision_date = datetime(2026, 11, 22, tzinfo=UTC)  # no noise in diffs
    path.parent.mkdir(parents=True, exist_ok=True)
    with path.open("wb") as file:
        write_po(file, new, width=100, sort_output=True, no_location=True, omit_header=False)
    return len(untranslated(new))


def head_of(path: Path, name: str) -> str:
    """Return the head of a catalogue; who reviewed it stays."""
    head = HEAD.format(name=name)
    said = reviewed(path)
    return head.replace("draft (not yet reviewed by a native speaker)", said, 1) if said else head


def reviewed(path: Path) -> str:
    """Return "reviewed by NAME on DAY" of a catalogue's first line, "" for a draft."""
    first = path.read_text("utf-8").split("\n", 1)[0] if path.exists() else ""
    found = re.search(r"State: (reviewed by .+?)\.?$", first)
    return found[1] if found else ""


def state() -> dict[str, dict[str, object]]:
    """Return of each catalogue how many words it has to say, how many are missing, and its review."""
    whole, family = template(), template(only_family=True)
    found: dict[str, dict[str, object]] = {}
    for language in (*LANGUAGES, *BEGUN):
        there = read(language)
        missing = len(missing_of(there, family))
        found[language.lower().replace("_", "-")] = {
            "words": len(whole), "missing": len(missing_of(there, whole)),
            "family": len(family), "family_missing": missing,
            "reviewed": reviewed(path_of(language)),
            "offered": language in LANGUAGES or missing == 0,
        }  # fmt: skip
    return found


def missing_of(there: Catalog, asked: Catalog) -> list[str]:
    """Return what is asked for and has no words in this catalogue."""
    empty = set(untranslated(there))
    return [
        str(one.id)
        for one in asked
        if one.id and (there.get(one.id, one.context) is None or str(one.id) in empty)
    ]


def untranslated(catalogue: Catalog) -> list[str]:
    """Return the messages without words, or without one of their plural forms."""
    return [
        str(message.id)
        for message in catalogue
        if message.id
        and not (all(message.string) if message.pluralizable else bool(message.string))
    ]


if __name__ == "__main__":
    asked = sys.argv[1:] or [*LANGUAGES, *BEGUN]
    for language in [one for one in asked if not one.startswith("--")]:
        words = template(only_family=language not in LANGUAGES)
        print(f"{language}: {update(language, words)} of {len(words)} without words")
    STATE.write_text(json.dumps(state(), indent=2) + "\n", "utf-8")
