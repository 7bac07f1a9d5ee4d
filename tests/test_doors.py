"""The school in the path, and who may come in."""

import pytest


@pytest.mark.parametrize("name", ["maya", "ana", "chen", "rosa", "dana", "priya", "liam"])
def test_everyone_with_a_hat_gets_a_first_page(client_of, name):
    assert client_of(name).get("/harbor-view/").status_code == 200


def test_a_stranger_finds_nothing(client_of):
    assert client_of("otto").get("/harbor-view/").status_code == 404


def test_a_visitor_is_sent_to_client_of(cast, client):
    answer = client.get("/harbor-view/")

    assert (answer.status_code, answer.url) == (302, "/sign-in/?next=/harbor-view/")


def test_a_school_that_is_not_there_is_a_404(cast, client):
    assert client.get("/nowhere/").status_code == 404


def test_signing_in_costs_two_statements(client_of, django_assert_num_queries):
    client = client_of("tasha")

    with django_assert_num_queries(2):
        client.get("/harbor-view/")
