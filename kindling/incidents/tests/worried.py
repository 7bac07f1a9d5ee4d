"""Jordan at the clinic with Sam, and a worry to Ana."""

from __future__ import annotations

from kindling.attendance.tests.placed import make_placement
from kindling.incidents.actions import raise_worry
from kindling.incidents.models import Incident

SECRET = "He shouts at me when nobody is there."


def placed(cast):
    return make_placement(cast.jordan, cast.clinic, cast.sam)


def worry_of(cast, *, adult=None, **facts) -> Incident:
    usual = {"adult": adult or cast.ana, "text": SECRET}
    return raise_worry(cast.jordan, **(usual | facts), by=cast.as_("jordan"))
