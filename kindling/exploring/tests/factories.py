"""Short ways to what the tests of exploring begin with."""

from __future__ import annotations

from datetime import date, time
from io import BytesIO

from PIL import Image

from kindling.exploring import actions
from kindling.exploring.models import ShadowDay
from kindling.people.actions import connect
from kindling.placements.models import Pursuit
from kindling.schools.models import Person
from kindling.schools.roles import Role
from kindling.schools.viewer import Viewer
from tests.cast import FIRST_DAY, Cast, make_person

TODAY = date(2026, 10, 13)
FRIDAY = date(2026, 10, 16)
WEDNESDAY = date(2026, 10, 14)


def jordans_family(cast: Cast) -> Person:
    """Jordan's father, who has a phone and no account."""
    dad = make_person(cast.school, "Ray Blake", Role.GUARDIAN, user=False)
    connect(cast.jordan, dad, Role.GUARDIAN, by=Viewer.system(cast.school), since_on=FIRST_DAY)
    return dad


def jordans_pursuit(cast: Cast) -> Pursuit:
    """Jordan may go after the shelter."""
    seat = cast.shelter.seats.get()
    type(seat).objects.filter(pk=seat.pk).update(is_taken=True)
    return Pursuit.objects.create(
        school=cast.school, student=cast.jordan, opportunity=cast.shelter, seat=seat,
        why="Dogs.", state=Pursuit.State.APPROVED, until_on=date(2026, 11, 3),
        approved_on=TODAY,
    )  # fmt: skip


def planned(cast: Cast, by: str = "jordan", on: date = FRIDAY, **facts) -> ShadowDay:
    usual = {"starts_at": time(9), "ends_at": time(14)}
    return actions.plan_shadow_day(
        cast.jordan, cast.shelter, on=on, by=cast.as_(by), **(usual | facts)
    )


def behind(person: Person, purpose: str, shadow: ShadowDay) -> Viewer:
    """The viewer of the link that names this day."""
    return Viewer(person, person.school, frozenset(), purpose, frozenset([shadow.public_id]))


def agreed(cast: Cast, dad: Person, **facts) -> ShadowDay:
    """Family and host have said yes."""
    shadow = planned(cast, **facts)
    actions.say_family(shadow, yes=True, name="Ray Blake", by=behind(dad, "allow_shadow", shadow))
    actions.say_host(shadow, yes=True, by=behind(cast.sam, "host_shadow", shadow))
    return shadow


def held(cast: Cast, dad: Person) -> ShadowDay:
    """Today's day is over, five hours, as Jordan says."""
    shadow = agreed(cast, dad, on=TODAY)
    return actions.hold_shadow_day(shadow, minutes=300, by=cast.as_("jordan"))


def picture(size: tuple[int, int]) -> bytes:
    """A JPEG of this size."""
    file = BytesIO()
    Image.new("RGB", size, "green").save(file, "JPEG")
    return file.getvalue()
