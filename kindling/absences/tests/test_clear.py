"""The family knows of it, or does not; the school has the last word."""

from __future__ import annotations

from datetime import date

import pytest
from django.core.exceptions import PermissionDenied

from kindling.absences.actions import (
    clear_absence,
    doubt_absence,
    refuse_absence,
    report_absence,
    take_back_report,
)
from kindling.attendance.tests.placed import make_placement
from kindling.kit.http import Refused
from kindling.notices.models import Notice
from kindling.passes.models import Pass
from kindling.passes.tokens import token_of
from kindling.schools.viewer import Viewer


@pytest.fixture
def report(cast):
    make_placement(cast.luis, cast.shelter, cast.sam)
    made = report_absence(cast.luis, reason="transport", by=cast.as_("luis"))
    Notice.objects.exclude(person=cast.rosa).delete()
    return made


@pytest.fixture
def door(cast, report, client):
    """Rosa's link, opened once on her phone."""
    address = f"/p/{token_of(Pass.objects.get(bearer=cast.rosa))}/"
    client.get(address)
    return address


def kinds() -> list[str]:
    return sorted(set(Notice.objects.values_list("kind", flat=True)) - {"absences/family"})


def test_cleared_from_the_link_with_the_familys_reason(cast, report, door, client):
    sent = {"do": "clear", "report": report.public_id, "reason": "sick", "note": "Fever."}

    assert "Luis" in client.get(door).content.decode()
    answer = client.post(door, sent)

    report.refresh_from_db()
    assert (answer.status_code, report.state, report.reason.code) == (302, "cleared", "sick")
    assert (report.decided_by, report.is_excused) == (cast.rosa, True)
    assert kinds() == ["absences/cleared"]


def test_a_family_that_did_not_know_alarms_the_school(cast, report, door, client):
    client.post(door, {"do": "doubt", "report": report.public_id, "note": ""})

    report.refresh_from_db()
    assert (report.state, kinds()) == ("reported", ["absences/doubted"])


def test_the_link_tells_of_another_day_too(cast, report, door, client):
    answer = client.post(door, {"do": "absent", "reason": "family", "on": "2026-10-15"})

    other = cast.luis.reports.exclude(pk=report.pk).get()
    assert (answer.status_code, other.voice, other.state) == (302, "guardian", "cleared")


def test_the_link_knows_no_other_students_report(cast, report, door, client):
    other = report_absence(cast.maya, reason="sick", by=cast.as_("maya"))

    answer = client.post(door, {"do": "clear", "report": other.public_id})

    other.refresh_from_db()
    assert (answer.status_code, other.state) == (404, "reported")


def test_the_link_ends_with_the_connection(cast, report, door, client):
    cast.rosa.connections.update(until_on="2026-10-12")

    assert client.get(door).status_code == 404


def test_what_is_wrong_stands_on_the_page(cast, report, door, client):
    answer = client.post(door, {"do": "absent", "on": "2026-10-15", "until_on": "2026-10-14"})

    assert answer.status_code == 422
    assert cast.luis.reports.count() == 1


def test_nobody_clears_their_own_absence(cast, report):
    with pytest.raises(PermissionDenied):
        clear_absence(report, by=cast.as_("luis"))


def test_the_school_does_not_excuse_it_and_the_family_cannot_change_that(cast, report):
    refuse_absence(report, by=cast.as_("ana"), note="A bus went every ten minutes.")

    with pytest.raises(PermissionDenied):
        clear_absence(report, by=cast.as_("rosa"))
    assert (report.state, report.is_excused) == ("unexcused", False)


def test_what_the_school_refused_is_not_said_anew_around_it(cast, report):
    mine = report_absence(cast.luis, reason="family", by=cast.as_("rosa"))
    refuse_absence(mine, by=cast.as_("ana"))

    with pytest.raises(PermissionDenied):
        take_back_report(mine, by=cast.as_("rosa"))
    with pytest.raises(Refused, match="already answered"):
        report_absence(
            cast.luis, reason="sick", on=date(2026, 10, 12), until_on=date(2026, 10, 14),
            by=cast.as_("rosa"),
        )  # fmt: skip
    take_back_report(mine, by=cast.as_("chen"))
    assert mine.state == "taken_back"


def test_two_answers_at_once_the_second_is_told(cast, report):
    stale = type(report).objects.get(pk=report.pk)
    refuse_absence(report, by=cast.as_("ana"))

    with pytest.raises(Refused, match="Someone was faster"):
        refuse_absence(stale, by=cast.as_("chen"))


def test_otto_answers_nothing(cast, report):
    for act in (clear_absence, refuse_absence, doubt_absence):
        with pytest.raises(PermissionDenied):
            act(report, by=cast.as_("otto"))
    with pytest.raises(PermissionDenied):
        clear_absence(
            report, by=Viewer(cast.sam, cast.school, frozenset(), "confirm_days", frozenset())
        )
