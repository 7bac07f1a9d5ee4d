"""Who leads an advisory sees its students."""

import pytest

from kindling.advisory.actions import end_advisor, give_advisor
from kindling.advisory.rules import visible_advisories
from kindling.people.rules import visible_students
from kindling.schools.roles import Role
from tests.cast import make_person


def test_a_second_advisor_sees_all_students_of_the_advisory(cast):
    cast.ben = make_person(cast.school, "Ben Ash", Role.ADVISOR)

    give_advisor(cast.tide, cast.ben, by=cast.as_("priya"), is_lead=False)

    assert set(visible_students(cast.as_("ben"))) == {cast.maya, cast.jordan, cast.luis}


def test_who_stops_leading_stops_seeing(cast):
    end_advisor(cast.tide, cast.ana, by=cast.as_("priya"))

    assert list(visible_students(cast.as_("ana"))) == []
    assert list(visible_advisories(cast.as_("ana"))) == []


def test_a_hat_that_ended_takes_the_view_along_even_when_the_connection_stayed(cast):
    cast.ana.memberships.update(until_on="2026-10-12")

    assert list(visible_students(cast.as_("ana"))) == []


@pytest.mark.parametrize("name", ["maya", "rosa", "sam", "liam", "tasha", "otto"])
def test_who_is_no_leader_and_no_advisor_sees_at_most_their_own(cast, name):
    own = {"maya": [cast.maya], "rosa": [cast.luis]}.get(name, [])

    assert list(visible_students(cast.as_(name))) == own


def test_an_advisor_opens_the_page_of_the_advisory(cast, client_of):
    page = client_of("ana").get(f"/harbor-view/advisories/{cast.tide.public_id}/")

    assert page.status_code == 200
    assert "Jordan Blake" in page.text
