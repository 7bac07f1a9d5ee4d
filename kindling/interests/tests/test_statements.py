"""Pages cost the same for one row and for three."""

import pytest

from kindling.interests.actions import add_interest, share_interest


def write_down(cast, how_many):
    for number in range(how_many):
        interest = add_interest(by=cast.as_("maya"), words=f"Thing {number}")
        share_interest(interest, by=cast.as_("maya"))
    return interest


@pytest.mark.parametrize("how_many", [1, 3])
def test_my_interests_take_four(cast, client_of, django_assert_num_queries, how_many):
    write_down(cast, how_many)
    client = client_of("maya")

    with django_assert_num_queries(4):
        assert client.get("/harbor-view/interests/").status_code == 200


@pytest.mark.parametrize("how_many", [1, 3])
def test_the_part_takes_five(cast, client_of, django_assert_num_queries, how_many):
    write_down(cast, how_many)
    client = client_of("ana")

    with django_assert_num_queries(5):
        client.get(f"/harbor-view/interests/for/{cast.maya.public_id}/")


def test_one_interest_takes_four(cast, client_of, django_assert_num_queries):
    interest = write_down(cast, 1)
    client = client_of("maya")

    with django_assert_num_queries(4):
        client.get(f"/harbor-view/interests/{interest.public_id}/")
