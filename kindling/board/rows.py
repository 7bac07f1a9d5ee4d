"""The lines of the board, drawn without a template: five hundred boards ask again and again."""

from __future__ import annotations

from collections.abc import Iterable
from functools import lru_cache

from markupsafe import Markup

from kindling.board.queries.live import Line, Spot
from kindling.kit.addresses import url
from kindling.kit.tongue import gettext as _
from kindling.ui.chips import chip
from kindling.ui.icons import icon
from kindling.ui.quick import markup, plain

CALLED = ("silent", "late")  # whom to call stands beside who is missed


def draw_lines(lines: Iterable[Line]) -> Markup:
    """Draw an `<li>` for each student and internship: who, where, how it stands, the last sign."""
    return markup("".join([_line(line) for line in lines]))


def _line(line: Line) -> str:
    spot = line.spot
    sign = f'<small class="row__sign">{plain(line.sign)}</small>\n' if line.sign else ""
    return (
        f'<li class="row" id="s-{line.id}-{spot.site_id if spot else ""}"><div class="row__who"><div>'
        f'<a href="{url("people:student", line.id)}" data-sheet>{plain(line.name)}</a>'
        f"<small>{_where(line)}</small></div></div>\n"
        f"{chip(line.standing.label, line.standing.tone, '')}\n"
        f"{sign}{_calls(line, spot) if line.state in CALLED else ''}</li>\n"
    )


def _where(line: Line) -> str:
    said = [line.spot.site, line.planned] if line.spot else [_("No internship yet")]
    return " · ".join([plain(words) for words in (*said, line.advisory) if words])


def _calls(line: Line, spot: Spot | None) -> str:
    """Who looks for them, and whom one may call."""
    heed = ""
    if line.heed:
        css = "heed heed--open" if line.heed.is_open else "heed"
        alarm = url("ladder:alarm", line.heed.id)
        heed = f'<a class="{css}" href="{alarm}">{_drawn("siren")}{plain(line.heed.text)}</a>'
    called = [(line.phone, line.name)]
    if spot:
        called += [(spot.mentor_phone, spot.mentor), (spot.site_phone, spot.site)]
    links = " ".join([_call(number, name) for number, name in called if number])
    hint = f'<span class="visually-hidden">{plain(_("Call"))}</span>'
    return f'<div class="row__sign calls">{heed}{_drawn("phone")}{hint} {links}</div>\n'


def _call(number: str, name: str) -> str:
    return f'<a href="tel:{plain(number.replace(" ", ""))}">{plain(name)}</a>'


@lru_cache(maxsize=8)
def _drawn(name: str) -> Markup:
    return icon(name, 14)
