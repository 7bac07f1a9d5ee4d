"""Which paper is missing, and whose move it is."""

from __future__ import annotations

import pytest

from kindling.agreements import actions
from kindling.agreements.queries.board import agreement_list, board_pairs, board_rows
from kindling.agreements.tests.signing import make_agreement, make_template, sign, sign_all, signer
from kindling.placements.models import Pursuit
from kindling.sites.models import Opportunity
from tests.cast import make_place


@pytest.fixture
def template(cast):
    return make_template(cast.as_("chen"))


def wants(cast, student, place: Opportunity) -> Pursuit:
    """A student who may go after a place."""
    return Pursuit.objects.create(
        school=cast.school, student=student, opportunity=place, why="Dogs.",
        seat=place.seats.get(), state=Pursuit.State.APPROVED,
    )  # fmt: skip


def rows(cast, who="chen", show=""):
    viewer = cast.as_(who)
    return board_rows(list(board_pairs(viewer, show)), viewer)


def states(row):
    return [cell.state for cell in row.cells]


def test_what_was_never_made_is_missing(cast, template):
    wants(cast, cast.luis, cast.clinic)

    assert [states(row) for row in rows(cast)] == [["missing"]]


def test_it_names_who_has_to_sign(cast, template):
    wants(cast, cast.luis, cast.clinic)
    agreement = make_agreement(cast, template)
    sign(cast, agreement, "student", "luis")

    (row,) = rows(cast)

    waits = [(one.party, one.name) for one in row.cells[0].waits]
    assert waits == [("Family", "Rosa Diaz"), ("Site", "Sam Ito"), ("School", "Chen Wu")]


def test_a_no_is_shown_with_its_name(cast, template):
    wants(cast, cast.luis, cast.clinic)
    agreement = make_agreement(cast, template)
    actions.decline_agreement(signer(agreement, "family"), by=cast.as_("rosa"), reason="No.")

    (row,) = rows(cast)

    assert (row.cells[0].state, row.cells[0].declined) == ("declined", "Rosa Diaz")


def test_who_has_everything_leaves_the_list_of_the_missing(cast, template):
    wants(cast, cast.luis, cast.clinic)
    wants(cast, cast.jordan, cast.shelter)
    sign_all(cast, make_agreement(cast, template, starts_on=cast.school.today()))

    missing = [row.student.first for row in rows(cast, show="missing")]

    assert missing == ["Jordan"]
    assert [row.is_complete for row in rows(cast)] == [False, True]


def test_an_advisor_sees_their_own_and_otto_nothing(cast, template):
    wants(cast, cast.luis, cast.clinic)
    make_agreement(cast, template)

    assert len(rows(cast, "ana")) == 1
    assert rows(cast, "otto") == []
    assert list(agreement_list(cast.as_("otto"))) == []


@pytest.mark.parametrize("count", [1, 3])
def test_the_board_costs_the_same_for_one_and_for_three(
    cast, client_of, django_assert_num_queries, count
):
    template = make_template(cast.as_("chen"))
    for number in range(count):
        place = make_place(cast.school, f"Shop {number}", "Helper")
        wants(cast, cast.luis, place)
        make_agreement(cast, template, opportunity=place, mentor=cast.sam)
    client = client_of("chen")
    client.get("/harbor-view/agreements/?show=all")

    with django_assert_num_queries(8):
        page = client.get("/harbor-view/agreements/?show=all")

    assert page.text.count("Being signed") == count


@pytest.mark.parametrize("count", [1, 3])
def test_the_list_costs_the_same_for_one_and_for_three(
    cast, client_of, django_assert_num_queries, count
):
    template = make_template(cast.as_("chen"))
    for number in range(count):
        place = make_place(cast.school, f"Shop {number}", "Helper")
        make_agreement(cast, template, opportunity=place, mentor=cast.sam)
    client = client_of("chen")
    client.get("/harbor-view/agreements/all/")

    with django_assert_num_queries(6):
        client.get("/harbor-view/agreements/all/")
