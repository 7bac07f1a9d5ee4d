"""What a person's own page shows, and where they go first."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from django.db.models import QuerySet
from django.utils import timezone
from django.utils.translation import gettext as _

from kindling.accounts.devices import in_words
from kindling.accounts.doors import doors_of
from kindling.accounts.models import Session, User
from kindling.keys.actions.second_step import GRACE
from kindling.keys.rules import known_people
from kindling.kit.waits import HoldsUp, Wait, since_day
from kindling.notices.models import PushDevice
from kindling.schools.models import School
from kindling.schools.roles import Role
from kindling.schools.viewer import Viewer
from kindling.ui.format import day


@dataclass(frozen=True)
class Device:
    """A signed-in browser, in its owner's words."""

    public_id: str
    name: str
    since: datetime
    seen_at: datetime | None
    is_this: bool


def devices_of(sessions: list[Session], current: str | None) -> list[Device]:
    """Turn session rows into devices; `current` is the key of the session that asks."""
    return [
        Device(
            row.public_id,
            in_words(row.device),
            row.created_at,
            row.seen_at,
            row.session_key == current,
        )
        for row in sessions
    ]


def open_sessions(user: User) -> QuerySet[Session]:
    """Return the user's sessions that still sign them in, the one seen last first."""
    alive = user.sessions.filter(expire_date__gt=timezone.now())
    return alive.order_by("-seen_at", "-created_at")


def push_devices(user: User) -> list[PushDevice]:
    """Return the browsers in which the user asked for notifications. One statement."""
    return list(PushDevice.alive(user.pk))


def schools_of(user: User) -> list[School]:
    """Return the schools at which the user wears a hat today, by name. Two statements."""
    return [person.school for person in known_people(user)]


def waits(viewer: Viewer) -> list[Wait]:
    """The second step a colleague has yet to add. Asks nothing where the school does not."""
    since = viewer.school.second_step_from
    if since is None or not viewer.is_staff or viewer.purpose or viewer.person is None:
        return []
    user = viewer.person.user
    if user is None or user.has_second_step:
        return []
    say = _("Add a second step before %(day)s.") % {"day": day(since)}
    asked = since_day(since, viewer.school.zone) - GRACE
    key = f"keys.second_step:{viewer.person.public_id}"
    return [Wait(key, say, "/you/second-step/", HoldsUp.NOBODY, asked, icon="shield-check")]


def reads(user: User) -> tuple[str, bool]:
    """Return the language the user's first school knows of, "" for none, and whether they read
    large letters.
    """
    known = user.people.order_by("pk").values_list("language", "has_large_text").first()
    return known or ("", False)


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
