"""What nobody has read in the time that was promised goes to the principal, by the clock."""

from __future__ import annotations

from datetime import timedelta

import pytest
import time_machine
from django.core.exceptions import PermissionDenied

from kindling.attendance.tests.placed import at
from kindling.incidents.actions import escalate_worries, mind_worries, offer_adult, open_page
from kindling.incidents.actions.escalating import escalate_worry
from kindling.incidents.models import Incident
from kindling.incidents.tests.worried import worry_of
from kindling.notices.models import Notice
from kindling.schools.models import Membership
from kindling.schools.roles import Role
from kindling.schools.viewer import Viewer
from tests.cast import FIRST_DAY

DUE = at("2026-10-14 09:05")


@pytest.fixture
def waiting(worry):
    Notice.objects.all().delete()
    return worry


def told():
    return sorted(Notice.objects.values_list("kind", "person__name"))


def run_at(moment):
    with time_machine.travel(moment, tick=False):
        mind_worries()


def test_after_the_promised_time_the_principal_is_told_to_look(cast, waiting):
    run_at(DUE - timedelta(minutes=10))
    before = told()
    run_at(DUE)

    assert before == []
    assert told() == [
        ("incidents/private_waits", "Ana Reyes"),
        ("incidents/private_waits", "Dana Okafor"),
    ]
    letter = Notice.objects.first()
    assert letter.is_urgent
    assert letter.subject == "Please open Kindling now"
    assert "Jordan" not in letter.body


def test_running_again_tells_nobody_twice_and_the_next_day_it_is_said_again(cast, waiting):
    run_at(DUE)
    run_at(DUE + timedelta(minutes=5))
    once = len(told())
    run_at(DUE + timedelta(hours=24, minutes=1))

    assert (once, len(told())) == (2, 4)


def test_a_worker_that_slept_for_a_week_says_it_once(cast, waiting):
    run_at(DUE + timedelta(days=7))

    assert len(told()) == 2


def test_what_was_read_is_left_alone(cast, waiting):
    open_page(waiting, by=cast.as_("dana"))
    run_at(DUE)

    assert told() == []


def test_where_the_principal_does_not_read_an_administrator_nudges_without_a_link(cast, placement):
    offer_adult(cast.dana, words="", reply_hours=24, by=cast.as_("dana"))
    Membership.objects.create(
        school=cast.school, person=cast.priya, role=Role.ADMINISTRATOR, since_on=FIRST_DAY
    )
    worry_of(cast, adult=cast.dana)
    Notice.objects.all().delete()

    run_at(DUE)

    assert told() == [
        ("incidents/private_nudge", "Priya Nair"),
        ("incidents/private_waits", "Dana Okafor"),
    ]
    nudge = Notice.objects.get(person=cast.priya)
    assert "{link}" not in nudge.body
    assert nudge.subject == "Please ask Dana Okafor to open Kindling"


def test_two_workers_at_once_tell_once(cast, waiting):
    system = Viewer.system(cast.school)
    one, other = Incident.objects.get(), Incident.objects.get()
    with time_machine.travel(DUE, tick=False):
        assert escalate_worry(one, by=system) is True
        assert escalate_worry(other, by=system) is False


def test_only_the_clock(cast, waiting):
    with time_machine.travel(DUE, tick=False), pytest.raises(PermissionDenied):
        escalate_worries(by=cast.as_("dana"))
