"""An entry of Luis's that waits, shared with his mentor, and a formal request about him."""

from __future__ import annotations

from datetime import date

from kindling.journals import actions


def add(maker) -> None:
    cast = maker.cast
    luis = cast.as_("luis")
    entry = actions.write_entry(cast.luis, text="The chain broke twice.", by=luis)
    actions.share_entry(entry, "mentor", by=luis)
    days = {"from_on": date(2026, 10, 1), "to_on": date(2026, 10, 13)}
    asked = actions.request_journal(cast.luis, why="A complaint.", by=cast.as_("dana"), **days)
    maker.ids |= {
        "journals/": entry.public_id,
        "journals/of/": cast.luis.public_id,
        "journals/room/": entry.public_id,
        "journals/requests/": asked.public_id,
    }
