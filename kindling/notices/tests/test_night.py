"""Nobody is woken, except for somebody's safety; in the morning comes one message, not five."""

from __future__ import annotations

from datetime import UTC, datetime, time
from zoneinfo import ZoneInfo

import pytest
import time_machine

from kindling.notices.actions import (
    choose_ways,
    deliver_notice,
    enqueue_due_notices,
    notify,
    notify_many,
    release_held_notices,
)
from kindling.notices.models import Notice
from kindling.notices.tests.conftest import deliver
from kindling.schools.models import School

NEW_YORK = ZoneInfo("America/New_York")


def at(text: str) -> datetime:
    return datetime.fromisoformat(text).replace(tzinfo=NEW_YORK).astimezone(UTC)


def tell(cast, person, *, moment: str, **facts) -> Notice:
    with time_machine.travel(at(moment), tick=False):
        return notify(person, "passes/not_me", {"bearer": cast.sam}, by=cast.as_("chen"), **facts)


def morning(moment: str) -> None:
    """What the clock does, and the worker after it."""
    with time_machine.travel(at(moment), tick=False):
        release_held_notices()
        enqueue_due_notices()


@pytest.mark.parametrize(
    ("moment", "until"),
    [
        ("2026-10-13 20:59", None),
        ("2026-10-13 21:00", "2026-10-14 07:00"),
        ("2026-10-14 06:59", "2026-10-14 07:00"),
        ("2026-10-14 07:00", None),
        # The clocks go back at two o'clock: the night is an hour longer, and ends at seven.
        ("2026-10-31 23:00", "2026-11-01 07:00"),
    ],
)
def test_what_can_wait_waits_for_the_morning(cast, moment, until):
    notice = tell(cast, cast.ana, moment=moment)

    assert (notice.state, notice.next_at == (until and at(until))) == (
        ("held", True) if until else ("queued", False)
    )


def test_the_night_is_the_schools(cast):
    School.objects.filter(pk=cast.school.pk).update(timezone="America/Los_Angeles")
    cast.ana.school.timezone = "America/Los_Angeles"

    assert tell(cast, cast.ana, moment="2026-10-13 22:00").state == "queued"
    assert tell(cast, cast.ana, moment="2026-10-14 00:00").state == "held"


def test_safety_goes_at_once(cast):
    notice = tell(cast, cast.ana, moment="2026-10-14 02:00", urgent=True)

    assert (notice.state, notice.group) == ("queued", "safety")


def test_what_somebody_waits_for_goes_at_once(cast):
    with time_machine.travel(at("2026-10-14 02:00")):
        notice = notify(cast.ana, "passes/code", {}, by=cast.as_("chen"), code="123456")

    assert notice.state == "queued"


def test_a_retry_waits_for_the_morning_too(cast, open_office):
    notice = tell(cast, cast.ana, moment="2026-10-13 20:59")

    with time_machine.travel(at("2026-10-13 21:01"), tick=False):
        deliver(notice)

    assert (notice.state, notice.tries, open_office.messages) == ("held", 0, [])


def test_a_night_of_ones_own(cast):
    choose_ways(
        cast.ana, safety="", daily="", other="", quiet_from=time(0), quiet_until=time(5),
        by=cast.as_("ana"),
    )  # fmt: skip

    states = [
        tell(cast, cast.ana, moment=f"2026-10-14 {hour}").state for hour in ("23:00", "02:00")
    ]

    assert states == ["queued", "held"]


def test_who_wants_no_quiet_hours_has_none(cast):
    choose_ways(
        cast.ana, safety="", daily="", other="", quiet_from=time(0), quiet_until=time(0),
        by=cast.as_("ana"),
    )  # fmt: skip

    assert tell(cast, cast.ana, moment="2026-10-14 02:00").state == "queued"


def test_what_waited_comes_as_one_message(cast, open_office):
    for hour in ("22:00", "23:00", "23:30"):
        tell(cast, cast.ana, moment=f"2026-10-13 {hour}", url=f"/harbor-view/{hour[:2]}/")
    tell(cast, cast.dana, moment="2026-10-13 22:00")

    morning("2026-10-14 06:59")
    assert open_office.messages == []

    morning("2026-10-14 07:00")
    told = {mail["To"]: mail for mail in open_office.messages}
    assert sorted(told) == ["ana@harbor-view.example.org", "dana@harbor-view.example.org"]
    mine = told["ana@harbor-view.example.org"]
    assert mine["Subject"] == "3 messages from Harbor View"
    text = mine.get_body(("plain",)).get_content()
    assert [text.count(f"/harbor-view/{hour}/") for hour in ("22", "23")] == [1, 2]
    assert told["dana@harbor-view.example.org"]["Subject"] != "1 message from Harbor View"
    assert set(Notice.objects.values_list("state", flat=True)) == {"sent"}

    morning("2026-10-14 07:01")
    assert len(open_office.messages) == 2


def test_what_goes_along_shares_its_fate(cast, open_office):
    open_office.to_recipient = "550 No such user here"
    tell(cast, cast.ana, moment="2026-10-13 22:00")
    tell(cast, cast.ana, moment="2026-10-13 23:00")

    morning("2026-10-14 07:00")

    assert list(Notice.objects.values_list("state", flat=True)) == ["failed", "failed"]


def test_no_code_stays_with_what_went_along(cast, open_office):
    tell(cast, cast.ana, moment="2026-10-13 22:00")
    tell(cast, cast.ana, moment="2026-10-13 23:00", code="123456")

    morning("2026-10-14 07:00")

    assert list(Notice.objects.values_list("state", "code")) == [("sent", ""), ("sent", "")]


def test_what_is_too_late_in_the_morning_is_dropped_with_a_note(cast, open_office):
    notice = tell(cast, cast.ana, moment="2026-10-13 22:00", until=at("2026-10-14 06:00"))

    morning("2026-10-14 07:00")

    notice.refresh_from_db()
    assert (notice.state, open_office.messages) == ("dropped", [])
    assert notice.error.startswith("It was of use until Wed")


def test_a_late_task_drops_it_too(cast, open_office):
    notice = tell(cast, cast.ana, moment="2026-10-13 10:00", until=at("2026-10-13 10:30"))

    with time_machine.travel(at("2026-10-13 10:30"), tick=False):
        deliver_notice.func(notice.pk)

    notice.refresh_from_db()
    assert (notice.state, open_office.messages) == ("dropped", [])


def test_a_whole_school_at_night(cast):
    with time_machine.travel(at("2026-10-13 22:00"), tick=False):
        notices = notify_many(
            [cast.ana, cast.dana], "passes/not_me", {"bearer": cast.sam}, by=cast.as_("chen")
        )

    assert [notice.state for notice in notices] == ["held", "held"]
