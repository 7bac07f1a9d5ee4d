"""Draw a sheet with Typst. What people wrote goes in as JSON and is never read as markup."""

from __future__ import annotations

import json
import logging
from datetime import datetime
from functools import cache
from pathlib import Path
from typing import Any, Literal

import typst

from kindling.paper.fonts import fonts

log = logging.getLogger(__name__)
START = Path(__file__).with_name("kindling.typ").read_bytes()
# Readable by a screen reader and kept for ever; a letter without a font loses the first.
STANDARDS: tuple[list[Any], ...] = (["ua-1", "a-2a"], ["a-2b"], [])


def draw(layout: Path, sheet: dict[str, Any]) -> tuple[bytes, str]:
    """Return the PDF and the standards it keeps. The same sheet gives the same bytes.

    `layout` is a .typ file that goes on where kindling.typ ends. `sheet` is data for JSON and has
    at least title, school, language, foot, page (the word) and `at`, the moment it tells (ISO
    8601): nothing in it depends on when it is drawn. Optional: paper, flipped, is_rtl.
    """
    facts = {"sheet": json.dumps(sheet, ensure_ascii=False)}
    at, source = datetime.fromisoformat(sheet["at"]), START + b"\n" + layout.read_bytes()
    for standards in STANDARDS:
        try:
            drawn: Any = _compiler().compile(
                input=source, format="pdf", sys_inputs=facts, pdf_standards=standards, timestamp=at
            )
        except typst.TypstError as wrong:
            if standards == STANDARDS[-1]:
                raise
            log.warning("A PDF does without %s: %s", " ".join(standards), wrong.message)
        else:
            return bytes(drawn), " ".join(standards)
    raise AssertionError


def picture(layout: Path, sheet: dict[str, Any], kind: Literal["png", "svg"]) -> bytes:
    """Return a layout of one page as a picture. See draw for the sheet."""
    facts = {"sheet": json.dumps(sheet, ensure_ascii=False)}
    source = START + b"\n" + layout.read_bytes()
    drawn: Any = _compiler().compile(input=source, format=kind, ppi=144.0, sys_inputs=facts)
    return bytes(drawn)


@cache
def _compiler() -> typst.Compiler:
    """One for each process: what it learned of the first sheet helps the second."""
    return typst.Compiler(font_paths=fonts(), ignore_system_fonts=True)
