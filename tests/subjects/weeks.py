"""A week of Luis and Maya, with a room, an interpreter and one change by hand."""

from __future__ import annotations

from kindling.weeks import actions
from kindling.weeks.tests.planning import at, make, room, sitting


def add(maker) -> None:
    cast, by = maker.cast, maker.cast.as_("chen")
    week = make(cast, "jordan")
    one = sitting(week, cast.jordan)
    actions.place_sitting(one, room(week), at(22, 10), by=by)
    voice = actions.add_interpreter(week, name="Lucia Vega", language="es", by=by)
    maker.ids |= {
        "weeks/": week.public_id,
        "weeks/times/": one.public_id,
        "weeks/<slug:day_id>": week.days.first().public_id,
        "weeks/<slug:room_id>": room(week, "Studio").public_id,
        "weeks/<slug:person_id>": cast.ana.public_id,
        "weeks/<slug:voice_id>": voice.public_id,
        "weeks/<slug:change_id>": week.changes.get().public_id,
    }
