"""The ribbon of a day: what was planned and what was real, in minutes after midnight."""

from __future__ import annotations

from collections.abc import Iterable

from markupsafe import Markup, escape

WIDTH = 480  # of the drawing, whatever hours it shows

type Spans = Iterable[tuple[int, int]]


def draw_ribbon(  # noqa: PLR0917 (a macro's own arguments)
    plan: Spans, real: Spans, now: int | None, tone: str, start: int, end: int, label: str
) -> Markup:
    """Draw the spans between `start` and `end`; what lies outside is cut off.

    Python and not a template: a page has one for each student, and the arithmetic of templates
    costs ten times as much.
    """
    scale = WIDTH / (end - start)
    said = f'role="img" aria-label="{escape(label)}"' if label else 'aria-hidden="true"'
    parts = [
        f'<svg class="ribbon" viewBox="0 0 {WIDTH} 14" preserveAspectRatio="none" {said}>',
        f'<rect class="base" y="5" width="{WIDTH}" height="4" rx="2"/>',
    ]
    for css, spans in (("plan", plan), (f"act act--{escape(tone)}", real)):
        for first, last in spans:
            x, y = min(max(first, start), end), min(max(last, start), end)
            parts.append(
                f'<rect class="{css}" x="{round((x - start) * scale, 1)}" y="2" '
                f'width="{round((y - x) * scale, 1)}" height="10" rx="5"/>'
            )
    if now is not None and start <= now <= end:
        at = round((now - start) * scale, 1)
        parts.append(f'<line class="now" x1="{at}" x2="{at}" y1="-1" y2="15"/>')
    return Markup("".join(parts) + "</svg>")  # noqa: S704 (numbers, and what is escaped above)
