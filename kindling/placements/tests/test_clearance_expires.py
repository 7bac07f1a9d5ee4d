"""What runs out while somebody is there: a warning before, word after, and nothing ends by it."""

from __future__ import annotations

from datetime import date

import pytest
import time_machine
from django.utils.translation import override

from kindling.clearance.actions.expiring import mind_expiry
from kindling.clearance.tests.handed import ask_for, make_checked, make_handed
from kindling.kit.http import Refused
from kindling.notices.models import Notice
from kindling.placements.actions import start_placement
from kindling.placements.models import Placement
from kindling.placements.tests.factories import (
    TUESDAYS_AND_THURSDAYS,
    make_placement,
    make_ready,
)


def told(kind):
    rows = Notice.objects.filter(kind=f"clearance/{kind}").order_by("pk")
    return [(one.person.name, one.subject) for one in rows]


@pytest.fixture
def running(cast):
    """Maya is at the shelter; its insurance is good until 20 November."""
    placement = make_placement(cast, cast.maya, cast.shelter)
    ask_for(cast, "insurance")
    make_checked(cast, "insurance", cast.maya, cast.shelter, until_on=date(2026, 11, 20))
    return placement


def on(day):
    return time_machine.travel(f"{day}T14:00:00+00:00")


def test_thirty_days_before_coordinator_and_advisor_are_warned_once(cast, running):
    with on("2026-10-20"):
        mind_expiry()
    assert told("runs_out") == []

    with on("2026-10-21"):
        mind_expiry()
        mind_expiry()

    subject = (
        "Runs out on Friday 20 November: Insurance and workers’ compensation for "
        "Harbor Animal Shelter"
    )
    assert told("runs_out") == [("Chen Wu", subject), ("Ana Reyes", subject)]


def test_once_it_ran_out_they_hear_it_and_the_internship_goes_on(cast, running):
    with on("2026-11-23"):
        mind_expiry()
        mind_expiry()

    assert [name for name, _subject in told("ran_out")] == ["Chen Wu", "Ana Reyes"]
    assert Placement.objects.get().state == "active"
    assert "- Maya Santos" in Notice.objects.filter(kind="clearance/ran_out")[0].body


def test_but_nobody_new_starts_there(cast, running):
    other = make_ready(cast, cast.luis, cast.clinic)
    make_checked(cast, "insurance", cast.luis, cast.clinic, until_on=date(2026, 11, 20))
    plan = {"mentor": cast.sam, "ends_on": None, "goals": "", "schedule": TUESDAYS_AND_THURSDAYS}

    with on("2026-11-23"), override("en"), pytest.raises(Refused) as refused:
        start_placement(other, starts_on=date(2026, 11, 24), by=cast.as_("ana"), **plan)

    assert "ran out on Friday 20 November. Chen Wu has it now." in str(refused.value)


def test_a_renewal_on_its_way_needs_no_warning(cast, running):
    make_handed(cast, "insurance", cast.maya, cast.shelter, until_on=date(2027, 11, 20))

    with on("2026-11-01"):
        mind_expiry()

    assert told("runs_out") == []


def test_the_page_of_the_internship_says_it(cast, running, client_of):
    address = f"/harbor-view/placements/{running.public_id}/"
    with on("2026-11-01"):
        soon = client_of("ana").get(address).text
    with on("2026-11-23"):
        over = client_of("ana").get(address).text

    assert "Paperwork runs out soon." in soon
    assert "Paperwork must be mended, and the internship goes on meanwhile." in over


def test_what_nobody_needs_any_more_is_not_warned_of(cast, running):
    Placement.objects.update(state="ended")

    with on("2026-11-01"):
        mind_expiry()

    assert told("runs_out") == []


def test_what_nobody_renews_in_a_week_goes_to_the_principal_once(cast, running):
    with on("2026-11-23"):
        mind_expiry()
    with on("2026-11-29"):
        mind_expiry()
    assert "Dana Okafor" not in {name for name, _subject in told("ran_out")}

    for day in ("2026-11-30", "2026-12-20"):
        with on(day):
            mind_expiry()

    names = [name for name, _subject in told("ran_out")]
    assert names == ["Chen Wu", "Ana Reyes", "Dana Okafor"]
    assert Placement.objects.get().state == "active"


def test_a_renewal_in_that_week_ends_it(cast, running):
    with on("2026-11-23"):
        mind_expiry()
        make_checked(cast, "insurance", cast.maya, cast.shelter, until_on=date(2027, 11, 20))

    with on("2026-12-05"):
        mind_expiry()

    assert "Dana Okafor" not in {name for name, _subject in told("ran_out")}
