"""A long list of places, drawn without a template: a page has fifty.

The same as the macro `place_card` fifty times, with each icon put on the page once.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import lru_cache
from typing import Protocol

from markupsafe import Markup

from kindling.ui.chips import place_foot
from kindling.ui.icons import icon_again, icon_marks
from kindling.ui.quick import markup, plain


class Shown(Protocol):
    """What a card says. `chip` and each of `foot`: (icon, words). Empty `found_by` and `why`: nothing."""

    @property
    def name(self) -> str: ...
    @property
    def href(self) -> str: ...
    @property
    def area_label(self) -> str: ...
    @property
    def icon(self) -> str: ...
    @property
    def hue(self) -> int: ...
    @property
    def chip(self) -> tuple[str, str]: ...
    @property
    def text(self) -> str: ...
    @property
    def foot(self) -> Sequence[tuple[str, str]]: ...
    @property
    def found_by(self) -> str: ...
    @property
    def why(self) -> str: ...


def draw_places(cards: Iterable[Shown], level: int = 2) -> Markup:
    """Draw `<ul class="places">` and the icons it repeats; `level` of each heading."""
    names: set[str] = set()
    drawn = [_place(card, level, names) for card in cards]
    marks = icon_marks(*sorted(names))
    return markup(f'{marks}<ul class="places" role="list">{"".join(drawn)}</ul>')


def _place(card: Shown, level: int, names: set[str]) -> str:
    """One `<li>`; the icons it uses are added to `names`."""
    found, why, chip, foot = card.found_by, card.why, card.chip, card.foot
    names.update((card.icon, chip[0], *(name for name, _words in foot)))
    said = f'<p class="hint">{plain(found)}</p>' if found else ""
    if why:
        names.add("info")
        said += f'<p class="why">{icon_again("i-info", 16)}{plain(why)}</p>'
    return (
        f'<li class="place">{_art(card.icon, card.hue, card.area_label, *chip)}'
        f'<div class="place__body"><h{level}><a href="{plain(card.href)}">{plain(card.name)}</a></h{level}>'
        f"<p>{plain(card.text)}</p>{said}</div>"
        f'<div class="place__foot">{place_foot(foot, marked=True)}</div></li>\n'
    )


@lru_cache(maxsize=2048)
def _art(icon: str, hue: int, area: str, chip_icon: str, chip: str) -> str:
    """The coloured top: few areas and few states, again and again."""
    ghost, small = icon_again(f"i-{icon}", 120, "ghost"), icon_again(f"i-{chip_icon}", 14)
    return (
        f'<div class="place__art hue-{hue}">{ghost}<span class="area">{plain(area)}</span>'
        f'<span class="chip">{small}{plain(chip)}</span></div>'
    )
