"""Short ways to what the tests of services begin with."""

from __future__ import annotations

from datetime import date

from kindling.services import actions


def offered(cast, *, is_open=True, **other):
    usual = {
        "kind": "language", "title": "English for families", "about": "Speak and listen.",
        "when": "Tuesdays, 6 to 7:30", "where": "Library", "starts_on": date(2026, 10, 13),
        "ends_on": date(2026, 12, 15), "places": None, "lead": cast.ana,
    }  # fmt: skip
    made = actions.write_service(by=cast.as_("chen"), **usual | other)
    if is_open:
        actions.open_service(made, by=cast.as_("chen"))
    return made
