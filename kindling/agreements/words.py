"""The text of a template: a little markdown and a few fields, read once and kept as parts.

A part is ["p", spans], ["h", spans] or ["ul", [spans, …]]; a span is [text, is_bold]. The page and
the PDF draw the parts; neither reads what somebody wrote as a language of its own.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from difflib import get_close_matches

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

# What may stand between braces, and what it means to whoever writes a template.
FIELDS = {
    "student": gettext_lazy("the student’s name"),
    "guardian": gettext_lazy("who signs for the family"),
    "mentor": gettext_lazy("who signs for the site"),
    "school": gettext_lazy("the school’s name"),
    "site": gettext_lazy("the site’s name"),
    "organisation": gettext_lazy("who runs the site"),
    "address": gettext_lazy("the site’s address"),
    "place": gettext_lazy("what the student does there"),
    "days": gettext_lazy("the weekdays"),
    "hours": gettext_lazy("from when to when"),
    "start": gettext_lazy("the first day"),
    "end": gettext_lazy("the last day"),
}
FIELD = re.compile(r"\{([^{}]*)\}")
BOLD = re.compile(r"\*\*(.+?)\*\*", re.DOTALL)
ITEM = re.compile(r"\s*[-*•]\s+")

type Span = list[str | bool]
type Part = list[str | list[Span] | list[list[Span]]]


def wrong_fields(text: str) -> list[str]:
    """Return a sentence for each field that we do not know and each brace that stands alone."""
    sentences = []
    for name in dict.fromkeys(FIELD.findall(text)):
        if name.strip() in FIELDS:
            continue
        near = get_close_matches(name.strip().lower(), FIELDS, n=1)
        if near:
            sentence = _("We do not know {%(name)s}. Did you mean {%(near)s}?")
            sentences.append(sentence % {"name": name, "near": near[0]})
        else:
            known = ", ".join(f"{{{field}}}" for field in FIELDS)
            sentence = _("We do not know {%(name)s}. These fields there are: %(known)s.")
            sentences.append(sentence % {"name": name, "known": known})
    if re.search(r"[{}]", FIELD.sub("", text)):
        sentences.append(_("A { or } stands alone. A field looks like {student}."))
    return sentences


def fields_in(texts: Iterable[str]) -> set[str]:
    """Return the fields that these texts use."""
    return {name.strip() for text in texts for name in FIELD.findall(text)} & set(FIELDS)


def fill(text: str, facts: Mapping[str, str]) -> str:
    """Put the facts in the place of their fields. What a fact says is never read again."""
    return FIELD.sub(lambda found: facts.get(found[1].strip(), found[0]), text)


def parts_of(text: str, facts: Mapping[str, str]) -> list[Part]:
    """Read a text: paragraphs, lists, headings, bold; the fields filled in."""
    parts: list[Part] = []
    for block in re.split(r"\n\s*\n", text.replace("\r\n", "\n").strip()):
        parts += _block(block.strip(), facts)
    return parts


def _block(block: str, facts: Mapping[str, str]) -> list[Part]:
    """A heading, a list or a paragraph; a list may follow a line that announces it."""
    if not block:
        return []
    lines = block.split("\n")
    if lines[0].startswith("#"):
        heading: Part = ["h", _spans(lines[0].lstrip("# "), facts)]
        return [heading, *_block("\n".join(lines[1:]).strip(), facts)]
    first = next((n for n, line in enumerate(lines) if ITEM.match(line)), None)
    if first is None:
        return [["p", _spans(block, facts)]]
    items: list[str] = []
    for line in lines[first:]:
        if ITEM.match(line):
            items.append(ITEM.sub("", line, count=1))
        else:
            items[-1] += f" {line.strip()}"
    said = "\n".join(lines[:first]).strip()
    before: list[Part] = [["p", _spans(said, facts)]] if said else []
    return [*before, ["ul", [_spans(item, facts) for item in items]]]


def _spans(text: str, facts: Mapping[str, str]) -> list[Span]:
    """Pieces of a line, bold or not: every other one stood between two pairs of stars."""
    pieces = BOLD.split(" ".join(text.split()))
    return [[fill(piece, facts), at % 2 == 1] for at, piece in enumerate(pieces) if piece]
