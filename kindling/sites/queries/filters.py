"""What the address of the list of places asks for, and what of it a place must meet."""

from __future__ import annotations

from dataclasses import dataclass, fields, replace
from datetime import time
from functools import reduce
from math import cos, radians
from operator import or_
from typing import Any
from urllib.parse import urlencode

from django.db.models import Exists, F, OuterRef, Q
from django.db.models.expressions import OrderBy
from django.http import QueryDict

from kindling.interests.areas import Area
from kindling.people.models import Student
from kindling.schools.models import School
from kindling.schools.viewer import Viewer
from kindling.sites import rules
from kindling.sites.models import Opportunity, OpportunityQuerySet
from kindling.sites.travel import PACE

MOST_LETTERS = 400  # a sentence or three about oneself
WEEK = range(7)
FROM_HOURS, UNTIL_HOURS = range(7, 14), range(11, 19)
AGES, ROOMS, MINUTES = range(13, 20), (1, 2, 3, 4), (10, 15, 20, 30, 45, 60, 90)
KM_A_DEGREE = 111.195

# How a site's own words name a language or say that somebody can get in.
LANGUAGES = {
    "es": ("Spanish", "Español", "español"),
    "pt": ("Portuguese", "Português", "português"),
    "ar": ("Arabic", "العربية"),
    "zh": ("Chinese", "Mandarin", "Cantonese", "中文"),
    "ht": ("Haitian", "Creole", "Kreyòl"),
    "fr": ("French", "Français", "français"),
    "vi": ("Vietnamese", "Tiếng Việt"),
    "asl": ("ASL", "sign language"),
}
ACCESS = {
    "steps": ("step-free", "step free", "no steps", "ramp", "wheelchair", "level entrance"),
    "lift": ("lift", "elevator", "ground floor", "one floor"),
    "quiet": ("quiet", "low noise", "calm"),
    "toilet": ("accessible toilet", "accessible restroom", "accessible bathroom"),
}


@dataclass(frozen=True)
class Filters:
    """Anything the address can't mean is left out, never an error. 0 and "" ask for nothing."""

    q: str = ""
    areas: tuple[str, ...] = ()
    days: tuple[int, ...] = ()
    is_open: bool = False
    state: str = ""
    since: int = 0  # not before this hour
    until: int = 0  # over by this hour
    age: int = 0
    language: str = ""
    access: tuple[str, ...] = ()
    room: int = 0  # free seats
    minutes: int = 0  # from school
    order: str = ""  # "near": those that one reaches soonest come first

    @classmethod
    def read(cls, asked: QueryDict, viewer: Viewer) -> Filters:
        """Read ?q= &area= &day= (many; Monday is 0) &open=1 &state= (for keepers), and NEEDS."""
        states = {*Opportunity.State.values, "all"} if rules.may_edit_places(viewer) else set()
        days = {int(day) for day in asked.getlist("day") if day in {str(n) for n in WEEK}}
        return cls(
            q=" ".join(asked.get("q", "").replace("\0", " ").split())[:MOST_LETTERS],
            areas=tuple(area for area in Area.values if area in asked.getlist("area")),
            days=tuple(sorted(days)),
            is_open=asked.get("open") == "1",
            state=asked.get("state", "") if asked.get("state") in states else "",
            since=one_of(asked, "from", FROM_HOURS),
            until=one_of(asked, "until", UNTIL_HOURS),
            age=one_of(asked, "age", AGES),
            language=asked.get("language", "") if asked.get("language") in LANGUAGES else "",
            access=tuple(need for need in ACCESS if need in asked.getlist("access")),
            room=one_of(asked, "room", ROOMS),
            minutes=one_of(asked, "minutes", MINUTES),
            order="near" if asked.get("order") == "near" else "",
        )

    @property
    def is_empty(self) -> bool:
        return self == Filters()

    @property
    def has_needs(self) -> bool:
        """Whether anything behind "More" is asked for."""
        plain = replace(self, q="", areas=(), days=(), is_open=False, state="")
        return plain != Filters()

    @property
    def words_alone(self) -> str:
        """The same words without the filters, for an address; empty when there are no filters."""
        alone = Filters(q=self.q)
        return alone.query if self.q and alone != self else ""

    @property
    def query(self) -> str:
        """The filters as they stand in an address, for links to other pages of the list."""
        pairs: list[tuple[str, str]] = []
        for field in fields(self):
            value = getattr(self, field.name)
            many = value if isinstance(value, tuple) else (value,) if value else ()
            name = IN_ADDRESS.get(field.name, field.name)
            pairs += [(name, "1" if one is True else str(one)) for one in many]
        return urlencode(pairs)


IN_ADDRESS = {"areas": "area", "days": "day", "is_open": "open", "since": "from"}


def one_of(asked: QueryDict, name: str, choices: range | tuple[int, ...]) -> int:
    value = asked.get(name, "")
    return int(value) if value in {str(choice) for choice in choices} else 0


def narrowed(
    places: OpportunityQuerySet, filters: Filters, viewer: Viewer, age: int | None
) -> OpportunityQuerySet:
    """Keep the places that meet every filter but the words; `age` as `age_of` says it."""
    places = in_state(places, filters.state)
    if filters.areas:
        wanted = rules.visible_areas(viewer).filter(area__in=filters.areas)
        places = places.filter(Exists(wanted.filter(opportunity=OuterRef("pk"))))
    if filters.days:
        places = places.filter(any_of("days__contains", [str(day) for day in filters.days]))
    if filters.is_open:
        places = open_to(places, age).awake(viewer.school.today())
    return meeting(places, filters, viewer.school) if filters.has_needs else places


def age_of(student: Student | None, viewer: Viewer) -> int | None:
    """A student's age today, 0 when their birthday is not known; None for everybody else."""
    if student is None:
        return None
    return student.age_on(viewer.school.today()) or 0


def meeting(places: OpportunityQuerySet, filters: Filters, school: School) -> OpportunityQuerySet:
    """Keep what meets hours, age, language, access, room and distance. Hours not said may fit."""
    if filters.since:
        places = places.filter(Q(starts_at=None) | Q(starts_at__gte=time(filters.since)))
    if filters.until:
        places = places.filter(Q(ends_at=None) | Q(ends_at__lte=time(filters.until)))
    if filters.age:
        places = places.filter(Q(min_age=None) | Q(min_age__lte=filters.age))
    if filters.language:
        places = places.filter(any_of("site__languages__icontains", LANGUAGES[filters.language]))
    for need in filters.access:
        places = places.filter(any_of("site__access__icontains", ACCESS[need]))
    if filters.room:
        places = places.with_room(filters.room)
    return within(places, filters.minutes, school) if filters.minutes else places


def any_of(lookup: str, values: tuple[str, ...] | list[str]) -> Q:
    return reduce(or_, (Q((lookup, value)) for value in values))


def within(places: OpportunityQuerySet, minutes: int, school: School) -> OpportunityQuerySet:
    """Keep sites in the ring of so many minutes, as `travel.minutes_from_school` counts them."""
    if school.timetable_until is not None:
        return places.filter(commute__minutes__lte=minutes)
    if school.latitude is None or school.longitude is None:
        return places.none()
    off = off_from_school(F("site__latitude"), F("site__longitude"), school)
    return places.alias(off=off).filter(off__lte=furthest(minutes))


def is_within(latitudes: Any, longitudes: Any, minutes: int, school: School) -> Any:
    """The same of columns; without a position, or with a timetable, the database knows."""
    if None in (school.latitude, school.longitude) or school.timetable_until is not None:
        return True
    off = off_from_school(latitudes, longitudes, school)
    return off <= furthest(minutes) * (1 + 1e-9)


def off_from_school(latitude: Any, longitude: Any, school: School) -> Any:
    """How far off as degrees, squared; of two numbers, two columns, or what stands for them."""
    here = school.latitude or 0.0, school.longitude or 0.0
    north, east = latitude - here[0], (longitude - here[1]) * cos(radians(here[0]))
    return north * north + east * east


def furthest(minutes: int) -> float:
    most: float = ((minutes + 0.5) / 60 * PACE / KM_A_DEGREE) ** 2
    return most


def nearest_first(places: OpportunityQuerySet, school: School) -> OpportunityQuerySet:
    """Put what one reaches soonest first, and what is not known last."""
    off = off_from_school(F("site__latitude"), F("site__longitude"), school)
    first = F("commute__minutes") if school.timetable_until is not None else off
    return places.order_by(OrderBy(first, nulls_last=True), "title", "pk")


def in_state(places: OpportunityQuerySet, state: str) -> OpportunityQuerySet:
    """Closed places stay out of the list unless asked for."""
    if state == "all":
        return places
    return places.filter(state=state) if state else places.exclude(state=Opportunity.State.CLOSED)


def open_to(places: OpportunityQuerySet, age: int | None) -> OpportunityQuerySet:
    """Keep what `openness_of` would call open: with a free seat, taking students, old enough."""
    places = places.with_room(1).filter(state=Opportunity.State.OPEN)
    return places if age is None else places.filter(Q(min_age=None) | Q(min_age__lte=age))
