"""What one student's page says about their learning, and to whom."""

import re

import pytest

from kindling.advisory.actions import name_substitute
from kindling.people.actions import connect
from kindling.plans.tests.planning import ready
from kindling.schools.roles import Role
from kindling.schools.viewer import Viewer
from kindling.talks.models import LastTalk
from tests.cast import make_person


@pytest.fixture
def page_of(cast, client_of):
    """Return the tiles of a student's page as (title, detail, where)."""

    def page_of(name, student):
        text = client_of(name).get(f"/harbor-view/students/{student.public_id}/").text
        tiles = re.findall(r'<a class="tile" href="([^"]*)".*?</a>', text, re.DOTALL)
        words = re.findall(r"<div><strong>(.*?)</strong>(?:<small>(.*?)</small>)?</div>", text)
        return dict(
            zip([title for title, _detail in words], zip(tiles, words, strict=True), strict=True)
        )

    return page_of


def test_an_advisor_sees_where_the_plan_stands_and_the_last_talk(cast, page_of):
    plan = ready(cast, cast.maya)
    LastTalk.objects.create(
        school=cast.school, student=cast.maya, last_on="2026-10-06", due_on="2026-10-13"
    )

    tiles = page_of("ana", cast.maya)

    assert tiles["Plan"] == (
        f"/harbor-view/plans/{plan.public_id}/", ("Plan", "Being written · 2 items")
    )  # fmt: skip
    assert tiles["Talks"][1][1] == "Last on Tue 6 Oct"
    assert "Journal" in tiles


def test_a_family_learns_of_no_draft_and_of_no_talk(cast, page_of):
    ready(cast, cast.maya)
    by = Viewer.system(cast.school)
    connect(cast.maya, cast.rosa, Role.GUARDIAN, by=by, since_on=cast.maya.enrolled_on)
    cast.rosa.language = "en"
    cast.rosa.save()

    tiles = page_of("rosa", cast.maya)

    assert tiles["Plan"] == ("/harbor-view/plans/", ("Plan", "None for this term yet"))
    assert tiles["Journal"][0] == "/harbor-view/journals/shared/"
    assert "Talks" not in tiles


@pytest.mark.parametrize("name", ["luis", "rosa", "ana", "chen", "dana", "priya", "kim"])
def test_every_tile_opens_for_whom_it_is_drawn(cast, client_of, page_of, name):
    cast.kim = make_person(cast.school, "Kim Lee", Role.STAFF)
    span = {"since_on": cast.school.today(), "until_on": cast.school.today()}
    name_substitute(cast.tide, cast.kim, **span, by=cast.as_("ana"))

    tiles = page_of(name, cast.luis)

    client = client_of(name)
    assert len(tiles) >= 3
    assert {where: client.get(where).status_code for where, _words in tiles.values()} == {
        where: 200 for where, _words in tiles.values()
    }
