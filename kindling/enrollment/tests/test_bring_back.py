"""Somebody who graduated comes back."""

from datetime import date

import time_machine

from kindling.enrollment.actions import readmit_student
from kindling.gateways import actions
from kindling.gateways.tests.test_graduate import graduating
from kindling.people.models import Student


def test_whom_the_registrar_brings_back_stays(cast):
    graduating(cast, date(2026, 10, 14))

    with time_machine.travel("2026-10-15T09:00Z"):
        actions.finish_school()
        readmit_student(Student.objects.get(pk=cast.luis.pk), by=cast.as_("priya"))
        actions.finish_school()

    assert Student.objects.get(pk=cast.luis.pk).state == "enrolled"
