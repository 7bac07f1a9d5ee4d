"""What an advisor's Today repeats, drawn without a template.

A student's row stands there twenty times, the card of who needs somebody six times.
"""

from __future__ import annotations

from collections.abc import Iterable
from functools import lru_cache

from markupsafe import Markup

from kindling.home.queries.needs import Act, Need
from kindling.home.queries.presence import Presence
from kindling.kit.addresses import url
from kindling.ui.chips import chip, pebble
from kindling.ui.icons import icon
from kindling.ui.quick import markup, plain
from kindling.ui.ribbon import ribbon


def draw_present(people: Iterable[Presence], now: int | None, start: int, end: int) -> Markup:
    """Draw an `<li>` for each student: who, where, the day as a ribbon, how it stands."""
    return markup("".join([_present(one, now, start, end) for one in people]))


def _present(one: Presence, now: int | None, start: int, end: int) -> str:
    who = one.student.who
    return (
        f'<li class="row"><div class="row__who">{pebble(who)}<div>'
        f'<a href="{url("people:student", who.id)}" data-sheet>{plain(who.name)}</a>'
        f"<small>{plain(one.detail)}</small></div></div>\n"
        f"{ribbon(one.plan, one.real, now, 'good', start, end)}\n"
        f"{chip(one.label, one.tone, one.icon)}</li>\n"
    )


def draw_needs(cards: Iterable[Need], hidden: str) -> Markup:
    """Draw an `<article>` for each card; `hidden` is the field that guards its forms."""
    guard = str(hidden)  # lazy until somebody asks
    return markup("".join([_need(card, guard) for card in cards]))


def _need(card: Need, hidden: str) -> str:
    who = card.who
    acts = "".join([_act(act, hidden) for act in card.acts])
    return (
        f'<article class="need"><div class="need__top">{pebble(who, "lg")}'
        f'<h2><a href="{url("people:student", who.id)}" data-sheet>{plain(who.name)}</a> '
        f"{chip(card.chip, 'alert', card.icon)}</h2><p>{plain(card.text)}</p></div>"
        f'<div class="cluster">{acts}</div></article>\n'
    )


def _act(act: Act, hidden: str) -> str:
    css = "btn btn--main" if act.is_main else "btn"
    drawn = _face(act.icon, str(act.label))
    if act.is_post:
        return (
            f'<form method="post" action="{plain(act.href)}">{hidden}'
            f'<button class="{css}">{drawn}</button></form>'
        )
    sheet = " data-sheet" if act.in_sheet else ""
    return f'<a class="{css}" href="{plain(act.href)}"{sheet}>{drawn}</a>'


@lru_cache(maxsize=512)
def _face(name: str, label: str) -> str:
    return f"{icon(name)}<span>{plain(label)}</span>"
