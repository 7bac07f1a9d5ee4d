"""Which goals a plan touches, as dots: one row a goal, one column an item. Nothing is scored."""

from __future__ import annotations

from typing import NamedTuple

from markupsafe import Markup

STEP, HIGH = 18, 18


class Line(NamedTuple):
    """One goal. `numbers`: of the items that touch it; `own`: the student's own goal."""

    name: str
    hue: int
    numbers: tuple[int, ...]
    own: bool = False


def dots(line: Line, count: int) -> Markup:
    """Draw a row of `count` columns: a full dot where the item touches the goal, else a faint one."""
    drawn = []
    for number in range(1, count + 1):
        x = round(STEP * (number - 0.5), 1)
        if number in line.numbers:
            drawn.append(f'<circle class="fill-{line.hue}" cx="{x}" cy="{HIGH / 2}" r="7"/>')
        else:
            drawn.append(f'<circle class="faint" cx="{x}" cy="{HIGH / 2}" r="2.5"/>')
    width = STEP * max(count, 1)
    return Markup(  # noqa: S704  numbers and hues of our own
        f'<svg class="dots" viewBox="0 0 {width} {HIGH}" width="{width}" height="{HIGH}" '
        f'aria-hidden="true">{"".join(drawn)}</svg>'
    )
