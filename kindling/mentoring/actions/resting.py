"""“Please do not ask me until …”: a mentor's own word. Safety still reaches them."""

from __future__ import annotations

from datetime import date

from django.db import transaction
from django.utils.translation import gettext as _

from kindling.history.steps import record
from kindling.kit.http import Refused, require
from kindling.mentoring import rules
from kindling.schools.models import Person
from kindling.schools.viewer import Viewer
from kindling.sites.actions import leave_alone, lift_quiet
from kindling.sites.models import Quiet


@transaction.atomic
def rest_mentor(person: Person, until_on: date | None, *, by: Viewer) -> None:
    """No reminders, no questions, until a day; without one, no more at all.

    Who learns with them goes on, and what is about safety is still sent.
    """
    require(rules.speaks_for(by, person))
    told = {"name": person.name}
    reason = _("%(name)s asked for it by their link.") % told
    system = Viewer.system(by.school)
    leave_alone(person, Quiet.Kind.NO_CONTACT, reason=reason, until_on=until_on, by=system)
    record("mentor.rest", person, by=by, until_on=until_on.isoformat() if until_on else "")


@transaction.atomic
def ask_again(person: Person, *, by: Viewer) -> None:
    """End the rest one asked for oneself; one that the school decided on stays."""
    require(rules.speaks_for(by, person))
    quiet = rules.own_quiets(by).first()
    if quiet is None:
        raise Refused(_("You are asked as usual."))
    reason = _("%(name)s asked for it by their link.") % {"name": person.name}
    lift_quiet(quiet, reason=reason, by=Viewer.system(by.school))
    record("mentor.ask_again", person, by=by)
