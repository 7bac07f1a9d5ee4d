"""What every Jinja2 template may use from here; kindling.config.jinja puts it in place."""

from __future__ import annotations

from typing import Any

from kindling.kit.editing import stamp_of
from kindling.ui.charts import dot_histogram, hue_of, ring_spots
from kindling.ui.chips import TONE_ICONS, chip, pebble, place_foot
from kindling.ui.controls import control, problems
from kindling.ui.faces import face
from kindling.ui.format import (
    clock,
    day,
    hours,
    hours_of,
    month,
    number,
    short_day,
    short_month,
    weekday,
)
from kindling.ui.icons import icon, icon_again, icon_marks
from kindling.ui.language import language, languages
from kindling.ui.month import month_weeks
from kindling.ui.navigation import draw_links
from kindling.ui.places import draw_places
from kindling.ui.ribbon import ribbon

GLOBALS: dict[str, Any] = {
    "TONE_ICONS": TONE_ICONS,
    "control": control,
    "draw_links": draw_links,
    "dot_histogram": dot_histogram,
    "draw_chip": chip,
    "draw_pebble": pebble,
    "draw_places": draw_places,
    "draw_ribbon": ribbon,
    "face": face,
    "hue_of": hue_of,
    "icon": icon,
    "icon_again": icon_again,
    "icon_marks": icon_marks,
    "language": language,
    "languages": languages,
    "month_weeks": month_weeks,
    "place_foot": place_foot,
    "problems": problems,
    "ring_spots": ring_spots,
    "stamp_of": stamp_of,
}

FILTERS: dict[str, Any] = {
    "clock": clock,
    "day": day,
    "hours": hours,
    "hours_of": hours_of,
    "month": month,
    "number": number,
    "short_day": short_day,
    "short_month": short_month,
    "weekday": weekday,
}
