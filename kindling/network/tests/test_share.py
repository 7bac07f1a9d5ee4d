"""A school decides what its network reads, and reads it too."""

from __future__ import annotations

from datetime import date

import pytest
import time_machine
from django.core.exceptions import PermissionDenied

from kindling.history.models import Event
from kindling.network.actions import count_shared, share_sums, stop_sharing
from kindling.network.models import Sharing
from kindling.network.queries import own_row
from kindling.network.tests.shared import HOME, hat
from kindling.roll.actions import mark_student

PAGE = "/harbor-view/network/"


def test_the_principal_shares_and_stops(cast, client_of):
    hat(cast)
    client = client_of("dana")
    assert (client.post(PAGE + "share/").url, client.post(PAGE + "share/").url) == (PAGE, PAGE)
    assert "Harbor View" in client_of("liam").get(HOME).content.decode()

    client_of("dana").post(PAGE + "stop/")

    assert "Harbor View" not in client_of("liam").get(HOME).content.decode()
    assert list(Event.objects.filter(verb__startswith="sharing.").values_list("verb", flat=True)) == [
        "sharing.start", "sharing.stop",
    ]  # fmt: skip


def test_what_was_counted_goes_when_it_ends(cast):
    share_sums(by=cast.as_("dana"))
    stop_sharing(by=cast.as_("dana"))

    row = Sharing.objects.get()
    assert (row.until_on, row.students, row.year_from) == (date(2026, 10, 13), 0, None)


@pytest.mark.parametrize("name", ["chen", "priya", "ana", "maya", "liam"])
def test_nobody_else_may(cast, name):
    with pytest.raises(PermissionDenied):
        share_sums(by=cast.as_(name))


@pytest.mark.parametrize(("name", "status"), [("chen", 200), ("ana", 403), ("otto", 404)])
def test_leaders_read_what_the_network_reads(cast, client_of, name, status):
    assert client_of(name).get(PAGE).status_code == status


def test_three_students_are_too_few(cast, client_of):
    share_sums(by=cast.as_("dana"))

    assert "every number could point at one" in client_of("dana").get(PAGE).content.decode()


def test_a_school_is_silent_after_three_school_days_without_a_word(cast):
    shared = share_sums(by=cast.as_("dana"))
    mark_student(cast.maya, date(2026, 10, 13), "P", by=cast.as_("dana"))

    def silent_on(moment: str):
        with time_machine.travel(moment):
            count_shared()
        shared.refresh_from_db()
        return shared.silent_from

    # Wednesday to Friday are silent; the weekend does not count.
    assert silent_on("2026-10-16T14:00Z") is None
    assert silent_on("2026-10-17T14:00Z") == date(2026, 10, 14)
    mark_student_on_saturday = date(2026, 10, 16)
    with time_machine.travel("2026-10-19T14:00Z"):
        mark_student(cast.maya, mark_student_on_saturday, "P", by=cast.as_("dana"))
    assert silent_on("2026-10-19T15:00Z") is None


def test_the_clock_counts_who_is_away_often_and_what_waits(cast, placement):
    from kindling.attendance.actions import check_in, check_out  # noqa: PLC0415

    for day in range(14):
        on = date(2026, 9, 21 + day) if day < 10 else date(2026, 10, day - 9)
        if on.weekday() < 5:
            mark_student(cast.maya, on, "A" if day % 3 == 0 else "P", by=cast.as_("dana"))
    day = check_in(placement, by=cast.as_("jordan"))
    with time_machine.travel("2026-10-13T18:00Z"):
        check_out(day, by=cast.as_("jordan"))

    share_sums(by=cast.as_("dana"))

    row = Sharing.objects.get()
    assert (row.students, row.often, row.waiting_month) == (3, 1, row.waiting_year)
    assert row.waiting_month == 300
    assert own_row(cast.as_("dana")).month.waiting == 300
