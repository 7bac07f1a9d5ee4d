"""The pages: who opens them, what they cost, what they refuse."""

from __future__ import annotations

import pytest

from kindling.exhibitions.actions import name_panelist, propose_guest
from kindling.exhibitions.models import Exhibition, Kind, Panelist
from kindling.exhibitions.tests.showing import at, kind_of, panelist, plan, schedule

HERE = "/harbor-view/exhibitions/"


def page_of(exhibition) -> str:
    return f"{HERE}{exhibition.public_id}/"


@pytest.mark.parametrize("name", ["ana", "luis", "rosa", "chen", "dana", "priya"])
def test_student_family_advisor_and_leaders_read_it(cast, client_of, name):
    exhibition = schedule(cast, plan(cast))

    page = client_of(name).get(page_of(exhibition))

    assert page.status_code == 200
    assert "Library" in page.text


@pytest.mark.parametrize("name", ["maya", "jordan", "liam", "tasha"])
def test_others_find_nothing(cast, client_of, name):
    exhibition = schedule(cast, plan(cast))

    assert client_of(name).get(page_of(exhibition)).status_code in {403, 404}


def test_a_fellow_student_on_the_panel_reads_it_without_contacts(cast, client_of):
    exhibition = schedule(cast, plan(cast))
    propose_guest(exhibition, name="Ines Park", email="ines@uni.example.org", by=cast.as_("luis"))
    name_panelist(exhibition, cast.jordan.person, by=cast.as_("luis"))

    page = client_of("jordan").get(page_of(exhibition))

    assert page.status_code == 200
    assert "Ines" not in page.text
    assert "ines@uni" not in page.text


def test_nobody_of_another_school(cast, client_of):
    exhibition = schedule(cast, plan(cast))
    client = client_of("otto")

    assert client.get(page_of(exhibition)).status_code == 404
    assert client.get(f"/northgate/exhibitions/{exhibition.public_id}/").status_code == 404


def test_the_whole_way_without_javascript(cast, client_of):
    luis = client_of("luis")
    mine = f'name="student" value="{cast.luis.public_id}"'
    assert luis.get(f"{HERE}begin/").content.decode().count(mine) == 1
    luis.post(f"{HERE}begin/", {"student": cast.luis.public_id, "kind": kind_of(cast).public_id})
    exhibition = Exhibition.objects.get()
    at_ = page_of(exhibition)
    luis.post(f"{at_}describe/", {"title": "Bees", "is_listed": "on"})
    luis.post(f"{at_}name/", {"person": cast.rosa.public_id})
    luis.post(
        f"{at_}guest/", {"name": "Ines Park", "email": "ines@uni.example.org", "language": "en"}
    )
    guest = Panelist.objects.get(part="guest")
    refused = luis.post(f"{HERE}panel/{guest.public_id}/allow/")
    ana = client_of("ana")
    ana.post(f"{HERE}panel/{guest.public_id}/allow/")
    ana.post(f"{at_}date/", {"on": "2026-10-20", "at": "15:00", "minutes": "45", "room": "Library"})
    client_of("rosa").post(
        f"{HERE}panel/{panelist(exhibition, cast.rosa).public_id}/answer/", {"coming": "yes"}
    )

    exhibition.refresh_from_db()
    assert refused.status_code == 403
    assert (exhibition.title, exhibition.starts_at) == ("Bees", at("2026-10-20 15:00"))
    states = dict(Panelist.objects.values_list("name", "state"))
    assert states == {"Ana Reyes": "coming", "Rosa Diaz": "coming", "Ines Park": "asked"}


def test_not_ready_is_refused_with_what_is_missing(cast, client_of):
    exhibition = plan(cast)

    page = client_of("luis").post(f"{page_of(exhibition)}ready/")

    assert page.status_code == 409
    assert "Give it a title." in page.text


def test_a_wrong_date_is_shown_again(cast, client_of):
    exhibition = plan(cast)

    page = client_of("ana").post(
        f"{page_of(exhibition)}date/", {"on": "2026-10-01", "at": "15:00", "minutes": "45"}
    )

    assert page.status_code == 422
    assert "This time is over." in page.text
    assert Exhibition.objects.get().starts_at is None


def test_a_clash_is_said_and_can_be_overruled(cast, client_of):
    schedule(cast, plan(cast, "maya", by="maya"))
    mine, ana = plan(cast), client_of("ana")
    facts = {"on": "2026-10-20", "at": "15:15", "minutes": "45", "room": "library"}

    page = ana.post(f"{page_of(mine)}date/", facts)

    assert page.status_code == 422
    assert "library" in page.text.lower()
    assert "Ana Reyes is with Maya at 3:00" in page.text.replace("\xa0", " ").replace("\u202f", " ")
    assert Exhibition.objects.get(pk=mine.pk).starts_at is None

    ana.post(f"{page_of(mine)}date/", facts | {"anyway": "on"})

    assert Exhibition.objects.get(pk=mine.pk).starts_at == at("2026-10-20 15:15")


def test_only_the_keepers_of_kinds_change_them(cast, client_of):
    facts = {
        "title": "Gallery", "format": "gallery", "minutes": "20", "quorum": "1", "pieces": "1",
        "rehearsals": "0", "rubric_key": "exhibition", "grades": ["101"],
    }  # fmt: skip

    refused = client_of("ana").post(f"{HERE}kinds/new/", facts)
    client_of("dana").post(f"{HERE}kinds/new/", facts)

    made = Kind.objects.get(title="Gallery")
    assert refused.status_code == 403
    assert (made.grades, made.rubric_key, made.school) == (["101"], "exhibition", cast.school)


@pytest.mark.parametrize("count", [1, 3])
def test_the_list_costs_the_same_for_more(cast, client_of, django_assert_num_queries, count):
    for name in ("luis", "maya", "jordan")[:count]:
        schedule(cast, plan(cast, name, by=name), room=name)
    client = client_of("ana")
    client.get(HERE)

    with django_assert_num_queries(4):
        client.get(HERE)


@pytest.mark.parametrize("count", [1, 3])
def test_the_page_costs_the_same_with_a_larger_panel(
    cast, client_of, django_assert_num_queries, count
):
    exhibition = schedule(cast, plan(cast))
    for person in (cast.rosa, cast.chen, cast.dana)[:count]:
        name_panelist(exhibition, person, by=cast.as_("luis"))
    client = client_of("luis")
    client.get(page_of(exhibition))

    with django_assert_num_queries(16):
        client.get(page_of(exhibition))
