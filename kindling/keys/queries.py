"""What a person's own page shows, and where they go first."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime

from django.db.models import QuerySet
from django.utils import timezone

from kindling.accounts.devices import in_words
from kindling.accounts.doors import doors_of
from kindling.accounts.models import Session, User
from kindling.keys.rules import known_people
from kindling.notices.models import PushDevice
from kindling.schools.models import School
from kindling.schools.roles import Role


@dataclass(frozen=True)
class Device:
    """A signed-in browser, in its owner's words."""

    public_id: str
    name: str
    since: datetime
    seen_on: date | None
    is_this: bool


def devices_of(sessions: list[Session], current: str | None) -> list[Device]:
    """Turn session rows into devices; `current` is the key of the session that asks."""
    return [
        Device(
            row.public_id,
            in_words(row.device),
            row.created_at,
            row.seen_on,
            row.session_key == current,
        )
        for row in sessions
    ]


def open_sessions(user: User) -> QuerySet[Session]:
    """Return the user's sessions that still sign them in, the one seen last first."""
    alive = user.sessions.filter(expire_date__gt=timezone.now())
    return alive.order_by("-seen_on", "-created_at")


def push_devices(user: User) -> list[PushDevice]:
    """Return the browsers in which the user asked for notifications. One statement."""
    return list(PushDevice.alive(user.pk))


def schools_of(user: User) -> list[School]:
    """Return the schools at which the user wears a hat today, by name. Two statements."""
    return [person.school for person in known_people(user)]


def language_of(user: User) -> str:
    """Return the language the user's first school knows of; "" when no school knows them."""
    return user.people.order_by("pk").values_list("language", flat=True).first() or ""


def first_path(user: User) -> str:
    """Return where a person goes first: the only school, its set-up, or the list of schools.

    Somebody of no school goes to the only other page that is theirs.
    """
    schools = schools_of(user)
    if not schools:
        doors = doors_of(user)
        return doors[0].path if len(doors) == 1 else "/you/"
    if len(schools) != 1:
        return "/you/"
    only = schools[0]
    rest = "set-up/" if only.set_up_at is None and administers(user, only) else ""
    return f"/{only.slug}/{rest}"


def administers(user: User, school: School) -> bool:
    """Say whether the user holds an administrator's hat there. One statement."""
    hats = user.people.filter(school=school, memberships__role=Role.ADMINISTRATOR)
    return hats.filter(memberships__until_on__isnull=True).exists()
