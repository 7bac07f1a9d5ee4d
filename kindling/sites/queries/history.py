"""What was done with a place, told in words."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from kindling.history.models import Event
from kindling.schools.viewer import Viewer
from kindling.sites import rules

LATEST = 50

WORDS: dict[str, str | Promise] = {
    "organisation.add": gettext_lazy("Organisation added"),
    "organisation.change": gettext_lazy("Organisation changed"),
    "site.add": gettext_lazy("Site added"),
    "site.change": gettext_lazy("Site changed"),
    "site.add_mentor": gettext_lazy("Mentor added"),
    "site.make_lead": gettext_lazy("Mentor leads from here on"),
    "site.end_mentor": gettext_lazy("Mentor ended"),
    "organisation.merge": gettext_lazy("The same one twice, merged"),
    "organisation.unmerge": gettext_lazy("Merge undone"),
    "site.merge": gettext_lazy("The same one twice, merged"),
    "site.unmerge": gettext_lazy("Merge undone"),
    "mentor.merge": gettext_lazy("The same one twice, merged"),
    "mentor.unmerge": gettext_lazy("Merge undone"),
    "site.mentor_left": gettext_lazy("Mentor moved away"),
    "site.mentor_came": gettext_lazy("Mentor moved here"),
    "site.rest": gettext_lazy("Rests"),
    "site.no_contact": gettext_lazy("Do not contact"),
    "site.lift_quiet": gettext_lazy("May be contacted again"),
    "mentor.rest": gettext_lazy("Rests"),
    "mentor.no_contact": gettext_lazy("Do not contact"),
    "mentor.lift_quiet": gettext_lazy("May be contacted again"),
    "opportunity.add": gettext_lazy("Place added"),
    "opportunity.change": gettext_lazy("Place changed"),
    "opportunity.pause": gettext_lazy("Place paused"),
    "opportunity.open": gettext_lazy("Place opened again"),
    "opportunity.close": gettext_lazy("Place closed"),
    "opportunity.remind": gettext_lazy("Reminder sent to ask again"),
}

FIELDS: dict[str, str | Promise] = {
    "name": gettext_lazy("Name"),
    "title": gettext_lazy("What students do"),
    "what": gettext_lazy("More about it"),
    "website": gettext_lazy("Website"),
    "notes": gettext_lazy("Notes for staff"),
    "address": gettext_lazy("Address"),
    "city": gettext_lazy("City"),
    "postal_code": gettext_lazy("Postal code"),
    "phone": gettext_lazy("Phone"),
    "latitude": gettext_lazy("Latitude"),
    "longitude": gettext_lazy("Longitude"),
    "languages": gettext_lazy("Languages"),
    "access": gettext_lazy("Access"),
    "entrance": gettext_lazy("Which door, in an emergency"),
    "hospital": gettext_lazy("Nearest hospital, and its phone"),
    "days": gettext_lazy("Days"),
    "starts_at": gettext_lazy("From"),
    "ends_at": gettext_lazy("To"),
    "capacity": gettext_lazy("Seats"),
    "min_age": gettext_lazy("From which age"),
    "bring": gettext_lazy("Bring"),
    "wear": gettext_lazy("Wear"),
    "areas": gettext_lazy("Interest areas"),
    "given_name": gettext_lazy("First name"),
    "family_name": gettext_lazy("Last name"),
    "email": gettext_lazy("E-mail"),
    "pronouns": gettext_lazy("Pronouns"),
    "language": gettext_lazy("Reads"),
    "near_metres": gettext_lazy("Counts as there"),
}


@dataclass(frozen=True)
class Told:
    """One event: what, who, when, and what stood there before as (field, earlier value)."""

    what: str
    who: str
    at: datetime
    about: str
    earlier: tuple[tuple[str, str], ...]


def told(viewer: Viewer, public_ids: Iterable[str]) -> tuple[Told, ...]:
    """The latest events of these things, newest first; none for those who may not read them."""
    events = rules.visible_events(viewer, public_ids).filter(verb__in=WORDS)
    return tuple(tell(event) for event in events[:LATEST])


def tell(event: Event) -> Told:
    was = event.detail.get("was")
    pairs = was.items() if isinstance(was, dict) else ()
    return Told(
        what=str(WORDS[event.verb]),
        who=event.by.name if event.by else _("Kindling itself"),
        at=event.at,
        about=str(event.detail.get("name") or event.detail.get("title") or ""),
        earlier=tuple((str(FIELDS.get(name, name)), value or "–") for name, value in pairs),
    )
