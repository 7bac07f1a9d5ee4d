"""Short ways to what the tests of surveys begin with."""

from __future__ import annotations

from datetime import date

import time_machine

from kindling.schools.viewer import Viewer
from kindling.surveys import actions
from kindling.surveys.models import Invitation

OPENS, CLOSES = date(2026, 10, 20), date(2026, 10, 27)
OPEN_NOW = "2026-10-21T13:00:00+00:00"
AFTER = "2026-10-28T13:00:00+00:00"


def draft(cast, *, topic="mind", **other):
    usual = {
        "title": "How are you", "why": "We choose what helps.", "grades": [], "advisories": [],
        "needs_yes": False, "opens_on": OPENS, "closes_on": CLOSES,
    }  # fmt: skip
    by = cast.as_("chen")
    survey = actions.write_survey(by=by, **usual | other)
    actions.add_question(
        survey, text="How did you sleep?", choices=["Well", "Badly"], topic=topic, by=by
    )
    return survey


def announced(cast, **other):
    survey = draft(cast, **other)
    actions.announce_survey(survey, by=cast.as_("chen"))
    return survey


def invitation(cast, survey, student=None):
    return Invitation.objects.get(survey=survey, student=student or cast.luis)


def at(moment, cast):
    """Go to a moment, and let the clock open or close what is due then."""
    traveller = time_machine.travel(moment, tick=True)
    traveller.start()
    actions.mind_surveys(by=Viewer.system(cast.school))
    return traveller
