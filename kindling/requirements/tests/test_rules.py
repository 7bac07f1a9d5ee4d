"""The school writes its rules, by year; a year that is over keeps them."""

from __future__ import annotations

from datetime import date

import pytest
from django.core.exceptions import PermissionDenied

from kindling.history.models import Event
from kindling.kit.http import Refused
from kindling.requirements.actions import copy_year, set_credit, set_requirements
from kindling.requirements.models import CreditRule, Requirement
from kindling.schools.models import SchoolYear

PAGE = "/harbor-view/requirements/rules/"


@pytest.fixture
def year(cast):
    return cast.school.years.get()


def later(cast, start=2027):
    return SchoolYear.objects.create(
        school=cast.school, label=f"{start}-{start - 1999}", starts_on=date(start, 8, 30),
        ends_on=date(start + 1, 6, 18),
    )  # fmt: skip


def kept(year):
    return sorted(Requirement.objects.filter(year=year).values_list("grade", "kind", "amount"))


def test_rules_are_set_changed_and_kept_in_the_history(cast, year):
    set_requirements(year, "101", {"hours": 100, "either": 3}, by=cast.as_("chen"))
    set_requirements(year, "101", {"hours": 120}, by=cast.as_("dana"))
    set_requirements(year, "101", {"hours": 120}, by=cast.as_("dana"))

    assert kept(year) == [("101", "hours", 120)]
    told = Event.objects.filter(verb="requirements.set").order_by("pk")
    assert [event.detail["was"] for event in told] == [{}, {"hours": 100, "either": 3}]


def test_another_year_has_its_own(cast, year):
    set_requirements(year, "101", {"hours": 100}, by=cast.as_("chen"))
    next_year = later(cast)
    set_credit(year, hours=135, step="0.25", by=cast.as_("chen"))

    assert copy_year(year, next_year, by=cast.as_("chen")) == 1
    set_requirements(next_year, "101", {"hours": 150}, by=cast.as_("chen"))

    assert (kept(year), kept(next_year)) == ([("101", "hours", 100)], [("101", "hours", 150)])
    assert CreditRule.objects.get(year=next_year).hours == 135
    with pytest.raises(Refused):
        copy_year(year, next_year, by=cast.as_("chen"))


def test_a_year_that_is_over_keeps_its_rules(cast):
    past = later(cast, 2024)

    with pytest.raises(Refused):
        set_requirements(past, "101", {"hours": 1}, by=cast.as_("chen"))
    with pytest.raises(Refused):
        set_credit(past, hours=1, step="1", by=cast.as_("chen"))


@pytest.mark.parametrize("name", ["ana", "priya", "maya", "rosa", "liam", "otto"])
def test_nobody_else_writes_them(cast, year, name):
    with pytest.raises(PermissionDenied):
        set_requirements(year, "101", {"hours": 1}, by=cast.as_(name))


def test_on_the_page_with_mistakes_named(cast, year, client_of):
    client = client_of("dana")

    assert client.post(PAGE, {"grade": "101", "hours": "-3"}).status_code == 422
    assert client.post(PAGE, {"grade": "", "hours": "3"}).status_code == 422
    assert kept(year) == []
    assert client.post(PAGE, {"grade": "101", "hours": "100", "either": "3"}).status_code == 302
    credit = f"{PAGE}{year.public_id}/credit/"
    assert client.post(credit, {"hours": "0", "step": "1"}).status_code == 422
    saved = client.post(credit, {"hours": "135", "step": "0.25"})
    assert (saved.status_code, saved["Location"]) == (302, f"{PAGE}?year={year.public_id}")

    shown = client.get(PAGE).content.decode()
    assert "135 confirmed hours are one unit. Given in: quarters." in shown
    assert kept(year) == [("101", "either", 3), ("101", "hours", 100)]
    assert client_of("ana").get(PAGE).status_code == 403
