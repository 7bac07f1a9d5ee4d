"""The clock of 45 days."""

from datetime import date, timedelta

import pytest
import time_machine
from django.core import mail

from kindling.rights.actions.reminding import _is_time, remind_of_requests
from kindling.rights.tests.asking import asked

DUE = date(2026, 11, 27)


@pytest.mark.parametrize(
    ("left", "reminded", "is_now"),
    [
        (16, None, False), (15, None, True), (10, 15, False), (5, 15, True), (0, 5, True),
        (-3, 0, False), (-7, 0, True), (-9, -7, False),
    ],
)  # fmt: skip
def test_fifteen_and_five_days_before_on_the_day_and_weekly_after(left, reminded, is_now):
    last = None if reminded is None else DUE - timedelta(days=reminded)

    assert _is_time(DUE, last, DUE - timedelta(days=left)) is is_now


def test_the_registrar_gets_one_letter(cast, django_capture_on_commit_callbacks):
    made = asked(cast)
    mail.outbox.clear()

    with time_machine.travel("2026-11-24T15:00:00+00:00"):
        for _turn in range(2):
            with django_capture_on_commit_callbacks(execute=True):
                remind_of_requests()

    assert [one.to for one in mail.outbox] == [[cast.priya.email]]
    assert made.student.name in mail.outbox[0].subject
