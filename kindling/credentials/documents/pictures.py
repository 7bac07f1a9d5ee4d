"""A credential as a picture that carries the credential itself (baking, Open Badges 3.0)."""

from __future__ import annotations

from pathlib import Path
from typing import Any, Literal

from openbadgeslib.baking import (
    ITXT_KEYWORD_OB3,
    SVG_ELEMENT_OB3,
    SVG_NS_OB3,
    bake_png,
    bake_svg,
    extract_png,
    extract_svg,
)

LAYOUT = Path(__file__).parents[1] / "paper/badge.typ"
PNG, SVG = b"\x89PNG", b"<svg"
MOST_MARKS = 5_000  # of "<" in a picture that is read; ours have some two hundred


def baked(kind: Literal["png", "svg"], sheet: dict[str, Any], document: str) -> bytes:
    """Return a PNG or an SVG with the signed JSON inside."""
    from kindling.paper.draw import picture  # noqa: PLC0415 (Typst is large)

    drawn = picture(LAYOUT, sheet, kind)
    if kind == "png":
        return bake_png(drawn, document, keyword=ITXT_KEYWORD_OB3)
    return bake_svg(drawn, document, element=SVG_ELEMENT_OB3, namespace=SVG_NS_OB3, as_text=True)


def unbaked(data: bytes) -> str | None:
    """Return what a picture carries; None without anything. Raises ValueError for broken ones."""
    if not data.startswith(PNG) and data.count(b"<") > MOST_MARKS:
        raise ValueError("a hundred thousand elements are no badge")
    try:
        if data.startswith(PNG):
            return extract_png(data, keyword=ITXT_KEYWORD_OB3)
        return extract_svg(data, element=SVG_ELEMENT_OB3, text_fallback=True)
    except Exception as broken:
        raise ValueError("no picture that can be read") from broken


def is_picture(data: bytes) -> bool:
    head = data[:2000].lstrip()
    return head.startswith((PNG, SVG)) or (head.startswith(b"<?xml") and SVG in head)
