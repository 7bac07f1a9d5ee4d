"""Luis learns so with Ana; a phone call is noted by hand."""

from __future__ import annotations

from datetime import date

from kindling.ale.actions import note_contact
from kindling.ale.tests.learning import put, switch_on


def add(maker) -> None:
    cast = maker.cast
    switch_on(cast)
    noted = note_contact(put(cast), on=date(2026, 10, 12), how="phone", by=cast.as_("ana"))
    maker.ids |= {
        "ale/students/": cast.luis.public_id,
        "ale/noted/": noted.public_id,
        "<slug:month>": "2026-10-01",
    }
