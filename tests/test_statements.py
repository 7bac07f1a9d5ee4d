"""The workloads of benchmarks/ cost as many statements for twenty as for one; COMMIT not counted.

Today, check-in and check-out are counted in home/tests/test_first_pages.py.
"""

from datetime import date, timedelta

import pytest
from django.core.management import call_command

from kindling.attendance.models import Day
from kindling.attendance.tests.placed import TUESDAY, Statements, make_placement
from kindling.kit import tallies
from kindling.kit.limits import allow
from kindling.passes.actions import make_pass
from kindling.passes.tokens import token_of
from kindling.people.actions import connect
from kindling.schools.roles import Role
from kindling.schools.viewer import Viewer
from tests.cast import make_place, make_student

HOME = "/harbor-view/"
BORN = date(2010, 1, 1)


def cost(ask) -> int:
    ask()  # SQL that is worked out once
    with Statements() as sent:
        answer = ask()
    assert answer.status_code in {200, 302}
    return sent.count


@pytest.mark.parametrize("n", [1, 20])
def test_the_list_of_students_costs_four(cast, client_of, n):
    for k in range(n):
        student = make_student(cast.school, f"S{k} Test", "201", BORN)
        system = Viewer.system(cast.school)
        connect(student, cast.ana, Role.ADVISOR, by=system, since_on=date(2026, 8, 31))
    client = client_of("ana")

    assert cost(lambda: client.get(f"{HOME}students/")) == 4


@pytest.mark.parametrize("n", [1, 20])
def test_the_list_of_places_costs_four(cast, client_of, n):
    for k in range(n):
        make_place(cast.school, f"Place {k}", "Helper")
    client = client_of("chen")

    assert cost(lambda: client.get(f"{HOME}places/")) == 4


@pytest.mark.parametrize("n", [1, 20])
def test_a_students_page_costs_ten(cast, client_of, n):
    placement = make_placement(cast.jordan, cast.clinic, cast.sam)
    for k in range(n):
        Day.objects.create(
            school=cast.school, placement=placement, student=cast.jordan,
            on=TUESDAY - timedelta(days=k), state="confirmed", standing="confirmed", minutes=300,
        )  # fmt: skip
    client = client_of("ana")

    assert cost(lambda: client.get(f"{HOME}students/{cast.jordan.public_id}/")) == 10


@pytest.mark.parametrize("n", [1, 10])
def test_a_mentor_confirms_two_or_twenty_days_with_ten(cast, client, settings, monkeypatch, n):
    """With the limits counted in the database, as where it is served."""
    monkeypatch.setattr(tallies, "SWEEP", 10**9)  # now and then it throws away what is over
    settings.CACHES = {
        "default": {"BACKEND": "kindling.kit.tallies.TallyCache", "LOCATION": "kindling_cache"}
    }
    call_command("createcachetable", verbosity=0)
    students = [make_student(cast.school, f"S{k} Test", "201", BORN) for k in range(n)]
    placements = [make_placement(one, cast.clinic, cast.sam) for one in students]
    for placement in placements:
        for on in (date(2026, 10, 6), date(2026, 10, 8)):
            Day.objects.create(
                school=cast.school, placement=placement, student=placement.student, on=on,
                state="checked_out", standing="waiting", minutes=300,
                planned_starts_at="09:00", planned_ends_at="14:00",
            )  # fmt: skip
        placement.hours.create(school=cast.school, student=placement.student, waiting=600)
    held = make_pass(cast.sam, "confirm_days", [p.public_id for p in placements],
                     by=cast.as_("chen"))  # fmt: skip
    keys = [f"{p.public_id}.2026-10-0{d}" for p in placements for d in (6, 8)]

    def confirm():
        Day.objects.update(state="checked_out", standing="waiting")
        return client.post(f"/p/{token_of(held)}/", {"all": keys})

    confirm()
    Day.objects.update(state="checked_out", standing="waiting")
    with Statements() as sent:
        client.post(f"/p/{token_of(held)}/", {"all": keys})

    assert Day.objects.filter(state="confirmed").count() == 2 * n
    assert sent.count == 10


def test_tries_are_counted_together_and_the_one_too_many_is_refused(db, settings):
    settings.CACHES = {
        "default": {"BACKEND": "kindling.kit.tallies.TallyCache", "LOCATION": "kindling_cache"}
    }
    call_command("createcachetable", verbosity=0)

    assert [allow("x", "me", limit=2, seconds=3600) for _try in range(3)] == [True, True, False]
    assert allow("x", "you", limit=2, seconds=3600)
