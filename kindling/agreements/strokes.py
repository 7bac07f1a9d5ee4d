"""A signature drawn by hand: lines on a field of 600 by 200, as text."""

from __future__ import annotations

import re

WIDTH, HEIGHT = 600, 200
FEWEST_POINTS, MOST_POINTS = 10, 3000
FORM = re.compile(r"\d{1,3},\d{1,3}(?:[ ;]\d{1,3},\d{1,3})*")


def read_strokes(text: str) -> str:
    """Return the drawing as we keep it, "x,y x,y;x,y x,y"; "" for none and for anything else.

    A dot is no name: at least ten points and some width are asked.
    """
    text = text.strip()
    if len(text) > MOST_POINTS * 8 or not FORM.fullmatch(text):
        return ""
    points = [tuple(map(int, pair.split(","))) for pair in re.split(r"[ ;]", text)]
    wide = [x for x, _ in points]
    is_drawn = FEWEST_POINTS <= len(points) <= MOST_POINTS and max(wide) - min(wide) >= WIDTH // 20
    inside = all(x <= WIDTH and y <= HEIGHT for x, y in points)
    return text if is_drawn and inside else ""


def path_of(drawing: str) -> str:
    """Return the drawing as the `d` of an SVG path."""
    lines = (stroke.split() for stroke in drawing.split(";"))
    return " ".join(f"M{line[0]}" + "".join(f"L{point}" for point in line[1:]) for line in lines)
