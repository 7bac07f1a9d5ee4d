"""What a substitute sees across the apps: the day, and nothing that is private."""

from __future__ import annotations

from datetime import date

import time_machine

from kindling.advisory.actions import name_substitute
from kindling.incidents.rules import advisors_of
from kindling.keys.rules import visible_bearers
from kindling.placements.rules import steps_for
from kindling.placements.rules.doers import stands
from kindling.roll.rules import visible_rolls
from kindling.schools.roles import Role
from kindling.schools.viewer import Viewer
from tests.cast import make_person
from tests.matrix_subjects import a_placement


def test_a_substitute_takes_the_roll_and_decides_nothing(cast):
    kim = make_person(cast.school, "Kim Park", Role.STAFF)
    span = {"since_on": date(2026, 10, 14), "until_on": date(2026, 10, 16)}
    name_substitute(cast.tide, kim, **span, by=cast.as_("ana"))
    placement = a_placement(cast)

    with time_machine.travel("2026-10-14T12:00Z"):
        viewer = Viewer.of_person(kim)
        assert list(visible_rolls(viewer)) == [cast.tide]
        assert steps_for(stands(viewer, cast.luis), placement) == frozenset()
        assert list(advisors_of(viewer, cast.maya)) == [cast.ana]
        assert not visible_bearers(viewer).exists()  # a sheet would sign in as the student
