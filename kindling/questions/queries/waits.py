"""The pulse of a term, while a student has not given it."""

from __future__ import annotations

from django.utils.translation import gettext as _

from kindling.kit.addresses import url
from kindling.kit.waits import HoldsUp, Wait, since_day
from kindling.questions import rules
from kindling.schools.roles import Role
from kindling.schools.viewer import Viewer


def waits(viewer: Viewer) -> list[Wait]:
    """For students. No statement while no round is open, else two."""
    until = viewer.school.pulse_until
    if viewer.purpose or not viewer.is_a(Role.STUDENT) or until is None:
        return []
    round_ = rules.open_round(viewer)
    left = rules.own_unanswered(viewer, round_) if round_ else []
    return [
        Wait(
            key=f"pulse.give:{one.public_id}", icon="heart-pulse",
            url=url("questions:give_pulse", one.public_id),
            say=_("Say how it is at %(site)s: three numbers.") % {"site": one.site.name},
            holds_up=HoldsUp.NOBODY, since=since_day(round_.opens_on, viewer.school.zone),
        )
        for one in left
        if round_
    ]  # fmt: skip
