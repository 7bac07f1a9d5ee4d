"""What stands on the emergency cards: doors, hospitals, and what families allow to be known."""

from __future__ import annotations

import random
from datetime import timedelta

from kindling.people.actions import allow_care_note
from kindling.people.models import Connection
from kindling.schools.models import School
from kindling.schools.roles import Role
from kindling.schools.viewer import Viewer
from kindling.sites.models import Site

DOORS = [
    "Main door, ask at the desk",
    "Side door, ring twice",
    "Loading dock behind the building",
    "Second floor, the lift is on the left",
]
HOSPITALS = ["Harbor General, (401) 555-0900", "Bayside Medical Center, (401) 555-0955"]
NOTES = [
    "Allergic to peanuts, carries an EpiPen",
    "Asthma: inhaler in the front pocket of the bag",
    "Type 1 diabetes: knows what to do, needs sugar when shaky",
    "Allergic to bees",
]


def make_emergencies(school: School, chance: random.Random) -> None:
    """Every site gets a door and a hospital; some families have allowed a note."""
    sites = list(Site.objects.filter(school=school))
    for site in sites:
        site.entrance, site.hospital = chance.choice(DOORS), chance.choice(HOSPITALS)
    Site.objects.bulk_update(sites, ["entrance", "hospital"], batch_size=200)
    system = Viewer.system(school)
    kin = Connection.objects.filter(school=school, role=Role.GUARDIAN, until_on__isnull=True)
    seen = set()
    for row in kin.select_related("student__school", "adult").order_by("student_id", "pk")[:40]:
        if row.student_id in seen or chance.random() < 0.6:
            continue
        seen.add(row.student_id)
        allow_care_note(
            row.student, text=chance.choice(NOTES), allowed_by=row.adult,
            until_on=school.today() + timedelta(days=240), by=system,
        )  # fmt: skip
