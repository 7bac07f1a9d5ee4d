"""A visit to the shelter and one at Luis' home."""

from __future__ import annotations

from datetime import date

from kindling.placements.models import Placement
from kindling.visits import actions
from kindling.visits.models import HomeReader

TODAY = date(2026, 10, 13)


def add(maker) -> None:
    cast = maker.cast
    ana, place = cast.as_("ana"), Placement.objects.get(student=cast.luis)
    visit = actions.log_visit(place, kind="visit", tasks="Feeds the cats.", by=ana)
    home = actions.plan_home_visit(cast.luis, on=TODAY, by=ana)
    actions.note_home_visit(home, hopes="College", sensitive="Work is scarce.", by=ana)
    actions.name_reader(cast.chen, by=cast.as_("dana"))
    maker.ids |= {
        "visits/": visit.public_id,
        "visits/at/": place.public_id,
        "home-visits/": home.public_id,
        "home-visits/readers/": HomeReader.objects.get().public_id,
    }
