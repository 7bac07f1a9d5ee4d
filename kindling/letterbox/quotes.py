"""What somebody wrote themselves, without what they answer to. Pure.

Careful on purpose: an answer that loses its last line does less harm than one that carries
another family's words along.
"""

from __future__ import annotations

import re
from contextlib import suppress
from html.parser import HTMLParser

from mailparser_reply.parser import EmailMessage

from kindling.kit.replying import CUT

MOST = 8_000  # characters that are looked at: an answer is short, and patterns are slow
MOST_PAGE = 300_000  # of a page: words begin below its styles
LANGUAGES = ["en", "es", "fr", "de", "zh", "it", "nl"]
# A line that only says who wrote what follows: "On Tuesday … wrote:", "El martes … escribió:".
BEGINS = re.compile(r"^(on|el|le|am|il|em|op|vào|في|在)\b.{0,300}[:：]$", re.IGNORECASE)
ENDS = re.compile(r"^.{0,300}(wrote|escribió|كتب|写道|đã viết).{0,80}[:：]$", re.IGNORECASE)
HEAD = re.compile(
    r"^[*\s]*(from|sent|to|subject|date|cc|de|enviado( el)?|para|asunto|fecha|من|إلى|الموضوع)\s?[*]?:",
    re.IGNORECASE,
)
BAR = re.compile(r"^[\s>*]*[-_=]{5,}.*$")
QUOTED = {"gmail_quote", "yahoo_quoted", "moz-cite-prefix", "protonmail_quote", "gmail_attr"}
FORWARDED = {"divRplyFwdMsg", "appendonsend", "reply-intro"}


def own_words(text: str) -> str:
    """Return what stands above the letter that is answered, without quotes and signature."""
    lines = text[:MOST].replace("\r\n", "\n").replace("\r", "\n").replace("\0", "").split("\n")
    lines = _above_cut(lines)
    lines = _above_head(lines)
    kept = [line.rstrip() for line in lines if not line.lstrip().startswith((">", "|", "&gt;"))]
    words = "\n".join(_without_tail(kept))
    read = EmailMessage(text=words, languages=list(LANGUAGES), keep_hyphen_lists=True).read()
    first = read.replies[0].body if read.replies else ""
    return re.sub(r"\n{3,}", "\n\n", "\n".join(_without_tail(first.split("\n")))).strip()


def _above_cut(lines: list[str]) -> list[str]:
    """Everything above our own mark; the mark is in each letter that can be answered."""
    at = next((number for number, line in enumerate(lines) if CUT in line), len(lines))
    return lines[:at]


def _above_head(lines: list[str]) -> list[str]:
    """Everything above a letterhead: two lines together of From, Sent, To, Subject."""
    for number, line in enumerate(lines):
        below = [one for one in lines[number + 1 : number + 4] if one.strip()]
        if HEAD.match(line) and below and HEAD.match(below[0]):
            return lines[:number]
    return lines


def _without_tail(lines: list[str]) -> list[str]:
    """Take away empty lines, bars and “… wrote:” at the end; it may stand in up to three lines."""
    kept = list(lines)
    while kept:
        if not kept[-1].strip() or BAR.match(kept[-1]):
            kept.pop()
            continue
        size = next((size for size in (3, 2, 1) if _says_who(kept[-size:])), 0)
        if not size:
            return kept
        del kept[-size:]
    return kept


def _says_who(lines: list[str]) -> bool:
    """“On Tuesday … wrote:” over these lines; it begins in the first and ends in the last."""
    told = " ".join(line.strip() for line in lines)
    return bool(BEGINS.match(told) or (len(lines) == 1 and ENDS.match(told)))


class _Words(HTMLParser):
    """The words of a page, without what mail programs mark as quoted."""

    BREAKS = frozenset({"p", "div", "br", "li", "tr", "h1", "h2", "h3", "h4"})
    HIDDEN = frozenset({"style", "script", "head", "title", "blockquote", "template"})
    EMPTY = frozenset({"br", "img", "hr", "meta", "link", "input", "wbr", "col", "area", "base"})

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.words: list[str] = []
        self.depth = 0  # how deep inside what is left out
        self.is_over = False

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        told = dict(attrs)
        if told.get("id") in FORWARDED:
            self.is_over = True  # all that follows is the letter that is answered
        if tag in self.EMPTY:
            self.words.append("\n" if tag == "br" and not self.depth else "")
            return
        names = set((told.get("class") or "").split())
        if self.depth or tag in self.HIDDEN or names & QUOTED:
            self.depth += 1
        elif tag in self.BREAKS:
            self.words.append("\n")

    def handle_endtag(self, tag: str) -> None:
        if self.depth and tag not in self.EMPTY:
            self.depth -= 1

    def handle_data(self, data: str) -> None:
        if not self.depth and not self.is_over:
            self.words.append(data)


def text_of_page(html: str) -> str:
    """Return the words of an HTML mail that has no plain part, as far as it can be read."""
    reader = _Words()
    with suppress(AssertionError):  # so the parser ends at a mark that it does not know
        reader.feed(html[:MOST_PAGE])
    lines = (" ".join(line.split()) for line in "".join(reader.words).split("\n"))
    return re.sub(r"\n{3,}", "\n\n", "\n".join(lines)).strip()
