"""What Tide does today, and who leads the next circle."""

from __future__ import annotations

from datetime import date

from kindling.gatherings.actions import begin_turns, plan_gathering


def add(maker) -> None:
    cast = maker.cast
    ana = cast.as_("ana")
    one = plan_gathering(cast.tide, kind="session", on=date(2026, 10, 13), title="Roots", by=ana)
    maker.ids |= {
        "gatherings/": one.public_id,
        "gatherings/of/": cast.tide.public_id,
        "gatherings/themes/": "who-am-i",
        "gatherings/turns/": begin_turns(cast.tide, "circle", by=ana).public_id,
        "<slug:what>": "circle",
    }
