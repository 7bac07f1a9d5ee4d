"""The pages of exploring: the same statements for one and for three, and the way from each to each."""

from __future__ import annotations

from datetime import timedelta

import pytest

from kindling.clearance.tests.handed import ask_for, make_checked
from kindling.exploring import actions
from kindling.exploring.collection import standard
from kindling.exploring.models import ShadowDay
from kindling.exploring.tests.factories import (
    FRIDAY,
    TODAY,
    agreed,
    behind,
    jordans_family,
    jordans_pursuit,
    planned,
)
from kindling.passes.actions import make_pass
from kindling.passes.tokens import token_of

PAGE = "/harbor-view/exploring/"


def more(cast, number):
    """One of each for Jordan."""
    on = TODAY - timedelta(days=number)
    key = ["lost-time", "teach", "catalogue"][number - 1]
    actions.give_activity(standard(key), [cast.jordan], by=cast.as_("ana"))
    one = actions.plan_interview(
        cast.jordan, who=f"Marta {number}", place="Bakery", on=on, by=cast.as_("jordan")
    )
    actions.hold_interview(one, on=on, minutes=15, by=cast.as_("jordan"))
    kind = ["call", "email", "visit"][number - 1]
    actions.begin_rehearsal(cast.jordan, kind, by=cast.as_("jordan"))
    ShadowDay.objects.create(
        school=cast.school, student=cast.jordan, opportunity=cast.shelter, on=on,
        starts_at="09:00", ends_at="12:00", state="held",
    )  # fmt: skip


@pytest.mark.parametrize(
    ("name", "path", "statements"),
    [
        ("jordan", "", 9),
        ("ana", "?show=days", 8),
        ("ana", "?show=verify", 8),
        ("chen", "?show=activities", 7),
    ],
)
def test_the_statements_stay_the_same(
    cast, client_of, django_assert_num_queries, name, path, statements
):
    client = client_of(name)
    more(cast, 1)
    with django_assert_num_queries(statements):
        client.get(f"{PAGE}{path}")
    more(cast, 2)
    more(cast, 3)
    with django_assert_num_queries(statements):
        client.get(f"{PAGE}{path}")


def test_a_paper_that_is_missing_holds_the_day_back_until_it_is_there(cast):
    jordans_pursuit(cast)
    dad = jordans_family(cast)
    ask_for(cast, "check", stages=["shadow"])

    shadow = agreed(cast, dad)
    assert shadow.state == "planned"
    make_checked(cast, "check", cast.jordan, cast.shelter)
    actions.tend_shadow_days_of(cast.school)

    assert ShadowDay.objects.get().state == "agreed"


def test_the_page_says_which_paper_is_missing_and_who_has_it(cast, client_of):
    jordans_pursuit(cast)
    ask_for(cast, "check", stages=["shadow"])
    shadow = planned(cast)

    text = client_of("ana").get(f"{PAGE}shadow-days/{shadow.public_id}/").content.decode()

    assert "Chen Wu" in text


def test_the_family_and_the_host_behind_their_links(cast, client):
    jordans_pursuit(cast)
    dad = jordans_family(cast)
    shadow = planned(cast)
    family = make_pass(dad, "allow_shadow", [shadow.public_id], by=cast.as_("chen"))
    host = make_pass(cast.sam, "host_shadow", [shadow.public_id], by=cast.as_("chen"))
    door, theirs = f"/p/{token_of(family)}/", f"/p/{token_of(host)}/"

    assert b"Harbor Animal Shelter" in client.get(door).content
    assert client.post(door, {"name": ""}).status_code == 422
    assert client.post(door, {"name": "Ray Blake"}).status_code == 302
    assert b"You allowed it" in client.get(door).content
    page = client.get(theirs).content.decode()
    assert ("Jordan" in page, "Blake" in page) == (True, False)
    assert client.post(theirs, {"do": "yes", "note": "Side door"}).status_code == 302
    assert ShadowDay.objects.get().state == "agreed"
    assert client.post(theirs, {"do": "held", "hours": "5"}).status_code == 409
    assert client.post(theirs, {"do": "no"}).status_code == 302
    assert b"does not take place" in client.get(door).content
    assert client.post(door, {"name": "Ray"}).status_code == 409


def test_jordan_walks_from_the_plan_to_the_answer(cast, client_of):
    jordans_pursuit(cast)
    client, day = client_of("jordan"), f"{PAGE}shadow-days/"
    form = {"on": str(TODAY), "starts_at": "09:00", "ends_at": "14:00", "wish": "Dogs"}

    plan = f"{day}plan/{cast.shelter.public_id}/"
    assert client.get(plan).status_code == 200
    assert client.post(plan, form | {"on": "2026-10-01"}).status_code == 422
    assert client.post(plan, form).status_code == 302
    shadow = ShadowDay.objects.get()
    actions.note_word(shadow, "family", yes=True, by=cast.as_("ana"))
    actions.note_word(shadow, "host", yes=True, by=cast.as_("ana"))
    path = f"{day}{shadow.public_id}/"
    assert client.post(f"{path}hold/", {"hours": ""}).status_code == 422
    assert client.post(f"{path}hold/", {"hours": "5", "learned": "Noise"}).status_code == 302
    assert client.post(f"{path}answer/", {"answer": "maybe"}).status_code == 422
    assert client.post(f"{path}answer/", {"answer": "continue"}).status_code == 302
    by = behind(cast.sam, "host_shadow", shadow)
    actions.answer_as_host(ShadowDay.objects.get(), "continue", by=by)
    assert "Ask to start" in client.get(path).content.decode()


def test_a_student_asks_the_school_first_and_reads_why_not(cast, client_of):
    shadow = planned(cast, on=FRIDAY)
    path = f"{PAGE}shadow-days/{shadow.public_id}/"
    ana = client_of("ana")
    assert ana.post(f"{path}refuse/", {"reason": ""}).status_code == 422
    assert ana.post(f"{path}refuse/", {"reason": "Exams"}).status_code == 302

    assert "Exams" in client_of("jordan").get(path).content.decode()
