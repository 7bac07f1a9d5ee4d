"""People, places and days for the styleguide. Made up, and nowhere else."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date, time

from kindling.ui.charts import Dots, Rings, dot_histogram, hue_of, ring_spots
from kindling.ui.month import Day, Entry, month_weeks

TODAY = date(2026, 10, 13)


@dataclass(frozen=True)
class SamplePerson:
    name: str
    public_id: str
    place: str = ""

    @property
    def first(self) -> str:
        return self.name.split()[0]


@dataclass(frozen=True)
class SampleSchool:
    name: str = "Harbor View"
    slug: str = "harbor-view"
    phone: str = "555 0142"

    def today(self) -> date:
        return TODAY


@dataclass(frozen=True)
class SampleViewer:
    """Enough of a viewer to draw the shell with somebody in it."""

    person: SamplePerson
    school: SampleSchool
    roles: frozenset[str] = field(default_factory=frozenset)


@dataclass(frozen=True)
class SamplePlace:
    label: str
    minutes: int
    icon: str
    area: str
    text: str
    open: str
    why: str = ""

    @property
    def hue(self) -> int:
        return hue_of(self.area)


PEOPLE = [
    SamplePerson("Maya Santos", "maya", "Bayside Animal Clinic"),
    SamplePerson("Jordan Blake", "jordan", "North Star Radio"),
    SamplePerson("Luis Díaz", "luis", "Gearhead Bike Co-op"),
    SamplePerson("Sofía Ñandú O’Brien-Hernández", "sofia", "City Council, Ward 4"),
    SamplePerson("Sokha", "sokha", "Looking for an internship"),
    SamplePerson("مريم الحسن", "mariam", "Little Oaks Preschool"),
    SamplePerson("🌻 Sunny Tran", "sunny", "Studio Fable"),
    SamplePerson("Alexandria Wolfeschlegelsteinhausen Bergerdorff", "alex", "Cedar & Salt"),
]

PLACES = [
    SamplePlace(
        "Bayside", 12, "paw-print", "Animals", "Help with the morning round and the lab.", "1 open"
    ),
    SamplePlace(
        "North Star", 24, "radio", "Media", "Make a ten-minute piece for the radio.", "2 open"
    ),
    SamplePlace(
        "Gearhead",
        9,
        "bike",
        "Trades",
        "Strip, true and rebuild donated bikes.",
        "Full until January",
        "Both seats are taken until 22 January.",
    ),
    SamplePlace(
        "Cedar & Salt",
        31,
        "chef-hat",
        "Food",
        "Learn the line from mise to service.",
        "1 open",
        "You must be 16 on the first day.",
    ),
]

HOURS = [52.0, 48.5, 12.0, 31.0, 4.0, 44.0, 61.0, 38.0]


def histogram() -> Dots:
    return dot_histogram(zip(PEOPLE, HOURS, strict=True), mark=40)


def spots() -> Rings:
    return ring_spots(PLACES)


def month() -> tuple[tuple[Day, ...], ...]:
    """October, with internship days and two visits."""
    days = [Entry(date(2026, 10, n), "Internship day") for n in (1, 6, 8, 13, 15, 20, 22, 27, 29)]
    visits = [
        Entry(date(2026, 10, 13), "Visit Maya", 5, time(13, 0), "#main"),
        Entry(date(2026, 10, 22), "Exhibitions, night one", 7, time(17, 30)),
    ]
    return month_weeks(TODAY, [*days, *visits], today=TODAY)
