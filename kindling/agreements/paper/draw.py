"""Draw a sheet with Typst. What people wrote goes in as JSON and is never read as markup."""

from __future__ import annotations

import json
import logging
from datetime import datetime
from pathlib import Path
from typing import Any

import typst

from kindling.agreements.paper.fonts import fonts

log = logging.getLogger(__name__)
SOURCE = Path(__file__).with_name("paper.typ").read_bytes()
# Readable by a screen reader and kept for ever; a letter without a font loses the first.
STANDARDS: tuple[list[Any], ...] = (["ua-1", "a-2a"], ["a-2b"], [])


def draw(sheet: dict[str, Any]) -> tuple[bytes, str]:
    """Return the PDF and the standards it keeps. The same sheet gives the same bytes.

    Its moment is the last signature's, so nothing in it depends on when it is drawn.
    """
    compiler = typst.Compiler(SOURCE, font_paths=fonts(), ignore_system_fonts=True)
    facts = {"sheet": json.dumps(sheet, ensure_ascii=False)}
    at = datetime.fromisoformat(sheet["at"])
    for standards in STANDARDS:
        try:
            drawn: Any = compiler.compile(
                format="pdf", sys_inputs=facts, pdf_standards=standards, timestamp=at
            )
        except typst.TypstError as wrong:
            if standards == STANDARDS[-1]:
                raise
            log.warning("A PDF does without %s: %s", " ".join(standards), wrong.message)
        else:
            return bytes(drawn), " ".join(standards)
    raise AssertionError
