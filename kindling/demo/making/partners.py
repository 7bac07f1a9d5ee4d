"""Nora has promised to answer how students are, and families learn English on Tuesdays."""

from __future__ import annotations

from datetime import timedelta

from kindling.moods import actions as moods
from kindling.schools.models import Person, School
from kindling.schools.viewer import Viewer
from kindling.services import actions as services


def make_partners(school: School) -> None:
    """A promise for the whole school, and a class that families can join."""
    nora, dana = (
        Person.objects.get(school=school, name=name) for name in ("Nora Bell", "Dana Okafor")
    )
    by = Viewer.of_person(dana)
    promise = moods.ask_promise(nora, advisory=None, reply_hours=24, by=by)
    moods.give_promise(promise, by=Viewer.of_person(nora))
    today = school.today()
    facts = {
        "kind": "language", "title": "English for families", "places": 20, "lead": dana,
        "about": "Speak, listen, and fill in forms. Bring your children; somebody plays with them.",
        "when": "Tuesdays, 6 to 7:30", "where": "School library",
        "starts_on": today + timedelta(days=7), "ends_on": today + timedelta(days=70),
    }  # fmt: skip
    services.open_service(services.write_service(by=by, **facts), by=by)
