"""Shadow days and interviews: the student says it, staff verify it, then it counts."""

from __future__ import annotations

from datetime import date

import pytest
from django.core.exceptions import PermissionDenied

from kindling.exploring.actions import hold_interview, plan_interview
from kindling.exploring.models import Experience
from kindling.kit.http import Refused
from kindling.requirements.actions import (
    decline_experience,
    enter_experience,
    set_requirements,
    take_back_experience,
    verify_experience,
)
from kindling.requirements.queries import student_page
from kindling.schools.queries import year_on

PAGE = "/harbor-view/requirements/"
ON = date(2026, 10, 9)


def enter(cast, by="maya", **facts):
    usual = {"kind": "shadow", "on": ON, "place": "Bakery", "minutes": 240}
    return enter_experience(cast.maya, by=cast.as_(by), **(usual | facts))


def test_what_the_student_enters_waits_and_staffs_word_counts_at_once(cast):
    assert enter(cast).state == "entered"
    assert enter(cast, by="ana", place="Library").state == "verified"


def test_the_same_twice_is_one(cast):
    assert enter(cast).pk == enter(cast, place="bakery").pk


def test_verified_declined_with_a_reason_and_verified_after_all(cast):
    one = enter(cast)

    verify_experience(one, by=cast.as_("ana"))
    decline_experience(one, why="It was a school trip.", by=cast.as_("chen"))
    assert (one.state, one.decided_by, one.decided_why) == (
        "declined", cast.chen, "It was a school trip.",
    )  # fmt: skip
    verify_experience(one, by=cast.as_("ana"))

    assert (one.state, one.decided_why) == ("verified", "")


def test_of_two_who_decide_at_once_the_second_is_told(cast):
    one = enter(cast)
    other = Experience.objects.get(pk=one.pk)
    take_back_experience(one, by=cast.as_("maya"))

    with pytest.raises(Refused):
        verify_experience(other, by=cast.as_("ana"))


def test_only_once_it_is_over_and_only_for_oneself(cast):
    with pytest.raises(Refused):
        enter(cast, on=date(2026, 10, 14))
    for name in ("luis", "rosa", "priya", "otto", "sam"):
        with pytest.raises(PermissionDenied):
            enter(cast, by=name)


@pytest.mark.parametrize("name", ["maya", "rosa", "priya", "liam", "otto"])
def test_nobody_else_verifies(cast, name):
    one = enter(cast)

    with pytest.raises(PermissionDenied):
        verify_experience(one, by=cast.as_(name))


def test_on_the_pages(cast, client_of):
    path = f"{PAGE}students/{cast.maya.public_id}/"
    form = {"kind": "interview", "on": "2026-10-09", "place": "Clinic", "hours": "1.5"}

    assert client_of("maya").post(path, form | {"on": "soon"}).status_code == 422
    assert client_of("rosa").post(path, form).status_code == 404
    assert client_of("maya").post(path, form).status_code == 302
    one = Experience.objects.get()
    assert (one.minutes, one.state) == (90, "entered")
    act = f"{PAGE}experiences/{one.public_id}/"
    assert client_of("maya").post(f"{act}verify/").status_code == 403
    assert client_of("ana").post(f"{act}decline/", {"why": ""}).status_code == 422
    assert client_of("ana").post(f"{act}verify/").status_code == 302
    assert b"Counts" in client_of("maya").get(path).content
    assert client_of("otto").post(f"{act}verify/").status_code == 404


def test_an_interview_counts_once_it_is_verified(cast):
    year = year_on(cast.school, ON)
    set_requirements(year, "101", {"either": 3}, by=cast.as_("chen"))
    planned = plan_interview(cast.maya, who="Marta", place="Bakery", on=ON, by=cast.as_("maya"))

    kept = hold_interview(planned, on=ON, minutes=20, by=cast.as_("maya"))
    waiting = student_page(cast.as_("maya"), cast.maya, year).progress[0]
    verify_experience(kept, by=cast.as_("ana"))
    counted = student_page(cast.as_("maya"), cast.maya, year).progress[0]

    assert [(p.done, p.waiting) for p in (waiting, counted)] == [(0, 1), (1, 0)]
