"""The ribbon of a day: what was planned and what was real, in minutes after midnight."""

from __future__ import annotations

from collections.abc import Iterable

from markupsafe import Markup

from kindling.ui.quick import markup, plain

WIDTH = 480  # of the drawing, whatever hours it shows

type Spans = Iterable[tuple[int, int]]


def ribbon(  # noqa: PLR0917 (a macro's own arguments)
    plan: Spans = (),
    real: Spans = (),
    now: int | None = None,
    tone: str = "good",
    start: int = 480,
    end: int = 960,
    label: str = "",
) -> Markup:
    """Draw the spans between `start` and `end`; what lies outside is cut off.

    `tone` colours what was real: good, calm, alert. Hidden from screen readers unless it has a
    label. Python and not a template: a page has one for each student, and the arithmetic of templates
    costs ten times as much.
    """
    scale = WIDTH / (end - start)
    said = f'role="img" aria-label="{plain(label)}"' if label else 'aria-hidden="true"'
    parts = [
        f'<svg class="ribbon" viewBox="0 0 {WIDTH} 14" preserveAspectRatio="none" {said}>',
        f'<rect class="base" y="5" width="{WIDTH}" height="4" rx="2"/>',
    ]
    for css, spans in (("plan", plan), (f"act act--{plain(tone)}", real)):
        parts += [_rect(css, *span, start, end, scale) for span in spans]
    if now is not None and start <= now <= end:
        at = round((now - start) * scale, 1)
        parts.append(f'<line class="now" x1="{at}" x2="{at}" y1="-1" y2="15"/>')
    return markup("".join(parts) + "</svg>")


def _rect(css: str, first: int, last: int, start: int, end: int, scale: float) -> str:  # noqa: PLR0917
    x, y = min(max(first, start), end), min(max(last, start), end)
    return (
        f'<rect class="{css}" x="{round((x - start) * scale, 1)}" y="2" '
        f'width="{round((y - x) * scale, 1)}" height="10" rx="5"/>'
    )
