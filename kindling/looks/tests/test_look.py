"""Who looked is written down once a day, off the page's way, and read by whom it is about."""

import pytest
from django.apps import apps
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import get_resolver

from kindling.kit.lasting import Lasts
from kindling.looks.keeping import book, write_looks
from kindling.looks.models import Look
from kindling.looks.pages import PAGES
from kindling.looks.rules import visible_looks
from kindling.people.about import ways_to_student
from kindling.people.models import Connection


def opened(client_of, name, *addresses):
    for at in addresses:
        client_of(name).get(f"/harbor-view/{at}")
    write_looks()


def test_a_page_is_written_down_once_a_day_however_often_it_is_opened(cast, client_of):
    at = f"students/{cast.luis.public_id}/"

    opened(client_of, "ana", at, at, f"narratives/of/{cast.luis.public_id}/")
    opened(client_of, "ana", at)
    book.forget()  # another process
    opened(client_of, "ana", at)

    assert [(row.person, row.student, row.what) for row in Look.objects.order_by("pk")] == [
        (cast.ana, cast.luis, "page"),
        (cast.ana, cast.luis, "words"),
    ]


def test_a_page_costs_no_statement_for_it(cast, client_of):
    client, at = client_of("priya"), f"/harbor-view/students/{cast.luis.public_id}/"
    client.get(at)
    book.forget()
    with CaptureQueriesContext(connection) as first:
        client.get(at)
    with CaptureQueriesContext(connection) as again:
        client.get(at)

    assert (len(first), len(book.waiting), Look.objects.count()) == (len(again), 1, 0)


def test_neither_the_student_nor_the_family_nor_who_was_turned_away_is_written_down(
    cast, client_of
):
    at = f"students/{cast.luis.public_id}/"

    for name in ("luis", "rosa", "maya", "otto"):
        opened(client_of, name, at)

    assert list(Look.objects.all()) == []


def test_a_file_counts_like_a_page(cast, client_of):
    names = {"narratives:pdf", "transcripts:paper", "evidence:file", "agreements:paper"}

    assert names <= set(PAGES)


def test_the_family_reads_it_in_words_and_of_each_part_they_are_let_into(cast, client_of):
    opened(
        client_of, "ana", f"students/{cast.luis.public_id}/", f"credits/for/{cast.luis.public_id}/"
    )
    at = f"/harbor-view/looks/for/{cast.luis.public_id}/"

    page = client_of("rosa").get(at).text
    Connection.objects.filter(adult=cast.rosa).update(has_words=False)
    less = client_of("rosa").get(at).text

    assert "Ana Reyes" in page
    assert page.count("Ana Reyes") == 1
    seen = [row.what for row in visible_looks(cast.as_("rosa"))]
    assert seen == ["page"]
    assert less.count("Ana Reyes") == 1


@pytest.mark.parametrize(
    ("name", "status"),
    [("luis", 200), ("rosa", 200), ("priya", 200), ("maya", 404), ("ana", 404), ("otto", 404)],
)
def test_who_reads_it(cast, client_of, name, status):
    found = client_of(name).get(f"/harbor-view/looks/for/{cast.luis.public_id}/")

    assert found.status_code == status


def test_a_line_is_never_changed(cast, client_of):
    opened(client_of, "ana", f"students/{cast.luis.public_id}/")

    with pytest.raises(Lasts):
        Look.objects.get().save()
    with pytest.raises(Lasts):
        Look.objects.all().delete()


def test_every_page_named_is_there_and_leads_to_a_student(cast):

    known = set()

    def walk(patterns, space):
        for one in patterns:
            if hasattr(one, "url_patterns"):
                name = f"{space}{one.namespace}:" if one.namespace else space
                walk(one.url_patterns, name)
            elif one.name:
                known.add(f"{space}{one.name}")

    for whole in ("kindling.config.school_urls", "kindling.config.program_urls"):
        walk(get_resolver(whole).url_patterns, "")

    assert set(PAGES) - known == set()
    ways = ways_to_student()
    for _what, label in PAGES.values():
        assert label in {"people.Student", "schools.Person"} or apps.get_model(label) in ways


@pytest.mark.parametrize("names", [["ana"], ["ana", "priya", "dana"]])
def test_three_lines_cost_no_more_than_one(cast, client_of, django_assert_num_queries, names):
    for name in names:
        opened(client_of, name, f"students/{cast.luis.public_id}/")
    client = client_of("luis")

    with django_assert_num_queries(5):
        client.get(f"/harbor-view/looks/for/{cast.luis.public_id}/")


def test_a_program_that_reads_for_somebody_has_looked_too(cast, client_of):
    opened(client_of, "ana", f"api/v1/students/{cast.luis.public_id}/")

    assert [(row.person, row.what) for row in Look.objects.all()] == [(cast.ana, "page")]
