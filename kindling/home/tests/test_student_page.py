"""One student's page, and the list that leads to it."""

import pytest

from kindling.interests.actions import add_interest, share_interest
from tests.matrix_subjects import a_placement


def test_an_advisor_opens_the_page_of_their_student(cast, client_of):
    a_placement(cast)

    page = client_of("ana").get(f"/harbor-view/students/{cast.luis.public_id}/")

    assert page.status_code == 200
    assert "Bayside" not in page.text
    assert "Harbor Animal Shelter" in page.text
    assert "Rosa Diaz" in page.text


def test_the_family_does_not_read_other_adults_phone_numbers(cast, client_of):
    cast.ana.phone = "555 0111"

    page = client_of("rosa").get(f"/harbor-view/students/{cast.luis.public_id}/")

    assert page.status_code == 200
    assert "555 0111" not in page.text


def test_the_page_shows_what_the_student_shares_and_nothing_else(cast, client_of):
    luis = cast.as_("luis")
    area = {"why": "", "since_on": luis.school.today(), "area": "sea"}
    shared = add_interest(by=luis, words="Boat engines", **area)
    share_interest(shared, by=luis)
    add_interest(by=luis, words="Secret songs", **area)

    page = client_of("ana").get(f"/harbor-view/students/{cast.luis.public_id}/")

    assert "Boat engines" in page.text
    assert "Secret songs" not in page.text
    assert "the advisor, the family and the school" in page.text


@pytest.mark.parametrize("name", ["maya", "rosa", "otto", "liam", "tasha"])
def test_who_does_not_work_with_the_student_finds_no_page(cast, client_of, name):
    page = client_of(name).get(f"/harbor-view/students/{cast.jordan.public_id}/")

    assert page.status_code == 404


def test_the_page_costs_at_most_ten_statements(cast, client_of, django_assert_max_num_queries):
    a_placement(cast)
    client = client_of("ana")

    with django_assert_max_num_queries(10):
        client.get(f"/harbor-view/students/{cast.luis.public_id}/")


def test_the_list_costs_five_statements_at_most(client_of, django_assert_max_num_queries):
    client = client_of("ana")

    with django_assert_max_num_queries(5):
        answer = client.get("/harbor-view/students/?q=san")

    assert "Maya Santos" in answer.text
    assert "Jordan Blake" not in answer.text
