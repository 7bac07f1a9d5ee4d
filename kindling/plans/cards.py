"""The items of a plan and what they touch, drawn without a template: each has dozens of small parts."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from functools import lru_cache

from django.utils.translation import ngettext
from markupsafe import Markup

from kindling.kit.addresses import url
from kindling.kit.tongue import gettext as _
from kindling.kit.tongue import language_now
from kindling.plans.along import Piece
from kindling.plans.drawing import Line, dots
from kindling.plans.models import PlanItem
from kindling.plans.queries.page import Card, PlanPage
from kindling.ui.format import short_day
from kindling.ui.icons import icon
from kindling.ui.quick import markup, plain

MOST_WORDS, LEEWAY = 180, 5  # letters of what is said in short
MOST_PIECES = 4
ADDING, MARKING = ("active", "exhibited"), ("active", "exhibited", "reflected")


def draw_cards(page: PlanPage, csrf: Markup) -> Markup:
    """Draw `<ol class="plan-items">`: each item at a glance, its title leading to it.

    csrf: the hidden field of the forms in it.
    """
    language = language_now()
    drawn = [_card(card, page, csrf, language) for card in page.cards]
    return markup(f'<ol class="plan-items" role="list">{"".join(drawn)}</ol>')


def _card(card: Card, page: PlanPage, csrf: Markup, language: str) -> str:
    item, there = card.item, card.item.get_absolute_url()
    return (
        f'<li class="plan-item card stack" id="item-{item.public_id}">\n'
        f'<div class="plan-item__head"><span class="plan-item__number" aria-hidden="true">{card.number}'
        f'</span><h2><a href="{there}">{plain(item.title or _("Not said yet"))}</a></h2></div>\n'
        f"{_said('package', item.product)}{_said('circle-question-mark', item.question)}"
        f"{_facts(item, language)}{_goals(card)}{_pieces(card.pieces, language)}"
        f'<div class="cluster">{_doing(card, page, there, language)}'
        f"{_progress(item, page, csrf, language)}</div></li>\n"
    )


def _said(name: str, words: str) -> str:
    if not words:
        return ""
    if len(words) > MOST_WORDS + LEEWAY:
        words = words[: MOST_WORDS - 3].rsplit(" ", 1)[0] + "..."
    return f'<p class="plan-item__product">{_icon(name, 18)}<span>{plain(words)}</span></p>\n'


def _facts(item: PlanItem, language: str) -> str:
    """When, where, and what it is part of."""
    said = []
    if item.starts_on or item.ends_on:
        said.append(_days(item.starts_on, item.ends_on, language))
    if item.placement:
        said.append(f"<span>{_icon('briefcase', 16)}{plain(item.placement.site.name)}</span>")
    if item.project:
        link = f'<a href="{item.project.get_absolute_url()}">{plain(item.project.title)}</a>'
        said.append(f"<span>{_icon('hammer', 16)}{link}</span>")
    if item.course:
        said.append(f"<span>{_icon('school', 16)}{plain(item.course.title)}</span>")
    return f'<p class="plan-item__facts">{"".join(said)}</p>\n' if said else ""


@lru_cache(maxsize=1024)
def _days(starts_on: date | None, ends_on: date | None, _language: str) -> str:
    first, last = short_day(starts_on) if starts_on else "", short_day(ends_on) if ends_on else ""
    return f"<span>{_icon('calendar', 16)}{plain(first)} – {plain(last)}</span>"


def _goals(card: Card) -> str:
    drawn = [f'<li class="hue-{hue}">{plain(name)}</li>' for name, hue in card.goals]
    drawn += [
        f'<li class="plan-goals__own">{_icon("heart", 14)}{plain(words)}</li>'
        for words in card.own_goals
    ]
    served = [
        f'<p class="plan-item__facts"><span>{_icon("lock", 16)}<a href="{goal.get_absolute_url()}">'
        f"{plain(goal.get_kind_display())}</a></span></p>\n"
        for goal in card.supports
    ]
    goals = f'<ul class="plan-goals" role="list">{"".join(drawn)}</ul>\n' if drawn else ""
    return goals + "".join(served)


def _pieces(pieces: Sequence[Piece], language: str) -> str:
    """The newest few, and how many more there are."""
    if not pieces:
        return ""
    drawn = [
        f'<li><a href="{plain(one.url)}">{_icon(one.icon, 16)}<span>{plain(one.title)}</span></a></li>'
        for one in pieces[:MOST_PIECES]
    ]
    if len(pieces) > MOST_PIECES:
        drawn.append(_more(len(pieces) - MOST_PIECES, language))
    return f'<ul class="plan-pieces" role="list">{"".join(drawn)}</ul>\n'


@lru_cache(maxsize=512)
def _more(count: int, _language: str) -> str:
    said = ngettext("and one more", "and %(num)s more", count) % {"num": count}
    return f"<li><small>{plain(said)}</small></li>"


def _doing(card: Card, page: PlanPage, there: str, language: str) -> str:
    """What one who writes the plan does with an item now."""
    think = page.may_write and _button(f"{there}?ask=experience", "message-circle", language)
    adds = card.add_url and page.part.writes and page.plan.state in ADDING
    return (think or "") + (_button(plain(card.add_url), "camera", language) if adds else "")


def _button(there: str, name: str, language: str) -> str:
    return f'<a class="btn" href="{there}">{_label(name, language)}</a>'


@lru_cache(maxsize=64)
def _label(name: str, _language: str) -> str:
    words = _("Add evidence") if name == "camera" else _("Think it through")
    return f"{_icon(name, 18)}<span>{plain(words)}</span>"


def _progress(item: PlanItem, page: PlanPage, csrf: Markup, language: str) -> str:
    """How far it is: to be marked while the plan runs, else read."""
    if page.part.writes and page.plan.state in MARKING:
        there = url("plans:mark", item.public_id)
        marks = _marks(item.progress, language)
        return f'<form method="post" action="{there}" class="cluster">{csrf}{marks}</form>'
    if item.progress == PlanItem.Progress.AHEAD:
        return ""
    return f"<small>{plain(item.get_progress_display())}</small>"


@lru_cache(maxsize=64)
def _marks(now: str, _language: str) -> str:
    drawn = []
    for value, label in PlanItem.Progress.choices:
        css, pressed = (" is-on", "true") if value == now else ("", "false")
        drawn.append(
            f'<button class="btn btn--bare{css}" name="progress" value="{value}" '
            f'aria-pressed="{pressed}">{plain(label)}</button>'
        )
    return "".join(drawn)


def draw_coverage(page: PlanPage) -> Markup:
    """Draw which goals the plan touches: dots for the eye, the numbers of the items in words."""
    language, count = language_now(), len(page.cards)
    drawn = [_line(line, count, language) for line in page.coverage]
    return markup(f'<ul class="coverage" role="list">{"".join(drawn)}</ul>')


@lru_cache(maxsize=4096)
def _line(line: Line, count: int, _language: str) -> str:
    own, bare = "coverage__own" if line.own else "", "" if line.numbers else " is-bare"
    numbers = ", ".join(map(str, line.numbers))
    said = _("in number %(numbers)s") % {"numbers": numbers} if numbers else _("in nothing yet")
    heart = _icon("heart", 14) if line.own else ""
    return (
        f'<li class="{own}{bare}"><span>{heart}{plain(line.name)}</span>\n{dots(line, count)}\n'
        f'<span class="visually-hidden">{plain(said)}</span></li>\n'
    )


@lru_cache(maxsize=64)
def _icon(name: str, size: int) -> Markup:
    return icon(name, size)
