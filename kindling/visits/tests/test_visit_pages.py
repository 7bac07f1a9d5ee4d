"""The pages of visits: what they show, how many statements they take, and what a phone sends."""

from __future__ import annotations

import json
from datetime import date

import pytest

from kindling.visits import actions
from kindling.visits.models import HomeVisit, Visit
from kindling.visits.tests.visiting import at_north, at_shelter, make_placement
from kindling.visits.working_out import work_out
from tests.cast import make_place

TODAY = date(2026, 10, 13)
PAGE = "/harbor-view/visits/"


def test_a_phone_sends_a_note_twice_and_it_is_one(cast, client_of):
    place = at_shelter(cast)
    client = client_of("ana")
    who = client.get(f"{PAGE}sent/").json()
    note = {"place": place.public_id, "kind": "visit", "on": "2026-10-12", "tap": "t1",
            "present": ["student", "mentor"], "tasks": "Cats."}  # fmt: skip
    said = json.dumps({"person": who["person"], "note": note})

    answers = [client.post(f"{PAGE}sent/", said, content_type="application/json") for _ in range(2)]

    visit = Visit.objects.get()
    assert [one.json() for one in answers] == [{"visit": visit.public_id}] * 2
    assert (visit.on, visit.state, visit.with_student, visit.with_mentor) == (
        date(2026, 10, 12), "noted", True, True,
    )  # fmt: skip


@pytest.mark.parametrize(
    ("changed", "status"),
    [
        ({"on": "2026-10-14"}, 422),
        ({"place": "nobody"}, 422),
        ({"kind": "dance"}, 422),
        ({"next_on": "2026-11-01"}, 422),
    ],
)
def test_what_cannot_be_taken_is_told_in_a_sentence(cast, client_of, changed, status):
    place = at_shelter(cast)
    note = {"place": place.public_id, "kind": "visit", "on": "2026-10-13", "tap": "t1"} | changed
    said = json.dumps({"person": cast.ana.public_id, "note": note})

    answer = client_of("ana").post(f"{PAGE}sent/", said, content_type="application/json")

    assert (answer.status_code, bool(answer.json()["detail"])) == (status, True)
    assert not Visit.objects.exists()


def test_a_note_stays_on_the_phone_until_its_writer_signs_in(cast, client_of, client):
    said = json.dumps({"person": cast.ana.public_id, "note": {}})
    send = {"path": f"{PAGE}sent/", "data": said, "content_type": "application/json"}
    assert client.post(**send).status_code == 401
    assert client_of("chen").post(**send).json() == {"why": "somebody_else"}


def test_nobody_notes_a_visit_to_a_student_of_another_school(cast, client_of):
    theirs = at_north(cast)
    note = {"place": theirs.public_id, "kind": "visit", "on": "2026-10-13", "tap": "t"}
    said = json.dumps({"person": cast.ana.public_id, "note": note})

    answer = client_of("ana").post(f"{PAGE}sent/", said, content_type="application/json")

    assert (answer.status_code, Visit.objects.count()) == (422, 0)


def test_address_and_phone_stand_on_one_screen(cast, client_of):
    page = client_of("ana").get(f"{PAGE}at/{at_shelter(cast).public_id}/").text
    assert all(word in page for word in ("12 Water Street", "tel:5550142", "tel:5550199"))


def test_a_round_is_planned_from_what_is_due(cast, client_of):
    place = at_shelter(cast)
    work_out(cast.school)
    client = client_of("ana")

    answer = client.post(f"{PAGE}round/", {"on": "2026-10-15", "places": [place.public_id]})

    assert answer.url == f"{PAGE}round/?on=2026-10-15"
    page = client.get(answer.url).text
    assert ("Luis Diaz" in page, "About" in page) == (True, True)


def test_miles_as_a_table_without_a_students_name(cast, client_of):
    place = at_shelter(cast)
    place.site.name = "=cmd"
    place.site.save()
    visit = actions.log_visit(place, kind="visit", by=cast.as_("ana"))
    client = client_of("ana")
    client.post(f"{PAGE}{visit.public_id}/miles/", {"miles": "4.5"})

    table = b"".join(client.get(f"{PAGE}mileage/csv/").streaming_content).decode()

    assert (
        table.splitlines()[1]
        == '2026-10-13,Ana Reyes,\'=cmd,"12 Water Street, Providence",Visit,4.5'
    )
    assert "Luis" not in table
    theirs = b"".join(client_of("chen").get(f"{PAGE}mileage/csv/").streaming_content).decode()
    assert len(theirs.splitlines()) == 1


@pytest.mark.parametrize(
    ("path", "statements"),
    [
        ("visits/", 4),
        ("visits/open/", 4),
        ("visits/all/", 5),
        ("visits/round/", 5),
        ("visits/note/", 4),
        ("visits/mileage/", 5),
        ("home-visits/", 5),
    ],
)
def test_the_statements_of_a_page_do_not_grow(
    cast, client_of, django_assert_num_queries, path, statements
):
    students = [cast.luis, cast.jordan, cast.maya]
    for number, student in enumerate(students):
        place = make_placement(student, make_place(cast.school, f"Shop {number}", "Help"), cast.sam)
        place.refresh_from_db()
        visit = actions.log_visit(place, kind="visit", by=cast.as_("ana"))
        actions.plan_visit(place, on=TODAY, by=cast.as_("ana"))
        Visit.objects.filter(pk=visit.pk).update(miles=3)
        actions.plan_home_visit(student, on=TODAY, by=cast.as_("ana"))
        if number in (0, 2):
            client = client_of("ana")
            client.get(f"/harbor-view/{path}")
            with django_assert_num_queries(statements):
                assert client.get(f"/harbor-view/{path}").status_code == 200


def test_four_years_of_visits_cost_no_more(cast, client_of, django_assert_num_queries):
    place = at_shelter(cast)
    days = [date(2023 + n // 40, 1 + n % 12, 1 + n % 28) for n in range(150)]
    Visit.objects.bulk_create(
        Visit(
            school=cast.school,
            placement=place,
            student=cast.luis,
            by=cast.ana,
            on=on,
            state="noted",
        )
        for on in days
    )
    HomeVisit.objects.bulk_create(
        HomeVisit(school=cast.school, student=cast.luis, by=cast.ana, planned_on=on, state="noted")
        for on in sorted(set(days))
    )
    work_out(cast.school)
    client = client_of("ana")
    for path, statements in (
        ("visits/", 4),
        (f"visits/at/{place.public_id}/", 7),
        ("home-visits/", 5),
    ):
        client.get(f"/harbor-view/{path}")
        with django_assert_num_queries(statements):
            page = client.get(f"/harbor-view/{path}").text
        assert len(page) < 60_000
