"""Words of a narrative: counted, and split where a number in brackets cites something."""

from __future__ import annotations

import re
from collections.abc import Collection

from django.utils.translation import gettext as _
from markupsafe import Markup

from kindling.ui.quick import plain

CITED = re.compile(r"\[(\d{1,3})\]")


def count_words(text: str) -> int:
    """How many words there are; a citation is none."""
    return len(CITED.sub(" ", text).split())


def cited_in(text: str) -> list[int]:
    """The numbers a text cites, each once, in their order."""
    return list(dict.fromkeys(int(number) for number in CITED.findall(text)))


def paragraphs(text: str) -> list[str]:
    """The paragraphs of a text, without empty ones."""
    return [one.strip() for one in re.split(r"\n\s*\n", text) if one.strip()]


def pieces(text: str) -> list[tuple[str, int]]:
    """A paragraph as (words, 0) and ("", number) in turn."""
    found: list[tuple[str, int]] = []
    for place, one in enumerate(CITED.split(text)):
        if place % 2:
            found.append(("", int(one)))
        elif one:
            found.append((one, 0))
    return found


def as_html(text: str, known: Collection[int] = ()) -> Markup:
    """Paragraphs as HTML, where a number of `known` leads to what it rests on.

    In one go: a page of twenty narratives has hundreds of paragraphs.
    """

    def cited(found: re.Match[str]) -> str:
        number = int(found[1])
        if number not in known:
            return f"[{number}]"
        label = plain(_("Rests on %(num)s") % {"num": number})
        return f'<a class="cited" href="#rests-{number}" aria-label="{label}">[{number}]</a>'

    told = [CITED.sub(cited, plain(one)).replace("\n", "<br>") for one in paragraphs(text)]
    return Markup("".join(f"<p>{one}</p>" for one in told))  # noqa: S704  escaped just above
