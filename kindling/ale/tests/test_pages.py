"""The pages, the table that leaves the school, and who opens them."""

from __future__ import annotations

import csv
from datetime import date

import pytest

from kindling.ale.actions import note_contact, write_review
from kindling.ale.models import AleChoice, AlePlace, StudentWord
from kindling.ale.tests.learning import put, switch_on, talked
from kindling.history.models import Event
from kindling.plans.models import Plan
from kindling.schools.models import Term

HERE = "/harbor-view/ale/"


@pytest.fixture
def place(cast):
    switch_on(cast)
    return put(cast)


def test_off_until_the_principal_switches_it_on(cast, client_of):
    assert client_of("ana").get(HERE).status_code == 403
    assert "Weekly contact" not in client_of("ana").get("/harbor-view/").text

    client_of("dana").post(
        f"{HERE}settings/",
        {"is_on": "on", "kinds": ["talk", "noted"], "warn_days": 5, "serious_days": 20},
    )
    client_of("dana").post(
        f"{HERE}settings/students/",
        {"students": [cast.luis.public_id], "teacher": cast.ana.public_id},
    )

    assert AleChoice.objects.get().kinds == ["talk", "noted"]
    page = client_of("ana").get(HERE)
    assert "Luis Diaz" in page.text
    assert "Weekly contact" in client_of("ana").get("/harbor-view/").text


def test_the_rules_say_where_they_stand_and_what_has_no_source(cast, client_of):
    page = client_of("dana").get(f"{HERE}settings/").text

    assert "This is no legal advice." in page
    assert page.count("Where it says so") == 6
    assert page.count("No source: this is our own reading.") == 2


@pytest.mark.parametrize(("name", "status"), [("chen", 403), ("ana", 403), ("priya", 403)])
def test_others_do_not_switch_it_on(cast, client_of, name, status):
    facts = {"is_on": "on", "kinds": ["talk"], "warn_days": 5, "serious_days": 20}

    assert client_of(name).post(f"{HERE}settings/", facts).status_code == status
    assert AleChoice.objects.count() == 0


def test_no_more_than_one_warning_after_the_other(cast, client_of):
    page = client_of("dana").post(
        f"{HERE}settings/", {"is_on": "on", "kinds": ["talk"], "warn_days": 9, "serious_days": 9}
    )

    assert page.status_code == 422
    assert "This comes after the first warning." in page.text


@pytest.mark.parametrize("count", [1, 3])
def test_the_list_costs_the_same_with_more_students(
    cast, client_of, django_assert_num_queries, count
):
    switch_on(cast)
    for name in ("luis", "maya", "jordan")[:count]:
        put(cast, name)
        talked(cast, date(2026, 10, 12), name)
    client = client_of("ana")

    with django_assert_num_queries(9):
        client.get(HERE)


def test_a_student_writes_their_word(cast, client_of, place):
    page = client_of("luis").get(f"{HERE}mine/")
    client_of("luis").post(f"{HERE}mine/", {"text": "Good."})

    assert page.status_code == 200
    assert StudentWord.objects.get().text == "Good."
    assert client_of("maya").get(f"{HERE}mine/").status_code == 404


def test_the_teacher_reviews_from_the_page(cast, client_of, place):
    address = f"{HERE}students/{cast.luis.public_id}/months/2026-10-01/"

    wrong = client_of("ana").post(address, {"progress": "slower", "words": "Slow."})
    done = client_of("ana").post(address, {"progress": "on_way", "words": "Built a radio."})

    assert (wrong.status_code, done.status_code) == (422, 302)
    assert "Built a radio." in client_of("chen").get(f"{HERE}students/{cast.luis.public_id}/").text


@pytest.mark.parametrize("month", ["2026-10-02", "2026-13-01", "october"])
def test_a_month_that_is_none(cast, client_of, place, month):
    address = f"{HERE}students/{cast.luis.public_id}/months/{month}/"

    assert client_of("ana").get(address).status_code == 404


def test_the_table_says_that_it_was_and_never_what_was_said(cast, client_of, place):
    talked(cast, date(2026, 10, 12))  # its note: Luis is sad
    note_contact(place, on=date(2026, 10, 9), how="phone", words="=HYPERLINK", by=cast.as_("ana"))
    write_review(
        place, date(2026, 10, 1), progress="on_way", words="Built a radio.", by=cast.as_("ana")
    )
    AlePlace.objects.update(until_on=date(2026, 10, 12))  # whoever left is in it

    answer = client_of("chen").get(f"{HERE}audit/", {"first": "2026-10-01", "last": "2026-10-31"})
    text = b"".join(answer.streaming_content).decode()

    rows = list(csv.reader(text.splitlines()))
    assert [(row[0], row[1], row[3]) for row in rows[1:]] == [
        ("2026-10-09", "Luis Diaz", "noted by hand, counts"),
        ("2026-10-12", "Luis Diaz", "One-to-one"),
        ("2026-10-13", "Luis Diaz", "review, 2026-10: on_way"),
    ]
    assert rows[1][6] == "'=HYPERLINK"
    assert "sad" not in text
    assert Event.objects.filter(verb="ale.audit").count() == 1


@pytest.mark.parametrize("name", ["ana", "priya", "rosa", "luis", "liam"])
def test_the_table_leaves_by_coordinator_or_principal_only(cast, client_of, place, name):
    address = f"{HERE}audit/?first=2026-10-01&last=2026-10-31"

    assert client_of(name).get(address).status_code == 403


def test_nobody_of_another_school(cast, client_of, place):
    client = client_of("otto")

    assert client.get(HERE).status_code == 404
    assert client.get(f"/northgate/ale/students/{cast.luis.public_id}/").status_code == 404


def test_the_students_page_leads_to_the_plan_it_looked_at(cast, client_of, place):
    now = cast.school.now()
    plan = Plan.objects.create(
        school=cast.school, student=cast.luis, term=Term.of(cast.school)[0], state_since=now,
        changed_at=now,
    )  # fmt: skip

    page = client_of("ana").get(f"{HERE}students/{cast.luis.public_id}/")

    assert f"/harbor-view/plans/{plan.public_id}/" in page.text
    assert page.text.count("Missing") == 7
