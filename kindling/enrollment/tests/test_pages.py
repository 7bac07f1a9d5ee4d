"""The roster as a list."""

import pytest

from kindling.schools.roles import Role
from tests.cast import make_person


def test_the_roster_finds_by_part_of_a_name_and_by_role(cast, client_of):
    client = client_of("priya")

    assert "Luis Diaz" in client.get("/harbor-view/roster/?q=diaz").text
    both = client.get("/harbor-view/roster/?q=diaz&role=guardian").text
    assert "Rosa Diaz" in both
    assert "Luis Diaz" not in both


def test_nobody_of_another_school_is_on_it(cast, client_of):
    assert "Otto Lind" not in client_of("priya").get("/harbor-view/roster/").text


@pytest.mark.parametrize("count", [1, 3])
def test_the_list_costs_the_same_however_long_it_is(
    cast, client_of, django_assert_num_queries, count
):
    for n in range(count):
        make_person(cast.school, f"Extra{n} Person", Role.STAFF)
    client = client_of("priya")

    with django_assert_num_queries(5):
        client.get("/harbor-view/roster/")
